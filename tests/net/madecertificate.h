// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/certificates.h"

#include <QByteArrayList>

#include <memory>
#include <optional>

struct evp_pkey_st;
struct x509_st;

/// A subject alternative name; `octets` go into the certificate as they are, an IP address as its
/// 4 or 16.
struct AlternativeName
{
    enum class Kind
    {
        Dns,
        Ip,
        Mail,
        Uri,
    };
    Kind kind = Kind::Dns;
    QByteArray octets;
};

enum class KeyKind
{
    Ec,
    Ed25519,
    Rsa1024,
    Rsa2048,
    RsaPss1024,
    RsaPss2048,
};

/// What a certificate is to be like.
struct CertificatePlan
{
    QByteArrayList commonNames = {};                  // UTF-8
    std::optional<QList<AlternativeName>> names = {}; // none: no such extension
    QByteArray nameConstraints = {};                  // "permitted;DNS:a.example"
    bool authority = false;
    KeyKind key = KeyKind::Ec;
    const char *digest = "SHA256"; // of its signature
};

/// A certificate of any kind with its key, for what practice::CertificateAuthority would not issue.
class MadeCertificate
{
public:
    /// Signed by itself.
    explicit MadeCertificate(const CertificatePlan &plan);
    /// Signed by the issuer.
    MadeCertificate(const CertificatePlan &plan, const MadeCertificate &issuer);

    [[nodiscard]] QByteArray pem() const;
    /// With what is sent along.
    [[nodiscard]] practice::ServerIdentity identity(const QByteArray &sentAlong = {}) const;

private:
    MadeCertificate(const CertificatePlan &plan, const MadeCertificate *issuer);

    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_certificate;
};
