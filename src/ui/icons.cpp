// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

using namespace Qt::StringLiterals;

namespace ui
{

QIcon icon(const char *name)
{
    const QString wanted = QString::fromLatin1(name);
    return QIcon::fromTheme(wanted, QIcon(u":/icons/%1.svg"_s.arg(wanted)));
}

} // namespace ui
