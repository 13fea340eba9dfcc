// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace core
{

/// One keyword of an EHLO reply with its parameters, the keyword in upper case.
struct Keyword
{
    QByteArray name;
    QByteArrayList parameters;

    bool operator==(const Keyword &) const = default;
};

/// What a server said it can do: the EHLO reply taken apart (RFC 5321 4.1.1.1), or a bare HELO's.
struct Capabilities
{
    QByteArrayList lines; // the reply as it came, "250-..." and all
    bool fromHelo = false;

    bool startTls = false;
    bool pipelining = false;
    bool eightBitMime = false;
    bool smtpUtf8 = false;
    bool notifications = false; // DSN, RFC 3461
    bool hasSize = false;
    qint64 sizeLimit = 0;          // octets; 0 = no limit said
    bool sizeUnreadable = false;   // SIZE with a parameter that is no number (B24)
    bool hasAuth = false;          // an AUTH keyword, with or without mechanisms
    QByteArrayList authMechanisms; // union of AUTH and AUTH=, upper case, in the server's order
    bool onlyOldAuthForm = false;  // only "AUTH=..." was there (B18)

    bool operator==(const Capabilities &) const = default;
};

} // namespace core
