// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "service/practiceentry.h"
#include "service/servers.h"
#include "testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 10'000;

} // namespace

/// The built command line beside a window's store on the same folders: each sees what the other
/// does.
class SavedServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void list();
    void checkByName();
    void testByName();
    void disabledOneIsCheckedButSendsNothing();
    void removeIsSeenAtOnce();
    void anotherHostIsRefused();
    void unknownNameIsNamed();

private:
    [[nodiscard]] CliRun run(const QStringList &arguments) const;

    std::unique_ptr<service::PracticeEntry> m_server;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<service::Servers> m_servers;
};

void SavedServersTest::initTestCase()
{
    m_server = std::make_unique<service::PracticeEntry>();
    QVERIFY(m_server->start());
}

void SavedServersTest::init()
{
    m_servers.reset();
    m_home = std::make_unique<QTemporaryDir>();
    const QString folder = m_home->path() + u"/proserpina"_s;
    m_servers = std::make_unique<service::Servers>(folder, folder);
    m_servers->load();
    core::ServerEntry entry;
    entry.profile = m_server->profile(core::Security::StartTls);
    entry.profile.name = u"会社"_s;
    entry.address = service::PracticeEntry::address();
    entry.passwordCommand = {u"printf"_s, u"%s"_s,
                             QString::fromUtf8(m_server->credentials().password.reveal())};
    bool saved = false;
    m_servers->save(entry, {}, this,
                    [&saved](const core::Result<service::Saved> &done) { saved = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, soon);
}

CliRun SavedServersTest::run(const QStringList &arguments) const
{
    CliInput input;
    input.home = m_home->path();
    return runCli(arguments, input);
}

void SavedServersTest::list()
{
    const CliRun listed = run({u"server"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 0);
    QVERIFY(QString::fromUtf8(listed.out).contains(u"会社: localhost"_s));
    const QJsonObject json = run({u"server"_s, u"list"_s, u"--json"_s}).json();
    QCOMPARE(json[u"servers"_s].toArray().size(), 1);
    const QJsonObject shown = run({u"server"_s, u"show"_s, u"会社"_s, u"--json"_s}).json();
    QCOMPARE(shown[u"host"_s].toString(), u"localhost"_s);
}

void SavedServersTest::checkByName()
{
    const CliRun checked = run({u"check"_s, u"会社"_s, u"--json"_s});
    QCOMPARE(checked.exitCode, 0);
    QVERIFY(checked.json()[u"loggedIn"_s].toBool());
    // The window's side knows the result.
    const QUuid id = m_servers->servers().constFirst().id;
    QTRY_VERIFY_WITH_TIMEOUT(m_servers->lastResults().contains(id), soon);
    QVERIFY(m_servers->lastResults()[id].facts.loggedIn);
    QVERIFY(m_servers->reply(id).has_value());
}

void SavedServersTest::testByName()
{
    const qsizetype before = m_server->mailbox().size();
    QCOMPARE(run({u"test"_s, u"会社"_s}).exitCode, 0);
    QCOMPARE(m_server->mailbox().size(), before + 1);
}

void SavedServersTest::disabledOneIsCheckedButSendsNothing()
{
    QCOMPARE(run({u"server"_s, u"edit"_s, u"会社"_s, u"--disable"_s}).exitCode, 0);
    const qsizetype before = m_server->mailbox().size();
    const CliRun refused = run({u"test"_s, u"会社"_s});
    QCOMPARE(refused.exitCode, 65);
    QVERIFY2(refused.error.contains("--enable"), refused.error.constData());
    QCOMPARE(m_server->mailbox().size(), before);
    QCOMPARE(run({u"check"_s, u"会社"_s}).exitCode, 0);
}

void SavedServersTest::removeIsSeenAtOnce()
{
    QCOMPARE(run({u"server"_s, u"remove"_s, u"会社"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_servers->servers().isEmpty(), soon);
}

void SavedServersTest::anotherHostIsRefused()
{
    const CliRun refused = run({u"check"_s, u"会社"_s, u"--security"_s, u"none"_s});
    QCOMPARE(refused.exitCode, 64);
    QVERIFY(refused.error.contains("--security"));
}

void SavedServersTest::unknownNameIsNamed()
{
    const CliRun refused = run({u"check"_s, u"会社A"_s});
    QCOMPARE(refused.exitCode, 64);
    QVERIFY(QString::fromUtf8(refused.error).contains(u"会社A"_s));
}

PROSERPINA_TEST(SavedServersTest)

#include "tst_savedservers.moc"
