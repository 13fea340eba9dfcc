// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "outboxprobe.h"
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

private:
    void startProgram(const RealServers::Port &port);
    MailId accept(const QStringList &to);
    QMap<State, int> counts();
    outbox::Mail mail(MailId id);
    [[nodiscard]] qsizetype refusedLogins() const;

    RealServers m_real;
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

} // namespace

void RealOutboxTest::initTestCase()
{
    QVERIFY2(m_real.start(), m_real.error().constData());
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
    m_servers = std::make_unique<service::Servers>(m_folder->path(), m_folder->path());
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
    m_delivery = std::make_unique<service::Delivery>(*m_servers, *m_mailer, m_folder->path());
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
    QTest::newRow("Postfix") << 1 << 84;
    QTest::newRow("Dovecot") << 2 << 83;
}

void RealOutboxTest::eachMailOnceByThreePrograms()
{
    QFETCH(int, port);
    QFETCH(int, mails);
    startProgram(RealServers::loginPorts[port]);
    m_delivery->begin(outbox::Lifeline::Kind::Window, this, [](const auto &) {});
    std::array<QProcess, 2> others;
    for (QProcess &other : others) {
        other.start(QStringLiteral(PROSERPINA_BUILD "/bin/killedoutbox"),
                    {m_folder->path(), QString::number(mails), RealServers::addressOf(who().name)});
        QVERIFY(other.waitForStarted());
    }
    for (int i = 0; i < mails; ++i) {
        QVERIFY(accept({RealServers::addressOf(who().name)}) > 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(counts().value(State::Sent), 3 * mails, 240'000);
    for (QProcess &other : others) {
        other.kill();
        other.waitForFinished();
    }
    QSet<QByteArray> ids;
    for (int i = 0; i < 3 * mails; ++i) {
        const QByteArray stored = m_real.takeMail(who().name);
        const qsizetype at = stored.toLower().indexOf("\nmessage-id: ");
        QVERIFY2(at >= 0, stored.constData());
        ids.insert(stored.mid(at, stored.indexOf('\n', at + 1) - at));
    }
    QCOMPARE(ids.size(), 3 * mails); // so none of them came twice
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

PROSERPINA_TEST(RealOutboxTest)
#include "tst_realoutbox.moc"
