// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessible.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace
{

constexpr auto accessibleInterface = "org.a11y.atspi.Accessible";
constexpr auto propertiesInterface = "org.freedesktop.DBus.Properties";

QString called(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

Accessible::Accessible()
    : m_bus(QString())
{}

Accessible::Accessible(const QDBusConnection &bus, const QString &service, const QString &path)
    : m_bus(bus)
    , m_service(service)
    , m_path(path)
{}

QDBusMessage Accessible::call(const char *interface, const char *method,
                              const QVariantList &arguments) const
{
    QDBusMessage message =
        QDBusMessage::createMethodCall(m_service, m_path, called(interface), called(method));
    message.setArguments(arguments);
    return m_bus.call(message);
}

QVariant Accessible::property(const char *interface, const char *name) const
{
    const QDBusMessage answer = call(propertiesInterface, "Get", {called(interface), called(name)});
    return answer.arguments().value(0).value<QDBusVariant>().variant();
}

QString Accessible::name() const
{
    return property(accessibleInterface, "Name").toString();
}

QString Accessible::role() const
{
    return call(accessibleInterface, "GetRoleName").arguments().value(0).toString();
}

bool Accessible::is(State state) const
{
    const QVariant answer = call(accessibleInterface, "GetState").arguments().value(0);
    const auto words = qdbus_cast<QList<quint32>>(answer);
    const int bit = static_cast<int>(state);
    return (words.value(bit / 32) >> (bit % 32) & 1U) != 0;
}

QList<Accessible> Accessible::children() const
{
    QList<Accessible> found;
    const QVariant answer = call(accessibleInterface, "GetChildren").arguments().value(0);
    if (!answer.canConvert<QDBusArgument>()) {
        return found;
    }
    const auto list = answer.value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString service;
        QDBusObjectPath path;
        list.beginStructure();
        list >> service >> path;
        list.endStructure();
        found.append(Accessible(m_bus, service, path.path()));
    }
    list.endArray();
    return found;
}

void Accessible::forEach(const std::function<void(const Accessible &)> &visit) const
{
    (void)find([&visit](const Accessible &object) {
        visit(object);
        return false;
    });
}

Accessible Accessible::find(const Wanted &wanted) const
{
    if (wanted(*this)) {
        return *this;
    }
    for (const Accessible &child : children()) {
        if (child.is(State::Showing)) {
            if (const Accessible found = child.find(wanted); !found.isNull()) {
                return found;
            }
        }
    }
    return {};
}

Accessible Accessible::find(const QString &role, const QString &name) const
{
    return find([&role, &name](const Accessible &object) {
        return object.name() == name && object.role() == role;
    });
}

bool Accessible::press() const
{
    return call("org.a11y.atspi.Action", "DoAction", {0}).arguments().value(0).toBool();
}

bool Accessible::setText(const QString &text) const
{
    return call("org.a11y.atspi.EditableText", "SetTextContents", {text})
        .arguments()
        .value(0)
        .toBool();
}

QString Accessible::text() const
{
    return call("org.a11y.atspi.Text", "GetText", {0, -1}).arguments().value(0).toString();
}

bool Accessible::setValue(double value) const
{
    const QVariant wrapped = QVariant::fromValue(QDBusVariant(value));
    return call(propertiesInterface, "Set", {u"org.a11y.atspi.Value"_s, u"CurrentValue"_s, wrapped})
               .type() == QDBusMessage::ReplyMessage;
}

bool Accessible::selectRowOf(const Accessible &cell) const
{
    const auto askTable = [this](const char *method, const QVariantList &arguments) {
        return call("org.a11y.atspi.Table", method, arguments).arguments().value(0);
    };
    const QVariant selected = askTable("GetSelectedRows", {});
    for (const int row : qdbus_cast<QList<int>>(selected)) {
        (void)askTable("RemoveRowSelection", {row});
    }
    const QVariant index = cell.call(accessibleInterface, "GetIndexInParent").arguments().value(0);
    const QVariant row = askTable("GetRowAtIndex", {index.toInt()});
    return index.isValid() && row.isValid() && askTable("AddRowSelection", {row.toInt()}).toBool();
}

bool Accessible::listenToNames(QObject *listener, const char *slot) const
{
    QDBusConnection bus = m_bus;
    const bool connected = bus.connect(m_service, {}, u"org.a11y.atspi.Event.Object"_s,
                                       u"PropertyChange"_s, listener, slot);
    // A program tells nothing where nobody has asked for it.
    QDBusMessage asking =
        QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s,
                                       u"org.a11y.atspi.Registry"_s, u"RegisterEvent"_s);
    asking.setArguments({u"object:property-change:accessible-name"_s});
    return connected && bus.call(asking).type() == QDBusMessage::ReplyMessage;
}

QString Accessible::outline() const
{
    QString lines;
    outline(lines, 0);
    return lines;
}

void Accessible::outline(QString &lines, int depth) const
{
    lines += QString(qsizetype{depth} * 2, u' ') + role() + u" \""_s + name() + u'"' +
             (is(State::Focusable) ? u" focusable"_s : QString()) + u'\n';
    for (const Accessible &child : children()) {
        if (child.is(State::Showing)) {
            child.outline(lines, depth + 1);
        }
    }
}
