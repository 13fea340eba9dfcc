// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace service
{

/// A program and its arguments out of one line, parted and quoted as a shell does it ('...', "...",
/// backslash); nothing else of a shell's is known: no variables, no pipes. Error BadInput where a
/// quotation mark stays open.
core::Result<QStringList> splitCommand(const QString &line);

/// The line that splitCommand() reads back.
QString commandLineOf(const QStringList &argv);

} // namespace service
