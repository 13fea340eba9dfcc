// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace core
{

/// What is wrong with a certificate; more than one may be.
enum class CertificateFault
{
    Expired,
    NotYetValid,
    SelfSigned,
    UnknownIssuer,
    WrongHost,
    Weak,
    Other,
};

/// A certificate as read by net: the DER bytes and the fields a person asks for.
struct Certificate
{
    QByteArray der;
    QString subject;
    QString issuer;
    QStringList hostNames; // subject alternative names: DNS and IP
    QDateTime validFrom;
    QDateTime validUntil;
    QByteArray sha256; // of the DER, 32 octets

    [[nodiscard]] bool isEmpty() const { return der.isEmpty(); }
    bool operator==(const Certificate &) const = default;
};

/// What is known of a TLS connection, made or refused.
struct TlsFacts
{
    bool encrypted = false;
    QString version; // "TLSv1.3"
    QString cipher;
    QList<Certificate> chain; // the leaf first
    QList<CertificateFault> faults;
    QList<Text> errors; // the library's own words, or ours
    QString verifiedHost;
    bool pinned = false;  // trusted because it is the pinned certificate, whatever its faults
    bool resumed = false; // an earlier session: the chain is that one's, nothing was shown anew

    [[nodiscard]] bool trusted() const { return encrypted && faults.isEmpty(); }
    [[nodiscard]] Certificate certificate() const { return chain.value(0); }
    bool operator==(const TlsFacts &) const = default;
};

} // namespace core
