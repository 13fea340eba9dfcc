// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pop
{

/// The stamp in a greeting for APOP, with its brackets (RFC 1939 7, a msg-id of RFC 822); empty
/// where there is none or where it is malformed. What is no msg-id may have been made up to find
/// out the password piece by piece, so it is never hashed.
QByteArray stampOf(const QByteArray &greeting);

/// The digest for APOP: MD5 of stamp and password, in lower-case hexadecimal (RFC 1939 7).
QByteArray apopDigest(const QByteArray &stamp, const QByteArray &password);

/// Whether an -ERR is for now only: [IN-USE], [LOGIN-DELAY] (RFC 2449 8), [SYS/TEMP] (RFC 3206 4).
bool isTemporary(const QByteArray &line);

} // namespace pop
