// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <chrono>

namespace core
{

enum class PopSecurity
{
    Pop3s, // TLS from the first byte, RFC 8314
    Stls,  // STLS or nothing, RFC 2595
    None,
};

/// How to log in by POP3: APOP (RFC 1939 7) hides the password, USER/PASS sends it.
enum class PopAuth
{
    Auto, // APOP where the greeting has a valid stamp, else USER/PASS
    Apop,
    User,
};

/// The POP3 login that lets one in to send (POP before SMTP). What is empty is the SMTP server's.
struct PopProfile
{
    QString host;
    quint16 port = 995;
    PopSecurity security = PopSecurity::Pop3s;
    PopAuth auth = PopAuth::Auto;
    QString userId;
    bool ownPassword = false; // else the one for SMTP
    QByteArray pinnedSha256;  // as ServerProfile's
    /// Between the login and the SMTP connection: many servers learn of it only by reading a log.
    std::chrono::milliseconds wait = std::chrono::seconds(1);

    bool operator==(const PopProfile &) const = default;
};

/// RFC 8314 7.3 and RFC 1939 3: 995, else 110.
quint16 usualPort(PopSecurity security);

/// The command line's and JSON's words ("pop3s", "apop"), stable (words.h).
QLatin1StringView wordOf(PopSecurity security);
QLatin1StringView wordOf(PopAuth auth);

} // namespace core
