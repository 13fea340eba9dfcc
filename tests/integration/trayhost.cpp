// SPDX-License-Identifier: GPL-3.0-or-later
#include "trayhost.h"

#include <QDateTime>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace
{

constexpr auto name = "the test's tray"_L1;
constexpr auto watcher = "org.kde.StatusNotifierWatcher"_L1;

QVariant propertyOf(const QString &property)
{
    if (property == u"ProtocolVersion"_s) {
        return 0;
    }
    return property == u"IsStatusNotifierHostRegistered"_s ? QVariant(true)
                                                           : QVariant(QStringList());
}

/// The id of the entry with that text in what GetLayout of com.canonical.dbusmenu tells; -1.
int entryIn(const QDBusArgument &layout, const QString &text)
{
    int id = 0;
    QVariantMap properties;
    int found = -1;
    layout.beginStructure();
    layout >> id >> properties;
    if (properties.value(u"label"_s).toString().remove(u'_') == text) {
        found = id;
    }
    layout.beginArray();
    while (!layout.atEnd()) {
        QDBusVariant child;
        layout >> child;
        const int below = entryIn(child.variant().value<QDBusArgument>(), text);
        found = below >= 0 ? below : found;
    }
    layout.endArray();
    layout.endStructure();
    return found;
}

} // namespace

TrayHost::TrayHost(const QString &address)
    : m_bus(QDBusConnection::connectToBus(address, name))
{}

TrayHost::~TrayHost()
{
    QDBusConnection::disconnectFromBus(name);
}

bool TrayHost::start()
{
    return m_bus.registerVirtualObject(u"/StatusNotifierWatcher"_s, this) &&
           m_bus.registerService(watcher);
}

/// Qt asks for a property only where it is told of one.
QString TrayHost::introspect(const QString & /*path*/) const
{
    return u"<interface name=\"org.kde.StatusNotifierWatcher\">"
           "<property name=\"IsStatusNotifierHostRegistered\" type=\"b\" access=\"read\"/>"
           "<method name=\"RegisterStatusNotifierItem\"><arg type=\"s\" direction=\"in\"/></method>"
           "</interface>"_s;
}

bool TrayHost::handleMessage(const QDBusMessage &message, const QDBusConnection &bus)
{
    const QVariantList given = message.arguments();
    if (message.member() == u"Get"_s) {
        bus.send(message.createReply(
            QVariant::fromValue(QDBusVariant(propertyOf(given.value(1).toString())))));
        return true;
    }
    if (message.member() == u"RegisterStatusNotifierItem"_s) {
        m_item = message.service();
        bus.send(message.createReply());
        return true;
    }
    return false;
}

bool TrayHost::click()
{
    QDBusMessage activate = QDBusMessage::createMethodCall(
        m_item, u"/StatusNotifierItem"_s, u"org.kde.StatusNotifierItem"_s, u"Activate"_s);
    activate << 0 << 0;
    return m_bus.call(activate).type() == QDBusMessage::ReplyMessage;
}

bool TrayHost::choose(const QString &text)
{
    const auto menu = [this](const QString &method) {
        return QDBusMessage::createMethodCall(m_item, u"/MenuBar"_s, u"com.canonical.dbusmenu"_s,
                                              method);
    };
    QDBusMessage ask = menu(u"GetLayout"_s);
    ask << 0 << -1 << QStringList();
    const QDBusMessage layout = m_bus.call(ask);
    const int id = layout.arguments().size() == 2
                       ? entryIn(layout.arguments().constLast().value<QDBusArgument>(), text)
                       : -1;
    QDBusMessage event = menu(u"Event"_s);
    event << id << u"clicked"_s << QVariant::fromValue(QDBusVariant(QString())) << uint(0);
    return id >= 0 && m_bus.call(event).type() == QDBusMessage::ReplyMessage;
}
