// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"
#include "core/profilefields.h"
#include "core/replyroom.h"
#include "core/words.h"
#include "records.h"
#include "store/recordjson.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using store::jsonFromRecord;
using store::recordFromJson;

/// What state.db holds of an attempt, and what it does with what it does not understand.
class RecordJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
    void keepsEveryValue();
    void wordsAreStable_data();
    void wordsAreStable();
    void doesNotGuess_data();
    void doesNotGuess();
    void readsWhatOtherVersionsWrote();
    void writesTheProfileAsBefore();
    void keepsTheWordsOfOldRecords();
    void keepsSourcesAndArguments();
    void survivesAnyDamage();
    void staysSmall_data();
    void staysSmall();
};

namespace
{

QByteArray bytesOf(const core::AttemptRecord &record)
{
    return QJsonDocument(jsonFromRecord(record)).toJson(QJsonDocument::Compact);
}

std::optional<core::AttemptRecord> recordOf(const QByteArray &bytes)
{
    return recordFromJson(QJsonDocument::fromJson(bytes).object());
}

/// Every value there is, by their words.
template <typename Enum> QList<Enum> allValues()
{
    QList<Enum> values;
    while (!core::wordOf(static_cast<Enum>(values.size())).isEmpty()) {
        values += static_cast<Enum>(values.size());
    }
    return values;
}

template <typename Enum> QString words(Enum last)
{
    const QList<Enum> values = allValues<Enum>();
    QStringList words;
    for (const Enum value : values) {
        words += core::wordOf(value);
    }
    // The last one of the enum is the last one with a word, and every word leads back.
    const bool whole = values.constLast() == last &&
                       QSet<QString>(words.cbegin(), words.cend()).size() == words.size();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!whole || core::valueOf<Enum>(words[i]) != values[i]) {
            return u"not whole"_s;
        }
    }
    return words.join(u' ');
}

/// `json` with `value` in the place that `path` names ("facts/tls/faults/0").
QJsonValue replaced(const QJsonValue &json, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty()) {
        return value;
    }
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        const int index = path[0].toInt();
        array[index] = replaced(array[index], path.mid(1), value);
        return array;
    }
    QJsonObject object = json.toObject();
    object[path[0]] = replaced(object[path[0]], path.mid(1), value);
    return object;
}

/// Every place there is in `json`, containers too.
void collectPaths(const QJsonValue &json, const QStringList &here, QList<QStringList> &paths)
{
    if (!here.isEmpty()) {
        paths += here;
    }
    if (json.isArray()) {
        for (qsizetype i = 0; i < json.toArray().size(); ++i) {
            collectPaths(json.toArray()[i], here + QStringList{QString::number(i)}, paths);
        }
    }
    const QJsonObject object = json.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        collectPaths(member.value(), here + QStringList{member.key()}, paths);
    }
}

} // namespace

void RecordJsonTest::losesNothing_data()
{
    QTest::addColumn<core::AttemptRecord>("record");
    core::AttemptRecord untold = richRecord();
    untold.at = {};
    untold.facts.tls->chain[0].validUntil = {};
    untold.facts.beforeTls = core::Capabilities();
    untold.facts.afterTls.reset();
    untold.facts.reply = core::Reply();
    QTest::addRow("every field") << richRecord();
    QTest::addRow("nothing but defaults") << core::AttemptRecord();
    QTest::addRow("an early end") << refusedConnection();
    QTest::addRow("times without a value, things that are there and empty") << untold;
}

void RecordJsonTest::losesNothing()
{
    QFETCH(core::AttemptRecord, record);
    const auto read = recordOf(bytesOf(record));
    QVERIFY(read.has_value());
    QVERIFY(*read == record);
    QCOMPARE(bytesOf(*read), bytesOf(record));
}

void RecordJsonTest::keepsEveryValue()
{
    core::AttemptRecord record = richRecord();
    const auto survives = [&record](const auto &values, auto &field) {
        for (const auto value : values) {
            field = value;
            if (recordOf(bytesOf(record)) != record) {
                return false;
            }
        }
        return values.size() > 1;
    };
    using core::Method;
    using core::Security;
    const QList<Security> securities{Security::Smtps, Security::StartTls,
                                     Security::StartTlsIfOffered, Security::None};
    const QList<Method> methods{Method::None,         Method::Plain1,      Method::Login,
                                Method::CramMd5,      Method::ScramSha256, Method::Plain2,
                                Method::PopBeforeSmtp};
    QVERIFY(survives(allValues<core::Goal>(), record.goal));
    QVERIFY(survives(allValues<core::Outcome>(), record.facts.outcome));
    QVERIFY(survives(allValues<core::Failure>(), record.facts.failure));
    QVERIFY(survives(allValues<core::Stage>(), record.facts.stage));
    QVERIFY(survives(allValues<core::Note>(), record.facts.notes[0]));
    QVERIFY(survives(allValues<core::CertificateFault>(), record.facts.tls->faults[0]));
    QVERIFY(survives(securities, record.profile.security));
    QVERIFY(survives(methods, record.profile.method));
    QVERIFY(survives(methods, record.facts.attempts[0].method));
    QVERIFY(survives(QList<bool>{false, true}, record.facts.loggedIn));
}

void RecordJsonTest::wordsAreStable_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("expected");
    QTest::addRow("goals") << words(core::Goal::SendMail) << u"read-reply check send-mail"_s;
    QTest::addRow("outcomes") << words(core::Outcome::Cancelled)
                              << u"accepted partial refused deferred failed unknown cancelled"_s;
    QTest::addRow("failures")
        << words(core::Failure::LostAfterDot)
        << u"none reply-refused reply-deferred name-not-found no-resolver connection-refused "
           "unreachable connect-failed timed-out proxy-failed closed-by-peer wrong-tls-mode "
           "tls-handshake-failed tls-too-old certificate-rejected certificate-changed "
           "starttls-not-offered "
           "starttls-refused plaintext-injected ca-file-unreadable client-certificate-unreadable "
           "not-a-mail-server "
           "malformed-reply mixed-reply-codes reply-too-long unexpected-reply login-not-offered "
           "method-not-offered plaintext-password-not-allowed bad-challenge too-few-rounds "
           "server-proof-wrong "
           "password-unavailable bad-input message-too-large needs-8bit needs-smtputf8 "
           "line-too-long signature-would-break body-unreadable temporary-folder-unusable "
           "cancelled lost-after-dot"_s;
    QTest::addRow("stages")
        << words(core::Stage::Quit)
        << u"message pop-dns pop-connect pop-tls pop-greeting pop-stls pop-login pop-quit "
           "dns connect tls greeting ehlo starttls auth mail rcpt "
           "data body quit"_s;
    QTest::addRow("notes")
        << words(core::Note::PasswordEndsUnseen)
        << u"lf-only-lines rewriting-firewall helo-only old-auth-form size-unreadable "
           "login-skipped-no-password starttls-if-offered-stayed-plain password-over-plaintext "
           "certificate-without-alt-name certificate-pinned old-tls-version next-method-tried "
           "notify-not-offered notify-refused size-refused message-reencoded signature-taken-off "
           "message-without-from "
           "message-without-date replies-left-out password-ends-unseen"_s;
    QTest::addRow("certificate faults")
        << words(core::CertificateFault::Other)
        << u"expired not-yet-valid self-signed unknown-issuer wrong-host weak other"_s;
}

void RecordJsonTest::wordsAreStable()
{
    QFETCH(QString, words);
    QTEST(words, "expected");
}

void RecordJsonTest::doesNotGuess_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *path, const QJsonValue &value) {
        QTest::addRow("%s: %s", path,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << QString::fromLatin1(path) << value;
    };
    for (const char *path :
         {"goal", "profile/security", "profile/method", "facts/outcome", "facts/failure",
          "facts/stage", "facts/method", "facts/attempts/0/method", "facts/recipients/1/outcome",
          "facts/notes/1", "facts/tls/faults/1"}) {
        row(path, u"word-of-tomorrow"_s);
        row(path, 1);
        row(path, u""_s);
    }
    row("at", u"yesterday"_s);
    row("at", 1.5);
    row("profile", QJsonArray());
    row("profile/port", 65536);
    row("profile/port", -1);
    row("profile/milliseconds/tls", u"30 s"_s);
    row("facts/roundTrips", 1e300);
    row("facts/detail", 1);
    row("facts/detail", QJsonObject());
    row("facts/detail", QJsonObject{{u"source"_s, u"x"_s}, {u"arguments"_s, 1}});
    row("facts/detail/arguments/0", QJsonArray());
    row("facts/loggedIn", 1);
    row("facts/reply", true);
    row("facts/reply", QJsonValue());
    row("facts/reply/lines", u"250 ok"_s);
    row("facts/reply/lines/0", u"\u3042"_s); // no octet
    row("facts/reply/enhanced/status", u"5"_s);
    row("facts/beforeTls/authMechanisms/0", 7);
    row("facts/beforeTls/sizeLimit", 0.5);
    row("facts/tls/chain/0/der", u"not base64!"_s);
    row("facts/tls/chain/0", u"PEM"_s);
}

void RecordJsonTest::doesNotGuess()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    const QJsonObject whole = jsonFromRecord(richRecord());
    const QJsonObject other = replaced(whole, path.split(u'/'), value).toObject();
    QVERIFY(other != whole);
    QVERIFY(!recordFromJson(other).has_value());
}

void RecordJsonTest::readsWhatOtherVersionsWrote()
{
    const core::AttemptRecord record = richRecord();
    QJsonObject json = jsonFromRecord(record);
    json = replaced(json, {u"facts"_s, u"weather"_s}, u"rain"_s).toObject(); // a newer one
    json[u"tomorrow"_s] = QJsonArray{1, 2};
    QVERIFY(recordFromJson(json) == record);

    QJsonObject facts = json[u"facts"_s].toObject(); // an older one
    facts.remove(u"roundTrips"_s);
    facts.remove(u"notes"_s);
    json[u"facts"_s] = facts;
    core::AttemptRecord expected = record;
    expected.facts.roundTrips = 0;
    expected.facts.notes.clear();
    QVERIFY(recordFromJson(json) == expected);

    QVERIFY(!recordFromJson({}).has_value());
    QVERIFY(!recordFromJson({{u"facts"_s, facts}}).has_value());
}

/// Every key of a profile; digests are base64 and times whole milliseconds.
void RecordJsonTest::writesTheProfileAsBefore()
{
    const QJsonObject profile = QJsonDocument::fromJson(R"({
        "name": "first", "host": "mail.example.org", "port": 465, "security": "smtps",
        "method": "plain2", "userId": "taro", "ehloName": "pc.example.org", "caFile": "/ca.pem",
        "pinnedSha256": "/wAB", "allowPlaintextPassword": true, "allowOldTls": true,
        "tryNextMethod": true, "clientCertificate": "/c.pem", "clientKey": "/k.pem",
        "proxy": {"kind": "http", "host": "proxy.example.org", "port": 3128},
        "milliseconds": {"connect": 0, "tls": 2, "greeting": 3, "command": 4, "data": 5, "block": 6,
                         "endOfData": 3600000},
        "pace": {"connections": 2, "mailsPerConnection": 50, "mailsPerMinute": 30},
        "pop": {"host": "pop.example.org", "port": 1100, "security": "stls", "auth": "apop",
                "userId": "taro.pop", "ownPassword": true, "waitMilliseconds": 2500,
                "pinnedSha256": "/wAB"}
    })")
                                    .object();
    const auto record = recordFromJson({{u"goal"_s, u"check"_s}, {u"profile"_s, profile}});
    QVERIFY(record);
    for (const core::ProfileField &field : core::profileFields()) {
        QVERIFY2(!field.isUsual(record->profile), field.key.data()); // so the text above is whole
    }
    QCOMPARE(jsonFromRecord(*record)[u"profile"_s].toObject(), profile);
}

/// Before there were sources each of these was an English sentence.
void RecordJsonTest::keepsTheWordsOfOldRecords()
{
    QJsonObject json = jsonFromRecord(richRecord());
    const QStringList paths{u"facts/detail"_s, u"facts/pop/detail"_s, u"facts/tls/errors/0"_s};
    for (const QString &path : paths) {
        json = replaced(json, path.split(u'/'), u"The address has no @."_s).toObject();
    }
    const auto read = recordFromJson(json);
    QVERIFY(read.has_value());
    const core::Text words(u"The address has no @."_s);
    QCOMPARE(read->facts.detail, words);
    QCOMPARE(read->facts.pop->detail, words);
    QCOMPARE(read->facts.tls->errors[0], words);
    QCOMPARE(jsonFromRecord(*read), json);
}

/// Others may read them, and later versions will.
void RecordJsonTest::keepsSourcesAndArguments()
{
    core::AttemptRecord record = richRecord();
    record.facts.detail = {"%1: %2", {u"a.pem"_s, "it is empty"}};
    const QByteArray json =
        QJsonDocument(jsonFromRecord(record)[u"facts"_s][u"detail"_s].toObject())
            .toJson(QJsonDocument::Compact);
    QCOMPARE(
        json,
        R"({"arguments":["a.pem",{"arguments":[],"source":"it is empty"}],"source":"%1: %2"})");
    QCOMPARE(recordOf(bytesOf(record)), record);
}

void RecordJsonTest::survivesAnyDamage()
{
    const QJsonObject whole = jsonFromRecord(richRecord());
    QList<QStringList> paths;
    collectPaths(whole, {}, paths);
    QVERIFY(paths.size() > 150);
    for (const QStringList &path : std::as_const(paths)) {
        for (const QJsonValue &value :
             {QJsonValue(), QJsonValue(true), QJsonValue(-1e300), QJsonValue(u"\u3042"_s),
              QJsonValue(QJsonArray{QJsonArray()}), QJsonValue(QJsonObject())}) {
            // What can be read can be written and read again.
            const auto read = recordFromJson(replaced(whole, path, value).toObject());
            QVERIFY(!read || recordFromJson(jsonFromRecord(*read)) == read);
        }
    }
}

void RecordJsonTest::staysSmall_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("letters") << QByteArray(500, 'x');
    QTest::newRow("control characters") << QByteArray(500, '\1');
    QTest::newRow("octets beyond ASCII") << QByteArray(500, '\xff');
    QTest::newRow("nothing") << QByteArray();
}

/// Whatever the server says, wherever it says it.
void RecordJsonTest::staysSmall()
{
    QFETCH(QByteArray, octets);
    core::Reply reply{550, QByteArrayList(100, octets), QByteArrayList(100, octets),
                      core::EnhancedCode{5, 1, 1}};
    core::AttemptRecord record;
    core::SessionFacts &facts = record.facts;
    facts.reply = reply;
    facts.attempts = QList<core::AuthAttempt>(8, {core::Method::Login, reply});
    facts.recipients =
        QList<core::RecipientResult>(1000, {"a@example.org", core::Outcome::Refused, reply});
    core::Capabilities offer;
    offer.lines = offer.authMechanisms = QByteArrayList(512, octets);
    facts.beforeTls = facts.afterTls = offer;
    facts.tls = core::TlsFacts();
    facts.tls->chain = {{QByteArray(100'000, 'd'), {}, {}, {}, {}, {}, {}}};
    facts.pop = core::PopFacts();
    facts.pop->tls = facts.tls;
    core::shorten(facts);
    QVERIFY(facts.notes.contains(core::Note::RepliesLeftOut));
    const QByteArray bytes = bytesOf(record);
    qInfo("%lld octets", static_cast<long long>(bytes.size()));
    QVERIFY(bytes.size() < qsizetype{1024} * 1024);
    QCOMPARE(recordOf(bytes), record);
}

PROSERPINA_TEST(RecordJsonTest)
#include "tst_recordjson.moc"
