// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace ui
{

/// The icon in the desktop's tray, for a program that goes on without a window. Not every desktop
/// has one: GNOME has none.
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);

    [[nodiscard]] static bool isThere() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void setShown(bool shown);
    void setToolTip(const QString &words) { m_icon.setToolTip(words); }
    /// A bubble beside it.
    void say(const QString &title, const QString &sentence);

Q_SIGNALS:
    void openChosen();
    void quitChosen();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace ui
