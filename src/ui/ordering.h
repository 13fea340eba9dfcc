// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QString>

namespace ui
{

/// A Japanese hand types full width; the case does not matter.
QString folded(const QString &text);

/// The order in which a person looks for names: "server 10" behind "server 9", "a" before "Z".
QCollator ordering();

} // namespace ui
