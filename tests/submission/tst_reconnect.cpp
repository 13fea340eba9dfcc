// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/reconnect.h"
#include "testmain.h"

#include <QTest>

#include <functional>

using core::Failure;
using core::Method;
using core::Stage;

namespace
{

core::Reply reply(int code)
{
    core::Reply reply;
    reply.code = code;
    return reply;
}

core::TlsFacts verifiedTls()
{
    core::TlsFacts tls;
    tls.encrypted = true;
    return tls;
}

/// Five mails were to go, two have gone, and the server said 421 to the third MAIL.
core::SessionFacts brokenBetweenMails()
{
    core::SessionFacts facts;
    facts.mailsAccepted = 2;
    facts.stage = Stage::Mail;
    facts.failure = Failure::ReplyDeferred;
    facts.reply = reply(421);
    return facts;
}

/// The first method was refused, and the server closed.
core::SessionFacts closedAfterRefusal()
{
    core::SessionFacts facts;
    facts.stage = Stage::Auth;
    facts.failure = Failure::ClosedByPeer;
    facts.tls = verifiedTls();
    facts.afterTls = core::Capabilities();
    facts.afterTls->authMechanisms = {"SCRAM-SHA-256", "CRAM-MD5", "LOGIN", "PLAIN"};
    facts.attempts = {{Method::ScramSha256, reply(535)}, {Method::CramMd5, {}}};
    return facts;
}

using Change = std::function<void(core::SessionFacts &, smtp::SessionSettings &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

/// The pure decisions on another connection.
class ReconnectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betweenMails_data();
    void betweenMails();
    void lostStep_data();
    void lostStep();
    void afterLogins_data();
    void afterLogins();
    void pauses();
};

void ReconnectTest::betweenMails_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("copiesLeft"); // 0: no other connection
    const auto row = [](const char *name, int copiesLeft, const Change &change) {
        QTest::newRow(name) << change << copiesLeft;
    };
    row("B34 421 to the next MAIL: the rest", 3, [](auto &, auto &) {});
    row("B34 221 while idle: the rest", 3, [](auto &facts, auto &) {
        facts.failure = Failure::UnexpectedReply;
        facts.reply = reply(221);
    });
    row("B34 closed without a word: the rest", 3, [](auto &facts, auto &) {
        facts.failure = Failure::ClosedByPeer;
        facts.reply.reset();
    });
    row("B96 nothing has gone on this connection: no further one", 0,
        [](auto &facts, auto &) { facts.mailsAccepted = 0; });
    row("all have gone: none", 0, [](auto &facts, auto &) { facts.mailsAccepted = 5; });
    row("one mail only: none", 0, [](auto &facts, auto &settings) {
        facts.mailsAccepted = 1;
        settings.delivery.copies = 1;
    });
    row("B87 lost after a final dot: none, it may have arrived", 0, [](auto &facts, auto &) {
        facts.stage = Stage::Body;
        facts.failure = Failure::LostAfterDot;
    });
    row("lost in the middle of a message: none", 0, [](auto &facts, auto &) {
        facts.stage = Stage::Body;
        facts.failure = Failure::ClosedByPeer;
    });
    row("450 to MAIL: none", 0, [](auto &facts, auto &) { facts.reply = reply(450); });
    row("refused for good: none", 0,
        [](auto &facts, auto &) { facts.failure = Failure::ReplyRefused; });
    row("cancelled: none", 0, [](auto &facts, auto &) { facts.failure = Failure::Cancelled; });
    row("an unasked-for 250: none", 0, [](auto &facts, auto &) {
        facts.failure = Failure::UnexpectedReply;
        facts.reply = reply(250);
    });
}

void ReconnectTest::betweenMails()
{
    QFETCH(Change, change);
    QFETCH(int, copiesLeft);
    core::SessionFacts facts = brokenBetweenMails();
    smtp::SessionSettings settings;
    settings.delivery.copies = 5;
    change(facts, settings);
    const auto next = submission::afterBreakBetweenMails(facts, settings);
    QCOMPARE(next.has_value(), copiesLeft > 0);
    if (next) {
        QCOMPARE(next->delivery.copies, copiesLeft);
    }
}

void ReconnectTest::lostStep_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("goesOn");
    const auto row = [](const char *name, bool goesOn, const Change &change) {
        QTest::newRow(name) << change << goesOn;
    };
    const auto saying = [](int code, const char *text) {
        return [code, text](core::SessionFacts &facts, smtp::SessionSettings &) {
            facts.reply = reply(code);
            facts.reply->text = {text};
        };
    };
    row("554 synchronization error: on", true, saying(554, "SMTP synchronization error"));
    row("503 out of order: on", true, saying(503, "5.5.1 bad sequence of commands"));
    row("550 pipelining not allowed: on", true, saying(550, "5.5.0 Pipelining not allowed"));
    row("503 wants a login: no", false, saying(503, "5.5.1 authentication required"));
    row("550 about the sender: no", false, saying(550, "5.7.1 not you"));
    row("one at a time already: no", false,
        [](auto &, auto &settings) { settings.pipelining = false; });
    row("not offered: no", false, [](auto &facts, auto &) { facts.afterTls->pipelining = false; });
    row("at EHLO, which is never pipelined: no", false,
        [](auto &facts, auto &) { facts.stage = Stage::Ehlo; });
    row("somebody has it already: no", false,
        [](auto &facts, auto &) { facts.outcome = core::Outcome::Partial; });
    row("it may have arrived: no", false,
        [](auto &facts, auto &) { facts.outcome = core::Outcome::Unknown; });
}

void ReconnectTest::lostStep()
{
    QFETCH(Change, change);
    QFETCH(bool, goesOn);
    core::SessionFacts facts;
    facts.outcome = core::Outcome::Refused;
    facts.failure = Failure::ReplyRefused;
    facts.stage = Stage::Rcpt;
    facts.reply = reply(503);
    facts.afterTls = core::Capabilities();
    facts.afterTls->pipelining = true;
    facts.mailsAccepted = 1;
    smtp::SessionSettings settings;
    settings.delivery.copies = 3;
    change(facts, settings);
    const auto next = submission::afterLostStep(facts, settings, {});
    QCOMPARE(next.has_value(), goesOn);
    if (next) {
        QVERIFY(!next->pipelining);
        QCOMPARE(next->delivery.copies, 2);
    }
}

void ReconnectTest::afterLogins_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("goesOn");
    const auto row = [](const char *name, bool goesOn, const Change &change) {
        QTest::newRow(name) << change << goesOn;
    };
    row("B54 closed after a 535, the next may be tried: on", true, [](auto &, auto &) {});
    row("B54 421 after a 535: on", true, [](auto &facts, auto &) {
        facts.failure = Failure::ReplyDeferred;
        facts.reply = reply(421);
    });
    row("B53 nobody has allowed it: no", false,
        [](auto &, auto &settings) { settings.tryNextMethod = false; });
    row("B53 the certificate is doubtful: no", false,
        [](auto &facts, auto &) { facts.tls->faults = {core::CertificateFault::SelfSigned}; });
    row("B53 without TLS: no", false, [](auto &facts, auto &) { facts.tls.reset(); });
    row("B54 no method was refused, only cut off: no", false, [](auto &facts, auto &) {
        facts.attempts = {{Method::ScramSha256, {}}};
    });
    row("B54 a temporary refusal: no", false, [](auto &facts, auto &) {
        facts.attempts = {{Method::ScramSha256, reply(454)}};
    });
    row("B54 the third refusal: no, servers lock accounts", false, [](auto &facts, auto &settings) {
        settings.refusedMethods = {Method::ScramSha256, Method::CramMd5};
        settings.refusedLogins = 2;
        facts.attempts = {{Method::Login, reply(535)}};
    });
    row("B54 two spellings were refused before: no", false, [](auto &facts, auto &settings) {
        settings.refusedLogins = 1;
        facts.attempts = {{Method::ScramSha256, reply(535)}, {Method::ScramSha256, reply(535)}};
    });
    row("B54 nothing below is offered: no", false,
        [](auto &facts, auto &) { facts.afterTls->authMechanisms = {"SCRAM-SHA-256"}; });
    row("B54 refused, and still connected: no", false, [](auto &facts, auto &) {
        facts.failure = Failure::ReplyRefused;
        facts.reply = reply(535);
    });
    row("B54 three methods that were only not understood: on", true,
        [](auto &facts, auto &settings) {
            settings.refusedMethods = {Method::ScramSha256};
            settings.refusedLogins = 0;
            facts.attempts = {{Method::CramMd5, reply(504)}};
        });
    row("B54 closed at another step: no", false,
        [](auto &facts, auto &) { facts.stage = Stage::Ehlo; });
}

void ReconnectTest::afterLogins()
{
    QFETCH(Change, change);
    QFETCH(bool, goesOn);
    core::SessionFacts facts = closedAfterRefusal();
    smtp::SessionSettings settings;
    settings.tryNextMethod = true;
    change(facts, settings);
    const auto next = submission::afterRefusedLogins(facts, settings);
    QCOMPARE(next.has_value(), goesOn);
    if (next) {
        QVERIFY(next->refusedMethods.contains(Method::ScramSha256));
        QCOMPARE(next->refusedLogins, facts.attempts.constFirst().isRefusal() ? 1 : 0);
    }
}

/// B96: bounded, with growing pauses.
void ReconnectTest::pauses()
{
    QCOMPARE(submission::pauseBeforeReconnecting(0)->count(), 0);
    std::chrono::milliseconds all(0);
    int connections = 1;
    while (const auto pause = submission::pauseBeforeReconnecting(connections)) {
        QCOMPARE(pause->count(), 1000 << (connections - 1));
        all += *pause;
        ++connections;
    }
    QCOMPARE(connections, 10);
    QVERIFY(all < std::chrono::minutes(10));
}

PROSERPINA_TEST(ReconnectTest)

#include "tst_reconnect.moc"
