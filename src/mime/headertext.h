// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace mime
{

/// What follows is RFC 2047, done here because GMime makes one encoded word of a whole Japanese
/// sentence, longer than the RFC allows, and takes a typed "=?" for an encoded word.

/// A subject: as it is where it is ASCII in words of usual length, else encoded words with a space
/// between.
QByteArray encodeSubject(const QString &subject);

/// The real name of a mailbox. Only short ones stay as they are: GMime folds inside quotation
/// marks, too.
QByteArray encodeName(const QString &name);

} // namespace mime
