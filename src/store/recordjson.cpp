// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: Writer and Reader are the two archives that fields() of recordfields.h runs with;
// they know how one value of a kind stands in JSON.
#include "store/recordjson.h"

#include "core/names.h"
#include "core/profilefields.h"
#include "core/words.h"
#include "store/recordfields.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QMap>

#include <limits>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto sourceKey = "source"_L1;
constexpr auto argumentsKey = "arguments"_L1;

using core::ProfileField;

/// Times are whole milliseconds here, and two names say so.
QString groupOf(const ProfileField &field)
{
    return field.group == "timeLimits"_L1 ? u"milliseconds"_s : QString(field.group);
}

QString keyOf(const ProfileField &field)
{
    return field.key == "wait"_L1 ? u"waitMilliseconds"_s : QString(field.key);
}

/// One object being made of a value.
class Writer
{
public:
    template <typename T> static QJsonObject objectOf(const T &value)
    {
        Writer writer;
        T copy = value; // fields() is one function for both ways; everything here shares its data
        fields(writer, copy);
        return writer.m_json;
    }

    template <typename T> void operator()(QLatin1StringView key, const T &value)
    {
        m_json.insert(key, json(value));
    }

    template <typename T> void operator()(QLatin1StringView key, const std::optional<T> &value)
    {
        if (value) {
            m_json.insert(key, json(*value));
        }
    }

    void base64(QLatin1StringView key, const QByteArray &octets)
    {
        m_json.insert(key, QString::fromLatin1(octets.toBase64()));
    }

private:
    static QJsonValue json(bool flag) { return flag; }
    static QJsonValue json(int number) { return number; }
    static QJsonValue json(quint16 number) { return int{number}; }
    static QJsonValue json(qint64 number) { return number; }
    static QJsonValue json(std::chrono::milliseconds time) { return qint64{time.count()}; }
    static QJsonValue json(const QString &text) { return text; }
    static QJsonValue json(const QByteArray &octets) { return QString::fromLatin1(octets); }

    /// A source with its arguments; words of nobody's translation are plain.
    static QJsonValue json(const core::Text &text)
    {
        if (text.source().isEmpty()) {
            return text.english();
        }
        return QJsonObject{{sourceKey, QString::fromUtf8(text.source())},
                           {argumentsKey, json(text.arguments())}};
    }

    static QJsonValue json(const QDateTime &time)
    {
        return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
    }

    static QJsonValue json(const core::ServerProfile &profile)
    {
        QMap<QString, QJsonObject> groups;
        for (const ProfileField &field : core::profileFields()) {
            const core::FieldValue value = field.value(profile);
            const auto *digest = std::get_if<QByteArray>(&value);
            groups[groupOf(field)][keyOf(field)] =
                digest != nullptr ? QString::fromLatin1(digest->toBase64())
                                  : std::visit([](const auto &own) { return json(own); }, value);
        }
        QJsonObject object = groups.take({});
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            object.insert(group.key(), *group);
        }
        return object;
    }

    template <typename T> static QJsonValue json(const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values) {
            array.append(json(value));
        }
        return array;
    }

    template <typename T> static QJsonValue json(const T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            return QString(wordOf(value));
        } else {
            return objectOf(value);
        }
    }

    QJsonObject m_json;
};

/// Reads one object into a value and says whether it understood all of it.
class Reader
{
public:
    template <typename T> static bool read(const QJsonValue &json, T &value)
    {
        Reader reader(json.toObject());
        fields(reader, value);
        return json.isObject() && reader.m_good;
    }

    template <typename T> void operator()(QLatin1StringView key, T &value)
    {
        if (const QJsonValue json = m_json.value(key); !json.isUndefined()) {
            m_good = take(json, value) && m_good;
        }
    }

    template <typename T> void operator()(QLatin1StringView key, std::optional<T> &value)
    {
        if (const QJsonValue json = m_json.value(key); !json.isUndefined()) {
            m_good = take(json, value.emplace()) && m_good;
        }
    }

    void base64(QLatin1StringView key, QByteArray &octets)
    {
        if (const QJsonValue json = m_json.value(key); !json.isUndefined()) {
            m_good = takeBase64(json, octets) && m_good;
        }
    }

private:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {}

    static bool takeBase64(const QJsonValue &json, QByteArray &octets)
    {
        const auto decoded = QByteArray::fromBase64Encoding(
            json.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        octets = decoded.decoded;
        return json.isString() && decoded;
    }

    static bool take(const QJsonValue &json, bool &flag)
    {
        flag = json.toBool();
        return json.isBool();
    }

    static bool take(const QJsonValue &json, qint64 &number)
    {
        // Two defaults tell a number that is none of ours (a fraction, or too large).
        number = json.toInteger(0);
        return json.toInteger(1) == number;
    }

    template <typename Number> static bool takeSmall(const QJsonValue &json, Number &number)
    {
        qint64 wide = 0;
        const bool good = take(json, wide) && wide >= std::numeric_limits<Number>::min() &&
                          wide <= std::numeric_limits<Number>::max();
        number = static_cast<Number>(wide);
        return good;
    }

    static bool take(const QJsonValue &json, int &number) { return takeSmall(json, number); }
    static bool take(const QJsonValue &json, quint16 &number) { return takeSmall(json, number); }

    static bool take(const QJsonValue &json, std::chrono::milliseconds &time)
    {
        qint64 count = 0;
        const bool good = take(json, count);
        time = std::chrono::milliseconds(count);
        return good;
    }

    static bool take(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }

    static bool take(const QJsonValue &json, QByteArray &octets)
    {
        const QString text = json.toString();
        octets = text.toLatin1();
        return json.isString() && QString::fromLatin1(octets) == text;
    }

    static bool take(const QJsonValue &json, core::Text &text)
    {
        if (json.isString()) { // verbatim, or a sentence of before there were sources
            text = core::Text(json.toString());
            return true;
        }
        QList<core::Text> arguments;
        const QString source = json[sourceKey].toString();
        const bool good = !source.isEmpty() && take(json[argumentsKey], arguments);
        text = core::Text(source.toUtf8().constData(), arguments);
        return good;
    }

    static bool take(const QJsonValue &json, QDateTime &time)
    {
        qint64 ms = 0;
        if (json.isNull()) {
            time = {};
            return true;
        }
        const bool good = take(json, ms);
        time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        return good;
    }

    static bool take(const QJsonValue &json, core::ServerProfile &profile)
    {
        const QJsonObject object = json.toObject();
        bool good = json.isObject();
        for (const ProfileField &field : core::profileFields()) {
            const QJsonValue group = field.group.isEmpty() ? json : object.value(groupOf(field));
            const QJsonValue written = group.toObject().value(keyOf(field));
            good = good && (group.isUndefined() || group.isObject());
            if (good && !written.isUndefined()) {
                core::FieldValue value = field.value(profile);
                auto *digest = std::get_if<QByteArray>(&value);
                good = digest != nullptr
                           ? takeBase64(written, *digest)
                           : std::visit([&](auto &own) { return take(written, own); }, value);
                good = good && field.set(profile, value);
            }
        }
        return good;
    }

    template <typename T> static bool take(const QJsonValue &json, QList<T> &values)
    {
        bool good = json.isArray();
        const QJsonArray array = json.toArray();
        values = {};
        for (const QJsonValue element : array) {
            T value{};
            good = take(element, value) && good;
            values.append(std::move(value));
        }
        return good;
    }

    template <typename T> static bool take(const QJsonValue &json, T &value)
    {
        if constexpr (std::is_enum_v<T>) {
            const std::optional<T> known = core::valueOf<T>(json.toString());
            value = known.value_or(value);
            return known.has_value();
        } else {
            return read(json, value);
        }
    }

    QJsonObject m_json;
    bool m_good = true;
};

} // namespace

QJsonObject jsonFromRecord(const core::AttemptRecord &record)
{
    return Writer::objectOf(record);
}

std::optional<core::AttemptRecord> recordFromJson(const QJsonObject &json)
{
    core::AttemptRecord record;
    if (!json.contains("goal"_L1) || !Reader::read(json, record)) {
        return {};
    }
    return record;
}

QJsonArray jsonFromTranscript(const core::Transcript &transcript)
{
    QJsonArray json;
    for (const core::TranscriptLine &line : transcript) {
        json.append(Writer::objectOf(line));
    }
    return json;
}

core::Transcript transcriptFromJson(const QJsonArray &json)
{
    core::Transcript transcript;
    for (const QJsonValue value : json) {
        core::TranscriptLine line;
        if (!Reader::read(value, line)) {
            return {};
        }
        transcript.append(line);
    }
    return transcript;
}

} // namespace store
