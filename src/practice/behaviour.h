// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/certificates.h"

#include <QByteArrayList>
#include <QHash>
#include <QLatin1StringView>
#include <QStringList>

#include <chrono>
#include <optional>
#include <span>

namespace practice
{

/// How the practice server behaves. The default is a well-kept server; a fault changes some of it.
struct Behaviour
{
    QByteArray greeting = "220 practice.test ESMTP Proserpina practice server";
    QByteArrayList keywords{"PIPELINING", "SIZE 52428800", "8BITMIME", "SMTPUTF8",
                            "ENHANCEDSTATUSCODES"};
    QByteArrayList mechanisms{"SCRAM-SHA-256", "CRAM-MD5", "LOGIN", "PLAIN"};
    bool startTls = true;
    bool authBeforeTls = false;
    CertificateKind certificate = CertificateKind::Good;
    QStringList certificateHosts{QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    bool oldTls = false; // TLS 1.1 alone
    /// Whole replies in place of the server's own, by verb ("EHLO", "." for the final dot). The
    /// AUTH one is given after the last response.
    QHash<QByteArray, QByteArray> replies;
    /// Its POP3 greeting has a stamp for APOP. ("POP" in `replies` answers every POP3 login.)
    bool popStamp = true;
    /// How long ago a POP3 login may be that lets one send without AUTH. Where there are no
    /// mechanisms everybody may send, unless `popOnly`.
    std::chrono::milliseconds popLetsInFor = std::chrono::minutes(5);
    bool popOnly = false; // no AUTH is offered: who did not log in by POP3 is refused at RCPT
    /// RCPT replies by address.
    QHash<QByteArray, QByteArray> recipients;
    /// The recipients of one mail after which it says 452 (RFC 5321 4.5.3.1.10); 0: no limit.
    int mostRecipients = 0;
    /// The mails of one connection after which it says 421 to the next; 0: no limit.
    int mostMails = 0;
    /// Offered, and refused whatever the password is.
    QByteArrayList brokenMechanisms;
    /// Of hashing, that SCRAM asks the client for.
    unsigned scramRounds = 4096;
    /// The refused logins of one connection after which it closes; 0: no limit.
    int mostRefusedLogins = 0;
    /// Octets that follow the 220 to STARTTLS in the same packet, in the clear.
    QByteArray injected;
    /// The verb that is never answered: "greeting", "TLS", "body" (stops reading), "." or a
    /// command.
    QByteArray silentAt;
    /// The verb at which the connection is closed without a word, named in the same way.
    QByteArray closesAt;
    /// The octets of a reply go out one by one.
    bool dribbles = false;
    bool lfOnly = false;
};

/// A server that lets one in by POP3 alone, and for that long.
Behaviour popBeforeSmtp(std::chrono::milliseconds letsInFor);

/// A named way of going wrong: what `proserpina-cli practice --fault NAME` and the tests ask for.
struct Fault
{
    QLatin1StringView name;
    const char *description; // English, marked for translation in the context "practice"
    void (*apply)(Behaviour &);
};

std::span<const Fault> faults();
std::optional<Behaviour> behaviourWithFault(const QString &name);

} // namespace practice
