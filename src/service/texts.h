// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace service
{

/// The text in a file (core::fromSystem()), or on standard input where `path` is "-": UTF-8, UTF-16
/// with a byte order mark, or what `charset` names. Error BadInput: in another encoding, which the
/// sentence names, or no regular file; BodyUnreadable.
core::Result<QString> readTextFile(const QString &path, const QByteArray &charset);

/// To be called before the program changes its own locale.
void rememberLocale();

/// An argument of the command line as text: octets that are no UTF-8 are read by the locale.
/// Nothing where they have no meaning there.
std::optional<QString> argumentText(const QString &argument);

/// Octets, or nothing where there is no such regular file.
std::optional<qint64> sizeOfFile(const QString &path);

/// A file's name without its folders, as a person can read it, whatever octets it is made of.
QString fileTitle(const QString &path);

} // namespace service
