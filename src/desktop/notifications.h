// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QString>

#include <optional>

namespace desktop
{

/// The desktop's notices (org.freedesktop.Notifications, version 1.2). Where nobody shows any,
/// nothing happens. Main thread; nothing waits.
class Notifications final : public QObject
{
    Q_OBJECT

public:
    explicit Notifications(const QDBusConnection &bus = QDBusConnection::sessionBus(),
                           QObject *parent = nullptr);

    struct Notice
    {
        QString about; // another one about the same takes its place
        QString summary;
        QString text;  // plain
        QString click; // what a click on it does, for desktops with a button for it
    };
    void show(const Notice &notice);

Q_SIGNALS:
    void clicked(const QString &about);

private Q_SLOTS:
    void onAction(uint id, const QString &action);

private:
    void askCapabilities(const Notice &then);
    void send(const Notice &notice);

    QDBusConnection m_bus;
    std::optional<bool> m_takesMarkup; // nothing: not asked yet
    QHash<QString, uint> m_shown;
};

} // namespace desktop
