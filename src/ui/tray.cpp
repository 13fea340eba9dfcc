// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray.h"

#include "ui/colours.h"

namespace ui
{

Tray::Tray(QObject *parent)
    : QObject(parent)
    , m_icon(icon("proserpina"))
{
    connect(m_menu.addAction(tr("&Open Proserpina")), &QAction::triggered, this, &Tray::openChosen);
    connect(m_menu.addAction(icon("application-exit"), tr("&Quit")), &QAction::triggered, this,
            &Tray::quitChosen);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context) {
                    Q_EMIT openChosen();
                }
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openChosen);
}

void Tray::setShown(bool shown)
{
    if (m_icon.isVisible() != shown) {
        m_icon.setVisible(shown);
    }
}

void Tray::say(const QString &title, const QString &sentence)
{
    m_icon.showMessage(title, sentence, m_icon.icon());
}

} // namespace ui
