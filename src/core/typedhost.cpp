// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/typedhost.h"

#include "core/tidy.h"

#include <span>

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

struct Scheme
{
    QLatin1StringView word;
    bool tlsFirst = false;
};

constexpr Scheme ofSmtp[] = {{"smtp"_L1},      {"submission"_L1},        {"smtps"_L1, true},
                             {"ssl"_L1, true}, {"submissions"_L1, true}, {"tls"_L1, true}};
constexpr Scheme ofPop[] = {{"pop"_L1},         {"pop3"_L1},      {"pops"_L1, true},
                            {"pop3s"_L1, true}, {"ssl"_L1, true}, {"tls"_L1, true}};

std::optional<Scheme> schemeOf(const QString &word, HostFor use)
{
    const std::span<const Scheme> all =
        use == HostFor::Smtp ? std::span<const Scheme>(ofSmtp) : std::span<const Scheme>(ofPop);
    for (const Scheme &scheme : all) {
        if (word.compare(scheme.word, Qt::CaseInsensitive) == 0) {
            return scheme;
        }
    }
    return {};
}

Error unknownScheme(const QString &word, HostFor use)
{
    return use == HostFor::Smtp
               ? badInput({QT_TRANSLATE_NOOP("core", "The host name begins with “%1://”. A server "
                                                     "for sending has smtp:// or smtps://, or no "
                                                     "such beginning."),
                           {word}})
               : badInput({QT_TRANSLATE_NOOP("core", "The host name begins with “%1://”. A POP3 "
                                                     "server has pop3:// or pop3s://, or no such "
                                                     "beginning."),
                           {word}});
}

/// Takes the port behind `host` off it. Several colons are an IPv6 address's own.
std::optional<Error> takePort(TypedHost &typed)
{
    QString &host = typed.host;
    const qsizetype bracket = host.startsWith(u'[') ? host.indexOf(u']') : -1;
    const qsizetype colon = bracket >= 0            ? host.indexOf(u':', bracket)
                            : host.count(u':') == 1 ? host.indexOf(u':')
                                                    : -1;
    if (colon >= 0) {
        const QString port = host.sliced(colon + 1);
        typed.port = typedPort(port);
        if (!typed.port) {
            return badInput({QT_TRANSLATE_NOOP("core", "The port after the host name is “%1”, not "
                                                       "a number from 1 to 65535."),
                             {port}});
        }
        host.truncate(colon);
    }
    return {};
}

} // namespace

Result<TypedHost> typedHost(const QString &typed, HostFor use)
{
    TypedHost read;
    read.host = tidied(typed);
    if (read.host.contains(u'@')) {
        return badInput(QT_TRANSLATE_NOOP(
            "core", "The host name has an @. Give the server's name alone, without an ID and "
                    "without a password."));
    }
    if (const qsizetype end = read.host.indexOf("://"_L1); end >= 0) {
        const QString word = read.host.first(end);
        const std::optional<Scheme> scheme = schemeOf(word, use);
        if (!scheme) {
            return unknownScheme(word, use);
        }
        read.scheme = scheme->word;
        read.tlsFirst = scheme->tlsFirst;
        read.host.remove(0, end + 3);
    }
    while (read.host.endsWith(u'/')) {
        read.host.chop(1);
    }
    if (read.host.contains(u'/')) {
        return badInput(QT_TRANSLATE_NOOP(
            "core", "The host name has a slash and more behind it. Give the server's name alone."));
    }
    if (const auto error = takePort(read)) {
        return *error;
    }
    if (read.host.startsWith(u'[') && read.host.endsWith(u']')) {
        read.host = read.host.sliced(1).chopped(1);
    }
    if (read.host.endsWith(u'.')) {
        read.host.chop(1); // the root of the DNS, RFC 1034 3.1
    }
    return read;
}

Text contradiction(const TypedHost &typed, std::optional<quint16> port,
                   std::optional<bool> tlsFirst)
{
    if (typed.port && port && *typed.port != *port) {
        return {QT_TRANSLATE_NOOP("core", "The host says port %1, and the port is set to %2. Give "
                                          "the host name alone, or set the same port."),
                {*typed.port, *port}};
    }
    if (typed.tlsFirst && tlsFirst && !*tlsFirst) {
        return {QT_TRANSLATE_NOOP("core", "The host says %1 (TLS from the first byte), and another "
                                          "encryption is set. Give the host name alone, or set the "
                                          "same encryption."),
                {typed.scheme + u"://"_s}};
    }
    return {};
}

std::optional<quint16> typedPort(const QString &typed)
{
    bool ok = false;
    const int number = tidied(typed).toInt(&ok);
    return ok && number >= 1 && number <= 65535 ? std::optional(static_cast<quint16>(number))
                                                : std::nullopt;
}

} // namespace core
