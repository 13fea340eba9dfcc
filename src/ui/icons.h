// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace ui
{

/// The desktop theme's icon of that name, or ours of resources/icons where it has none.
QIcon icon(const char *name);

} // namespace ui
