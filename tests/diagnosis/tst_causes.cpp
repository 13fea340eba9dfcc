// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "diagnosis/judgement.h"
#include "testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Stage;
using diagnosis::Judgement;

namespace
{

const QDateTime today({2026, 11, 24}, {10, 31}, Qt::OffsetFromUTC, 9 * 3600);

Judgement causeOf(const core::SessionFacts &facts, const core::ServerProfile &profile = server())
{
    return diagnosis::judge(facts, profile, Goal::SendMail, today);
}

void addCases()
{
    QTest::addColumn<int>("number");
    const QList<CauseCase> cases = causeCases();
    for (int i = 0; i < cases.size(); ++i) {
        QTest::newRow(cases[i].name) << i;
    }
}

} // namespace

/// Facts in, the cause out: which row, and what it says.
class CausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data() { addCases(); }
    void namesTheCause();
    void saysItPlainly_data() { addCases(); }
    void saysItPlainly();
    void everyIdIsReached();
    void everyCombinationHasACause();
    void fillsPlaces_data();
    void fillsPlaces();
    void saysWhatLoggedIn_data();
    void saysWhatLoggedIn();
    void tellsAllCertificateFaults();
    void serverTextIsInert();
    void placesInServerTextStay();
    void translates();
};

void CausesTest::namesTheCause()
{
    QFETCH(int, number);
    const CauseCase c = causeCases()[number];
    const core::ServerProfile profile = c.profile.host.isEmpty() ? server() : c.profile;
    QCOMPARE(diagnosis::judge(c.facts, profile, c.goal, today).id, QLatin1StringView(c.id));
}

void CausesTest::saysItPlainly()
{
    QFETCH(int, number);
    const CauseCase c = causeCases()[number];
    const core::ServerProfile profile = c.profile.host.isEmpty() ? server() : c.profile;
    const Judgement cause = diagnosis::judge(c.facts, profile, c.goal, today);
    for (const QString &text : {cause.sentence, cause.advice}) {
        // A full stop behind a link would be copied with it.
        const bool isLink = text.section(u' ', -1).startsWith("https://"_L1);
        QVERIFY2(text.endsWith(u'.') != isLink && !text.endsWith(".."_L1), qPrintable(text));
        QVERIFY2(text.size() <= 300, qPrintable(text)); // with a provider's page
        QVERIFY2(!text.contains(u'{') && !text.contains(u'!') && !text.contains("  "_L1),
                 qPrintable(text));
        QVERIFY2(text.front().isUpper() || text.startsWith(profile.host) ||
                     text.startsWith(core::popHostOf(profile)),
                 qPrintable(text));
    }
}

void CausesTest::everyIdIsReached()
{
    QSet<QByteArray> missing;
    for (const std::span<const diagnosis::CauseRow> part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            missing.insert(row.verdict.id);
        }
    }
    for (const CauseCase &c : causeCases()) {
        missing.remove(c.id);
    }
    for (const ToldCase &c : toldCases()) {
        missing.remove(c.id);
    }
    QVERIFY2(missing.isEmpty(), missing.values().join(' ').constData());
}

void CausesTest::everyCombinationHasACause()
{
    const QByteArrayList codes{"421", "450", "451", "452", "454", "500", "501",
                               "502", "503", "504", "530", "534", "535", "538",
                               "550", "551", "552", "553", "554", "555"};
    for (int failure = 0; failure <= int(Failure::LostAfterDot); ++failure) {
        for (int stage = 0; stage <= int(Stage::Quit); ++stage) {
            for (const QByteArray &code : codes) {
                core::SessionFacts facts = saidAt(Stage(stage), {code + " words"});
                facts.failure = Failure(failure);
                const Judgement cause = causeOf(facts);
                QVERIFY(!cause.id.isEmpty() && !cause.sentence.isEmpty() &&
                        !cause.advice.isEmpty());
                // Without a reply too, and only for what is no failure at all "failed" is enough.
                facts.reply.reset();
                facts.outcome = Outcome::Failed;
                QCOMPARE(causeOf(facts).id == "failed"_L1, Failure(failure) == Failure::None);
            }
        }
    }
}

void CausesTest::fillsPlaces_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<QString>("sentence");

    core::SessionFacts partial = ended(Outcome::Partial, Stage::Body);
    partial.recipients = {{"a@example.com", Outcome::Accepted, {}},
                          {"b@example.com", Outcome::Refused, {}}};
    core::SessionFacts twoRecipients = saidAfterLogin(Stage::Rcpt, {"550 5.1.1 <x>: User unknown"});
    twoRecipients.recipients.prepend({"first@example.com", Outcome::Failed, {}});
    core::SessionFacts sameDay = rejectedCertificate({CertificateFault::Expired});
    sameDay.tls->chain[0].validUntil = QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC);
    core::SessionFacts method = failedAt(Stage::Auth, Failure::MethodNotOffered);
    method.afterTls = offering({"CRAM-MD5", "NTLM"});

    QTest::newRow("B43 the certificate's hosts")
        << rejectedCertificate({CertificateFault::WrongHost})
        << u"The certificate is not for smtp.example.org but for: mail.example.net, *.example.net."_s;
    QTest::newRow("B105 this computer's date, the certificate's in its zone")
        << rejectedCertificate({CertificateFault::NotYetValid})
        << u"The certificate of smtp.example.org is valid only from 2026-12-24; this computer's "
           u"date is "
           "2026-11-24 10:31."_s;
    QTest::newRow("expired today: the hour too") << sameDay
                                                 << u"The certificate of smtp.example.org expired "
                                                    u"on 2026-11-24 10:00; this computer's date is "
                                                    "2026-11-24 10:31."_s;
    QTest::newRow("B48 the library's reason")
        << rejectedCertificate({CertificateFault::Weak})
        << u"The certificate of smtp.example.org is too weakly protected: The library's own words."_s;
    QTest::newRow("the time limit")
        << failedAt(Stage::Connect, Failure::TimedOut)
        << u"smtp.example.org did not answer on port 587 within 30 s."_s;
    QTest::newRow("the stage")
        << failedAt(Stage::Body, Failure::ClosedByPeer)
        << u"The server ended the connection without a word, at this step: the message "
           "itself."_s;
    QTest::newRow("the recipients")
        << partial << u"The server took the message for 1 of 2 recipients."_s;
    QTest::newRow("the recipient whose reply it was")
        << twoRecipients << u"The server does not know hanako@example.com."_s;
    QTest::newRow("B52 what is offered instead")
        << method
        << u"The server offers neither SCRAM-SHA-256 nor a method below it; it offers CRAM-MD5, NTLM."_s;
    QTest::newRow("a refused input says its own sentence")
        << failedAt(Stage::Mail, Failure::BadInput, u"The address has a line break."_s)
        << u"The address has a line break."_s;
    QTest::newRow("a refused input without one") << failedAt(Stage::Mail, Failure::BadInput)
                                                 << u"Something that was entered cannot be used."_s;
    core::SessionFacts pop = failedAt(Stage::PopConnect, Failure::ConnectionRefused);
    pop.method = core::Method::PopBeforeSmtp;
    QTest::newRow("the POP3 server's host and port")
        << pop
        << u"smtp.example.org refuses connections on port 995: no POP3 server listens there."_s;
    QTest::newRow("no detail, no colon")
        << failedAt(Stage::Tls, Failure::TlsHandshakeFailed)
        << u"No encrypted connection with smtp.example.org, port 587."_s;
}

void CausesTest::fillsPlaces()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(QString, sentence);
    QCOMPARE(causeOf(facts).sentence, sentence);
}

void CausesTest::saysWhatLoggedIn_data()
{
    QTest::addColumn<core::Method>("method");
    QTest::addColumn<QString>("took");
    QTest::addColumn<QString>("missing");
    using core::Method;
    QTest::newRow("a password") << Method::CramMd5 << u"took ID and password by CRAM-MD5."_s
                                << u"No password was given"_s;
    QTest::newRow("a token") << Method::OAuthBearer << u"took the access token by OAUTHBEARER."_s
                             << u"No access token was given"_s;
    QTest::newRow("a certificate")
        << Method::External << u"took the client certificate by EXTERNAL."_s << QString();
}

void CausesTest::saysWhatLoggedIn()
{
    QFETCH(core::Method, method);
    QFETCH(QString, took);
    QFETCH(QString, missing);
    core::ServerProfile profile = server();
    profile.method = method;
    const auto sentence = [&profile](const core::SessionFacts &facts) {
        return diagnosis::judge(facts, profile, Goal::Check, today).sentence;
    };
    QVERIFY(sentence(ended(Outcome::Accepted, Stage::Auth, method)).endsWith(took));
    core::SessionFacts skipped = ended(Outcome::Accepted, Stage::Ehlo);
    skipped.notes = {core::Note::LoginSkippedNoPassword};
    QVERIFY(sentence(skipped).contains(missing));
}

void CausesTest::tellsAllCertificateFaults()
{
    const Judgement cause = causeOf(rejectedCertificate(
        {CertificateFault::UnknownIssuer, CertificateFault::Expired, CertificateFault::WrongHost}));
    QCOMPARE(cause.id, "certificate-expired"_L1);
    QVERIFY2(cause.sentence.endsWith("The issuer of the certificate is not known to this computer. "
                                     "The certificate is for another host name."_L1),
             qPrintable(cause.sentence));
    const Judgement selfSigned = causeOf(
        rejectedCertificate({CertificateFault::SelfSigned, CertificateFault::UnknownIssuer}));
    QVERIFY2(!selfSigned.sentence.contains("issuer"_L1), qPrintable(selfSigned.sentence));
}

void CausesTest::serverTextIsInert()
{
    core::SessionFacts facts = rejectedCertificate({CertificateFault::WrongHost});
    facts.tls->chain[0].hostNames = {u"a\x1b[31m\u202E.example"_s, QString(5000, u'x'), u"c"_s,
                                     u"d"_s};
    const QString sentence = causeOf(facts).sentence;
    QVERIFY2(sentence.contains(u"a␛[31m<U+202E>.example, "_s), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u"…, c, …."_s) && sentence.size() < 250, qPrintable(sentence));

    core::SessionFacts offered = failedAt(Stage::Auth, Failure::MethodNotOffered);
    offered.afterTls = offering({"PL\x1b"
                                 "AIN",
                                 "LOGIN"});
    QVERIFY(causeOf(offered).sentence.endsWith(u"it offers PL␛AIN, LOGIN."_s));
}

void CausesTest::placesInServerTextStay()
{
    const core::SessionFacts facts =
        failedAt(Stage::Connect, Failure::ConnectFailed, u"{host} {port} {"_s);
    QCOMPARE(causeOf(facts).sentence,
             u"No connection to smtp.example.org, port 587: {host} {port} {."_s);
}

void CausesTest::translates()
{
    const diagnosis::Translate shout = [](const char *, const char *source) {
        return QString::fromUtf8(source)
            .replace("nothing"_L1, "NICHTS"_L1)
            .replace("offers"_L1, "BIETET"_L1);
    };
    const Judgement cause = diagnosis::judge(failedAt(Stage::Auth, Failure::MethodNotOffered),
                                             server(), Goal::Check, today, shout);
    QCOMPARE(cause.id, "method-not-offered"_L1);
    QCOMPARE(cause.sentence,
             u"The server BIETET neither SCRAM-SHA-256 nor a method below it; it BIETET NICHTS."_s);
}

PROSERPINA_TEST(CausesTest)
#include "tst_causes.moc"
