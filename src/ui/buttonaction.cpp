// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buttonaction.h"

#include "ui/colours.h"

#include <QAbstractButton>
#include <QWidget>

namespace ui
{

QAction *buttonAction(QWidget &page, const char *iconName, const QString &text,
                      const QKeySequence &key, QAbstractButton &button)
{
    auto *action = new QAction(icon(iconName), text, &page);
    button.setIcon(action->icon());
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page.addAction(action);
    QObject::connect(&button, &QAbstractButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, &button,
                     [action, &button] { button.setEnabled(action->isEnabled()); });
    if (!key.isEmpty()) {
        button.setToolTip(key.toString(QKeySequence::NativeText));
    }
    return action;
}

} // namespace ui
