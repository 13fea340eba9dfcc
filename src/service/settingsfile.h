// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace service
{

/// Where a program's own settings are kept: `name` in the folder; empty where another user could
/// have put it there, or it is no file that can be read without waiting. QSettings looks at none of
/// this, and would wait 30 s for the lock file of a program that was killed: that one goes.
[[nodiscard]] QString settingsFile(const QString &folder, const QString &name);

} // namespace service
