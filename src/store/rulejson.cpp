// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: fields() names the keys of a rule and runs for writing and for reading alike, so
// the two cannot part. It takes the rule apart by a structured binding: a member that comes to it
// does not compile before it has a key here.
#include "store/rulejson.h"

#include "core/words.h"

#include <QJsonArray>
#include <QJsonValue>

#include <limits>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using core::AutosendRule;

template <typename Archive, typename Rule> void fields(Archive &archive, Rule &rule)
{
    auto &[id, enabled, paused, folder, sharedFolder, subFolders, patterns, identity, to, cc, bcc,
           subject, text, mailOctets, stillness, afterwards, mailsPerMinute, brakeFiles,
           brakeOctets, passedOver] = rule;
    archive("id"_L1, id);
    archive("enabled"_L1, enabled);
    archive("paused"_L1, paused);
    archive("folder"_L1, folder);
    archive("sharedFolder"_L1, sharedFolder);
    archive("subFolders"_L1, subFolders);
    archive("patterns"_L1, patterns);
    archive("identity"_L1, identity);
    archive("to"_L1, to);
    archive("cc"_L1, cc);
    archive("bcc"_L1, bcc);
    archive("subject"_L1, subject);
    archive("text"_L1, text);
    archive("mailOctets"_L1, mailOctets);
    archive("stillnessMilliseconds"_L1, stillness);
    archive("afterwards"_L1, afterwards);
    archive("mailsPerMinute"_L1, mailsPerMinute);
    archive("brakeFiles"_L1, brakeFiles);
    archive("brakeOctets"_L1, brakeOctets);
    archive("passedOver"_L1, passedOver);
}

class Writer
{
public:
    explicit Writer(const QJsonObject &before)
        : m_json(before)
    {}

    template <typename T> void operator()(QLatin1StringView key, const T &value)
    {
        m_json.insert(key, jsonOf(value));
    }

    [[nodiscard]] const QJsonObject &json() const { return m_json; }

private:
    static QJsonValue jsonOf(bool flag) { return flag; }
    static QJsonValue jsonOf(int number) { return number; }
    static QJsonValue jsonOf(qint64 number) { return number; }
    static QJsonValue jsonOf(std::chrono::milliseconds time) { return qint64{time.count()}; }
    static QJsonValue jsonOf(const QString &text) { return text; }
    static QJsonValue jsonOf(const QStringList &texts) { return QJsonArray::fromStringList(texts); }
    static QJsonValue jsonOf(AutosendRule::Afterwards word) { return QString(wordOf(word)); }
    static QJsonValue jsonOf(const QUuid &id)
    {
        return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
    }

    QJsonObject m_json;
};

/// A missing key leaves the usual value.
class Reader
{
public:
    explicit Reader(const QJsonObject &json)
        : m_json(json)
    {}

    template <typename T> void operator()(QLatin1StringView key, T &value)
    {
        if (const QJsonValue json = m_json.value(key); !json.isUndefined()) {
            m_understood = read(json, value) && m_understood;
        }
    }

    [[nodiscard]] bool understood() const { return m_understood; }

private:
    static bool read(const QJsonValue &json, bool &flag)
    {
        flag = json.toBool();
        return json.isBool();
    }
    static bool read(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }
    static bool read(const QJsonValue &json, QUuid &id)
    {
        id = QUuid::fromString(json.toString());
        return json.isString() && (!id.isNull() || json.toString().isEmpty());
    }
    static bool read(const QJsonValue &json, QStringList &texts)
    {
        const QJsonArray array = json.toArray();
        bool good = json.isArray();
        for (const QJsonValue text : array) {
            good = good && text.isString();
            texts.append(text.toString());
        }
        return good;
    }
    /// Whole, and none is below 0.
    static bool read(const QJsonValue &json, qint64 &number)
    {
        number = json.toInteger(-1);
        return number >= 0;
    }
    static bool read(const QJsonValue &json, int &number)
    {
        qint64 wide = 0;
        const bool good = read(json, wide) && wide <= std::numeric_limits<int>::max();
        number = good ? static_cast<int>(wide) : 0;
        return good;
    }
    static bool read(const QJsonValue &json, std::chrono::milliseconds &time)
    {
        qint64 count = 0;
        const bool good = read(json, count);
        time = std::chrono::milliseconds(count);
        return good;
    }
    static bool read(const QJsonValue &json, AutosendRule::Afterwards &afterwards)
    {
        const auto known = core::valueOf<AutosendRule::Afterwards>(json.toString());
        afterwards = known.value_or(AutosendRule::Afterwards::Leave);
        return known.has_value();
    }

    QJsonObject m_json;
    bool m_understood = true;
};

} // namespace

std::optional<AutosendRule> ruleFromJson(const QJsonObject &json)
{
    Reader reader(json);
    AutosendRule rule;
    fields(reader, rule);
    return reader.understood() && !rule.id.isNull() ? std::optional(rule) : std::nullopt;
}

QJsonObject jsonFromRule(const AutosendRule &rule, const QJsonObject &before)
{
    Writer writer(before);
    fields(writer, rule);
    return writer.json();
}

} // namespace store
