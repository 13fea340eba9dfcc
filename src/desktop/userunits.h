// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <functional>

namespace desktop
{

/// The user's own units of systemd (org.freedesktop.systemd1(5)). Main thread; nothing waits.
/// Answers come later, from the event loop, and not at all once `context` is gone. Errors: what the
/// bus or systemd says.
class UserUnits
{

public:
    explicit UserUnits(const QDBusConnection &bus = QDBusConnection::sessionBus());

    using Done = std::function<void(const core::Result<bool> &)>;
    /// Whether it is switched on: started with the session.
    void isEnabled(const QString &unit, QObject *context, const Done &done);
    /// Switches it on or off, from now and with each session.
    void setEnabled(const QString &unit, bool enabled, QObject *context, const Done &done);

private:
    using Next = std::function<void(const QVariantList &reply)>;

    void call(const QString &method, const QVariantList &arguments, QObject *context,
              const Next &next, const Done &failed);

    QDBusConnection m_bus;
};

} // namespace desktop
