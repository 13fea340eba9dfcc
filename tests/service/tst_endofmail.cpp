// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailsink.h"
#include "outboxprobe.h"
#include "service/delivery.h"
#include "service/servers.h"
#include "testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using outbox::MailId;
using outbox::State;

/// What is said of a mail whose server breaks off around the end of the message: Unknown where the
/// last octet went and no final reply was read, and nowhere else.
class EndOfMailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ends_data();
    void ends();
    void clockJumps();
    void killedBeforeTheLastOctet();

private:
    MailId accept();
    outbox::Mail mail(MailId id);
    void begin();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MailSink> m_sink;
    std::unique_ptr<service::Servers> m_servers;
    std::unique_ptr<service::Mailer> m_mailer;
    std::unique_ptr<service::Delivery> m_delivery;
    QDateTime m_clock;
};

void EndOfMailTest::init()
{
    m_clock = QDateTime::currentDateTimeUtc();
    m_folder = std::make_unique<QTemporaryDir>();
    m_sink = std::make_unique<MailSink>();
    QVERIFY(m_sink->listen(QHostAddress::LocalHost));
    m_servers = std::make_unique<service::Servers>(m_folder->path(), m_folder->path());
    m_servers->load();
    core::ServerEntry entry;
    entry.profile.name = u"sink"_s;
    entry.profile.host = u"127.0.0.1"_s;
    entry.profile.port = m_sink->serverPort();
    entry.profile.security = core::Security::None;
    entry.profile.method = core::Method::None;
    entry.profile.deadlines.endOfData = 5s;
    entry.address = u"a@example.org"_s;
    bool saved = false;
    m_servers->save(entry, {}, this, [&](const auto &done) { saved = done.ok(); });
    QTRY_VERIFY(saved);
    m_mailer = std::make_unique<service::Mailer>(&m_servers->passwords());
    m_delivery = std::make_unique<service::Delivery>(
        *m_servers, *m_mailer, m_folder->path(),
        outbox::Surroundings{[this] { return m_clock; }, {}, {}});
}

void EndOfMailTest::cleanup()
{
    m_delivery.reset();
    m_mailer.reset();
    m_servers.reset();
    m_sink.reset();
}

MailId EndOfMailTest::accept()
{
    return acceptedBy(*m_delivery, *m_servers, {u"b@example.org"_s});
}

outbox::Mail EndOfMailTest::mail(MailId id)
{
    return mailIn(*m_delivery, id);
}

void EndOfMailTest::begin()
{
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
}

void EndOfMailTest::ends_data()
{
    QTest::addColumn<int>("atTheEnd");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("taken");
    const auto row = [](const char *name, MailSink::AtTheEnd end, State state, int taken) {
        QTest::newRow(name) << static_cast<int>(end) << state << taken;
    };
    row("the server resets after the dot: unknown", MailSink::AtTheEnd::Reset, State::Unknown, 1);
    row("it answers 250 and resets: sent", MailSink::AtTheEnd::AnswerAndReset, State::Sent, 1);
    row("it takes its time at the dot: sent", MailSink::AtTheEnd::AnswerLate, State::Sent, 1);
    row("it closes one octet before the end: tried again", MailSink::AtTheEnd::ResetOneOctetBefore,
        State::Deferred, 0);
}

void EndOfMailTest::ends()
{
    QFETCH(int, atTheEnd);
    QFETCH(State, state);
    QFETCH(int, taken);
    m_sink->atTheEnd = static_cast<MailSink::AtTheEnd>(atTheEnd);
    const MailId id = accept();
    begin();
    QTRY_VERIFY_WITH_TIMEOUT(mail(id).state != State::Queued && mail(id).state != State::Sending,
                             20'000);
    QCOMPARE(mail(id).state, state);
    QCOMPARE(m_sink->taken.size(), taken);
    m_sink->atTheEnd = MailSink::AtTheEnd::Answer;
    m_clock = m_clock.addDays(1);
    m_delivery->look();
    if (state == State::Deferred) {
        QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Sent, 20'000);
    }
    QCOMPARE(m_sink->taken.size(), 1);
    for (const int times : std::as_const(m_sink->taken)) {
        QCOMPARE(times, 1);
    }
}

void EndOfMailTest::clockJumps()
{
    begin();
    m_sink->atTheEnd = MailSink::AtTheEnd::ResetOneOctetBefore;
    m_clock = m_clock.addYears(1);
    const MailId id = accept();
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Deferred, 20'000);
    m_sink->atTheEnd = MailSink::AtTheEnd::Answer;
    m_clock = m_clock.addYears(-1);
    m_delivery->wakeUp(); // as after resume
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Sent, 20'000);
}

/// As a program leaves it that is killed between the row and the last octet.
void EndOfMailTest::killedBeforeTheLastOctet()
{
    const MailId id = accept();
    {
        outbox::Outbox killed(m_folder->path() + u"/outbox"_s);
        QVERIFY(killed.join(outbox::Lifeline::Kind::Window));
        const auto claimed = killed.claim({{m_servers->servers().constFirst().id, {}}});
        QVERIFY(claimed && *claimed);
        QVERIFY(*killed.beginFinishing(id));
    }
    begin();
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Unknown, 20'000);
    QCOMPARE(m_sink->connections, 0);
    QVERIFY(mail(id).record.isEmpty()); // by which it is told that it was perhaps not sent
}

PROSERPINA_TEST(EndOfMailTest)
#include "tst_endofmail.moc"
