// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfolder.h"
#include "testmain.h"

#include <QTest>

using namespace std::chrono_literals;
using core::Failure;
using core::Outcome;
using core::Stage;
using outbox::State;
using Server = outbox::Verdict::Server;

namespace
{

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

outbox::Mail mailFor(const QByteArrayList &to)
{
    outbox::Mail mail;
    mail.acceptedAt = now;
    mail.envelope = {"taro@example.org", to};
    for (const QByteArray &address : to) {
        mail.recipients.append({address, Outcome::Failed, {}});
    }
    return mail;
}

} // namespace

/// What an attempt means for a mail and for its server.
class PolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void triesTheRestOnly();
    void pausesGrow();
    void givesUpByTimeAndTries();
};

void PolicyTest::verdicts_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<State>("state");
    QTest::addColumn<Server>("server");
    QTest::addColumn<bool>("isTry");

    const outbox::Mail mail = mailFor({"a@example.org"});
    const auto refused = [&mail](Stage stage, int code, const QByteArray &text) {
        return refusedAt(stage, replyOf(code, text), mail);
    };
    const auto failed = [&mail](Stage stage, Failure failure) {
        return failedAt(stage, failure, mail);
    };
    const auto row = [](const char *name, const core::SessionFacts &facts, State state,
                        Server server,
                        bool isTry) { QTest::newRow(name) << facts << state << server << isTry; };
    row("taken: sent", acceptedFor(mail), State::Sent, Server::Works, true);
    row("no such host: the server's, no try", failed(Stage::Dns, Failure::NameNotFound),
        State::Queued, Server::Down, false);
    row("connection refused: the server's", failed(Stage::Connect, Failure::ConnectionRefused),
        State::Queued, Server::Down, false);
    row("a certificate as of a hotel's network: the server's",
        failed(Stage::Tls, Failure::CertificateRejected), State::Queued, Server::Down, false);
    row("421 as greeting: the server's", refused(Stage::Greeting, 421, "4.3.2 too busy"),
        State::Queued, Server::Down, false);
    row("454 to the login: the server's", refused(Stage::Auth, 454, "4.7.0 later"), State::Queued,
        Server::Down, false);
    row("535: a person", refused(Stage::Auth, 535, "5.7.8 wrong"), State::Queued,
        Server::NeedsPerson, false);
    row("no method offered: a person", failed(Stage::Auth, Failure::LoginNotOffered), State::Queued,
        Server::NeedsPerson, false);
    row("530 to MAIL, login needed: a person",
        refused(Stage::Mail, 530, "5.7.0 Authentication required"), State::Queued,
        Server::NeedsPerson, false);
    row("no password here: given back", failed(Stage::Auth, Failure::PasswordUnavailable),
        State::Queued, Server::Untouched, false);
    row("421 to MAIL: the server's", refused(Stage::Mail, 421, "4.7.0 closing"), State::Queued,
        Server::Down, false);
    row("closed at RCPT: the server's", failed(Stage::Rcpt, Failure::ClosedByPeer), State::Queued,
        Server::Down, false);
    row("a daily limit by 550: the server's, the mail waits",
        refused(Stage::Mail, 550, "5.4.5 Daily user sending limit exceeded"), State::Queued,
        Server::Down, false);
    row("closed in the message: the mail's, later", failed(Stage::Body, Failure::ClosedByPeer),
        State::Deferred, Server::Works, true);
    row("421 at the dot: the mail's, later", refused(Stage::Body, 421, "4.3.0 closing"),
        State::Deferred, Server::Works, true);
    row("451 to RCPT: later", refused(Stage::Rcpt, 451, "4.7.1 greylisted"), State::Deferred,
        Server::Works, true);
    row("452 at the dot: later", refused(Stage::Body, 452, "4.3.1 full"), State::Deferred,
        Server::Works, true);
    row("550 to RCPT: failed", refused(Stage::Rcpt, 550, "5.1.1 unknown"), State::Failed,
        Server::Works, true);
    row("553 to MAIL: failed", refused(Stage::Mail, 553, "5.7.1 not owned by user"), State::Failed,
        Server::Works, true);
    row("554 at the dot: failed", refused(Stage::Body, 554, "5.7.1 spam"), State::Failed,
        Server::Works, true);
    row("lost behind the dot: unknown", failed(Stage::Body, Failure::LostAfterDot), State::Unknown,
        Server::Works, true);
    row("too large for this server: failed", failed(Stage::Mail, Failure::MessageTooLarge),
        State::Failed, Server::Works, true);
    row("the spool file cannot be read: failed", failed(Stage::Message, Failure::BodyUnreadable),
        State::Failed, Server::Untouched, true);
    row("cancelled while connecting: as before", failed(Stage::Connect, Failure::Cancelled),
        State::Queued, Server::Untouched, false);
}

void PolicyTest::verdicts()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(State, state);
    QFETCH(Server, server);
    QFETCH(bool, isTry);

    const outbox::Mail mail = mailFor({"a@example.org"});
    const outbox::Verdict verdict = verdictOn(mail, facts, now);
    QCOMPARE(verdict.state, state);
    QCOMPARE(verdict.server, server);
    QCOMPARE(verdict.isTry, isTry);
    QCOMPARE(verdict.due.isValid(), state == State::Deferred);
    QCOMPARE(verdict.recipients.size(), 1);
    if (!isTry) {
        QCOMPARE(verdict.recipients, mail.recipients);
    }
}

void PolicyTest::triesTheRestOnly()
{
    outbox::Mail mail = mailFor({"a@example.org", "b@example.org", "c@example.org"});
    core::SessionFacts facts = acceptedFor(mail);
    facts.outcome = Outcome::Partial;
    facts.recipients[1] = {"b@example.org", Outcome::Refused, replyOf(550, "5.1.1 unknown")};
    facts.recipients[2] = {"c@example.org", Outcome::Deferred, replyOf(451, "4.7.1 later")};
    outbox::Verdict verdict = verdictOn(mail, facts, now);
    QCOMPARE(verdict.state, State::Deferred);
    QCOMPARE(verdict.due, now.addDuration(5min));

    mail.recipients = verdict.recipients;
    mail.tries = 1;
    QCOMPARE(mail.remainingEnvelope().to, QByteArrayList{"c@example.org"});
    verdict = verdictOn(mail, acceptedFor(mail), now);
    QCOMPARE(verdict.state, State::Partial);
    QCOMPARE(verdict.recipients[0].outcome, Outcome::Accepted);
    QCOMPARE(verdict.recipients[1].outcome, Outcome::Refused);
    QCOMPARE(verdict.recipients[2].outcome, Outcome::Accepted);
}

void PolicyTest::pausesGrow()
{
    QCOMPARE(outbox::pauseAfterTry(1), 5min);
    QCOMPARE(outbox::pauseAfterTry(2), 10min);
    QCOMPARE(outbox::pauseAfterTry(7), 4h);
    QCOMPARE(outbox::pauseAfterTry(1000), 4h);
    QCOMPARE(outbox::pauseAfterFailure(1), 1min);
    QCOMPARE(outbox::pauseAfterFailure(3), 4min);
    QCOMPARE(outbox::pauseAfterFailure(1000), 1h);
}

void PolicyTest::givesUpByTimeAndTries()
{
    outbox::Mail mail = mailFor({"a@example.org"});
    const core::SessionFacts facts = refusedAt(Stage::Rcpt, replyOf(451, "4.7.1 later"), mail);
    // A clock a year ahead after one try: it goes on.
    mail.tries = 1;
    QCOMPARE(verdictOn(mail, facts, now.addYears(1)).state, State::Deferred);
    mail.tries = 30;
    QCOMPARE(verdictOn(mail, facts, now.addDays(4)).state, State::Deferred);
    const outbox::Verdict given = verdictOn(mail, facts, now.addDays(5));
    QCOMPARE(given.state, State::Failed);
    QCOMPARE(given.recipients.constFirst().reply->code, 451);
    // What was to go out later has its days from then on.
    mail.notBefore = now.addDays(30);
    QCOMPARE(verdictOn(mail, facts, now.addDays(32)).state, State::Deferred);
}

PROSERPINA_TEST(PolicyTest)
#include "tst_policy.moc"
