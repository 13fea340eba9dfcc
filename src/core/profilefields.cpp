// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profilefields.h"

#include "core/words.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

using Profile = ServerProfile;
using Place = FieldPlace;
using Field = ProfileField;
using std::chrono::milliseconds;

using enum Field::Trait;
constexpr QLatin1StringView none;
constexpr Field::Traits ofProxy = AlwaysStored | CanUnset;
constexpr Field::Traits limit = StoredIfUsed | ForOneRun | CanUnset;

constexpr Field fields[] = {
    {none, "name"_L1, none, AlwaysStored, [](Profile &p) -> Place { return &p.name; }},
    {none, "host"_L1, "host"_L1, AlwaysStored | OtherReply,
     [](Profile &p) -> Place { return &p.host; }, "H",
     QT_TRANSLATE_NOOP("core", "The server's host name or address."),
     QT_TRANSLATE_NOOP("core", "Host")},
    {none, "security"_L1, "security"_L1, AlwaysStored | OtherReply,
     [](Profile &p) -> Place { return &p.security; }, "KIND",
     QT_TRANSLATE_NOOP(
         "core", "smtps, starttls, starttls-if-offered or none; default: smtps with port 465, else "
                 "starttls."),
     QT_TRANSLATE_NOOP("core", "Security")},
    {none, "port"_L1, "port"_L1, AlwaysStored | OtherReply,
     [](Profile &p) -> Place { return &p.port; }, "P",
     QT_TRANSLATE_NOOP("core", "Its port; usual: 465 for smtps, 587 for starttls, 25 for none."),
     QT_TRANSLATE_NOOP("core", "Port")},
    {none, "method"_L1, "auth"_L1, OfLogin | AlwaysStored | ForOneRun,
     [](Profile &p) -> Place { return &p.method; }, "METHOD",
     QT_TRANSLATE_NOOP(
         "core",
         "auto, scram-sha-256, cram-md5, login, plain1, plain2, oauthbearer or xoauth2 (an access "
         "token), external (a certificate), pbs (POP before SMTP) or none. The server's reply may "
         "lead to a lower one of the first five, never to a higher one."),
     QT_TRANSLATE_NOOP("core", "Method")},
    {none, "userId"_L1, "id"_L1, OfLogin | AlwaysStored | ForOneRun,
     [](Profile &p) -> Place { return &p.userId; }, "ID",
     QT_TRANSLATE_NOOP("core", "The ID to log in with, often the whole mail address."),
     QT_TRANSLATE_NOOP("core", "ID")},
    {none, "ehloName"_L1, "ehlo"_L1, AlwaysStored | ForOneRun | CanUnset,
     [](Profile &p) -> Place { return &p.ehloName; }, "NAME",
     QT_TRANSLATE_NOOP("core", "The name to greet the server with; default [127.0.0.1]."),
     QT_TRANSLATE_NOOP("core", "EHLO name")},
    {none, "caFile"_L1, "ca-file"_L1, IsFile | AlwaysStored | CanUnset,
     [](Profile &p) -> Place { return &p.caFile; }, "F",
     QT_TRANSLATE_NOOP("core", "Certificates (PEM) to trust beside the system's."),
     QT_TRANSLATE_NOOP("core", "CA file")},
    {none, "pinnedSha256"_L1, "pin"_L1, StoredIfUsed | CanUnset,
     [](Profile &p) -> Place { return &p.pinnedSha256; }, "SHA256",
     QT_TRANSLATE_NOOP("core", "Trust the one certificate with this fingerprint, whatever is wrong "
                               "with it, and no other."),
     QT_TRANSLATE_NOOP("core", "Pinned certificate")},
    {none, "clientCertificate"_L1, "client-cert"_L1, IsFile | CanUnset,
     [](Profile &p) -> Place { return &p.clientCertificate; }, "F",
     QT_TRANSLATE_NOOP("core", "A certificate (PEM) of one's own to show to the server."),
     QT_TRANSLATE_NOOP("core", "Client certificate")},
    {none, "clientKey"_L1, "client-key"_L1, IsFile | CanUnset,
     [](Profile &p) -> Place { return &p.clientKey; }, "F",
     QT_TRANSLATE_NOOP("core", "Its key (PEM); default: in the certificate's file."),
     QT_TRANSLATE_NOOP("core", "Its key")},
    {"proxy"_L1, "kind"_L1, "proxy"_L1, ofProxy, [](Profile &p) -> Place { return &p.proxy.kind; },
     "URL",
     QT_TRANSLATE_NOOP("core",
                       "Connect by this proxy: socks5://HOST:PORT or http://HOST:PORT "
                       "(CONNECT). Without it none is used, whatever the environment says."),
     QT_TRANSLATE_NOOP("core", "Proxy")},
    {"proxy"_L1, "host"_L1, "proxy"_L1, ofProxy, [](Profile &p) -> Place { return &p.proxy.host; }},
    {"proxy"_L1, "port"_L1, "proxy"_L1, ofProxy, [](Profile &p) -> Place { return &p.proxy.port; }},
    {none, "allowOldTls"_L1, "allow-old-tls"_L1, CanUnset,
     [](Profile &p) -> Place { return &p.allowOldTls; }, nullptr,
     QT_TRANSLATE_NOOP("core", "Take TLS 1.0 and 1.1 too, which can be broken."),
     QT_TRANSLATE_NOOP("core", "TLS 1.0 and 1.1"), QT_TRANSLATE_NOOP("core", "allowed")},
    {none, "tryNextMethod"_L1, "try-next-method"_L1, OfLogin | CanUnset,
     [](Profile &p) -> Place { return &p.tryNextMethod; }, nullptr,
     QT_TRANSLATE_NOOP("core", "After a refused login try the next method that is offered by "
                               "itself, over verified TLS only."),
     QT_TRANSLATE_NOOP("core", "Next method"),
     QT_TRANSLATE_NOOP("core", "tried after a refused login")},
    {none, "allowPlaintextPassword"_L1, "allow-plaintext-password"_L1,
     OfLogin | AlwaysStored | CanUnset,
     [](Profile &p) -> Place { return &p.allowPlaintextPassword; }, nullptr,
     QT_TRANSLATE_NOOP("core", "Let the password cross the network unencrypted. Anybody on the way "
                               "can read it."),
     QT_TRANSLATE_NOOP("core", "Unencrypted password"), QT_TRANSLATE_NOOP("core", "allowed")},
    {"timeLimits"_L1, "connect"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.connect; }, "SECONDS",
     QT_TRANSLATE_NOOP("core",
                       "The longest time for each step, its whole reply included; default: 30 s to "
                       "connect and, in check and reply, for the greeting, else minutes."),
     QT_TRANSLATE_NOOP("core", "Time limit")},
    {"timeLimits"_L1, "tls"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.tls; }},
    {"timeLimits"_L1, "greeting"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.greeting; }},
    {"timeLimits"_L1, "command"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.command; }},
    {"timeLimits"_L1, "data"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.data; }},
    {"timeLimits"_L1, "block"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.block; }},
    {"timeLimits"_L1, "endOfData"_L1, "timeout"_L1, limit,
     [](Profile &p) -> Place { return &p.deadlines.endOfData; }},
    {"pace"_L1, "connections"_L1, "connections"_L1, StoredIfUsed | CanUnset,
     [](Profile &p) -> Place { return &p.pace.connections; }, "N",
     QT_TRANSLATE_NOOP("core", "The outbox: how many connections at once; default 1."),
     QT_TRANSLATE_NOOP("core", "Connections at once")},
    {"pace"_L1, "mailsPerConnection"_L1, "mails-per-connection"_L1,
     StoredIfUsed | CanUnset | MayBeZero,
     [](Profile &p) -> Place { return &p.pace.mailsPerConnection; }, "N",
     QT_TRANSLATE_NOOP("core", "The outbox: how many mails over one connection; default: 0, as "
                               "many as the server takes."),
     QT_TRANSLATE_NOOP("core", "Mails per connection")},
    {"pace"_L1, "mailsPerMinute"_L1, "mails-per-minute"_L1, StoredIfUsed | CanUnset | MayBeZero,
     [](Profile &p) -> Place { return &p.pace.mailsPerMinute; }, "N",
     QT_TRANSLATE_NOOP("core", "The outbox: how many mails a minute; default: 0, no limit."),
     QT_TRANSLATE_NOOP("core", "Mails per minute")},
    {"pop"_L1, "host"_L1, "pop-host"_L1, OfLogin | AlwaysStored,
     [](Profile &p) -> Place { return &p.pop.host; }, "H",
     QT_TRANSLATE_NOOP("core", "For pbs: the POP3 server; default: the SMTP server's host."),
     QT_TRANSLATE_NOOP("core", "POP3 host")},
    {"pop"_L1, "security"_L1, "pop-security"_L1, OfLogin | AlwaysStored,
     [](Profile &p) -> Place { return &p.pop.security; }, "KIND",
     QT_TRANSLATE_NOOP("core", "pop3s (default), stls or none."),
     QT_TRANSLATE_NOOP("core", "POP3 security")},
    {"pop"_L1, "port"_L1, "pop-port"_L1, OfLogin | AlwaysStored,
     [](Profile &p) -> Place { return &p.pop.port; }, "P",
     QT_TRANSLATE_NOOP("core", "Its port; usual: 995 for pop3s, else 110."),
     QT_TRANSLATE_NOOP("core", "POP3 port")},
    {"pop"_L1, "auth"_L1, "pop-auth"_L1, OfLogin | AlwaysStored | ForOneRun,
     [](Profile &p) -> Place { return &p.pop.auth; }, "WAY",
     QT_TRANSLATE_NOOP("core", "auto (APOP where it is offered), apop or user (USER and PASS)."),
     QT_TRANSLATE_NOOP("core", "POP3 login")},
    {"pop"_L1, "userId"_L1, "pop-id"_L1, OfLogin | AlwaysStored | ForOneRun,
     [](Profile &p) -> Place { return &p.pop.userId; }, "ID",
     QT_TRANSLATE_NOOP("core", "The ID for POP3; default: that of --id."),
     QT_TRANSLATE_NOOP("core", "POP3 ID")},
    {"pop"_L1, "ownPassword"_L1, none, OfLogin | AlwaysStored,
     [](Profile &p) -> Place { return &p.pop.ownPassword; }, nullptr, nullptr,
     QT_TRANSLATE_NOOP("core", "POP3 password"), QT_TRANSLATE_NOOP("core", "its own")},
    {"pop"_L1, "wait"_L1, "pop-wait"_L1, OfLogin | AlwaysStored | ForOneRun | MayBeZero,
     [](Profile &p) -> Place { return &p.pop.wait; }, "SECONDS",
     QT_TRANSLATE_NOOP("core", "How long to wait after the POP3 login; default 1."),
     QT_TRANSLATE_NOOP("core", "POP3 waiting time")},
    {"pop"_L1, "pinnedSha256"_L1, "pop-pin"_L1, OfLogin | StoredIfUsed | CanUnset,
     [](Profile &p) -> Place { return &p.pop.pinnedSha256; }, "SHA256",
     QT_TRANSLATE_NOOP("core", "As --pin, for the POP3 server's certificate."),
     QT_TRANSLATE_NOOP("core", "Pinned POP3 certificate")},
};

constexpr qsizetype digestSize = 32;
/// A QTimer holds no more milliseconds than an int.
constexpr double longest = 2'000'000; // seconds

/// A number of seconds, without a fraction where there is none.
QJsonValue secondsOf(milliseconds time)
{
    return time.count() % 1000 == 0 ? QJsonValue(qint64{time.count() / 1000})
                                    : QJsonValue(static_cast<double>(time.count()) / 1000);
}

std::optional<FieldValue> digestFrom(const QString &hex)
{
    const QByteArray digest = QByteArray::fromHex(hex.toLatin1());
    // fromHex() skips what is not hex.
    const bool good = hex.isEmpty() || (digest.size() == digestSize &&
                                        QString::fromLatin1(digest.toHex()) == hex.toLower());
    return good ? std::optional(digest) : std::nullopt;
}

std::optional<FieldValue> timeFrom(double seconds, bool mayBeZero)
{
    const bool good = (mayBeZero ? seconds >= 0 : seconds > 0) && seconds <= longest;
    return good ? std::optional(milliseconds(std::llround(seconds * 1000))) : std::nullopt;
}

} // namespace

std::span<const ProfileField> profileFields()
{
    return fields;
}

FieldKind ProfileField::kind() const
{
    Profile any;
    const Place at = place(any);
    if (std::holds_alternative<QString *>(at)) {
        return traits.testFlag(IsFile) ? FieldKind::File : FieldKind::Text;
    }
    return std::holds_alternative<bool *>(at)           ? FieldKind::Flag
           : std::holds_alternative<quint16 *>(at)      ? FieldKind::Port
           : std::holds_alternative<int *>(at)          ? FieldKind::Count
           : std::holds_alternative<QByteArray *>(at)   ? FieldKind::Digest
           : std::holds_alternative<milliseconds *>(at) ? FieldKind::Time
                                                        : FieldKind::Word;
}

FieldValue ProfileField::value(const Profile &profile) const
{
    Profile copy = profile; // place() is one function for both ways; this shares its data
    const auto read = [](const auto *at) -> FieldValue {
        if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(*at)>>) {
            return QString(wordOf(*at));
        } else {
            return *at;
        }
    };
    return std::visit(read, place(copy));
}

bool ProfileField::set(Profile &profile, const FieldValue &value) const
{
    const auto write = [&value](auto *at) {
        using T = std::remove_reference_t<decltype(*at)>;
        std::optional<T> given;
        if constexpr (std::is_enum_v<T>) {
            const auto *word = std::get_if<QString>(&value);
            given = word == nullptr ? given : valueOf<T>(*word);
        } else if (const auto *plain = std::get_if<T>(&value)) {
            given = *plain;
        }
        *at = given.value_or(*at);
        return given.has_value();
    };
    return std::visit(write, place(profile));
}

QStringList ProfileField::words() const
{
    Profile any;
    const auto all = [](const auto *at) {
        using T = std::remove_cvref_t<decltype(*at)>;
        if constexpr (std::is_enum_v<T>) {
            return wordsOf<T>();
        } else {
            return QStringList();
        }
    };
    return std::visit(all, place(any));
}

std::pair<int, int> ProfileField::range() const
{
    constexpr int most = 9999;
    return {traits.testFlag(MayBeZero) ? 0 : 1, most};
}

bool ProfileField::isUsual(const Profile &profile) const
{
    return value(profile) == value(Profile());
}

void ProfileField::reset(Profile &profile) const
{
    if (!set(profile, value(Profile()))) {
        Q_UNREACHABLE();
    }
}

QString ProfileField::text(const Profile &profile) const
{
    return json(profile).toVariant().toString();
}

QJsonValue ProfileField::json(const Profile &profile) const
{
    const FieldValue value = this->value(profile);
    if (const auto *digest = std::get_if<QByteArray>(&value)) {
        return QString::fromLatin1(digest->toHex());
    }
    if (const auto *time = std::get_if<milliseconds>(&value)) {
        return secondsOf(*time);
    }
    if (const auto *port = std::get_if<quint16>(&value)) {
        return int{*port};
    }
    if (const auto *count = std::get_if<int>(&value)) {
        return *count;
    }
    const auto *flag = std::get_if<bool>(&value);
    return flag != nullptr ? QJsonValue(*flag) : QJsonValue(std::get<QString>(value));
}

bool ProfileField::setJson(Profile &profile, const QJsonValue &json) const
{
    if (json.type() != this->json(profile).type()) {
        return false;
    }
    std::optional<FieldValue> value;
    switch (kind()) {
    case FieldKind::Text:
    case FieldKind::File:
    case FieldKind::Word: value = json.toString(); break;
    case FieldKind::Flag: value = json.toBool(); break;
    case FieldKind::Port:
        if (const qint64 number = json.toInteger(); number >= 1 && number <= 65535) {
            value = static_cast<quint16>(number);
        }
        break;
    case FieldKind::Count:
        if (const qint64 number = json.toInteger(-1);
            number >= range().first && number <= range().second) {
            value = static_cast<int>(number);
        }
        break;
    case FieldKind::Digest: value = digestFrom(json.toString()); break;
    case FieldKind::Time: value = timeFrom(json.toDouble(), traits.testFlag(MayBeZero)); break;
    }
    return value && set(profile, *value);
}

bool differIn(ProfileField::Trait trait, const Profile &one, const Profile &other)
{
    return std::any_of(std::begin(fields), std::end(fields), [&](const Field &field) {
        return field.traits.testFlag(trait) && field.value(one) != field.value(other);
    });
}

} // namespace core
