// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace desktop
{

/// Tells when the computer wakes up: timers have stood still until then (logind's PrepareForSleep,
/// org.freedesktop.login1(5)). Where there is no logind it never does. Main thread.
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(const QDBusConnection &bus = QDBusConnection::systemBus(),
                        QObject *parent = nullptr);

Q_SIGNALS:
    void wokeUp();

private Q_SLOTS:
    void onPrepareForSleep(bool goesToSleep);
};

} // namespace desktop
