// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfolder.h"
#include "smalldisk.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using store::FileProblem;
using store::ServerStore;

/// servers.json and the world around it: other programs, editors, folders and disks that refuse.
class ServerStoreSharingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysThatTheFolderCannotBeMade();
    void saysThatTheFileCannotBeRead();
    void aFullDiskLosesNothing();
    void saysWhoHoldsTheLock();
    void seesForeignChanges_data();
    void seesForeignChanges();
    void mergesWithWhatItHasNotSeen();
    void aFileThatBreaksLeavesTheListStanding();
    void twoProcessesLoseNothing();

private:
    std::unique_ptr<ServerFolder> m_files;
};

namespace
{

constexpr int rounds = 200;
constexpr auto childFolder = "PROSERPINA_TEST_SERVERS_FOLDER";
constexpr auto childPrefix = "PROSERPINA_TEST_SERVERS_PREFIX";

/// What each process of twoProcessesLoseNothing() does: servers of its own come, every second one
/// goes again, and its own mark on a server that both know is written over and over.
int saveOverAndOver(const QString &folder, const QString &prefix)
{
    ServerStore store(folder);
    store.load();
    for (int round = 0; round < rounds; ++round) {
        const auto added = add(store, entryNamed(prefix + QString::number(round)));
        if (!added) {
            qWarning("%s", qPrintable(added.error().detail.english()));
            return 1;
        }
        core::ServerEntry shared = store.servers().value(0);
        shared.profile.userId = prefix + QString::number(round);
        if (round % 2 == 1 && !(remove(store, *added) && update(store, shared))) {
            return 2;
        }
    }
    return 0;
}

} // namespace

void ServerStoreSharingTest::initTestCase()
{
    // This very program, started by twoProcessesLoseNothing().
    if (qEnvironmentVariableIsSet(childFolder)) {
        std::_Exit(
            saveOverAndOver(qEnvironmentVariable(childFolder), qEnvironmentVariable(childPrefix)));
    }
}

void ServerStoreSharingTest::init()
{
    m_files = std::make_unique<ServerFolder>();
}

void ServerStoreSharingTest::saysThatTheFolderCannotBeMade()
{
    // A folder without the right to write does not stop root; a file in its place stops everyone.
    m_files->put("[]");
    ServerStore store(m_files->path() + u"/below"_s);
    store.load();
    QCOMPARE(store.problem(), FileProblem());
    const auto added = add(store, entryNamed(u"first"_s));
    QVERIFY(!added.ok());
    QCOMPARE(added.error().failure, core::Failure::BadInput);
    QCOMPARE(added.error().detail.english(),
             u"The folder %1 could not be made."_s.arg(m_files->path()));
    QVERIFY(store.servers().isEmpty());
    QCOMPARE(m_files->content(), QByteArray("[]"));
}

void ServerStoreSharingTest::saysThatTheFileCannotBeRead()
{
    QVERIFY(QDir().mkpath(m_files->path())); // a folder of that name
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem().kind, FileProblem::Kind::Unreadable);
    QVERIFY(!add(store, entryNamed(u"first"_s)).ok());
    QVERIFY(QFileInfo(m_files->path()).isDir());
}

void ServerStoreSharingTest::aFullDiskLosesNothing()
{
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    const QByteArray before = m_files->content();
    const QList<core::ServerEntry> servers = store.servers();
    QString said;
    {
        const SmallDisk disk(2048);
        core::ServerEntry big = entryNamed(u"second"_s);
        big.profile.caFile = QString(100'000, u'x');
        const auto added = add(store, big);
        said = added ? QString() : added.error().detail.english();
    }
    QVERIFY2(said.startsWith(m_files->path() + u" could not be written: "_s), qPrintable(said));
    QCOMPARE(m_files->content(), before);
    QVERIFY(store.servers() == servers);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files), QStringList{u"servers.json"_s});
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
}

void ServerStoreSharingTest::saysWhoHoldsTheLock()
{
    m_files->put(serversFile({}));
    QLockFile other(m_files->path(u"servers.json.lock"_s));
    QVERIFY(other.tryLock(0));
    ServerStore store(m_files->folder());
    const auto added = add(store, entryNamed(u"first"_s));
    QVERIFY(!added.ok());
    QVERIFY(added.error().detail.english().startsWith(u"Another program is still saving"_s));
    QCOMPARE(m_files->content(), serversFile({}));
    other.unlock();
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
}

void ServerStoreSharingTest::seesForeignChanges_data()
{
    QTest::addColumn<bool>("folderThere");
    QTest::addColumn<bool>("fileThere");
    QTest::addRow("a program that replaces the file") << true << true;
    QTest::addRow("the first file") << true << false;
    QTest::addRow("the first file in the first folder") << false << false;
}

void ServerStoreSharingTest::seesForeignChanges()
{
    QFETCH(bool, folderThere);
    QFETCH(bool, fileThere);
    if (folderThere) {
        QVERIFY(QDir().mkpath(m_files->folder()));
    }
    if (fileThere) {
        m_files->put(serversFile(serverJson()));
    }
    ServerStore window(m_files->folder());
    window.load();
    QSignalSpy changed(&window, &ServerStore::changed);
    ServerStore commandLine(m_files->folder());
    QVERIFY(add(commandLine, entryNamed(u"second"_s)).ok());
    QTRY_VERIFY(window.servers() == commandLine.servers());
    QVERIFY(add(commandLine, entryNamed(u"third"_s)).ok());
    QTRY_VERIFY(window.servers() == commandLine.servers());
    m_files->put(serversFile(serverJson(R"(, "port": 26)"))); // an editor, in place
    QTRY_COMPARE(window.servers().size(), 1);
    QCOMPARE(window.servers().constFirst().profile.port, 26);
    m_files->put(serversFile(serverJson(R"(, "port": 27)")));
    QTRY_COMPARE(window.servers().constFirst().profile.port, 27);
    QVERIFY(QFile::remove(m_files->path()));
    QTRY_VERIFY(window.servers().isEmpty());
    QCOMPARE(changed.size(), 5);
}

void ServerStoreSharingTest::mergesWithWhatItHasNotSeen()
{
    m_files->put(serversFile(serverJson()));
    ServerStore window(m_files->folder());
    window.load();
    ServerStore commandLine(m_files->folder());
    QVERIFY(add(commandLine, entryNamed(u"second"_s)).ok());
    core::ServerEntry first = window.servers().constFirst();
    first.profile.port = 26;
    QVERIFY(update(window, first).ok());
    QCOMPARE(window.servers().size(), 2);
    QVERIFY(!add(window, entryNamed(u"second"_s)).ok());
}

void ServerStoreSharingTest::aFileThatBreaksLeavesTheListStanding()
{
    m_files->put(serversFile(serverJson()));
    ServerStore store(m_files->folder());
    store.load();
    m_files->put("{");
    QTRY_COMPARE(store.problem().kind, FileProblem::Kind::Broken);
    QCOMPARE(store.servers().size(), 1);
    m_files->put(serversFile({}));
    QTRY_COMPARE(store.problem(), FileProblem());
    QVERIFY(store.servers().isEmpty());
}

void ServerStoreSharingTest::twoProcessesLoseNothing()
{
    m_files->put(serversFile(serverJson(R"(, "colour": "red")")));
    ServerStore watching(m_files->folder());
    watching.load();
    QProcess processes[2];
    const QString prefixes[2] = {u"window "_s, u"command line "_s};
    for (int i = 0; i < 2; ++i) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childFolder), m_files->folder());
        environment.insert(QString::fromLatin1(childPrefix), prefixes[i]);
        processes[i].setProcessEnvironment(environment);
        processes[i].setProcessChannelMode(QProcess::ForwardedChannels);
        processes[i].start(QCoreApplication::applicationFilePath(), {u"ServerStoreSharingTest"_s});
    }
    for (QProcess &process : processes) {
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 90'000);
        QCOMPARE(process.exitCode(), 0);
    }
    QStringList expected{u"first"_s};
    for (int round = 0; round < rounds; round += 2) {
        expected << prefixes[0] + QString::number(round) << prefixes[1] + QString::number(round);
    }
    expected.sort();
    const auto listed = [&watching] {
        QStringList names = namesOf(watching);
        names.sort();
        return names;
    };
    QTRY_COMPARE(listed(), expected);
    QCOMPARE(m_files->json()[u"servers"_s].toArray()[0][u"colour"_s].toString(), u"red"_s);
    // The names may be whole before the last change to one of them is seen.
    QTRY_VERIFY(watching.servers().constFirst().profile.userId.endsWith(u" 199"_s));
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files),
             (QStringList{u"servers.json"_s, u"servers.json~"_s}));
}

PROSERPINA_TEST(ServerStoreSharingTest)
#include "tst_serverstoresharing.moc"
