// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sleepwatch.h"

using namespace Qt::StringLiterals;

namespace desktop
{

SleepWatch::SleepWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
{
    QDBusConnection connection = bus;
    // QtDBus takes a slot by its name only.
    connection.connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                       u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                       SLOT(onPrepareForSleep(bool)));
}

void SleepWatch::onPrepareForSleep(bool goesToSleep)
{
    if (!goesToSleep) {
        Q_EMIT wokeUp();
    }
}

} // namespace desktop
