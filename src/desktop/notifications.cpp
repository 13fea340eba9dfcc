// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace desktop
{

namespace
{

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString clickAction = u"default"_s; // of the notice itself

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifications::Notifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    // QtDBus takes a slot by its name only.
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
}

void Notifications::show(const Notice &notice)
{
    if (m_takesMarkup) {
        send(notice);
    } else {
        askCapabilities(notice);
    }
}

void Notifications::askCapabilities(const Notice &then)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isValid()) {
            m_takesMarkup = reply.value().contains(u"body-markup"_s);
            send(then);
        }
    });
}

void Notifications::send(const Notice &notice)
{
    QDBusMessage notify = call(u"Notify"_s);
    notify << u"Proserpina"_s << m_shown.value(notice.about, 0U) << u"proserpina"_s
           << notice.summary
           << (m_takesMarkup.value_or(true) ? notice.text.toHtmlEscaped() : notice.text)
           << QStringList{clickAction, notice.click}
           << QVariantMap{{u"desktop-entry"_s, u"proserpina"_s}} << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(notify), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, about = notice.about] {
                watcher->deleteLater();
                const QDBusPendingReply<uint> reply = *watcher;
                if (reply.isValid()) {
                    m_shown.insert(about, reply.value());
                }
            });
}

void Notifications::onAction(uint id, const QString &action)
{
    const QString about = m_shown.key(id);
    if (action == clickAction && !about.isEmpty()) {
        Q_EMIT clicked(about);
    }
}

} // namespace desktop
