// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverjson.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using core::Deadlines;

struct TimeLimit
{
    QLatin1StringView key;
    std::chrono::milliseconds Deadlines::*time;
};

constexpr TimeLimit timeLimits[] = {
    {"connect"_L1, &Deadlines::connect},     {"tls"_L1, &Deadlines::tls},
    {"greeting"_L1, &Deadlines::greeting},   {"command"_L1, &Deadlines::command},
    {"data"_L1, &Deadlines::data},           {"block"_L1, &Deadlines::block},
    {"endOfData"_L1, &Deadlines::endOfData},
};

/// A QTimer holds no more milliseconds than an int.
constexpr double longestLimit = 2'000'000; // seconds

QString hex(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex());
}

/// Reads keys of one object and remembers whether one had the wrong type. A missing key leaves the
/// default.
class Reader
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {}

    void read(QLatin1StringView key, QString &text)
    {
        if (const QJsonValue value = take(key, QJsonValue::String); value.isString()) {
            text = value.toString();
        }
    }

    void read(QLatin1StringView key, bool &flag)
    {
        if (const QJsonValue value = take(key, QJsonValue::Bool); value.isBool()) {
            flag = value.toBool();
        }
    }

    void read(QLatin1StringView key, QStringList &words)
    {
        const QJsonArray values = take(key, QJsonValue::Array).toArray();
        for (const QJsonValue value : values) {
            m_good = m_good && value.isString();
            words += value.toString();
        }
    }

    /// SHA-256, 32 octets in hex; an empty text is none.
    void readDigest(QLatin1StringView key, QByteArray &digest)
    {
        QString text;
        read(key, text);
        digest = QByteArray::fromHex(text.toLatin1());
        // fromHex() skips what is not hex.
        m_good =
            m_good && (text.isEmpty() || (digest.size() == 32 && hex(digest) == text.toLower()));
    }

    void readPort(QLatin1StringView key, quint16 &port)
    {
        if (const QJsonValue value = take(key, QJsonValue::Double); value.isDouble()) {
            const qint64 number = value.toInteger();
            m_good = m_good && number >= 1 && number <= 65535;
            port = static_cast<quint16>(number);
        }
    }

    template <typename T>
    void readWord(QLatin1StringView key, T &value, std::optional<T> (*fromName)(const QString &))
    {
        if (const QJsonValue word = take(key, QJsonValue::String); word.isString()) {
            const std::optional<T> known = fromName(word.toString());
            m_good = m_good && known.has_value();
            value = known.value_or(value);
        }
    }

    /// Seconds, more than 0 unless `zero`.
    void readSeconds(QLatin1StringView key, std::chrono::milliseconds &time, bool zero = false)
    {
        if (const QJsonValue value = take(key, QJsonValue::Double); value.isDouble()) {
            const double seconds = value.toDouble();
            m_good = m_good && (zero ? seconds >= 0 : seconds > 0) && seconds <= longestLimit;
            time = std::chrono::milliseconds(
                static_cast<qint64>(std::round(qBound(0.0, seconds, longestLimit) * 1000)));
        }
    }

    void readLimits(QLatin1StringView key, Deadlines &deadlines)
    {
        Reader limits(take(key, QJsonValue::Object).toObject());
        for (const TimeLimit &limit : timeLimits) {
            limits.readSeconds(limit.key, deadlines.*limit.time);
        }
        m_good = m_good && limits.isGood();
    }

    void readProxy(QLatin1StringView key, core::Proxy &proxy)
    {
        Reader reader(take(key, QJsonValue::Object).toObject());
        reader.readWord("kind"_L1, proxy.kind, core::proxyKindFromName);
        reader.read("host"_L1, proxy.host);
        reader.readPort("port"_L1, proxy.port);
        m_good = m_good && reader.isGood();
    }

    void readPop(QLatin1StringView key, core::PopProfile &pop)
    {
        Reader reader(take(key, QJsonValue::Object).toObject());
        reader.read("host"_L1, pop.host);
        reader.readPort("port"_L1, pop.port);
        reader.readWord("security"_L1, pop.security, core::popSecurityFromName);
        reader.readWord("auth"_L1, pop.auth, core::popAuthFromName);
        reader.read("userId"_L1, pop.userId);
        reader.read("ownPassword"_L1, pop.ownPassword);
        reader.readDigest("pinnedSha256"_L1, pop.pinnedSha256);
        reader.readSeconds("wait"_L1, pop.wait, true);
        m_good = m_good && reader.isGood();
    }

    [[nodiscard]] bool isGood() const { return m_good; }

private:
    QJsonValue take(QLatin1StringView key, QJsonValue::Type type)
    {
        const QJsonValue value = m_json.value(key);
        m_good = m_good && (value.isUndefined() || value.type() == type);
        return value;
    }

    QJsonObject m_json;
    bool m_good = true;
};

QJsonValue secondsOf(std::chrono::milliseconds time)
{
    return time.count() % 1000 == 0 ? QJsonValue(qint64{time.count() / 1000})
                                    : QJsonValue(static_cast<double>(time.count()) / 1000);
}

/// Sets the limits that differ from the defaults and takes the others out.
QJsonObject jsonFromLimits(const Deadlines &deadlines, QJsonObject json)
{
    const Deadlines usual;
    for (const TimeLimit &limit : timeLimits) {
        const std::chrono::milliseconds time = deadlines.*limit.time;
        if (time == usual.*limit.time) {
            json.remove(limit.key);
        } else {
            json[limit.key] = secondsOf(time);
        }
    }
    return json;
}

void setDigest(QJsonObject &json, const QByteArray &digest)
{
    json["pinnedSha256"_L1] = hex(digest);
    if (digest.isEmpty()) {
        json.remove("pinnedSha256"_L1);
    }
}

QJsonObject jsonFromProxy(const core::Proxy &proxy, QJsonObject json)
{
    json["kind"_L1] = core::proxyKindName(proxy.kind);
    json["host"_L1] = proxy.host;
    json["port"_L1] = int{proxy.port};
    return json;
}

/// What few servers need stands in the file only where it is used, or has stood there.
void setUnusual(QJsonObject &json, const core::ServerProfile &profile)
{
    const core::ServerProfile usual;
    const auto set = [&json](QLatin1StringView key, const QJsonValue &value, bool isUsual) {
        if (!isUsual || json.contains(key)) {
            json[key] = value;
        }
    };
    set("allowOldTls"_L1, profile.allowOldTls, !profile.allowOldTls);
    set("tryNextMethod"_L1, profile.tryNextMethod, !profile.tryNextMethod);
    set("clientCertificate"_L1, profile.clientCertificate, profile.clientCertificate.isEmpty());
    set("clientKey"_L1, profile.clientKey, profile.clientKey.isEmpty());
    set("proxy"_L1, jsonFromProxy(profile.proxy, json.value("proxy"_L1).toObject()),
        profile.proxy == usual.proxy);
}

QJsonObject jsonFromPop(const core::PopProfile &pop, QJsonObject json)
{
    json["host"_L1] = pop.host;
    json["port"_L1] = int{pop.port};
    json["security"_L1] = core::popSecurityName(pop.security);
    json["auth"_L1] = core::popAuthName(pop.auth);
    json["userId"_L1] = pop.userId;
    json["ownPassword"_L1] = pop.ownPassword;
    setDigest(json, pop.pinnedSha256);
    json["wait"_L1] = secondsOf(pop.wait);
    return json;
}

} // namespace

std::optional<core::ServerEntry> entryFromJson(const QJsonObject &json)
{
    core::ServerEntry entry;
    core::ServerProfile &profile = entry.profile;
    QString id;
    Reader reader(json);
    reader.read("id"_L1, id);
    reader.read("name"_L1, profile.name);
    reader.read("host"_L1, profile.host);
    reader.readPort("port"_L1, profile.port);
    reader.readWord("security"_L1, profile.security, core::securityFromName);
    reader.readWord("method"_L1, profile.method, core::methodFromName);
    reader.read("userId"_L1, profile.userId);
    reader.read("ehloName"_L1, profile.ehloName);
    reader.read("caFile"_L1, profile.caFile);
    reader.readDigest("pinnedSha256"_L1, profile.pinnedSha256);
    reader.read("allowPlaintextPassword"_L1, profile.allowPlaintextPassword);
    reader.read("allowOldTls"_L1, profile.allowOldTls);
    reader.read("tryNextMethod"_L1, profile.tryNextMethod);
    reader.read("clientCertificate"_L1, profile.clientCertificate);
    reader.read("clientKey"_L1, profile.clientKey);
    reader.readProxy("proxy"_L1, profile.proxy);
    reader.readLimits("timeLimits"_L1, profile.deadlines);
    reader.readPop("pop"_L1, profile.pop);
    reader.read("address"_L1, entry.address);
    reader.read("enabled"_L1, entry.enabled);
    reader.read("passwordCommand"_L1, entry.passwordCommand);
    entry.id = QUuid::fromString(id);
    if (!reader.isGood() || entry.id.isNull()) {
        return {};
    }
    return entry;
}

QJsonObject jsonFromEntry(const core::ServerEntry &entry, const QJsonObject &before)
{
    const core::ServerProfile &profile = entry.profile;
    QJsonObject json = before;
    json["id"_L1] = entry.id.toString(QUuid::WithoutBraces);
    json["name"_L1] = profile.name;
    json["host"_L1] = profile.host;
    json["port"_L1] = int{profile.port};
    json["security"_L1] = core::securityName(profile.security);
    json["method"_L1] = core::methodName(profile.method);
    json["userId"_L1] = profile.userId;
    json["ehloName"_L1] = profile.ehloName;
    json["caFile"_L1] = profile.caFile;
    setDigest(json, profile.pinnedSha256);
    json["allowPlaintextPassword"_L1] = profile.allowPlaintextPassword;
    setUnusual(json, profile);
    json["address"_L1] = entry.address;
    json["enabled"_L1] = entry.enabled;
    json["timeLimits"_L1] = jsonFromLimits(profile.deadlines, json["timeLimits"_L1].toObject());
    if (json["timeLimits"_L1].toObject().isEmpty()) {
        json.remove("timeLimits"_L1);
    }
    json["pop"_L1] = jsonFromPop(profile.pop, json["pop"_L1].toObject());
    if (profile.pop == core::PopProfile() && !before.contains("pop"_L1)) {
        json.remove("pop"_L1);
    }
    json["passwordCommand"_L1] = QJsonArray::fromStringList(entry.passwordCommand);
    if (entry.passwordCommand.isEmpty()) {
        json.remove("passwordCommand"_L1);
    }
    return json;
}

} // namespace store
