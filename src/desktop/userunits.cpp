// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/userunits.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace desktop
{

namespace
{

constexpr int patience = 10'000; // ms

} // namespace

UserUnits::UserUnits(const QDBusConnection &bus)
    : m_bus(bus)
{}

void UserUnits::call(const QString &method, const QVariantList &arguments, QObject *context,
                     const Next &next, const Done &failed)
{
    if (!m_bus.isConnected()) {
        QMetaObject::invokeMethod(
            context,
            [failed] {
                failed(core::badInput(QT_TRANSLATE_NOOP("core", "there is no session bus")));
            },
            Qt::QueuedConnection);
        return;
    }
    QDBusMessage message = QDBusMessage::createMethodCall(
        u"org.freedesktop.systemd1"_s, u"/org/freedesktop/systemd1"_s,
        u"org.freedesktop.systemd1.Manager"_s, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, next, failed] {
        watcher->deleteLater();
        const QDBusMessage reply = QDBusPendingReply<>(*watcher).reply();
        if (reply.type() == QDBusMessage::ReplyMessage) {
            next(reply.arguments());
        } else {
            failed(core::badInput(reply.errorMessage()));
        }
    });
}

void UserUnits::isEnabled(const QString &unit, QObject *context, const Done &done)
{
    const auto next = [done](const QVariantList &reply) {
        done(reply.value(0).toString().startsWith("enabled"_L1));
    };
    call(u"GetUnitFileState"_s, {unit}, context, next, done);
}

void UserUnits::setEnabled(const QString &unit, bool enabled, QObject *context, const Done &done)
{
    const auto finish = [done](const QVariantList &) { done(true); };
    const auto reload = [=, this](const auto &then) { call(u"Reload"_s, {}, context, then, done); };
    if (enabled) {
        const auto start = [=, this](const QVariantList &) {
            call(u"StartUnit"_s, {unit, u"replace"_s}, context, finish, done);
        };
        const auto enable = [=, this](const QVariantList &) {
            call(
                u"EnableUnitFiles"_s, {QStringList{unit}, false, true}, context,
                [=](const QVariantList &) { reload(start); }, done);
        };
        reload(enable); // its file may be new
        return;
    }
    const auto disable = [=, this](const QVariantList &) {
        call(
            u"DisableUnitFiles"_s, {QStringList{unit}, false}, context,
            [=](const QVariantList &) { reload(finish); }, done);
    };
    call(u"StopUnit"_s, {unit, u"replace"_s}, context, disable, done);
}

} // namespace desktop
