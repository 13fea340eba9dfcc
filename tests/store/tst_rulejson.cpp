// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words.h"
#include "rulefolder.h"
#include "store/rulejson.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;
using core::AutosendRule;
using store::jsonFromRule;
using store::ruleFromJson;

/// One rule of autosend.json.
class RuleJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noMemberIsLost_data();
    void noMemberIsLost();
    void aMissingKeyIsTheUsualValue();
    void theKeysAreStable();
    void doesNotGuess_data();
    void doesNotGuess();
};

namespace
{

QJsonObject objectOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

void makeUnlikely(bool &flag, int /*number*/)
{
    flag = !flag;
}

void makeUnlikely(QString &text, int number)
{
    text = u"請求書 \"%1\"\n"_s.arg(number);
}

void makeUnlikely(QStringList &texts, int number)
{
    texts = {u"*.pdf"_s, QString(), u"請求書 %1"_s.arg(number)};
}

void makeUnlikely(QUuid &id, int /*number*/)
{
    id = QUuid::createUuid();
}

void makeUnlikely(std::chrono::milliseconds &time, int number)
{
    time = std::chrono::milliseconds(40'000 + number);
}

void makeUnlikely(AutosendRule::Afterwards &afterwards, int /*number*/)
{
    afterwards = AutosendRule::Afterwards::Delete;
}

template <typename Number>
requires std::is_integral_v<Number>
void makeUnlikely(Number &value, int number)
{
    value = std::numeric_limits<Number>::max() - number; // an int64 is no double
}

/// A member that comes to a rule does not compile before it stands here.
auto membersOf(AutosendRule &rule)
{
    auto &[id, enabled, paused, folder, sharedFolder, subFolders, patterns, identity, to, cc, bcc,
           subject, text, mailOctets, stillness, afterwards, mailsPerMinute, brakeFiles,
           brakeOctets, passedOver] = rule;
    return std::tie(id, enabled, paused, folder, sharedFolder, subFolders, patterns, identity, to,
                    cc, bcc, subject, text, mailOctets, stillness, afterwards, mailsPerMinute,
                    brakeFiles, brakeOctets, passedOver);
}

constexpr size_t memberCount =
    std::tuple_size_v<decltype(membersOf(std::declval<AutosendRule &>()))>;

/// A value that nobody begins with in each member, or in that one alone.
template <size_t member = 0>
void makeUnlikely(AutosendRule &rule, std::optional<size_t> alone = std::nullopt)
{
    if constexpr (member < memberCount) {
        if (alone.value_or(member) == member) {
            makeUnlikely(std::get<member>(membersOf(rule)), static_cast<int>(member));
        }
        makeUnlikely<member + 1>(rule, alone);
    }
}

} // namespace

void RuleJsonTest::noMemberIsLost_data()
{
    QTest::addColumn<int>("member"); // below 0: all
    QTest::addRow("all") << -1;
    for (int member = 0; member < static_cast<int>(memberCount); ++member) {
        QTest::addRow("member %d", member) << member;
    }
}

void RuleJsonTest::noMemberIsLost()
{
    QFETCH(int, member);
    AutosendRule rule = ruleFor(u"/srv/scans"_s);
    const AutosendRule usual = rule;
    makeUnlikely(rule, member < 0 ? std::nullopt : std::optional(static_cast<size_t>(member)));
    QVERIFY(rule != usual);
    // By way of the octets.
    QCOMPARE(ruleFromJson(objectOf(ruleJson(rule))), std::optional(rule));
    QCOMPARE(ruleFromJson(jsonFromRule(rule, jsonFromRule(usual, {}))), std::optional(rule));
}

void RuleJsonTest::aMissingKeyIsTheUsualValue()
{
    const auto rule = ruleFromJson(objectOf(shortRuleJson()));
    QVERIFY(rule);
    AutosendRule usual = ruleFor(u"/srv/scans"_s);
    usual.id = rule->id;
    QCOMPARE(*rule, usual);
}

void RuleJsonTest::theKeysAreStable()
{
    AutosendRule rule = ruleFor(u"/srv/scans"_s);
    rule.id = QUuid(u"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001"_s);
    rule.to = QStringList{u"hanako@example.org"_s};
    QCOMPARE(ruleJson(rule),
             QByteArray(R"({"afterwards":"sent","bcc":[],"brakeFiles":50,"brakeOctets":200000000,)"
                        R"("cc":[],"enabled":true,"folder":"/srv/scans",)"
                        R"("id":"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001","identity":"",)"
                        R"("mailOctets":0,"mailsPerMinute":30,"passedOver":[],"patterns":[],)"
                        R"("paused":false,"sharedFolder":false,)"
                        R"("stillnessMilliseconds":3000,"subFolders":false,"subject":"{file}",)"
                        R"("text":"","to":["hanako@example.org"]})"));
    QCOMPARE(core::wordsOf<AutosendRule::Afterwards>(),
             (QStringList{u"sent"_s, u"delete"_s, u"leave"_s}));
}

void RuleJsonTest::doesNotGuess_data()
{
    QTest::addColumn<QByteArray>("row");
    const auto row = [](const QByteArray &key, const QByteArray &value) {
        QJsonObject json = QJsonDocument::fromJson(ruleJson(ruleFor(u"/srv/scans"_s))).object();
        json[QString::fromLatin1(key)] = QJsonDocument::fromJson('[' + value + ']').array()[0];
        QTest::addRow("%s: %s", key.constData(), value.constData())
            << QJsonDocument(json).toJson(QJsonDocument::Compact);
    };
    const QStringList keys =
        QJsonDocument::fromJson(ruleJson(ruleFor(u"/srv/scans"_s))).object().keys();
    QCOMPARE(static_cast<size_t>(keys.size()), memberCount);
    for (const QString &key : keys) {
        row(key.toLatin1(), "null");
        row(key.toLatin1(), "{}");
    }
    row("id", R"("")");
    row("id", R"("first")");
    row("identity", R"("first")");
    row("enabled", R"("true")");
    row("to", R"("hanako@example.org")");
    row("to", R"(["hanako@example.org", 5])");
    row("afterwards", R"("burn")");
    row("afterwards", R"("Delete")");
    row("mailOctets", R"("5")");
    row("mailOctets", "-1");
    row("mailOctets", "1.5");
    row("mailOctets", "1e300");
    row("brakeFiles", "2147483648");
    row("mailsPerMinute", "-1");
    row("stillnessMilliseconds", "-1");
}

void RuleJsonTest::doesNotGuess()
{
    QFETCH(QByteArray, row);
    QVERIFY(!ruleFromJson(objectOf(row)));
}

PROSERPINA_TEST(RuleJsonTest)
#include "tst_rulejson.moc"
