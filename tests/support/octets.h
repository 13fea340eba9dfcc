// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>

/// All 256 octets.
inline QByteArray everyOctet()
{
    QByteArray octets;
    for (int octet = 0; octet < 256; ++octet) {
        octets += static_cast<char>(octet);
    }
    return octets;
}

/// Without its line end.
inline qsizetype longestLineOf(const QByteArray &octets)
{
    qsizetype longest = 0;
    for (const QByteArray &line : octets.split('\n')) {
        longest = std::max(longest, line.size() - (line.endsWith('\r') ? 1 : 0));
    }
    return longest;
}
