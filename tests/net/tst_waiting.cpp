// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "names.h"
#include "silentport.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Security;
using core::Stage;

/// Servers and networks that keep one waiting: everywhere there is a deadline, and the person can
/// stop at once.
class WaitingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelled_data();
    void cancelled();
    void timesOut_data();
    void timesOut();
    void cancelledWhileConnecting_data();
    void cancelledWhileConnecting();
    void connectingTimesOut_data();
    void connectingTimesOut();
    void octetByOctet();
};

namespace
{

/// The promise is 200 ms, and what is measured is printed; only a machine under great load comes
/// near this.
constexpr qint64 atOnce = 1000;

void stalls()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Security>("security");
    QTest::addColumn<Stage>("stage");
    const auto row = [](const char *name, const char *fault, Stage stage,
                        Security security = Security::StartTls) {
        QTest::newRow(name) << QString::fromLatin1(fault) << security << stage;
    };
    row("B04: no greeting", "no-greeting", Stage::Greeting);
    row("B04: no greeting, SMTPs", "no-greeting", Stage::Greeting, Security::Smtps);
    row("no reply to EHLO", "hang-ehlo", Stage::Ehlo);
    row("no reply to STARTTLS", "hang-starttls", Stage::StartTls);
    row("B39: silent in the TLS handshake, after STARTTLS", "hang-tls", Stage::Tls);
    row("B39: silent in the TLS handshake, SMTPs", "hang-tls", Stage::Tls, Security::Smtps);
    row("no reply to AUTH", "hang-auth", Stage::Auth);
    row("no reply to MAIL", "hang-mail", Stage::Mail);
    row("no reply to RCPT", "hang-rcpt", Stage::Rcpt);
    row("no reply to DATA", "hang-data", Stage::Data);
    row("B94: zero window in the message, STARTTLS", "hang-body", Stage::Body);
    row("B94: zero window in the message, SMTPs", "hang-body", Stage::Body, Security::Smtps);
    row("B94: zero window in the message, no encryption", "hang-body", Stage::Body, Security::None);
    row("B87: no reply to the final dot", "hang-dot", Stage::Body);
}

/// A mail to a server with that fault.
struct Stall
{
    service::PracticeEntry entry;
    std::optional<Attempt> attempt;
    bool afterDot;

    Stall(const QString &fault, Security security, const core::Deadlines &deadlines)
        : entry(behaviour(fault, security))
        , afterDot(fault == "hang-dot"_L1)
    {
        if (!entry.start()) {
            return;
        }
        smtp::SessionSettings settings = settingsFor(entry, Goal::SendMail, security);
        settings.deadlines = deadlines;
        if (security == Security::None) {
            settings.method = core::Method::None;
        }
        // Large enough that a server which does not read fills every buffer.
        const int lines = fault == "hang-body"_L1 ? 500'000 : 1;
        attempt.emplace(settings, targetFor(entry, security),
                        QByteArray(70, 'x').append("\r\n").repeated(lines));
    }

    static practice::Behaviour behaviour(const QString &fault, Security security)
    {
        practice::Behaviour behaviour = *practice::behaviourWithFault(fault);
        if (security == Security::None) {
            behaviour.mechanisms.clear(); // it lets everybody send
        }
        return behaviour;
    }

    /// Until the dot is on its way stopping still stops the mail.
    [[nodiscard]] bool hasReached(Stage stage)
    {
        const core::Transcript &lines = attempt->transcript();
        const bool dotSent =
            std::any_of(lines.begin(), lines.end(),
                        [](const core::TranscriptLine &line) { return line.text == "."; });
        return attempt->stages().contains(stage) && (!afterDot || dotSent);
    }
};

} // namespace

void WaitingTest::cancelled_data()
{
    stalls();
}

void WaitingTest::cancelled()
{
    QFETCH(QString, fault);
    QFETCH(Security, security);
    QFETCH(Stage, stage);
    Stall stall(fault, security, {});
    Attempt &attempt = *stall.attempt;
    attempt.start();
    QVERIFY(QTest::qWaitFor([&] { return stall.hasReached(stage); }, 20'000));
    if (fault == "hang-body"_L1) {
        // Until the window is closed and nothing moves any more.
        qsizetype before = 0;
        while (std::exchange(before, attempt.progress().size()) != attempt.progress().size() ||
               attempt.progress().isEmpty()) {
            QVERIFY(!QTest::qWaitFor([&] { return attempt.ended(); }, 100));
        }
    }
    QElapsedTimer timer;
    timer.start();
    attempt.cancel();
    QVERIFY(attempt.waitForEnd());
    const qint64 ms = timer.elapsed();
    qInfo("cancelled in %lld ms", static_cast<long long>(ms));
    QVERIFY(ms < atOnce);
    QCOMPARE(attempt.facts().outcome, stall.afterDot ? Outcome::Unknown : Outcome::Cancelled);
    QCOMPARE(attempt.facts().stage, stage);
    QVERIFY(stall.entry.mailbox().isEmpty());
}

void WaitingTest::timesOut_data()
{
    stalls();
}

void WaitingTest::timesOut()
{
    QFETCH(QString, fault);
    QFETCH(Security, security);
    QFETCH(Stage, stage);
    // What the server does answer is answered in less.
    Stall stall(fault, security, core::Deadlines::all(std::chrono::milliseconds(1500)));
    Attempt &attempt = *stall.attempt;
    attempt.start();
    QVERIFY(attempt.waitForEnd(60'000));
    QCOMPARE(attempt.facts().failure, stall.afterDot ? Failure::LostAfterDot : Failure::TimedOut);
    QCOMPARE(attempt.facts().outcome, stall.afterDot ? Outcome::Unknown : Outcome::Failed);
    QCOMPARE(attempt.facts().stage, stage);
    QVERIFY(stall.entry.mailbox().isEmpty());
}

void WaitingTest::cancelledWhileConnecting_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("B106: the name look-up hangs")
        << QByteArray("slow.practice.invalid") << Stage::Dns;
    QTest::newRow("B92: a silent address") << QByteArray("127.0.0.1") << Stage::Connect;
    QTest::newRow("B92: a name with two silent addresses")
        << QByteArray("dead.practice.invalid") << Stage::Connect;
    QTest::newRow("B90: a silent IPv6 address") << QByteArray("::1") << Stage::Connect;
}

void WaitingTest::cancelledWhileConnecting()
{
    QFETCH(QByteArray, host);
    QFETCH(Stage, stage);
    const TestName slow("slow.practice.invalid");
    const TestName dead("dead.practice.invalid", {"::1", "127.0.0.1"});
    const SilentPort four{QHostAddress(QHostAddress::LocalHost)};
    const SilentPort six(QHostAddress(QHostAddress::LocalHostIPv6), four.port());
    QVERIFY(four.port() != 0);
    QCOMPARE(six.port(), four.port());
    Attempt attempt({}, {QString::fromLatin1(host), four.port(), {}, {}, std::chrono::minutes(1)});
    attempt.start();
    const auto isWaiting = [&] {
        return stage == Stage::Dns ? slow.asked() == 1 : four.knocking() + six.knocking() > 0;
    };
    QVERIFY(QTest::qWaitFor(isWaiting, 20'000));
    QElapsedTimer timer;
    timer.start();
    attempt.cancel();
    QVERIFY(attempt.waitForEnd());
    const qint64 ms = timer.elapsed();
    qInfo("cancelled in %lld ms", static_cast<long long>(ms));
    QVERIFY(ms < atOnce);
    QCOMPARE(attempt.facts().outcome, Outcome::Cancelled);
    QCOMPARE(attempt.facts().stage, stage);
    QTRY_COMPARE(four.knocking() + six.knocking(), 0);
}

void WaitingTest::connectingTimesOut_data()
{
    cancelledWhileConnecting_data();
}

void WaitingTest::connectingTimesOut()
{
    QFETCH(QByteArray, host);
    QFETCH(Stage, stage);
    const TestName slow("slow.practice.invalid");
    const TestName dead("dead.practice.invalid", {"::1", "127.0.0.1"});
    const SilentPort four{QHostAddress(QHostAddress::LocalHost)};
    const SilentPort six(QHostAddress(QHostAddress::LocalHostIPv6), four.port());
    QCOMPARE(six.port(), four.port());
    Attempt attempt(
        {}, {QString::fromLatin1(host), four.port(), {}, {}, std::chrono::milliseconds(500)});
    attempt.start();
    QVERIFY(attempt.waitForEnd(20'000));
    QCOMPARE(attempt.facts().failure, Failure::TimedOut);
    QCOMPARE(attempt.facts().stage, stage);
    const QList<core::AddressAttempt> addresses = attempt.addresses();
    const bool byName = host.startsWith("dead");
    QCOMPARE(addresses.size(), stage == Stage::Dns ? 0 : byName ? 2 : 1);
    for (const core::AddressAttempt &address : addresses) {
        QCOMPARE(address.error.english(), u"no answer in time"_s);
    }
}

/// B93: who sends one octet after the other gains no time by it.
void WaitingTest::octetByOctet()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int sent = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket, &sent] {
            socket->write(QByteArray("220-a reply without end").mid(sent++ % 23, 1));
            socket->flush();
        });
        timer->start(20);
    });
    smtp::SessionSettings settings;
    settings.deadlines = core::Deadlines::all(std::chrono::milliseconds(700));
    Attempt attempt(settings,
                    {u"127.0.0.1"_s, server.serverPort(), {}, {}, std::chrono::seconds(10)});
    attempt.start();
    QVERIFY(attempt.waitForEnd(30'000));
    QCOMPARE(attempt.facts().failure, Failure::TimedOut);
    QCOMPARE(attempt.facts().stage, Stage::Greeting);
    QVERIFY(sent > 1);
    qInfo("B93: timed out after %d octets of one reply", sent);
}

PROSERPINA_TEST(WaitingTest)

#include "tst_waiting.moc"
