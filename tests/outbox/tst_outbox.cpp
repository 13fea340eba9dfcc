// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfixture.h"
#include "testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;
using core::Stage;
using outbox::Claim;
using outbox::MailId;
using outbox::Outbox;
using outbox::State;

/// Claiming a mail and what becomes of it, by one and by several programs.
class OutboxTest final : public OutboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void sendsInOrder();
    void claimsOnce();
    void everyStateHasAnExit();
    void freesWhatTheDeadHeld();
    void oneLoginWhilePasswordIsWrong();
    void aServersFaultCostsNoTry();
    void offlineForThreeDays();
    void clockJumps();
    void sendsNowInSpiteOfAll();
    void waitsUntilItsTime();
    void keepsThePace();
    void stopsWhileSending();
    void deletionWins();
    void changesRecipients();
    void movesToAnotherServer();
    void beginsWhileOthersLook();
};

void OutboxTest::sendsInOrder()
{
    const MailId first = accept();
    const MailId second = accept();
    const auto claimed = claim(*m_outbox);
    QCOMPARE(claimed->mail.id, first);
    QCOMPARE(mail(first).state, State::Sending);
    QVERIFY(!claim(*m_outbox)); // one at a time until the server is known to let us in
    QVERIFY(*m_outbox->beginFinishing(first));
    QVERIFY(*settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail)));
    QCOMPARE(mail(first).state, State::Sent);
    QCOMPARE(mail(first).lastReply, "a reply");
    QVERIFY(!mail(first).hasBody);
    QVERIFY(!QFile::exists(claimed->path));
    m_paces[m_server].connections = 2;
    accept();
    QCOMPARE(claim(*m_outbox)->mail.id, second);
    QVERIFY(claim(*m_outbox));
}

void OutboxTest::claimsOnce()
{
    const auto other = program();
    for (int i = 0; i < 10; ++i) {
        accept();
    }
    m_paces[m_server].connections = 10;
    QSet<MailId> claimed;
    for (int i = 0; i < 10; ++i) {
        Outbox &one = i % 2 == 0 ? *m_outbox : *other;
        const auto next = claim(one);
        QVERIFY(next);
        QVERIFY(!claimed.contains(next->mail.id));
        claimed.insert(next->mail.id);
        if (i == 0) { // now the server is known
            QVERIFY(*settle(one, next->mail, acceptedFor(next->mail)));
        }
    }
    QVERIFY(!claim(*other));
    // Nobody settles another one's claim.
    const auto mails = m_outbox->mails({});
    QVERIFY(!*settle(*other, (*mails)[2], acceptedFor((*mails)[2])));
}

void OutboxTest::everyStateHasAnExit()
{
    const auto into = [this](State state) -> MailId {
        const MailId id = accept();
        if (state == State::Queued) {
            return id;
        }
        if (state == State::Stopped) {
            return *m_outbox->stop(id) ? id : -1;
        }
        const auto claimed = claim(*m_outbox);
        const outbox::Mail &mail = claimed->mail;
        core::SessionFacts facts = acceptedFor(mail);
        switch (state) {
        case State::Sending: return id;
        case State::Deferred:
            facts = refusedAt(Stage::Rcpt, replyOf(451, "4.7.1 later"), mail);
            break;
        case State::WaitingForYou:
            facts = refusedAt(Stage::Auth, replyOf(535, "5.7.8 wrong"), mail);
            break;
        case State::Failed:
            facts = refusedAt(Stage::Rcpt, replyOf(550, "5.1.1 unknown"), mail);
            break;
        case State::Unknown: facts = failedAt(Stage::Body, Failure::LostAfterDot, mail); break;
        case State::Partial:
        case State::Sent:
        case State::Queued:
        case State::Stopped: break;
        }
        outbox::Verdict verdict = verdictOn(mail, facts, m_files->clock);
        verdict.state = state == State::Partial ? State::Partial : verdict.state;
        return *m_outbox->settle(id, verdict, "a reply", {}) ? id : -1;
    };
    for (int number = 0; number <= static_cast<int>(State::Stopped); ++number) {
        const auto state = static_cast<State>(number);
        startAnew();
        const MailId id = into(state);
        QVERIFY(id > 0);
        QCOMPARE(mail(id).state, state);
        QCOMPARE(m_outbox->counts()->value(state), 1);
        outbox::Filter filter;
        filter.states = {state};
        QCOMPARE(m_outbox->mails(filter)->size(), 1);
        switch (state) {
        case State::Queued: // by whoever sends
            QVERIFY(claim(*m_outbox));
            break;
        case State::Sending: // by its owner, or the owner's end
            m_outbox.reset();
            m_outbox = program();
            QCOMPARE(mail(id).state, State::Queued);
            break;
        case State::Deferred: // by time
            QVERIFY(!claim(*m_outbox));
            m_files->wait(5min);
            QVERIFY(claim(*m_outbox));
            break;
        case State::WaitingForYou: // by the person
            m_files->wait(1000h);
            QVERIFY(!claim(*m_outbox));
            QVERIFY(*m_outbox->forgetTrouble(m_server));
            QVERIFY(claim(*m_outbox));
            break;
        case State::Failed:
        case State::Stopped:
        case State::Unknown:
            m_files->wait(1000h);
            QVERIFY(!claim(*m_outbox));
            QVERIFY(*m_outbox->retry(id));
            QVERIFY(claim(*m_outbox));
            break;
        case State::Partial:
        case State::Sent: QVERIFY(!m_outbox->stop(id)); break;
        }
        QVERIFY(*m_outbox->remove(id)); // and always by being deleted
        QVERIFY(!*m_outbox->mail(id));
    }
}

void OutboxTest::freesWhatTheDeadHeld()
{
    const MailId begun = accept();
    auto other = program();
    QVERIFY(claim(*other));
    QVERIFY(*settle(*other, mail(begun), acceptedFor(mail(begun))));
    m_paces[m_server].connections = 3;
    const MailId finishing = accept();
    const MailId sending = accept();
    const MailId stopping = accept();
    QCOMPARE(claim(*other)->mail.id, finishing);
    QVERIFY(*other->beginFinishing(finishing));
    QCOMPARE(claim(*other)->mail.id, sending);
    QCOMPARE(claim(*other)->mail.id, stopping);
    QVERIFY(*m_outbox->stop(stopping));
    m_files->wait(1000h); // a sleeping computer's claim is kept
    QCOMPARE(*m_outbox->freeDeadClaims(), 0);
    other.reset();
    QCOMPARE(*m_outbox->freeDeadClaims(), 3);
    QCOMPARE(mail(sending).state, State::Queued);
    QCOMPARE(mail(stopping).state, State::Stopped);
    QCOMPARE(mail(finishing).state, State::Unknown);
    QCOMPARE(mail(finishing).tries, 0);
    QVERIFY(*m_outbox->markArrived(finishing));
    QCOMPARE(mail(finishing).state, State::Sent);
}

void OutboxTest::oneLoginWhilePasswordIsWrong()
{
    for (int i = 0; i < 100; ++i) {
        accept();
    }
    m_paces[m_server].connections = 8;
    const auto other = program();
    const auto first = claim(*m_outbox);
    QVERIFY(first);
    QVERIFY(!claim(*other));
    QVERIFY(*settle(*m_outbox, first->mail,
                    refusedAt(Stage::Auth, replyOf(535, "5.7.8 wrong"), first->mail)));
    for (int i = 0; i < 10; ++i) {
        m_files->wait(24h);
        QVERIFY(!claim(*other));
        QVERIFY(!claim(*m_outbox));
        QVERIFY(!m_outbox->nextDue(m_paces)->isValid());
    }
    QCOMPARE(m_outbox->counts()->value(State::WaitingForYou), 100);
    QCOMPARE(m_outbox->troubles()->size(), 1);
    QVERIFY(m_outbox->troubles()->constFirst().needsPerson);
    QCOMPARE(m_outbox->troubles()->constFirst().record, "a record");
    QVERIFY(*m_outbox->forgetTrouble(m_server));
    QCOMPARE(m_outbox->counts()->value(State::Queued), 100);
    for (int i = 0; i < 100; ++i) {
        const auto next = claim(i % 2 == 0 ? *m_outbox : *other);
        QVERIFY(next);
        QVERIFY(*settle(i % 2 == 0 ? *m_outbox : *other, next->mail, acceptedFor(next->mail)));
    }
    QCOMPARE(m_outbox->counts()->value(State::Sent), 100);
}

void OutboxTest::aServersFaultCostsNoTry()
{
    const MailId id = accept();
    const std::array pauses{1min, 2min, 4min, 8min, 16min, 32min, 60min, 60min};
    for (const std::chrono::minutes pause : pauses) {
        const auto claimed = claim(*m_outbox);
        QVERIFY(claimed);
        QVERIFY(*settle(*m_outbox, claimed->mail,
                        failedAt(Stage::Connect, Failure::ConnectionRefused, claimed->mail)));
        QCOMPARE(mail(id).tries, 0);
        QCOMPARE(mail(id).state, State::Queued);
        QCOMPARE(*m_outbox->nextDue(m_paces), m_files->clock.addDuration(pause));
        m_files->wait(pause - 1ms);
        QVERIFY(!claim(*m_outbox));
        m_files->wait(1ms);
    }
    // A new mail ends the pause, and so does the network.
    auto claimed = claim(*m_outbox);
    settle(*m_outbox, claimed->mail, failedAt(Stage::Dns, Failure::NameNotFound, claimed->mail));
    QVERIFY(!claim(*m_outbox));
    accept();
    claimed = claim(*m_outbox);
    QVERIFY(claimed);
    settle(*m_outbox, claimed->mail, failedAt(Stage::Dns, Failure::NameNotFound, claimed->mail));
    QVERIFY(!claim(*m_outbox));
    QVERIFY(*m_outbox->forgetPauses());
    claimed = claim(*m_outbox);
    QVERIFY(*settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail)));
    QCOMPARE(m_outbox->troubles()->size(), 0);
}

void OutboxTest::offlineForThreeDays()
{
    for (int i = 0; i < 5; ++i) {
        accept();
    }
    int attempts = 0;
    const QDateTime online = m_files->clock.addDays(3);
    while (m_files->clock < online) {
        if (const auto claimed = claim(*m_outbox)) {
            ++attempts;
            settle(*m_outbox, claimed->mail,
                   failedAt(Stage::Dns, Failure::NameNotFound, claimed->mail));
        }
        m_files->wait(30s);
    }
    QVERIFY(attempts > 72);
    QVERIFY(attempts < 90);
    m_outbox->forgetPauses();
    for (int i = 0; i < 5; ++i) {
        const auto claimed = claim(*m_outbox);
        QVERIFY(claimed);
        QCOMPARE(claimed->mail.tries, 0);
        settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail));
    }
    QCOMPARE(m_outbox->counts()->value(State::Sent), 5);
}

void OutboxTest::clockJumps()
{
    const MailId id = accept();
    m_files->clock = m_files->clock.addYears(1);
    auto claimed = claim(*m_outbox);
    QVERIFY(claimed);
    settle(*m_outbox, claimed->mail,
           refusedAt(Stage::Rcpt, replyOf(451, "4.7.1 later"), claimed->mail));
    QCOMPARE(mail(id).state, State::Deferred);
    m_files->clock = m_files->clock.addYears(-1);
    claimed = claim(*m_outbox); // due in a year, as the row has it
    QVERIFY(claimed);
    settle(*m_outbox, claimed->mail,
           failedAt(Stage::Connect, Failure::ConnectionRefused, claimed->mail));
    m_files->clock = m_files->clock.addYears(-1);
    QVERIFY(claim(*m_outbox));
}

void OutboxTest::sendsNowInSpiteOfAll()
{
    const MailId id = accept();
    const auto claimed = claim(*m_outbox);
    settle(*m_outbox, claimed->mail,
           refusedAt(Stage::Auth, replyOf(535, "5.7.8 no"), claimed->mail));
    QVERIFY(*m_outbox->setPaused(true));
    const MailId other = accept();
    QVERIFY(!claim(*m_outbox));
    QVERIFY(*m_outbox->sendNow(id));
    QCOMPARE(claim(*m_outbox)->mail.id, id);
    QVERIFY(*m_outbox->giveBack(id));
    QVERIFY(!claim(*m_outbox)); // that was it
    QVERIFY(*m_outbox->setPaused(false));
    QVERIFY(claim(*m_outbox));
    QVERIFY(!m_outbox->sendNow(other + 7));
}

void OutboxTest::waitsUntilItsTime()
{
    outbox::NewMail later = newMail(m_server);
    later.notBefore = m_files->clock.addDays(30);
    const auto ids = m_outbox->accept({later});
    QVERIFY(!claim(*m_outbox));
    QCOMPARE(*m_outbox->nextDue(m_paces), later.notBefore);
    m_files->wait(29 * 24h);
    QVERIFY(!claim(*m_outbox));
    m_files->wait(24h);
    QCOMPARE(claim(*m_outbox)->mail.id, ids->constFirst());
}

void OutboxTest::keepsThePace()
{
    m_paces[m_server] = {1, 0, 3};
    for (int i = 0; i < 5; ++i) {
        accept();
    }
    for (int i = 0; i < 3; ++i) {
        const auto claimed = claim(*m_outbox);
        QVERIFY(claimed);
        settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail));
    }
    QVERIFY(!claim(*m_outbox));
    m_files->wait(1min);
    QVERIFY(claim(*m_outbox));
}

void OutboxTest::stopsWhileSending()
{
    const MailId id = accept();
    auto claimed = claim(*m_outbox);
    const auto other = program();
    QVERIFY(*other->stop(id));
    QVERIFY(!*m_outbox->beginFinishing(id));
    QVERIFY(*settle(*m_outbox, claimed->mail,
                    failedAt(Stage::Body, Failure::Cancelled, claimed->mail)));
    QCOMPARE(mail(id).state, State::Stopped);
    // Too late: then it is what the server made of it, or nobody knows.
    for (const bool answered : {false, true}) {
        QVERIFY(*m_outbox->retry(id));
        claimed = claim(*m_outbox);
        QVERIFY(*m_outbox->beginFinishing(id));
        QVERIFY(*other->stop(id));
        QVERIFY(*settle(*m_outbox, claimed->mail,
                        answered ? acceptedFor(claimed->mail)
                                 : failedAt(Stage::Body, Failure::LostAfterDot, claimed->mail)));
        QCOMPARE(mail(id).state, answered ? State::Sent : State::Unknown);
    }
}

void OutboxTest::deletionWins()
{
    const MailId id = accept();
    const auto claimed = claim(*m_outbox);
    QVERIFY(*program()->remove(id));
    QVERIFY(!QFile::exists(claimed->path));
    QVERIFY(!*m_outbox->beginFinishing(id));
    QVERIFY(!*settle(*m_outbox, claimed->mail,
                     failedAt(Stage::Body, Failure::Cancelled, claimed->mail)));
    QVERIFY(!*m_outbox->mail(id));
    QVERIFY(accept() != id);
}

void OutboxTest::changesRecipients()
{
    const MailId id = accept({"a@example.org", "b@example.org"});
    const auto claimed = claim(*m_outbox);
    core::SessionFacts facts = acceptedFor(claimed->mail);
    facts.outcome = Outcome::Partial;
    facts.recipients[1] = {"b@example.org", Outcome::Refused, replyOf(550, "5.1.1 unknown")};
    settle(*m_outbox, claimed->mail, facts);
    QCOMPARE(mail(id).state, State::Partial);
    QVERIFY(*m_outbox->setRecipients(id, {"c@example.org"}));
    const outbox::Mail changed = claim(*m_outbox)->mail;
    QCOMPARE(changed.remainingEnvelope().to, QByteArrayList{"c@example.org"});
    QCOMPARE(changed.recipients.size(), 2);
    QVERIFY(!m_outbox->setRecipients(id, {"d@example.org"})); // it is being sent
}

void OutboxTest::movesToAnotherServer()
{
    const MailId id = accept();
    const QUuid other = QUuid::createUuid();
    QVERIFY(*m_outbox->setServer(m_server, other));
    QVERIFY(!claim(*m_outbox));
    QCOMPARE((*m_outbox->claim({{other, {}}}))->mail.id, id);
}

/// A program that begins while others look, again and again, who is there.
void OutboxTest::beginsWhileOthersLook()
{
    std::atomic_bool ends = false;
    const QString folder = m_files->path() + u"/senders"_s;
    std::thread looker([&folder, &ends] {
        const outbox::Lifeline looking(folder);
        while (!ends) {
            (void)looking.otherSender();
        }
    });
    int refused = 0;
    for (int i = 0; i < 10'000; ++i) {
        refused += outbox::Lifeline(folder).take(outbox::Lifeline::Kind::Unit) ? 0 : 1;
    }
    ends = true;
    looker.join();
    QCOMPARE(refused, 0);
}

PROSERPINA_TEST(OutboxTest)
#include "tst_outbox.moc"
