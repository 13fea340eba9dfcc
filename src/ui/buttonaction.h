// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QString>

class QAbstractButton;
class QWidget;

namespace ui
{

/// One action of a page in three places: its button, its key and its menus. The page owns it.
QAction *buttonAction(QWidget &page, const char *iconName, const QString &text,
                      const QKeySequence &key, QAbstractButton &button);

} // namespace ui
