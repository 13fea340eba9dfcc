// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace core
{

/// Whether bytes that should be a line begin like a TLS record: its type (21 alert, 22 handshake)
/// and version 3.x (RFC 8446 5.1).
inline bool looksLikeTlsRecord(QByteArrayView bytes)
{
    return bytes.size() >= 2 && (bytes[0] == 0x15 || bytes[0] == 0x16) && bytes[1] == 0x03;
}

} // namespace core
