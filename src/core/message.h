// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace core
{

/// What the session must know of the message it does not hold: octets on the wire without
/// dot-stuffing (RFC 1870 3), and what it asks of the server.
struct MessageTraits
{
    qint64 size = 0;
    bool eightBit = false;      // octets over 127 in the body
    bool needsSmtpUtf8 = false; // octets over 127 in a header, or in an address of the envelope
    qsizetype longestLine =
        0; // octets, line end excluded; over 998 is refused (RFC 5321 4.5.3.1.6)

    bool operator==(const MessageTraits &) const = default;
};

} // namespace core
