// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/hostname.h"

#include "core/tidy.h"
#include "mime/typedtext.h"

#include <QUrl>

#include <algorithm>
#include <arpa/inet.h>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char *hostName = QT_TRANSLATE_NOOP("core", "The host name");
constexpr const char *domainName = QT_TRANSLATE_NOOP("core", "The domain");

// Underscores are no part of RFC 1123 host names, but local networks, containers and some mail
// domains have them.
enum class Underscore
{
    Allowed,
    Refused,
};

bool isIPv4(const QByteArray &text)
{
    in_addr address;
    return inet_pton(AF_INET, text.constData(), &address) == 1;
}

bool isIPv6(const QByteArray &text)
{
    in6_addr address;
    return inet_pton(AF_INET6, text.constData(), &address) == 1;
}

/// A link-local address with its interface, "fe80::1%eth0" (RFC 4007 11).
bool isScopedIPv6(const QByteArray &text)
{
    const qsizetype percent = text.indexOf('%');
    const QByteArray zone = text.mid(percent + 1);
    return percent > 0 && !zone.isEmpty() && isIPv6(text.first(percent)) &&
           std::all_of(zone.begin(), zone.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_' || c == '.';
           });
}

bool isAllDigits(QByteArrayView label)
{
    return std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isLabel(QByteArrayView label, Underscore underscore)
{
    const auto allowed = [underscore](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || (c == '_' && underscore == Underscore::Allowed);
    };
    return std::all_of(label.begin(), label.end(), allowed) && !label.startsWith('-') &&
           !label.endsWith('-');
}

/// `typed` is folded and has neither control characters nor spaces around it. A dot at its end,
/// the root of the DNS (RFC 1034 3.1), is left out: neither SMTP nor TLS names a host with it.
core::Result<QByteArray> nameToAscii(const QString &typed, const char *what, Underscore underscore)
{
    const QString name = typed.size() > 1 && typed.endsWith(u'.') ? typed.chopped(1) : typed;
    const bool ascii = std::all_of(name.begin(), name.end(), [](QChar c) { return c < u'\x80'; });
    const QByteArray ace = ascii ? name.toLatin1() : QUrl::toAce(name);
    if (ace.isEmpty()) {
        return badInput(what, QT_TRANSLATE_NOOP("core", "%1 is no valid host name."));
    }
    if (ace.size() > 253) { // RFC 1035 2.3.4, as text
        return badInput(what, QT_TRANSLATE_NOOP("core", "%1 is longer than 253 characters."));
    }
    const QByteArrayList labels = ace.split('.');
    for (const QByteArray &label : labels) {
        if (label.isEmpty()) {
            return badInput(what, QT_TRANSLATE_NOOP("core", "%1 has an empty part beside a dot."));
        }
        if (label.size() > 63) {
            return badInput(
                what, QT_TRANSLATE_NOOP(
                          "core", "%1 has a part of more than 63 characters between its dots."));
        }
        if (!isLabel(label, underscore)) {
            return badInput(what, QT_TRANSLATE_NOOP("core", "%1 is no valid host name."));
        }
    }
    // No top-level domain is a number, and the resolver would read "127.1" as an address.
    if (isAllDigits(labels.last())) {
        return badInput(what,
                        QT_TRANSLATE_NOOP("core", "%1 looks like an IP address but is none."));
    }
    return ace;
}

/// The address inside "[...]", with or without RFC 5321's tag; empty where there are no brackets.
QByteArray insideBrackets(const QString &text)
{
    if (!text.startsWith(u'[') || !text.endsWith(u']')) {
        return {};
    }
    const QString inside = text.mid(1, text.size() - 2);
    const bool tagged = inside.startsWith("IPv6:"_L1, Qt::CaseInsensitive);
    return (tagged ? inside.mid(5) : inside).toUtf8();
}

/// The RFC 5321 4.1.3 literal of an IP address; empty where it is none.
QByteArray addressLiteral(const QByteArray &address)
{
    if (isIPv4(address)) {
        return '[' + address + ']';
    }
    if (isIPv6(address)) {
        return "[IPv6:" + address + ']';
    }
    return {};
}

} // namespace

core::Result<QByteArray> parseEhloName(const QString &typed)
{
    if (const auto error = controlInside(typed, hostName)) {
        return *error;
    }
    const QString name = core::halfWidth(typed).trimmed();
    if (name.isEmpty()) {
        return QByteArray("[127.0.0.1]");
    }
    const bool bracketed = name.startsWith(u'[');
    const QByteArray literal = addressLiteral(bracketed ? insideBrackets(name) : name.toUtf8());
    if (!literal.isEmpty()) {
        return literal;
    }
    if (bracketed) {
        return badInput(
            hostName,
            QT_TRANSLATE_NOOP("core", "%1 has square brackets, but no IP address in them."));
    }
    return nameToAscii(name, hostName, Underscore::Refused);
}

core::Result<QByteArray> hostToAscii(const QString &typed)
{
    if (const auto error = controlInside(typed, hostName)) {
        return *error;
    }
    const QString host = core::halfWidth(typed).trimmed();
    if (host.isEmpty()) {
        return badInput(hostName, QT_TRANSLATE_NOOP("core", "%1 is empty."));
    }
    const bool bracketed = host.startsWith(u'[');
    const QByteArray address = bracketed ? insideBrackets(host) : host.toUtf8();
    if (isIPv4(address) || isIPv6(address) || isScopedIPv6(address)) {
        return address;
    }
    if (bracketed) {
        return badInput(
            hostName,
            QT_TRANSLATE_NOOP("core", "%1 has square brackets, but no IP address in them."));
    }
    return nameToAscii(host, hostName, Underscore::Allowed);
}

core::Result<QByteArray> domainToAscii(const QString &typed)
{
    if (const auto error = controlInside(typed, domainName)) {
        return *error;
    }
    const QString domain = core::halfWidth(typed);
    if (domain.startsWith(u'[')) {
        const QByteArray literal = addressLiteral(insideBrackets(domain));
        if (literal.isEmpty()) {
            return badInput(
                domainName,
                QT_TRANSLATE_NOOP("core", "%1 has square brackets, but no IP address in them."));
        }
        return literal;
    }
    if (!addressLiteral(domain.toUtf8()).isEmpty()) {
        return badInput(domainName,
                        QT_TRANSLATE_NOOP(
                            "core", "%1 is an IP address, which stands in square brackets here."));
    }
    return nameToAscii(domain, domainName, Underscore::Allowed);
}

} // namespace mime
