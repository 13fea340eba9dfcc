// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mime
{

/// Text with CRLF line ends in quoted-printable, RFC 2045 6.7. GMime's own encoder writes lines of
/// up to 78 octets, two more than the RFC allows.
QByteArray quotedPrintable(const QByteArray &text);

} // namespace mime
