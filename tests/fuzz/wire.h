// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tlsfacts.h"

#include <QByteArray>
#include <QByteArrayList>

/// What stands on the wire, looked at without the program's own code.
namespace fuzz
{

/// Lines that each end with CRLF, with no CR, LF or other control character inside.
bool isWholeLines(const QByteArray &bytes);
/// Those lines, without CRLF.
QByteArrayList linesOf(const QByteArray &bytes);

/// Lines that each end with CRLF, the last and no other of which is a dot alone (RFC 5321 4.1.1.4).
bool isWholeMessage(const QByteArray &wire);

/// Whether a transcript that shows `shown` tells the truth of `line`: the same, or its end masked.
bool isShownAs(const QByteArray &line, const QByteArray &shown);
/// What of it is masked.
QByteArray hiddenPart(const QByteArray &line, const QByteArray &shown);

/// With \r \n \\ \xNN, as the scripts of support/scriptplayer.h have it; shortened.
QByteArray escaped(const QByteArray &bytes);

/// What a handshake may have found out; most of the numbers give a trusted server.
core::TlsFacts tlsFacts(int how);

} // namespace fuzz
