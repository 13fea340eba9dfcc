// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "pop/session.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::PopAuth;
using core::PopSecurity;
using core::Security;

namespace
{

/// The facts of one POP3 login over a real socket.
struct Login
{
    core::PopFacts facts;
    core::Transcript transcript;
};

Login logIn(service::PracticeEntry &entry, const pop::SessionSettings &settings)
{
    const practice::Server &server = entry.server();
    pop::Session session(settings);
    net::TlsSettings tls;
    tls.caFile = entry.caFile();
    const quint16 port =
        settings.security == PopSecurity::Pop3s ? server.pop3sPort() : server.popPort();
    bool ended = false;
    core::Transcript transcript;
    net::Connection connection(session, {u"localhost"_s, port, tls, {}, std::chrono::seconds(10)},
                               {}, [&](const core::AttemptEvent &event) {
                                   ended = std::holds_alternative<core::AttemptReport>(event);
                                   if (const auto *line =
                                           std::get_if<core::TranscriptLine>(&event)) {
                                       transcript.append(*line);
                                   }
                               });
    connection.start();
    if (!QTest::qWaitFor([&ended] { return ended; }, 10'000)) {
        qWarning("the session did not end");
    }
    return {session.facts(), transcript};
}

pop::SessionSettings settingsOf(const service::PracticeEntry &entry, PopSecurity security)
{
    pop::SessionSettings settings;
    settings.security = security;
    settings.credentials = entry.credentials();
    return settings;
}

} // namespace

/// pop::Session by the driver, against the practice server's POP3.
class PopConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsIn_data();
    void logsIn();
    void wrongPassword_data();
    void wrongPassword();
    void injection();
    void letsInForAWhile();
};

void PopConnectionTest::logsIn_data()
{
    QTest::addColumn<PopSecurity>("security");
    QTest::addColumn<PopAuth>("auth");
    QTest::addColumn<bool>("stamp");
    QTest::addColumn<bool>("apop");
    QTest::newRow("POP3S, APOP") << PopSecurity::Pop3s << PopAuth::Auto << true << true;
    QTest::newRow("POP3S, USER") << PopSecurity::Pop3s << PopAuth::User << true << false;
    QTest::newRow("POP3S without a stamp") << PopSecurity::Pop3s << PopAuth::Auto << false << false;
    QTest::newRow("STLS, APOP") << PopSecurity::Stls << PopAuth::Auto << true << true;
    QTest::newRow("STLS without a stamp") << PopSecurity::Stls << PopAuth::Auto << false << false;
    QTest::newRow("APOP without encryption") << PopSecurity::None << PopAuth::Apop << true << true;
}

void PopConnectionTest::logsIn()
{
    QFETCH(PopSecurity, security);
    QFETCH(PopAuth, auth);
    QFETCH(bool, stamp);
    QFETCH(bool, apop);
    practice::Behaviour behaviour;
    behaviour.popStamp = stamp;
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    pop::SessionSettings settings = settingsOf(entry, security);
    settings.auth = auth;
    const Login login = logIn(entry, settings);
    QCOMPARE(login.facts.failure, Failure::None);
    QCOMPARE(login.facts.outcome, Outcome::Accepted);
    QCOMPARE(login.facts.usedApop, apop);
    QCOMPARE(login.facts.tls.has_value(), security != PopSecurity::None);
    for (const core::TranscriptLine &line : login.transcript) {
        QVERIFY(!line.text.contains(entry.credentials().password.reveal()));
    }
}

void PopConnectionTest::wrongPassword_data()
{
    QTest::addColumn<PopAuth>("auth");
    QTest::newRow("APOP") << PopAuth::Apop;
    QTest::newRow("USER") << PopAuth::User;
}

void PopConnectionTest::wrongPassword()
{
    QFETCH(PopAuth, auth);
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    pop::SessionSettings settings = settingsOf(entry, PopSecurity::Pop3s);
    settings.auth = auth;
    settings.credentials.password = core::Secret("not that one");
    const Login login = logIn(entry, settings);
    QCOMPARE(login.facts.outcome, Outcome::Refused);
    QCOMPARE(login.facts.reply, QByteArray("-ERR [AUTH] ID or password are wrong"));
}

/// B101 over a real socket.
void PopConnectionTest::injection()
{
    practice::Behaviour behaviour;
    behaviour.injected = "+OK logged in\r\n";
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    const Login login = logIn(entry, settingsOf(entry, PopSecurity::Stls));
    QCOMPARE(login.facts.failure, Failure::PlaintextInjected);
}

/// POP before SMTP as a server does it: no mail before, mail after, none once it is too long ago.
void PopConnectionTest::letsInForAWhile()
{
    service::PracticeEntry entry(practice::popBeforeSmtp(std::chrono::seconds(3)));
    QVERIFY(entry.start());
    auto mail = settingsFor(entry, Goal::SendMail, Security::Smtps);
    mail.method = core::Method::None;
    const auto outcome = [&] {
        Attempt attempt(mail, targetFor(entry, Security::Smtps), "Subject: x\r\n\r\ny\r\n");
        attempt.start();
        return attempt.waitForEnd() ? attempt.facts().outcome : Outcome::Unknown;
    };
    QCOMPARE(outcome(), Outcome::Refused);
    QCOMPARE(logIn(entry, settingsOf(entry, PopSecurity::Pop3s)).facts.outcome, Outcome::Accepted);
    QCOMPARE(outcome(), Outcome::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), Outcome::Refused, 10'000);
    QCOMPARE(entry.mailbox().isEmpty(), false);
}

PROSERPINA_TEST(PopConnectionTest)

#include "tst_popconnection.moc"
