// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace practice
{

/// The good one and the five faults that must be told apart.
enum class CertificateKind
{
    Good,
    Expired,
    NotYetValid,
    SelfSigned,
    UnknownIssuer,
    WrongHost,
    IncompleteChain, // by an intermediate authority that the server does not send along
    CompleteChain,   // the same, and it does
    NameOnly,        // the host stands in the common name alone (RFC 6125 6.4.4)
    WeakKey,         // RSA of 1,024 bits
    WeakDigest,      // signed with SHA-1
    Client,          // not a server's: a client shows it
    RsaClient,       // the same with an RSA key
};

/// A certificate and its key, both PEM; the certificate with what is sent along.
struct ServerIdentity
{
    QByteArray certificatePem;
    QByteArray keyPem;
};

/// A certificate authority that lives as long as the object (ECDSA P-256, made by libcrypto in some
/// milliseconds). Its key never leaves memory.
class CertificateAuthority
{
public:
    explicit CertificateAuthority(const QByteArray &name = "Proserpina practice authority");
    ~CertificateAuthority();
    CertificateAuthority(CertificateAuthority &&) noexcept;
    CertificateAuthority(const CertificateAuthority &) = delete;
    CertificateAuthority &operator=(const CertificateAuthority &) = delete;

    /// The root to trust, PEM.
    [[nodiscard]] QByteArray certificatePem() const;
    /// A certificate of that kind for the hosts (names and IP addresses). UnknownIssuer
    /// comes from an authority nobody trusts, WrongHost is for wrong.example.
    [[nodiscard]] ServerIdentity issue(CertificateKind kind, const QStringList &hosts) const;

private:
    /// An authority that this one vouches for.
    [[nodiscard]] CertificateAuthority intermediate() const;

    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

} // namespace practice
