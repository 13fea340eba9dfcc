// SPDX-License-Identifier: GPL-3.0-or-later
#include "lockholder.h"
#include "records.h"
#include "statefolder.h"
#include "store/statedatabase.h"
#include "store/statestore.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::StateStore;

/// state.db and the world around it: other programs, locks, files that come and go.
class StateStoreSharingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void seesForeignWrites_data();
    void seesForeignWrites();
    void ourOwnWordCounts();
    void aWordBehindOursCounts();
    void twoProcessesLoseNothing();
    void readsWhatIsNew();
    void readsOneMoment();
    void manyBeginAtOnce();
    void aLockDoesNotStopTheWindow();
    void theEndWaitsForALock();
    void theEndDoesNotWaitForGood();
    void triesAgainWhatWasInVain();
    void startsAnewWhenTheFileIsRemoved_data();
    void startsAnewWhenTheFileIsRemoved();
    void stopsWhenANewerProgramTakesOver();
    void aRepairedFileIsReadAgain();

private:
    std::unique_ptr<StateFolder> m_files;
    const QUuid m_id = QUuid::createUuid();
    const QUuid m_otherId = QUuid::createUuid();
};

namespace
{

constexpr int rounds = 200;
constexpr int patience = 90'000; // ms, for a slow disk
constexpr auto childFolder = "PROSERPINA_TEST_STATE_FOLDER";
constexpr auto childPrefix = "PROSERPINA_TEST_STATE_PREFIX";

/// The server of a round, the same in both processes' memory and ours.
QUuid serverOf(const QString &prefix, int round)
{
    static const QUuid space(u"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001"_s);
    return QUuid::createUuidV5(space, prefix + QString::number(round));
}

core::AttemptRecord recordOf(const QString &prefix, int round)
{
    core::AttemptRecord record = richRecord();
    record.profile.name = prefix + QString::number(round);
    return record;
}

/// What each process of twoProcessesLoseNothing() does, with its event loop running between.
int recordOverAndOver(const QString &folder, const QString &prefix)
{
    StateStore store(folder);
    int failures = 0;
    QObject::connect(&store, &StateStore::failed, &store, [&failures](const core::Text &sentence) {
        qWarning("%s", qPrintable(sentence.english()));
        ++failures;
    });
    store.load();
    for (int round = 0; round < rounds; ++round) {
        store.record(serverOf(prefix, round), recordOf(prefix, round));
        store.record(serverOf(u"shared"_s, 0), recordOf(prefix, round));
        store.setDraft(prefix, QByteArray::number(round));
        if (round % 2 == 1) {
            store.forget(serverOf(prefix, round - 1));
        }
        QCoreApplication::processEvents();
    }
    // A slow disk may write for longer than the store's end waits.
    const OtherProgram file(folder + u"/state.db"_s);
    const QString lastDraft =
        u"SELECT content FROM document WHERE kind = 'draft' AND name = '%1'"_s.arg(prefix);
    const QByteArray expected = QByteArray::number(rounds - 1);
    const bool written =
        QTest::qWaitFor([&] { return file.value(lastDraft).toByteArray() == expected; }, patience);
    return written ? failures : failures + 1;
}

} // namespace

void StateStoreSharingTest::initTestCase()
{
    // This very program, started by a test below.
    if (qEnvironmentVariableIsSet(childFolder)) {
        std::_Exit(recordOverAndOver(qEnvironmentVariable(childFolder),
                                     qEnvironmentVariable(childPrefix)));
    }
}

void StateStoreSharingTest::init()
{
    m_files = std::make_unique<StateFolder>();
}

void StateStoreSharingTest::seesForeignWrites_data()
{
    QTest::addColumn<bool>("folderThere");
    QTest::addColumn<bool>("fileThere");
    QTest::addRow("a file both know") << true << true;
    QTest::addRow("the first file") << true << false;
    QTest::addRow("the first file in the first folder") << false << false;
}

void StateStoreSharingTest::seesForeignWrites()
{
    QFETCH(bool, folderThere);
    QFETCH(bool, fileThere);
    if (folderThere) {
        QVERIFY(QDir().mkpath(m_files->folder()));
    }
    if (fileThere) {
        StateStore(m_files->folder()).setDraft(u"old"_s, "old");
    }
    StateStore window(m_files->folder());
    window.load();
    QSignalSpy windowChanged(&window, &StateStore::changed);
    StateStore commandLine(m_files->folder());
    commandLine.load();
    QSignalSpy commandLineChanged(&commandLine, &StateStore::changed);

    commandLine.record(m_id, richRecord());
    QTRY_VERIFY(window.lastResults() == commandLine.lastResults());
    QVERIFY(window.reply(m_id) == richRecord());
    window.record(m_id, refusedConnection());
    QTRY_VERIFY(commandLine.lastResults()[m_id] == refusedConnection());
    QVERIFY(commandLine.reply(m_id) == richRecord());
    commandLine.setDraft(u"mail"_s, "text");
    QTRY_COMPARE(window.draft(u"mail"_s), QByteArray("text"));
    window.forget(m_id);
    QTRY_VERIFY(commandLine.lastResults().isEmpty());
    QVERIFY(!commandLine.reply(m_id).has_value());
    window.setDraft(u"mail"_s, {});
    QTRY_COMPARE(commandLine.draft(u"mail"_s), QByteArray());
    // One each, also for what came back from the file; none for a draft.
    QCOMPARE(windowChanged.size(), 3);
    QCOMPARE(commandLineChanged.size(), 3);
}

void StateStoreSharingTest::ourOwnWordCounts()
{
    StateStore window(m_files->folder());
    window.load();
    StateStore commandLine(m_files->folder());
    commandLine.record(m_id, richRecord());
    QTRY_VERIFY(window.lastResults().contains(m_id));
    {
        // What the file says meanwhile is older than what is on its way to it.
        const LockHolder lock(m_files->path());
        QVERIFY(lock.holds());
        window.record(m_id, refusedConnection());
        window.setDraft(u"mail"_s, "ours");
        window.load();
        QVERIFY(window.lastResults()[m_id] == refusedConnection());
        QCOMPARE(window.draft(u"mail"_s), QByteArray("ours"));
    }
    QTRY_VERIFY(OtherProgram(m_files->path())
                    .value(u"SELECT content FROM document WHERE kind = 'last'"_s)
                    .toString()
                    .contains(u"connection-refused"_s));
    // The file's word counts again once ours is in it.
    commandLine.record(m_id, richRecord());
    QTRY_VERIFY(window.lastResults()[m_id] == withLeafOnly(richRecord()));
}

/// Another program writes what we have just written, before we know that ours is in the file.
void StateStoreSharingTest::aWordBehindOursCounts()
{
    StateStore window(m_files->folder());
    window.load();
    window.setDraft(u"mail"_s, "first");
    QTRY_VERIFY(QFileInfo::exists(m_files->path()));
    const OtherProgram other(m_files->path());
    window.setDraft(u"mail"_s, "ours");
    // No event comes to us meanwhile.
    while (other.value(u"SELECT content FROM document"_s).toByteArray() != "ours") {
        QThread::yieldCurrentThread();
    }
    QVERIFY(other.execute(u"REPLACE INTO document (kind, name, content) "
                          "VALUES ('draft', 'mail', 'theirs')"_s));
    window.load();
    QCOMPARE(window.draft(u"mail"_s), QByteArray("ours"));
    QTRY_COMPARE(window.draft(u"mail"_s), QByteArray("theirs"));
}

void StateStoreSharingTest::twoProcessesLoseNothing()
{
    StateStore watching(m_files->folder());
    watching.load();
    QProcess processes[2];
    const QString prefixes[2] = {u"window "_s, u"command line "_s};
    for (int i = 0; i < 2; ++i) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(childFolder), m_files->folder());
        environment.insert(QString::fromLatin1(childPrefix), prefixes[i]);
        processes[i].setProcessEnvironment(environment);
        processes[i].setProcessChannelMode(QProcess::ForwardedChannels);
        processes[i].start(QCoreApplication::applicationFilePath(), {u"StateStoreSharingTest"_s});
    }
    for (QProcess &process : processes) {
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 2 * patience);
        QCOMPARE(process.exitCode(), 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(watching.lastResults().size(), rounds + 1, patience);
    for (const QString &prefix : prefixes) {
        QTRY_COMPARE(watching.draft(prefix), QByteArray("199"));
        for (int round = 1; round < rounds; round += 2) {
            const QUuid id = serverOf(prefix, round);
            QVERIFY(watching.lastResults()[id] == withLeafOnly(recordOf(prefix, round)));
            QVERIFY(watching.reply(id) == recordOf(prefix, round));
        }
    }
    QVERIFY(watching.lastResults()[serverOf(u"shared"_s, 0)].profile.name.endsWith(u" 199"_s));
    QCOMPARE(OtherProgram(m_files->path()).value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
}

/// A foreign write costs reading its own rows, a removal too.
void StateStoreSharingTest::readsWhatIsNew()
{
    using store::StateDatabase;
    using store::StateKind;
    using store::StateRow;
    StateDatabase writer(m_files->folder(), StateDatabase::Access::Write, 1s);
    QVERIFY(writer.open().ok());
    const auto write = [&](const StateRow &row) {
        return writer.begin().ok() && writer.put(row).ok() && writer.commit().ok();
    };
    StateDatabase reader(m_files->folder(), StateDatabase::Access::Read, 1s);
    const auto read = [&] {
        const auto opened = reader.open();
        const auto rows = opened ? reader.read() : opened.error();
        if (!rows) {
            return QStringList{rows.error().detail.english()};
        }
        QStringList said{rows->all ? u"all"_s : u"new"_s};
        for (const StateRow &row : rows->rows) {
            said += row.key.name + u'=' + QString::fromLatin1(row.content);
            reader.seen(row.number);
        }
        return said;
    };
    QVERIFY(write({0, {StateKind::Draft, u"a"_s}, "1"}));
    QVERIFY(write({0, {StateKind::Draft, u"b"_s}, "1"}));
    QCOMPARE(read(), (QStringList{u"all"_s, u"a=1"_s, u"b=1"_s}));
    QCOMPARE(read(), QStringList{u"new"_s});
    QVERIFY(write({0, {StateKind::Draft, u"a"_s}, "2"}));
    QCOMPARE(read(), (QStringList{u"new"_s, u"a=2"_s}));
    QVERIFY(write({0, {StateKind::Draft, u"a"_s}, {}}));
    QCOMPARE(read(), (QStringList{u"new"_s, u"a="_s}));
    // What is gone already, or never was, is not removed again.
    QVERIFY(write({0, {StateKind::Draft, u"a"_s}, {}}));
    QVERIFY(write({0, {StateKind::Last, u"b"_s}, {}}));
    QCOMPARE(read(), QStringList{u"new"_s});
    QVERIFY(write({0, {StateKind::Draft, u"a"_s}, "3"}));
    QCOMPARE(read(), (QStringList{u"new"_s, u"a=3"_s}));
    reader.close();
    QCOMPARE(read(), (QStringList{u"all"_s, u"b=1"_s, u"a=3"_s}));
}

void StateStoreSharingTest::readsOneMoment()
{
    store::StateDatabase reader(m_files->folder(), store::StateDatabase::Access::Read, 1s);
    std::atomic_bool done = false;
    QString writersFault;
    const auto writer = std::unique_ptr<QThread>(QThread::create([&] {
        store::StateDatabase database(m_files->folder(), store::StateDatabase::Access::Write, 10s);
        auto good = database.open();
        for (int i = 0; i < 2000 && good; ++i) {
            const QByteArray content = QByteArray::number(i);
            good = database.begin();
            good = good ? database.put({0, {store::StateKind::Last, u"x"_s}, content}) : good;
            good = good ? database.put({0, {store::StateKind::Draft, u"x"_s}, content}) : good;
            good = good ? database.commit() : good;
        }
        writersFault = good ? QString() : good.error().detail.english();
        done = true;
    }));
    writer->start();
    const auto end = qScopeGuard([&] { writer->wait(); });
    const auto sentence = [](const auto &result) {
        return result ? QString() : result.error().detail.english();
    };
    int seen = 0;
    while (!done) {
        const auto there = reader.open();
        QCOMPARE(sentence(there), QString());
        if (!*there) {
            continue;
        }
        const auto read = reader.read();
        QCOMPARE(sentence(read), QString());
        if (!read->rows.isEmpty()) {
            QCOMPARE(read->rows.size(), 2);
            QCOMPARE(read->rows[0].content, read->rows[1].content);
            reader.seen(read->rows[1].number);
            ++seen;
        }
    }
    QVERIFY(writer->wait());
    QCOMPARE(writersFault, QString());
    QVERIFY2(seen > 1, qPrintable(QString::number(seen)));
}

void StateStoreSharingTest::manyBeginAtOnce()
{
    constexpr int programs = 8;
    for (int round = 0; round < 10; ++round) {
        const QString folder = m_files->folder() + QString::number(round);
        std::vector<std::unique_ptr<StateStore>> stores;
        QStringList failures;
        for (int i = 0; i < programs; ++i) {
            stores.push_back(std::make_unique<StateStore>(folder));
            connect(stores.back().get(), &StateStore::failed, this,
                    [&failures](const core::Text &sentence) { failures += sentence.english(); });
            stores.back()->record(serverOf(folder, i), richRecord());
        }
        StateStore reader(folder);
        reader.load();
        QTRY_COMPARE(reader.lastResults().size() + failures.size(), programs);
        QCOMPARE(failures, QStringList());
        stores.clear();
        QCOMPARE(QDir(folder).entryList({u"state.db.*"_s}, QDir::Files), QStringList());
    }
}

void StateStoreSharingTest::aLockDoesNotStopTheWindow()
{
    StateStore store(m_files->folder());
    store.load();
    store.setDraft(u"mail"_s, "first");
    QTRY_VERIFY(QFileInfo::exists(m_files->path()));
    QTRY_COMPARE(OtherProgram(m_files->path()).value(u"SELECT count(*) FROM document"_s).toInt(),
                 1);

    LockHolder lock(m_files->path());
    QVERIFY(lock.holds());
    QSignalSpy failed(&store, &StateStore::failed);
    store.record(m_id, richRecord());
    QVERIFY(store.reply(m_id) == richRecord());
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(1);
    // Who waits for the lock here either gives up before these, or never gets to them.
    QTRY_VERIFY(ticks >= 100);
    QVERIFY(lock.holds());
    QCOMPARE(failed.size(), 0);
    lock.letGo();
    StateStore other(m_files->folder());
    other.load();
    QTRY_VERIFY(other.reply(m_id) == richRecord());
    QCOMPARE(failed.size(), 0);
}

void StateStoreSharingTest::theEndWaitsForALock()
{
    StateStore(m_files->folder()).setDraft(u"mail"_s, "first");
    LockHolder lock(m_files->path());
    QVERIFY(lock.holds());
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
        // The end has begun.
        connect(&store, &StateStore::closing, this, [&] {
            QVERIFY(lock.holds());
            lock.letGo();
        });
    }
    QVERIFY(!lock.holds());
    StateStore store(m_files->folder());
    store.load();
    QVERIFY(store.reply(m_id) == richRecord());
}

void StateStoreSharingTest::theEndDoesNotWaitForGood()
{
    StateStore(m_files->folder()).setDraft(u"mail"_s, "first");
    const LockHolder lock(m_files->path());
    QVERIFY(lock.holds());
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
    }
    QVERIFY(lock.holds());
}

void StateStoreSharingTest::triesAgainWhatWasInVain()
{
    m_files->put("no database at all");
    StateStore store(m_files->folder());
    QSignalSpy failed(&store, &StateStore::failed);
    store.load();
    store.record(m_id, richRecord());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(QFile::remove(m_files->path()));
    store.setDraft(u"mail"_s, "text");
    StateStore other(m_files->folder());
    other.load();
    QTRY_VERIFY(other.reply(m_id) == richRecord());
    QTRY_COMPARE(store.problem().english(), QString());
    QCOMPARE(failed.size(), 1);
}

void StateStoreSharingTest::startsAnewWhenTheFileIsRemoved_data()
{
    QTest::addColumn<bool>("all");
    QTest::addRow("the whole folder") << true;
    QTest::addRow("only state.db, not its -wal") << false;
}

void StateStoreSharingTest::startsAnewWhenTheFileIsRemoved()
{
    QFETCH(bool, all);
    StateStore store(m_files->folder());
    store.load();
    store.record(m_id, richRecord());
    StateStore other(m_files->folder());
    other.load();
    QTRY_VERIFY_WITH_TIMEOUT(other.lastResults().contains(m_id), 20'000);
    QVERIFY(all ? QDir(m_files->folder()).removeRecursively() : QFile::remove(m_files->path()));
    QTRY_VERIFY_WITH_TIMEOUT(store.lastResults().isEmpty(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(other.lastResults().isEmpty(), 20'000);
    QCOMPARE(store.problem().english(), QString());
    store.record(m_otherId, richRecord());
    QTRY_COMPARE(other.lastResults().keys(), QList<QUuid>{m_otherId});
    QCOMPARE(store.lastResults().keys(), QList<QUuid>{m_otherId});
    QTRY_COMPARE(OtherProgram(m_files->path()).value(u"SELECT count(*) FROM document"_s).toInt(),
                 2);
}

void StateStoreSharingTest::stopsWhenANewerProgramTakesOver()
{
    StateStore store(m_files->folder());
    store.load();
    store.record(m_id, richRecord());
    QTRY_VERIFY(QFileInfo::exists(m_files->path()));
    const OtherProgram newer(m_files->path());
    QTRY_COMPARE(newer.value(u"SELECT count(*) FROM document"_s).toInt(), 2);
    QVERIFY(newer.execute(u"PRAGMA user_version = 3"_s));
    QTRY_VERIFY(store.problem().english().contains(u"newer Proserpina"_s));
    QVERIFY(store.lastResults().contains(m_id));
    QSignalSpy failed(&store, &StateStore::failed);
    store.record(m_otherId, richRecord());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Text>().english(), store.problem().english());
    QCOMPARE(newer.value(u"SELECT count(*) FROM document"_s).toInt(), 2);
}

void StateStoreSharingTest::aRepairedFileIsReadAgain()
{
    StateFolder good;
    StateStore(good.folder()).record(m_id, richRecord());
    m_files->put("no database at all");
    StateStore store(m_files->folder());
    store.load();
    QVERIFY(!store.problem().isEmpty());
    QSignalSpy changed(&store, &StateStore::changed);
    QVERIFY(QFile::remove(m_files->path()));
    QVERIFY(QFile::rename(good.path(), m_files->path()));
    QTRY_VERIFY(store.lastResults().contains(m_id));
    QCOMPARE(store.problem().english(), QString());
}

PROSERPINA_TEST(StateStoreSharingTest)
#include "tst_statestoresharing.moc"
