// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profileoptions.h"

#include "cli/loginoptions.h"
#include "cli/textreport.h"
#include "core/tidy.h"
#include "core/typedhost.h"
#include "service/fields.h"

#include <QFileInfo>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;
using core::FieldKind;
using core::ProfileField;

namespace cli
{

namespace
{

/// Seconds from and to; nothing else is taken.
std::pair<double, double> rangeOf(const ProfileField &field)
{
    return field.traits.testFlag(ProfileField::MayBeZero) ? std::pair(0.0, 600.0)
                                                          : std::pair(0.001, 86400.0);
}

/// What was typed as JSON has it; null for what the field cannot be.
QJsonValue jsonOf(const ProfileField &field, const QString &typed)
{
    const QString tidied = core::tidied(typed);
    switch (field.kind()) {
    case FieldKind::Text: return tidied;
    case FieldKind::File: return typed.isEmpty() ? QString() : QFileInfo(typed).absoluteFilePath();
    case FieldKind::Word: return wordMeant(field.option, typed);
    case FieldKind::Flag: return true;
    case FieldKind::Port: return tidied.toInt();
    case FieldKind::Count: {
        bool ok = false;
        const int number = tidied.toInt(&ok);
        return ok ? QJsonValue(number) : QJsonValue();
    }
    case FieldKind::Digest: {
        // As `openssl x509 -fingerprint -sha256` prints it, or bare.
        QString digits = tidied.mid(tidied.indexOf(u'=') + 1);
        digits.remove(u':').remove(u' ');
        return digits.isEmpty() ? QJsonValue() : QJsonValue(digits);
    }
    case FieldKind::Time: {
        const auto [least, most] = rangeOf(field);
        bool ok = false;
        const double seconds = tidied.toDouble(&ok);
        return ok && seconds >= least && seconds <= most ? QJsonValue(seconds) : QJsonValue();
    }
    }
    Q_UNREACHABLE();
}

/// Says what the option takes in place of that.
UsageError refusal(const ProfileField &field, const QString &typed)
{
    const QString option = field.option;
    switch (field.kind()) {
    case FieldKind::Port:
        return {Text::tr("--%1 takes a number from 1 to 65535, not “%2”.").arg(option, typed)};
    case FieldKind::Count: {
        const auto [least, most] = field.range();
        return {Text::tr("--%1 takes a number from %2 to %3, not “%4”.")
                    .arg(option, QString::number(least), QString::number(most), typed)};
    }
    case FieldKind::Digest:
        return {Text::tr("--%1 takes the SHA-256 fingerprint of a certificate, 64 hexadecimal "
                         "digits, not “%2”.")
                    .arg(option, typed)};
    case FieldKind::Time: {
        const auto [least, most] = rangeOf(field);
        return {Text::tr("--%1 takes a number of seconds from %2 to %3, not “%4”.")
                    .arg(option, QString::number(least), QString::number(most), typed)};
    }
    case FieldKind::Word:
    case FieldKind::Text:
    case FieldKind::File:
    case FieldKind::Flag: break;
    }
    return notOneOf(option, typed, field.words());
}

/// What stands before an "@" may be a password, however malformed the rest is.
QString withoutLogin(const QString &typed)
{
    const qsizetype at = typed.lastIndexOf(u'@');
    return at < 0 ? typed : u"...@"_s + typed.mid(at + 1);
}

/// "socks5://proxy.example.org:1080"; the port may be left out.
std::optional<UsageError> readProxy(const QCommandLineParser &parser, core::Proxy &proxy)
{
    const QString typed = core::tidied(parser.value(u"proxy"_s));
    if (typed == u"none"_s) {
        proxy = {};
        return {};
    }
    const QUrl url(typed, QUrl::StrictMode);
    core::Proxy read;
    read.kind = url.scheme() == u"socks5"_s || url.scheme() == u"socks5h"_s
                    ? core::ProxyKind::Socks5
                : url.scheme() == u"http"_s ? core::ProxyKind::HttpConnect
                                            : core::ProxyKind::None;
    read.host = url.host();
    const int port = url.port(core::usualPort(read.kind));
    const bool more = (!url.path().isEmpty() && url.path() != u"/"_s) || url.hasQuery();
    if (!url.isValid() || !read.isUsed() || read.host.isEmpty() || port < 1 || more) {
        return UsageError{
            Text::tr("--proxy takes socks5://HOST:PORT, http://HOST:PORT or none, not “%1”.")
                .arg(withoutLogin(typed))};
    }
    if (!url.userInfo().isEmpty()) {
        return UsageError{Text::tr("--proxy: a proxy that wants a password of its own cannot be "
                                   "used; leave ID and password out.")};
    }
    read.port = static_cast<quint16>(port);
    proxy = read;
    return {};
}

/// Not every command has every option.
bool isGiven(const QCommandLineParser &parser, const QString &option)
{
    return parser.optionNames().contains(option);
}

/// The options of one server's place.
struct Place
{
    QString host;
    QString port;
    QString security;
    QString tlsFirst; // the word of `security`
    core::HostFor use;
};

UsageError contradiction(const Place &place, const QString &told, const QString &option)
{
    return {Text::tr("--%1 says %2, and --%3 says something else. Leave one of them out.")
                .arg(place.host, told, option)};
}

/// Takes the host that is given apart, into Following or PopFollowing.
template <typename Settings>
std::optional<UsageError> takeHost(const QCommandLineParser &parser, const Place &place,
                                   Settings &settings)
{
    if (!isGiven(parser, place.host)) {
        return {};
    }
    const auto read = core::typedHost(parser.value(place.host), place.use);
    if (!read) {
        return UsageError{u"--%1: "_s.arg(place.host) +
                          read.error().detail.translated(&translatedText)};
    }
    if (read->port && parser.isSet(place.port) &&
        core::typedPort(parser.value(place.port)) != read->port) {
        return contradiction(place, Text::tr("port %1").arg(*read->port), place.port);
    }
    if (read->tlsFirst && parser.isSet(place.security) &&
        wordMeant(place.security, parser.value(place.security)) != place.tlsFirst) {
        return contradiction(place, read->scheme + u"://"_s, place.security);
    }
    settings.take(*read);
    settings.portTyped = settings.portTyped || read->port;
    return {};
}

std::optional<UsageError> readField(const QCommandLineParser &parser, const ProfileField &field,
                                    core::ServerProfile &profile)
{
    if (field.option == "auth"_L1) {
        return readMethod(parser, profile);
    }
    if (field.option == "proxy"_L1) {
        return readProxy(parser, profile.proxy);
    }
    const QString typed = parser.value(field.option);
    return field.setJson(profile, jsonOf(field, typed)) ? std::nullopt
                                                        : std::optional(refusal(field, typed));
}

/// What is wrong with the settings only beside each other.
std::optional<UsageError> problemOf(const QCommandLineParser &parser,
                                    const core::ServerProfile &profile)
{
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (option.startsWith(u"pop-"_s) && profile.method != core::Method::PopBeforeSmtp) {
            return UsageError{Text::tr("--%1 goes with --auth pbs only.").arg(option)};
        }
    }
    const QString popHost = given.contains(u"pop-host"_s) ? profile.pop.host : QString();
    if (const core::Text problem = service::hostProblem(popHost);
        !popHost.isEmpty() && !problem.isEmpty()) {
        return UsageError{u"--pop-host: "_s + problem.translated(&translatedText)};
    }
    if ((given.contains(u"client-key"_s) || given.contains(u"client-cert"_s)) &&
        !profile.clientKey.isEmpty() && profile.clientCertificate.isEmpty()) {
        return UsageError{Text::tr("--client-key goes with a certificate: add --client-cert.")};
    }
    return {};
}

/// "20" where it is the same for all, else "connect 1.5, data 60".
QString limitsText(const core::ServerProfile &profile)
{
    QStringList times;
    QStringList changed;
    for (const ProfileField &field : core::profileFields()) {
        if (field.option == "timeout"_L1) {
            times.append(field.text(profile));
            if (!field.isUsual(profile)) {
                changed.append(field.key + u' ' + times.constLast());
            }
        }
    }
    return times.removeDuplicates() > 0 && times.size() == 1 ? times[0] : changed.join(u", "_s);
}

/// "socks5://proxy.example.org:1080", as --proxy takes it; empty without a proxy.
QString proxyText(const core::Proxy &proxy)
{
    if (!proxy.isUsed()) {
        return {};
    }
    const QString scheme = proxy.kind == core::ProxyKind::Socks5 ? u"socks5"_s : u"http"_s;
    const QString host = proxy.host.contains(u':') ? u'[' + proxy.host + u']' : proxy.host;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(proxy.port);
}

/// Whether a port goes along because what it follows has changed.
bool portFollows(const ProfileField &field, const core::ServerProfile &before,
                 const core::ServerProfile &after)
{
    if (field.key != "port"_L1) {
        return false;
    }
    if (field.group == "pop"_L1) {
        return before.pop.security != after.pop.security;
    }
    return before.security != after.security || core::usualPort(before.security, before.method) !=
                                                    core::usualPort(after.security, after.method);
}

} // namespace

std::optional<UsageError> readFields(const QCommandLineParser &parser,
                                     service::Following &following)
{
    core::ServerProfile &profile = following.entry.profile;
    service::PopFollowing pop(profile.pop);
    for (const ProfileField &field : core::profileFields()) {
        if (isGiven(parser, field.option)) {
            if (const auto error = readField(parser, field, profile)) {
                return error;
            }
        }
    }
    following.securityChosen = isGiven(parser, u"security"_s); // a saved one may still follow
    if (isGiven(parser, u"port"_s)) {
        following.typePort(profile.port);
        following.followPort();
    }
    const Place smtpPlace{u"host"_s, u"port"_s, u"security"_s, u"smtps"_s, core::HostFor::Smtp};
    if (const auto error = takeHost(parser, smtpPlace, following)) {
        return error;
    }
    if (!following.portTyped) {
        following.useUsualPort();
    }
    pop.pop = profile.pop;
    pop.portTyped = pop.portTyped || isGiven(parser, u"pop-port"_s);
    const Place popPlace{u"pop-host"_s, u"pop-port"_s, u"pop-security"_s, u"pop3s"_s,
                         core::HostFor::Pop};
    if (const auto error = takeHost(parser, popPlace, pop)) {
        return error;
    }
    pop.followSecurity();
    profile.pop = pop.pop;
    return problemOf(parser, profile);
}

std::optional<UsageError> readUnset(const QCommandLineParser &parser, core::ServerProfile &profile)
{
    const QStringList names = parser.values(u"unset"_s);
    for (const QString &name : names) {
        QStringList all;
        for (const ProfileField &field : core::profileFields()) {
            if (field.traits.testFlag(ProfileField::CanUnset)) {
                all.append(field.option);
                // A key is of no use without its certificate.
                if (name == field.option ||
                    (name == u"client-cert"_s && field.option == "client-key"_L1)) {
                    field.reset(profile);
                }
            }
        }
        all.removeDuplicates();
        if (!all.contains(name)) {
            return notOneOf(u"unset"_s, name, all);
        }
        if (parser.isSet(name)) {
            return UsageError{Text::tr("Give --%1 or --unset %1, not both.").arg(name)};
        }
    }
    return {};
}

std::optional<QString> ownOption(const QCommandLineParser &parser)
{
    const QStringList given = parser.optionNames();
    for (const ProfileField &field : core::profileFields()) {
        if (!field.option.isEmpty() && !field.traits.testFlag(ProfileField::ForOneRun) &&
            given.contains(field.option)) {
            return field.option;
        }
    }
    return {};
}

QString optionText(const ProfileField &field, const core::ServerProfile &profile)
{
    if (field.option == "proxy"_L1) {
        return proxyText(profile.proxy);
    }
    if (field.option == "timeout"_L1) {
        return limitsText(profile);
    }
    const FieldKind kind = field.kind();
    const bool off =
        (kind == FieldKind::Flag || kind == FieldKind::Count) && field.isUsual(profile);
    return off ? QString() : field.text(profile);
}

Difference differenceBetween(const core::ServerProfile &before, const core::ServerProfile &after,
                             bool moves)
{
    Difference difference;
    for (const ProfileField &field : core::profileFields()) {
        const bool place = field.key == "host"_L1 || field.key == "port"_L1;
        const QString value = optionText(field, after);
        const bool same = value == optionText(field, before) && !portFollows(field, before, after);
        if (field.help == nullptr || same || (place && !moves)) {
            continue;
        }
        if (value.isEmpty() && field.traits.testFlag(ProfileField::CanUnset)) {
            difference.takenBack.append(field.option);
            continue;
        }
        difference.options.append(u"--"_s + field.option);
        if (field.kind() != FieldKind::Flag) {
            difference.options.append(value);
        }
    }
    return difference;
}

} // namespace cli
