// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "keyring.h"
#include "outboxprobe.h"
#include "policyservice.h"
#include "realservers.h"
#include "service/delivery.h"
#include "service/servers.h"
#include "testmain.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using outbox::MailId;
using outbox::State;

/// The outbox with real Postfix and Dovecot: several programs, refused recipients, a wrong
/// password.
class RealOutboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void eachMailOnceByThreePrograms_data();
    void eachMailOnceByThreePrograms();
    void oneOfThreeIsRefused();
    void oneLoginWithAHundredWaiting();
    void waitsForAGreylistingServer();
    void aFullMailboxFailsForItsOwner();
    void aRefusedSenderFailsAlone();
    void goesOnAfterATroubledServer_data();
    void goesOnAfterATroubledServer();

private:
    static constexpr RealServers::Port policyPort{"Postfix with a policy", "POSTFIX_POLICY",
                                                  "starttls"};

    void startProgram(const RealServers::Port &port);
    MailId accept(const QStringList &to);
    QMap<State, int> counts();
    outbox::Mail mail(MailId id);
    [[nodiscard]] qsizetype refusedLogins() const;
    /// Where a program has its data whose XDG folders are ours.
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"proserpina"_s); }

    RealServers m_real;
    PolicyService m_policy;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Servers> m_servers;
    std::unique_ptr<service::Mailer> m_mailer;
    std::unique_ptr<service::Delivery> m_delivery;
    QUuid m_server;
};

namespace
{

const RealServers::User &who()
{
    return RealServers::users()[0];
}

QByteArray messageIdIn(const QByteArray &mail)
{
    const qsizetype at = mail.toLower().indexOf("\nmessage-id: ");
    return at < 0 ? QByteArray() : mail.mid(at, mail.indexOf('\n', at + 1) - at);
}

} // namespace

void RealOutboxTest::initTestCase()
{
    QVERIFY2(m_real.start(), m_real.error().constData());
    QVERIFY(m_policy.listen(m_real.port(u"POLICY"_s)));
}

void RealOutboxTest::cleanup()
{
    m_delivery.reset();
    m_mailer.reset();
    m_servers.reset();
}

/// As the window has it, with an empty outbox.
void RealOutboxTest::startProgram(const RealServers::Port &port)
{
    cleanup();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(writeFile(m_folder->filePath(u"password"_s), who().password));
    m_servers = std::make_unique<service::Servers>(folder(), folder());
    m_servers->load();
    core::ServerEntry entry;
    entry.profile.name = u"real"_s;
    entry.profile.host = u"localhost"_s;
    entry.profile.port = m_real.port(QString::fromLatin1(port.key));
    entry.profile.security =
        qstrcmp(port.security, "smtps") == 0 ? core::Security::Smtps : core::Security::StartTls;
    entry.profile.caFile = m_real.caFile();
    entry.profile.userId = who().name;
    entry.profile.pace.connections = 3;
    entry.address = RealServers::addressOf(who().name);
    entry.passwordCommand = {u"cat"_s, m_folder->filePath(u"password"_s)};
    m_server = QUuid();
    m_servers->save(entry, {}, this,
                    [this](const auto &saved) { m_server = saved ? saved->id : QUuid(); });
    QTRY_VERIFY(!m_server.isNull());
    m_mailer = std::make_unique<service::Mailer>(&m_servers->passwords());
    m_delivery = std::make_unique<service::Delivery>(*m_servers, *m_mailer, folder());
}

MailId RealOutboxTest::accept(const QStringList &to)
{
    return acceptedBy(*m_delivery, *m_servers, to);
}

QMap<State, int> RealOutboxTest::counts()
{
    return countsIn(*m_delivery);
}

outbox::Mail RealOutboxTest::mail(MailId id)
{
    return mailIn(*m_delivery, id);
}

void RealOutboxTest::eachMailOnceByThreePrograms_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("mails"); // of each program
    QTest::newRow("Postfix") << 1 << 125;
    QTest::newRow("Dovecot") << 2 << 125;
}

void RealOutboxTest::eachMailOnceByThreePrograms()
{
    QFETCH(int, port);
    QFETCH(int, mails);
    startProgram(RealServers::loginPorts[port]);
    const Keyring home(Keyring::Bus::WithoutServices);
    QProcessEnvironment environment = home.environment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
    environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess window; // a real one, with these settings
    window.setProcessEnvironment(environment);
    window.start(QStringLiteral(PROSERPINA_BUILD "/bin/proserpina"), QStringList());
    QVERIFY(window.waitForStarted());
    std::array<QProcess, 2> others;
    for (QProcess &other : others) {
        other.start(QStringLiteral(PROSERPINA_BUILD "/bin/killedoutbox"),
                    {folder(), QString::number(mails), RealServers::addressOf(who().name)});
        QVERIFY(other.waitForStarted());
    }
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 2 * mails, 240'000);
    for (QProcess &other : others) {
        other.kill();
        other.waitForFinished();
    }
    // What is left of the work is the window's alone.
    QVERIFY(accept({RealServers::addressOf(who().name)}) > 0);
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 2 * mails + 1, 60'000);
    window.kill();
    window.waitForFinished();
    QSet<QByteArray> ids;
    for (int i = 0; i < 2 * mails + 1; ++i) {
        ids.insert(messageIdIn(m_real.takeMail(who().name)));
    }
    QCOMPARE(ids.size(), 2 * mails + 1); // so none of them came twice
}

void RealOutboxTest::oneOfThreeIsRefused()
{
    startProgram(RealServers::loginPorts[1]);
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    const QString second = RealServers::users()[1].name;
    const MailId id = accept({RealServers::addressOf(who().name), RealServers::addressOf(second),
                              RealServers::addressOf(u"nobody-there"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Partial, 60'000);
    const outbox::Mail partial = mail(id);
    QCOMPARE(partial.recipients[0].outcome, core::Outcome::Accepted);
    QCOMPARE(partial.recipients[2].outcome, core::Outcome::Refused);
    QVERIFY(partial.recipients[2].reply->isPermanent());
    QVERIFY(!m_real.takeMail(who().name).isEmpty());
    QVERIFY(!m_real.takeMail(second).isEmpty());
}

qsizetype RealOutboxTest::refusedLogins() const
{
    QFile log(m_real.logFile(u"postfix.log"_s));
    return log.open(QIODevice::ReadOnly) ? log.readAll().count("authentication failed") : -1;
}

void RealOutboxTest::oneLoginWithAHundredWaiting()
{
    startProgram(RealServers::loginPorts[1]);
    QVERIFY(writeFile(m_folder->filePath(u"password"_s), "wrong"));
    for (int i = 0; i < 100; ++i) {
        accept({RealServers::addressOf(who().name)});
    }
    const qsizetype before = refusedLogins();
    QVERIFY(before >= 0);
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::WaitingForYou), 100, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(refusedLogins(), before + 1, 20'000);
    QVERIFY(writeFile(m_folder->filePath(u"password"_s), who().password));
    m_delivery->serverMended(m_server);
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 100, 120'000);
    QCOMPARE(refusedLogins(), before + 1);
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!m_real.takeMail(who().name).isEmpty());
    }
}

void RealOutboxTest::waitsForAGreylistingServer()
{
    startProgram(policyPort);
    int asked = 0;
    m_policy.answerWith([&asked](const QByteArray &stage, const QByteArray &) {
        return stage == "RCPT" && ++asked == 1 ? "DEFER_IF_PERMIT 4.2.0 Greylisted, come back later"
                                               : "DUNNO";
    });
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    const MailId id = accept({RealServers::addressOf(who().name)});
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Deferred, 60'000);
    QCOMPARE(mail(id).tries, 1);
    QVERIFY(mail(id).lastReply.startsWith("450 4.2.0"));
    const auto pause = QDateTime::currentDateTimeUtc().secsTo(mail(id).due);
    QVERIFY2(pause > 30 && pause <= 600, QByteArray::number(pause));
    QVERIFY(answerOf<bool>(*m_delivery, [id](outbox::Outbox &box) { return box.sendNow(id); }));
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Sent, 60'000);
    QVERIFY(!m_real.takeMail(who().name).isEmpty());
}

void RealOutboxTest::aFullMailboxFailsForItsOwner()
{
    startProgram(policyPort);
    const QString second = RealServers::users()[1].name;
    m_policy.answerWith([&second](const QByteArray &, const QByteArray &recipient) {
        return recipient == RealServers::addressOf(second).toUtf8()
                   ? "552 5.2.2 Mailbox is full / Quota exceeded"
                   : "DUNNO";
    });
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    const MailId id = accept({RealServers::addressOf(second), RealServers::addressOf(who().name)});
    QTRY_COMPARE_WITH_TIMEOUT(mail(id).state, State::Partial, 60'000);
    QCOMPARE(mail(id).recipients[0].outcome, core::Outcome::Refused);
    QCOMPARE(mail(id).recipients[0].reply->code, 552);
    QVERIFY(!m_real.takeMail(who().name).isEmpty());
}

/// The server stays in use for others: what it refuses is this From.
void RealOutboxTest::aRefusedSenderFailsAlone()
{
    startProgram(policyPort);
    m_policy.answerWith([](const QByteArray &, const QByteArray &) { return "DUNNO"; });
    auto identity = *m_servers->identities().usual();
    const core::Identity own = identity;
    identity.address = RealServers::addressOf(RealServers::users()[1].name);
    bool saved = false;
    m_servers->identities().save(identity, this, [&](const auto &result) { saved = bool(result); });
    QTRY_VERIFY(saved);
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    const MailId id = accept({RealServers::addressOf(who().name)});
    QTRY_VERIFY_WITH_TIMEOUT(mail(id).state != State::Queued && mail(id).state != State::Sending,
                             60'000);
    QCOMPARE(mail(id).state, State::Failed);
    QVERIFY2(mail(id).lastReply.contains("not owned by user"), mail(id).lastReply);
    saved = false;
    m_servers->identities().save(own, this, [&](const auto &result) { saved = bool(result); });
    QTRY_VERIFY(saved);
    const MailId next = accept({RealServers::addressOf(who().name)});
    QTRY_COMPARE_WITH_TIMEOUT(mail(next).state, State::Sent, 60'000);
    QVERIFY(!m_real.takeMail(who().name).isEmpty());
}

void RealOutboxTest::goesOnAfterATroubledServer_data()
{
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("421 at MAIL") << QByteArray("MAIL") << QByteArray("421 4.7.0 Try again later");
    QTest::newRow("421 at RCPT") << QByteArray("RCPT") << QByteArray("421 4.7.0 Try again later");
    QTest::newRow("454 at MAIL") << QByteArray("MAIL")
                                 << QByteArray("454 4.7.0 Temporary authentication failure");
    QTest::newRow("454 at RCPT") << QByteArray("RCPT")
                                 << QByteArray("454 4.7.0 Temporary authentication failure");
}

/// In the middle of a run the server has enough, for ten questions; every mail arrives once.
void RealOutboxTest::goesOnAfterATroubledServer()
{
    QFETCH(QByteArray, stage);
    QFETCH(QByteArray, action);
    constexpr int mails = 30;
    startProgram(policyPort);
    int asked = 0;
    m_policy.answerWith([&](const QByteArray &at, const QByteArray &) -> QByteArray {
        asked += at == stage ? 1 : 0;
        return at == stage && asked > 10 && asked <= 20 ? action : "DUNNO";
    });
    for (int i = 0; i < mails; ++i) {
        QVERIFY(accept({RealServers::addressOf(who().name)}) > 0);
    }
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    const auto isEverythingSent = [&] {
        m_delivery->wakeUp(); // instead of the pauses
        for (int id = 1; id <= mails; ++id) {
            if (mail(id).state == State::Deferred) {
                answerOf<bool>(*m_delivery, [id](outbox::Outbox &box) { return box.sendNow(id); });
            }
        }
        return counts().value(State::Sent) == mails;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingSent(), 120'000);
    QVERIFY(asked > 20);
    QSet<QByteArray> arrived;
    for (int i = 0; i < mails; ++i) {
        arrived.insert(messageIdIn(m_real.takeMail(who().name)));
    }
    QCOMPARE(arrived.size(), mails);
}

PROSERPINA_TEST(RealOutboxTest)
#include "tst_realoutbox.moc"
