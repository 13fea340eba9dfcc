// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace ui
{

/// Enough of a message to read it.
constexpr qsizetype readablePart = qsizetype{256} * 1024; // octets

/// Headers, text and attachments, as a mail program shows them. Inert.
QString messageText(const QByteArray &message);
/// As it is on the wire, line by line. Inert.
QString messageSource(const QByteArray &message);

} // namespace ui
