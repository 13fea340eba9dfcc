// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timelimits.h"
#include "testmain.h"

#include <QTest>

using namespace std::chrono_literals;
using core::Deadlines;
using core::Goal;
using core::Security;
using core::Stage;

/// How long an attempt waits, by what it is for.
class TimeLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greeting_data();
    void greeting();
    void theRestIsAsInTheProfile();
    void limitOfAStage();
    void securityOfAPort_data();
    void securityOfAPort();
};

void TimeLimitsTest::greeting_data()
{
    QTest::addColumn<Goal>("goal");
    QTest::addColumn<Deadlines>("inProfile");
    QTest::addColumn<std::chrono::milliseconds>("greeting");
    const auto row = [](const char *name, Goal goal, const Deadlines &inProfile,
                        std::chrono::milliseconds greeting) {
        QTest::addRow("%s", name) << goal << inProfile << greeting;
    };
    Deadlines ownConnect;
    ownConnect.connect = 10s;
    Deadlines ownGreeting;
    ownGreeting.greeting = 50s;
    row("check: 30 s", Goal::Check, {}, 30s);
    row("reading the reply: 30 s", Goal::ReadReply, {}, 30s);
    row("sending: RFC 5321's five minutes", Goal::SendMail, {}, 5min);
    row("check with a limit for all", Goal::Check, Deadlines::all(90s), 90s);
    row("check with a shorter one", Goal::Check, Deadlines::all(5s), 5s);
    row("check with five minutes for all", Goal::Check, Deadlines::all(5min), 5min);
    row("check with another limit for the greeting", Goal::Check, ownGreeting, 50s);
    row("check with another limit elsewhere", Goal::Check, ownConnect, 30s);
    row("sending with a limit for all", Goal::SendMail, Deadlines::all(90s), 90s);
}

void TimeLimitsTest::greeting()
{
    QFETCH(Goal, goal);
    QFETCH(Deadlines, inProfile);
    QFETCH(std::chrono::milliseconds, greeting);
    core::ServerProfile profile;
    profile.deadlines = inProfile;
    QCOMPARE(core::deadlinesFor(goal, profile).greeting, greeting);
}

void TimeLimitsTest::theRestIsAsInTheProfile()
{
    Deadlines usual;
    usual.greeting = 30s;
    QCOMPARE(core::deadlinesFor(Goal::Check, {}), usual);
    QCOMPARE(core::deadlinesFor(Goal::SendMail, {}), Deadlines());
}

void TimeLimitsTest::limitOfAStage()
{
    const Deadlines each{1s, 2s, 3s, 4s, 5s, 6s, 7s};
    QCOMPARE(core::limitOf(Stage::Dns, each), 1s);
    QCOMPARE(core::limitOf(Stage::PopConnect, each), 1s);
    QCOMPARE(core::limitOf(Stage::Tls, each), 2s);
    QCOMPARE(core::limitOf(Stage::Greeting, each), 3s);
    QCOMPARE(core::limitOf(Stage::PopGreeting, each), 3s);
    QCOMPARE(core::limitOf(Stage::Auth, each), 4s);
    QCOMPARE(core::limitOf(Stage::Data, each), 5s);
    QCOMPARE(core::limitOf(Stage::Body, each), 6s);
}

void TimeLimitsTest::securityOfAPort_data()
{
    QTest::addColumn<quint16>("port");
    QTest::addColumn<std::optional<Security>>("security");
    const auto row = [](quint16 port, std::optional<Security> security) {
        QTest::addRow("%u", unsigned{port}) << port << security;
    };
    row(465, Security::Smtps);
    row(25, Security::StartTls);
    row(587, Security::StartTls);
    row(2525, Security::StartTls);
    row(4650, std::nullopt);
}

void TimeLimitsTest::securityOfAPort()
{
    QFETCH(quint16, port);
    QFETCH(std::optional<Security>, security);
    QVERIFY(core::usualSecurity(port) == security);
}

PROSERPINA_TEST(TimeLimitsTest)

#include "tst_timelimits.moc"
