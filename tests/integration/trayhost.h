// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QString>

/// A desktop's tray, as StatusNotifierItem has it: what shows the icons, and clicks on them as a
/// person does. https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
class TrayHost final : public QDBusVirtualObject
{
public:
    /// On the session bus of that address.
    explicit TrayHost(const QString &address);
    ~TrayHost() override;

    [[nodiscard]] bool start();
    /// An icon has been put there.
    [[nodiscard]] bool hasIcon() const { return !m_item.isEmpty(); }
    [[nodiscard]] bool click();
    /// Chooses the entry of its menu with that text.
    [[nodiscard]] bool choose(const QString &text);

    QString introspect(const QString &path) const override;
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    QDBusConnection m_bus;
    QString m_item; // its service
};
