// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/report.h"

#include "causecases.h"
#include "core/inert.h"
#include "diagnosis/words.h"
#include "testmain.h"
#include "translations.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;
using core::Stage;
using service::Report;

namespace
{

const QDateTime when({2026, 5, 4}, {12, 30}, Qt::UTC);

core::SessionFacts delivered(const QList<Outcome> &outcomes)
{
    core::SessionFacts facts = ended(Outcome::Partial, Stage::Quit, core::Method::ScramSha256);
    facts.reply = replyOf({"550 5.1.1 nobody of that name"});
    for (const Outcome outcome : outcomes) {
        const bool accepted = outcome == Outcome::Accepted;
        facts.recipients.append(
            {"hanako@example.com", outcome, accepted ? replyOf({"250 fine"}) : facts.reply});
    }
    return facts;
}

core::SessionFacts changedCertificate(Stage stage)
{
    core::SessionFacts facts = rejectedCertificate({});
    facts.failure = Failure::CertificateChanged;
    facts.stage = stage;
    return facts;
}

core::SessionFacts withEveryNote()
{
    core::SessionFacts facts = ended(Outcome::Accepted, Stage::Quit, core::Method::Plain1);
    facts.reply = replyOf({"250 2.0.0 queued as something"});
    for (int i = 0; i <= int(core::Note::PasswordEndsUnseen); ++i) {
        facts.notes.append(core::Note(i));
    }
    return facts;
}

core::ServerProfile behindProxy()
{
    core::ServerProfile profile = server();
    profile.proxy = {core::ProxyKind::Socks5, u"127.0.0.1"_s, 1080};
    return profile;
}

/// Every cause there is, and what else an attempt may end with.
QList<CauseCase> attempts()
{
    core::ServerProfile pinned = server();
    pinned.pinnedSha256 = QByteArray(32, 'p');
    return causeCases() +
           QList<CauseCase>{
               {"recipients of every outcome", "",
                delivered({Outcome::Accepted, Outcome::Refused, Outcome::Deferred, Outcome::Unknown,
                           Outcome::Failed}),
                server()},
               {"every note", "", withEveryNote(), server()},
               {"stopped", "", ended(Outcome::Cancelled, Stage::Auth), server()},
               {"another certificate than the pinned one", "", changedCertificate(Stage::Tls),
                pinned},
               {"the proxy", "", failedAt(Stage::Connect, Failure::ProxyFailed), behindProxy()},
           };
}

core::AttemptRecord recordOf(const CauseCase &attempt)
{
    return {attempt.goal, when, attempt.profile, attempt.facts};
}

/// Every stage took its time, and one address did not answer.
core::AttemptReport reportOf(const CauseCase &attempt)
{
    core::AttemptReport report;
    report.facts = attempt.facts;
    for (int i = 0; i <= int(Stage::Quit); ++i) {
        report.timings.append({Stage(i), 10 + i});
    }
    const core::Text late(QT_TRANSLATE_NOOP("core", "no answer in time"));
    if (attempt.profile.proxy.isUsed()) {
        report.addresses = {{u"127.0.0.1:1080"_s, late, 250, true}};
    } else {
        report.addresses = {{u"192.0.2.1"_s, late, 250}, {u"192.0.2.2"_s, {}, 5}};
    }
    return report;
}

/// Each of its own words; what it holds only for a choice is a word of that.
QStringList textsOf(const Report &report)
{
    QStringList texts{report.judgement.sentence, report.serverWords.label, report.serverWords.text};
    texts += report.advice;
    for (const Report::Step &step : report.steps) {
        texts.append(step.text);
    }
    for (const Report::Row &row : report.rows) {
        texts += {row.label, row.text};
    }
    for (const Report::Recipient &recipient : report.recipients) {
        texts += {recipient.address, recipient.result, recipient.answer};
    }
    for (const Report::Choice &choice : report.choices) {
        texts += {choice.remedy.label, choice.risk};
    }
    return texts;
}

/// What a server or a person said, or a library: it stands in a report as it is.
QString wordsOfOthers(const CauseCase &attempt)
{
    const core::SessionFacts &facts = attempt.facts;
    const core::ServerProfile &profile = attempt.profile;
    QStringList words{
        profile.host,     profile.userId, profile.ehloName,          profile.caFile,
        profile.pop.host, profile.name,   profile.clientCertificate, profile.clientKey};
    words.append(facts.detail.english());
    QByteArrayList lines;
    const auto reply = [&lines](const std::optional<core::Reply> &said) {
        lines += said ? said->lines : QByteArrayList();
    };
    reply(facts.reply);
    for (const core::AuthAttempt &one : facts.attempts) {
        reply(one.reply);
    }
    for (const core::RecipientResult &one : facts.recipients) {
        lines.append(one.address);
        reply(one.reply);
    }
    for (const auto &side : {facts.beforeTls, facts.afterTls}) {
        lines += side ? side->lines : QByteArrayList();
    }
    QList<core::TlsFacts> shown;
    if (facts.tls) {
        shown.append(*facts.tls);
    }
    if (facts.pop) {
        lines.append(facts.pop->reply);
        words.append(facts.pop->detail.english());
        if (facts.pop->tls) {
            shown.append(*facts.pop->tls);
        }
    }
    for (const core::TlsFacts &tls : shown) {
        for (const core::Certificate &certificate : tls.chain) {
            words += QStringList{certificate.subject, certificate.issuer} + certificate.hostNames;
        }
        for (const core::Text &error : tls.errors) {
            words.append(error.english());
        }
    }
    for (const QByteArray &line : lines) {
        words.append(core::inert(line));
    }
    return words.join(u'\n');
}

/// But those that are the same in every language.
QStringList lowerCaseWords(const QString &text)
{
    static const QRegularExpression term(
        u"POP before SMTP|quoted-printable|base64|common name|pc\\.example\\.org|(smtp|pop|mail)\\. "_s);
    static const QRegularExpression word(u"(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])"_s);
    QStringList words;
    for (auto found = word.globalMatch(QString(text).remove(term)); found.hasNext();) {
        words.append(found.next().captured());
    }
    return words;
}

} // namespace

/// What is told of an attempt, in both languages.
class ReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_translations.use(u"ja"_s); }
    void isTranslated_data();
    void isTranslated();
    void stepsAreTranslated();
    void transcriptIsTranslated();
    void riskIsToldWhereThereIsOne_data() { isTranslated_data(); }
    void riskIsToldWhereThereIsOne();
    void recipients();
    void addresses_data();
    void addresses();
    void serverWords_data();
    void serverWords();
    void fingerprints_data();
    void fingerprints();
    void mails();

private:
    Translations m_translations{*QCoreApplication::instance()};
};

void ReportTest::isTranslated_data()
{
    QTest::addColumn<CauseCase>("attempt");
    const QList<CauseCase> all = attempts();
    for (const CauseCase &attempt : all) {
        QTest::newRow(attempt.name) << attempt;
    }
}

/// The same things are told in both languages, and nothing is left in English but what others said.
void ReportTest::isTranslated()
{
    QFETCH(CauseCase, attempt);
    const core::AttemptReport report = reportOf(attempt);
    const QStringList japanese = textsOf(service::reportOf(recordOf(attempt), report, 3));
    const QStringList english = textsOf(service::reportOf(recordOf(attempt), report, 3, {}));
    QCOMPARE(japanese.size(), english.size());
    const QStringList allowed = lowerCaseWords(wordsOfOthers(attempt));
    for (qsizetype i = 0; i < japanese.size(); ++i) {
        QCOMPARE(japanese[i].isEmpty(), english[i].isEmpty());
        static const QRegularExpression page(
            u"https://[^\\s。]*"_s); // a provider's, the same in all
        const QStringList words = lowerCaseWords(QString(japanese[i]).remove(page));
        for (const QString &word : words) {
            QVERIFY2(allowed.contains(word), qPrintable(word + u" in "_s + japanese[i]));
        }
    }
}

void ReportTest::stepsAreTranslated()
{
    using State = Report::Step::State;

    for (int i = 0; i <= int(Stage::Quit); ++i) {
        const core::StageTime time{Stage(i), 2000};
        const QString word = diagnosis::stageWord(time.stage, &service::translatedText);
        QCOMPARE(service::stepOf(time, State::Running).text, word + u" … 2 秒"_s);
        QCOMPARE(service::stepOf(time, State::Done).text, word + u" OK 2000 ms"_s);
        QCOMPARE(service::stepOf(time, State::Failed).text, word + u" 失敗 2000 ms"_s);
        QCOMPARE(lowerCaseWords(word), QStringList());
    }
}

void ReportTest::transcriptIsTranslated()
{
    using Direction = core::TranscriptLine::Direction;

    const core::Text note(QT_TRANSLATE_NOOP("core", "no answer in time"));
    const auto noted = service::transcriptWords({7, Direction::Note, false, {}, note});
    QCOMPARE(noted.lead, u"     7 ms     "_s);
    QVERIFY(noted.text.startsWith(u"-- "_s));
    QCOMPARE(lowerCaseWords(noted.text), QStringList());
    const auto said = service::transcriptWords({12, Direction::Server, true, "250 \033 fine"});
    QCOMPARE(said.lead, u"    12 ms TLS "_s);
    QCOMPARE(said.text, u"S: 250 \u241b fine"_s);
    QCOMPARE(service::transcriptWords({0, Direction::Client, true, {}}).text, u"C:"_s);
}

void ReportTest::riskIsToldWhereThereIsOne()
{
    QFETCH(CauseCase, attempt);
    const Report report = service::reportOf(recordOf(attempt), {});
    QCOMPARE(report.choices.size(), report.judgement.remedies.size());
    for (const Report::Choice &choice : report.choices) {
        QCOMPARE(!choice.risk.isEmpty(), choice.remedy.isRisky());
        QVERIFY(!choice.ofCertificate || attempt.facts.tls);
    }
}

void ReportTest::recipients()
{
    const CauseCase attempt{"", "", delivered({Outcome::Accepted, Outcome::Refused}), server()};
    const Report report = service::reportOf(recordOf(attempt), {}, 1, {});
    QCOMPARE(report.recipients.size(), 2);
    QCOMPARE(report.recipients[0].result, u"accepted"_s);
    QVERIFY(report.recipients[0].accepted);
    QCOMPARE(report.recipients[1].result, u"refused"_s);
    QCOMPARE(report.recipients[1].answer, u"550 5.1.1 nobody of that name"_s);
    QVERIFY(!report.recipients[1].accepted);
}

void ReportTest::addresses_data()
{
    QTest::addColumn<QList<core::AddressAttempt>>("addresses");
    QTest::addColumn<QStringList>("told");
    const core::Text refused(u"refused"_s);
    QTest::newRow("none") << QList<core::AddressAttempt>() << QStringList();
    QTest::newRow("the only one answered")
        << QList<core::AddressAttempt>{{u"192.0.2.1"_s, {}, 5}} << QStringList();
    QTest::newRow("the only one did not")
        << QList<core::AddressAttempt>{{u"192.0.2.1"_s, refused, 5}}
        << QStringList{u"192.0.2.1: refused after 5 ms"_s};
    QTest::newRow("the second one answered")
        << QList<core::AddressAttempt>{{u"192.0.2.1"_s, refused, 5}, {u"2001:db8::1"_s, {}, 7}}
        << QStringList{u"192.0.2.1: refused after 5 ms"_s, u"2001:db8::1: connected after 7 ms"_s};
    QTest::newRow("of a proxy the sentence speaks")
        << QList<core::AddressAttempt>{{u"192.0.2.1:1080"_s, refused, 5, true}} << QStringList();
}

void ReportTest::addresses()
{
    QFETCH(QList<core::AddressAttempt>, addresses);
    core::AttemptReport report;
    report.addresses = addresses;
    const core::SessionFacts facts = failedAt(Stage::Connect, Failure::ConnectionRefused);
    QStringList told;
    for (const Report::Row &row :
         service::reportOf({core::Goal::Check, when, server(), facts}, report, 1, {}).rows) {
        QCOMPARE(row.label, u"Tried"_s);
        told.append(row.text);
    }
    QTEST(told, "told");
}

void ReportTest::serverWords_data()
{
    QTest::addColumn<core::Goal>("goal");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("told");
    QTest::newRow("a mail was taken") << core::Goal::SendMail << Outcome::Accepted << true;
    QTest::newRow("a mail was refused") << core::Goal::SendMail << Outcome::Refused << true;
    QTest::newRow("the login was refused") << core::Goal::Check << Outcome::Refused << true;
    QTest::newRow("the login was taken") << core::Goal::Check << Outcome::Accepted << false;
}

void ReportTest::serverWords()
{
    QFETCH(core::Goal, goal);
    QFETCH(Outcome, outcome);
    core::SessionFacts facts = ended(outcome, Stage::Auth);
    facts.reply = replyOf({"500-one\t", "500 two"});
    const Report::Row words =
        service::reportOf({goal, when, server(), facts}, {}, 1, {}).serverWords;
    QTEST(!words.text.isEmpty(), "told");
    QCOMPARE(words.text, words.text.isEmpty() ? QString() : u"500-one\u2409\n500 two"_s);
}

void ReportTest::fingerprints_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<QByteArray>("pinned");
    QTest::addColumn<bool>("shown");
    QTest::newRow("another one") << changedCertificate(Stage::Tls) << QByteArray("smtp") << true;
    QTest::newRow("another one of the POP3 server")
        << changedCertificate(Stage::PopTls) << QByteArray("pop") << true;
    QTest::newRow("whoever was there did not answer")
        << failedAt(Stage::Connect, Failure::TimedOut) << QByteArray("smtp") << false;
}

void ReportTest::fingerprints()
{
    QFETCH(core::SessionFacts, facts);
    core::ServerProfile profile = server();
    profile.pinnedSha256 = "smtp";
    profile.pop.pinnedSha256 = "pop";
    const Report report = service::reportOf({core::Goal::Check, when, profile, facts}, {});
    QTEST(report.pinned, "pinned");
    QTEST(!report.shown.isEmpty(), "shown");
}

void ReportTest::mails()
{
    core::SessionFacts facts = ended(Outcome::Accepted, Stage::Quit, core::Method::Plain1);
    facts.mailsAccepted = 2;
    const core::AttemptRecord record{core::Goal::SendMail, when, server(), facts};
    QVERIFY(service::reportOf(record, {}, 1, {}).rows.isEmpty());
    const QList<Report::Row> rows = service::reportOf(record, {}, 3, {}).rows;
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].label, u"Mails"_s);
    QCOMPARE(rows[0].text, u"2 of 3 accepted"_s);
}

PROSERPINA_TEST(ReportTest)

#include "tst_report.moc"
