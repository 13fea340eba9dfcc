// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "outboxprobe.h"
#include "practice/server.h"
#include "service/delivery.h"
#include "service/mailwords.h"
#include "service/practiceentry.h"
#include "service/servers.h"
#include "testmain.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using outbox::MailId;
using outbox::State;
using service::Delivery;
using service::Mailer;
using service::Servers;

namespace
{

/// All that one program has.
struct Program
{
    Program(const QString &folder, const outbox::Surroundings &surroundings)
        : servers(folder + u"/config"_s, folder + u"/data"_s)
        , mailer(&servers.passwords())
        , delivery(servers, mailer, folder + u"/data"_s, surroundings)
    {
        servers.load();
    }

    Servers servers;
    Mailer mailer;
    Delivery delivery;
};

} // namespace

/// Mail from the outbox to the practice server, by one and by two programs.
class DeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsWhatIsAccepted();
    void sendsWhatWasAcceptedBefore();
    void oneLoginUntilThePasswordIsMended();
    void triesAgainWhatWasPutOff();
    void lostBehindTheDotIsUnknown();
    void takenBeforeTheLinkBreaksIsSent();
    void goesOnAfter421();
    void waitsForTheNetwork();
    void waitsForItsServer();
    void keepsWhatItHasNoPasswordFor();
    void stopsAMailOnItsWay();
    void endsAndPutsBack();
    void endsWithoutHavingBegun();
    void eachOnceByTwoPrograms();
    void refusesWhatCannotBeWritten();

private:
    void startServer(practice::Behaviour behaviour = {});
    void setPassword(const QByteArray &password);
    Program &start(std::unique_ptr<Program> &program);
    MailId accept(Program &program);
    outbox::Mail mail(MailId id);
    QMap<State, int> counts();
    void waitForIdle();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::PracticeEntry> m_practice;
    std::unique_ptr<Program> m_program;
    QUuid m_server;
    QDateTime m_clock;
    int m_logins = 0;
};

void DeliveryTest::init()
{
    m_clock = QDateTime::currentDateTimeUtc();
    m_folder = std::make_unique<QTemporaryDir>();
    m_logins = 0;
    startServer();
}

void DeliveryTest::cleanup()
{
    m_program.reset();
    m_practice.reset();
}

void DeliveryTest::startServer(practice::Behaviour behaviour)
{
    m_program.reset();
    m_practice = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    QVERIFY(m_practice->start());
    connect(&m_practice->server(), &practice::Server::lineReceived, this,
            [this](const QByteArray &line) { m_logins += int{line.startsWith("AUTH ")}; });
    setPassword(m_practice->credentials().password.reveal());
    m_program = std::make_unique<Program>(m_folder->path(),
                                          outbox::Surroundings{[this] { return m_clock; }, {}, {}});
    core::ServerEntry entry;
    entry.profile = m_practice->profile(core::Security::StartTls);
    entry.profile.name = u"practising"_s;
    entry.address = practice::Server::address();
    entry.passwordCommand = {u"cat"_s, m_folder->filePath(u"password"_s)};
    m_server = QUuid();
    for (const core::ServerEntry &there : m_program->servers.servers()) {
        entry.id = there.id;
    }
    m_program->servers.save(entry, {}, this,
                            [this](const auto &saved) { m_server = saved ? saved->id : QUuid(); });
    QTRY_VERIFY(!m_server.isNull());
}

void DeliveryTest::setPassword(const QByteArray &password)
{
    QVERIFY(writeFile(m_folder->filePath(u"password"_s), password));
}

Program &DeliveryTest::start(std::unique_ptr<Program> &program)
{
    bool begun = false;
    program->delivery.begin(outbox::Lifeline::Kind::Window, this,
                            [&](const auto &joined) { begun = joined.ok(); });
    [&] { QTRY_VERIFY(begun); }();
    return *program;
}

MailId DeliveryTest::accept(Program &program)
{
    return acceptedBy(program.delivery, program.servers, {u"a@practice.test"_s});
}

outbox::Mail DeliveryTest::mail(MailId id)
{
    return mailIn(m_program->delivery, id);
}

QMap<State, int> DeliveryTest::counts()
{
    return countsIn(m_program->delivery);
}

void DeliveryTest::waitForIdle()
{
    bool idle = false;
    connect(
        &m_program->delivery, &Delivery::idle, this, [&] { idle = true; },
        Qt::SingleShotConnection);
    m_program->delivery.look();
    QTRY_VERIFY_WITH_TIMEOUT(idle, 30'000);
}

void DeliveryTest::sendsWhatIsAccepted()
{
    start(m_program);
    QList<MailId> ids;
    for (int i = 0; i < 5; ++i) {
        ids.append(accept(*m_program));
    }
    waitForIdle();
    QCOMPARE(counts().value(State::Sent), 5);
    QCOMPARE(m_practice->server().mailbox().size(), 5);
    QCOMPARE(m_practice->server().connections(), 1);
    QCOMPARE(m_logins, 1);
    const outbox::Mail sent = mail(ids.constFirst());
    QVERIFY(sent.lastReply.startsWith("250 "));
    QCOMPARE(sent.subject, u"s"_s);
    QVERIFY(sent.messageId.startsWith('<') && sent.messageId.endsWith('>'));
    QCOMPARE(sent.recipients.constFirst().outcome, core::Outcome::Accepted);
    QVERIFY(m_practice->server().mailbox().constFirst().message.contains(sent.messageId));
}

void DeliveryTest::sendsWhatWasAcceptedBefore()
{
    QVERIFY(accept(*m_program) > 0);
    QVERIFY(accept(*m_program) > 0);
    QCOMPARE(counts().value(State::Queued), 2);
    startServer(); // another run of the program
    start(m_program);
    waitForIdle();
    QCOMPARE(counts().value(State::Sent), 2);
}

void DeliveryTest::oneLoginUntilThePasswordIsMended()
{
    setPassword("wrong-password");
    for (int i = 0; i < 20; ++i) {
        accept(*m_program);
    }
    start(m_program);
    waitForIdle();
    m_clock = m_clock.addDays(3);
    waitForIdle();
    QCOMPARE(m_logins, 1);
    QCOMPARE(counts().value(State::WaitingForYou), 20);
    setPassword(m_practice->credentials().password.reveal());
    m_program->delivery.serverMended(m_server);
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 20, 30'000);
    QCOMPARE(m_logins, 2);
}

void DeliveryTest::triesAgainWhatWasPutOff()
{
    practice::Behaviour behaviour;
    behaviour.replies.insert(".", "451 4.3.0 later");
    startServer(behaviour);
    start(m_program);
    const MailId id = accept(*m_program);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Deferred);
    QCOMPARE(mail(id).tries, 1);
    startServer(); // a good one
    start(m_program);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Deferred);
    m_clock = m_clock.addDuration(6min);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Sent);
    QCOMPARE(mail(id).tries, 2);
}

void DeliveryTest::lostBehindTheDotIsUnknown()
{
    practice::Behaviour behaviour;
    behaviour.closesAt = ".";
    startServer(behaviour);
    start(m_program);
    const MailId id = accept(*m_program);
    waitForIdle();
    const outbox::Mail unknown = mail(id);
    QCOMPARE(unknown.state, State::Unknown);
    QVERIFY(unknown.hasBody);
    m_clock = m_clock.addDays(30);
    waitForIdle();
    QCOMPARE(m_practice->server().connections(), 1);
    startServer(); // a good one
    start(m_program);
    bool retried = false;
    m_program->delivery.ask(
        this, [id](outbox::Outbox &outbox) { return outbox.retry(id); },
        [&](const auto &done) { retried = done && *done; });
    QTRY_VERIFY(retried);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Sent);
    QCOMPARE(mail(id).messageId, unknown.messageId);
    QVERIFY(m_practice->server().mailbox().constFirst().message.contains(unknown.messageId));
}

void DeliveryTest::takenBeforeTheLinkBreaksIsSent()
{
    practice::Behaviour behaviour;
    behaviour.mostMails = 1;
    startServer(behaviour);
    start(m_program);
    accept(*m_program);
    waitForIdle();
    QCOMPARE(counts().value(State::Sent), 1);
}

void DeliveryTest::goesOnAfter421()
{
    practice::Behaviour behaviour;
    behaviour.mostMails = 3;
    startServer(behaviour);
    for (int i = 0; i < 10; ++i) {
        accept(*m_program);
    }
    start(m_program);
    waitForIdle();
    QCOMPARE(counts().value(State::Sent), 10);
    QCOMPARE(m_practice->server().mailbox().size(), 10);
    QCOMPARE(m_practice->server().connections(), 4);
}

void DeliveryTest::waitsForTheNetwork()
{
    const quint16 port = m_practice->server().startTlsPort();
    for (int i = 0; i < 3; ++i) {
        accept(*m_program);
    }
    // Nobody listens.
    core::ServerEntry entry = *m_program->servers.server(m_server);
    entry.profile.port = 1;
    bool saved = false;
    m_program->servers.save(entry, {}, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    start(m_program);
    waitForIdle();
    QCOMPARE(counts().value(State::Queued), 3);
    QCOMPARE(mail(1).tries, 0);
    // A change of its settings is a reason to ask at once.
    entry.profile.port = port;
    m_program->servers.save(entry, {}, this, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 3, 30'000);
    QCOMPARE(mail(1).tries, 1);
}

void DeliveryTest::waitsForItsServer()
{
    core::ServerEntry entry = *m_program->servers.server(m_server);
    entry.enabled = false;
    bool saved = false;
    m_program->servers.save(entry, {}, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    const MailId id = accept(*m_program);
    start(m_program);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Queued);
    QCOMPARE(service::wordsOf(mail(id), m_program->servers).state, State::WaitingForYou);
    QCOMPARE(m_practice->server().connections(), 0);
    entry.enabled = true;
    m_program->servers.save(entry, {}, this, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Sent, 30'000);
}

void DeliveryTest::keepsWhatItHasNoPasswordFor()
{
    QVERIFY(QFile::remove(m_folder->filePath(u"password"_s)));
    const MailId id = accept(*m_program);
    start(m_program);
    waitForIdle();
    QCOMPARE(mail(id).state, State::Queued);
    QVERIFY(!mail(id).record.isEmpty()); // why it waits
    waitForIdle();
    QCOMPARE(m_practice->server().connections(), 0);
    setPassword(m_practice->credentials().password.reveal());
    m_program->delivery.serverMended(m_server);
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Sent, 30'000);
}

void DeliveryTest::stopsAMailOnItsWay()
{
    practice::Behaviour behaviour;
    behaviour.silentAt = "DATA";
    startServer(behaviour);
    start(m_program);
    bool asked = false;
    connect(&m_practice->server(), &practice::Server::lineReceived, this,
            [&](const QByteArray &line) { asked = asked || line.startsWith("MAIL"); });
    const MailId id = accept(*m_program);
    QTRY_VERIFY_WITH_TIMEOUT(asked, 20'000);
    m_program->delivery.stop({id}, this, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Stopped, 20'000);
    QVERIFY(m_practice->server().mailbox().isEmpty());
}

void DeliveryTest::endsAndPutsBack()
{
    practice::Behaviour behaviour;
    behaviour.silentAt = "DATA";
    startServer(behaviour);
    start(m_program);
    bool asked = false;
    connect(&m_practice->server(), &practice::Server::lineReceived, this,
            [&](const QByteArray &line) { asked = asked || line.startsWith("MAIL"); });
    const MailId id = accept(*m_program);
    QTRY_VERIFY_WITH_TIMEOUT(asked, 20'000);
    bool ended = false;
    m_program->delivery.end(this, [&] { ended = true; });
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    QCOMPARE(mail(id).state, State::Queued);
    QCOMPARE(mail(id).tries, 0);
}

void DeliveryTest::endsWithoutHavingBegun()
{
    bool ended = false;
    m_program->delivery.end(this, [&] { ended = true; });
    QTRY_VERIFY(ended);
}

void DeliveryTest::eachOnceByTwoPrograms()
{
    auto other = std::make_unique<Program>(m_folder->path(), outbox::Surroundings{});
    start(m_program);
    start(other);
    for (int i = 0; i < 40; ++i) {
        accept(i % 2 == 0 ? *m_program : *other);
    }
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 40, 60'000);
    QSet<QByteArray> ids;
    for (const practice::ReceivedMail &received : m_practice->server().mailbox()) {
        const qsizetype at = received.message.indexOf("Message-Id: ");
        ids.insert(received.message.mid(at, received.message.indexOf('\n', at) - at));
    }
    QCOMPARE(m_practice->server().mailbox().size(), 40);
    QCOMPARE(ids.size(), 40);
}

void DeliveryTest::refusesWhatCannotBeWritten()
{
    service::OutgoingMail mail;
    mail.identity = m_program->servers.identities().usual()->id;
    mail.mail = core::Draft{practice::Server::address(), {u"no address"_s}, u"s"_s, u"t"_s, {}};
    std::optional<core::Result<MailId>> accepted;
    m_program->delivery.accept(mail, this, [&](const auto &result) { accepted = result; });
    QTRY_VERIFY(accepted);
    QVERIFY(!*accepted);
    QVERIFY(!accepted->error().detail.isEmpty());
    mail.identity = QUuid::createUuid();
    accepted.reset();
    m_program->delivery.accept(mail, this, [&](const auto &result) { accepted = result; });
    QTRY_VERIFY(accepted);
    QVERIFY(!*accepted);
    QCOMPARE(counts().size(), 0);
}

PROSERPINA_TEST(DeliveryTest)
#include "tst_delivery.moc"
