// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordinaryrights.h"
#include "records.h"
#include "smalldisk.h"
#include "statefolder.h"
#include "store/statestore.h"
#include "testmain.h"
#include "unusualfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using store::StateStore;

/// state.db: what is remembered, what is forgotten and what is never written.
class StateStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void remembers();
    void tellsAtOnce();
    void keepsTheReplyOfAnEarlierAttempt();
    void forgets();
    void keepsDrafts();
    void readingMakesNothing();
    void makesPrivateFiles();
    void neverOverwrites_data();
    void neverOverwrites();
    void saysThatTheFolderIsReadOnly();
    void saysThatTheFolderCannotBeMade();
    void leavesRecordsOfANewerVersion();
    void readsTheVersionBefore();
    void bringsTheVersionBeforeUpToDate();
    void keepsTheVersionBeforeWhereThatFails_data();
    void keepsTheVersionBeforeWhereThatFails();
    void loadsAThousandServers();

private:
    void putVersionOne() const;
    static void holdsVersionOne(const StateStore &store);

    std::unique_ptr<StateFolder> m_files;
    const QUuid m_id = QUuid::createUuid();
    const QUuid m_otherId = QUuid::createUuid();
};

namespace
{

// What the program of version 1 wrote into version1/state.db: two servers, a form.
const QUuid firstServer(u"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001"_s);
const QUuid secondServer(u"7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0002"_s);
constexpr auto wordsOfVersionOne = "SELECT group_concat(kind || server || content) FROM "
                                   "(SELECT * FROM record ORDER BY kind, server)";
constexpr auto wordsOfToday = "SELECT group_concat(kind || name || CAST(content AS TEXT)) FROM "
                              "(SELECT * FROM document WHERE kind <> 'draft' ORDER BY kind, name)";

} // namespace

void StateStoreTest::init()
{
    m_files = std::make_unique<StateFolder>();
}

void StateStoreTest::remembers()
{
    {
        StateStore store(m_files->folder());
        store.load();
        store.record(m_id, richRecord());
        store.record(m_otherId, refusedConnection());
    }
    StateStore store(m_files->folder());
    QSignalSpy changed(&store, &StateStore::changed);
    store.load();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.problem().english(), QString());
    QCOMPARE(store.lastResults().size(), 2);
    QVERIFY(store.lastResults()[m_id] == withLeafOnly(richRecord()));
    QVERIFY(store.lastResults()[m_otherId] == refusedConnection());
    QVERIFY(store.reply(m_id) == richRecord());
    QVERIFY(!store.reply(m_otherId).has_value());
    store.load();
    QCOMPARE(changed.size(), 1);
}

void StateStoreTest::tellsAtOnce()
{
    StateStore store(m_files->folder());
    QSignalSpy changed(&store, &StateStore::changed);
    store.record(m_id, richRecord()); // even before load()
    QCOMPARE(changed.size(), 1);
    QVERIFY(store.lastResults()[m_id] == withLeafOnly(richRecord()));
    QVERIFY(store.reply(m_id) == richRecord());
    store.setDraft(u"mail"_s, "text");
    QCOMPARE(store.draft(u"mail"_s), QByteArray("text"));
    store.load();
    QVERIFY(store.lastResults()[m_id] == withLeafOnly(richRecord()));
    QVERIFY(store.reply(m_id) == richRecord());
    QCOMPARE(store.draft(u"mail"_s), QByteArray("text"));
    QCOMPARE(changed.size(), 1);
}

void StateStoreTest::keepsTheReplyOfAnEarlierAttempt()
{
    core::AttemptRecord onlyAfterTls = richRecord();
    onlyAfterTls.facts.beforeTls.reset();
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
        store.record(m_id, onlyAfterTls);
        store.record(m_id, refusedConnection());
        QVERIFY(store.lastResults()[m_id] == refusedConnection());
        QVERIFY(store.reply(m_id) == onlyAfterTls);
    }
    StateStore store(m_files->folder());
    store.load();
    QVERIFY(store.lastResults()[m_id] == refusedConnection());
    QVERIFY(store.reply(m_id) == onlyAfterTls);
}

void StateStoreTest::forgets()
{
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
        store.record(m_otherId, richRecord());
    }
    {
        StateStore store(m_files->folder());
        store.load();
        QSignalSpy changed(&store, &StateStore::changed);
        store.forget(m_id);
        store.forget(QUuid::createUuid());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(store.lastResults().keys(), QList<QUuid>{m_otherId});
        QVERIFY(!store.reply(m_id).has_value());
    }
    StateStore store(m_files->folder());
    store.load();
    QCOMPARE(store.lastResults().keys(), QList<QUuid>{m_otherId});
    QVERIFY(!store.reply(m_id).has_value());
    QVERIFY(store.reply(m_otherId).has_value());
}

void StateStoreTest::keepsDrafts()
{
    const QByteArray octets("\0\xff draft", 8);
    const QString key = u"mail'; DROP TABLE draft; --"_s;
    {
        StateStore store(m_files->folder());
        QCOMPARE(store.draft(key), QByteArray());
        store.setDraft(key, "first");
        store.setDraft(key, octets);
        store.setDraft(u"gone"_s, "text");
        store.setDraft(u"gone"_s, {});
        QCOMPARE(store.draft(u"gone"_s), QByteArray());
    }
    {
        StateStore store(m_files->folder());
        store.load();
        QCOMPARE(store.draft(key), octets);
        QCOMPARE(store.draft(u"gone"_s), QByteArray());
        store.setDraft(key, {});
    }
    StateStore store(m_files->folder());
    store.load();
    QCOMPARE(store.draft(key), QByteArray());
}

void StateStoreTest::readingMakesNothing()
{
    {
        StateStore store(m_files->folder());
        QSignalSpy failed(&store, &StateStore::failed);
        store.load();
        QCOMPARE(store.problem().english(), QString());
        QVERIFY(store.lastResults().isEmpty());
        store.forget(m_id); // neither is there anything to take away
        store.setDraft(u"mail"_s, {});
    }
    QVERIFY(!QFileInfo::exists(m_files->home() + u"/data"_s));
}

void StateStoreTest::makesPrivateFiles()
{
    {
        StateStore store(m_files->folder());
        store.load();
        store.record(m_id, richRecord());
        QTRY_VERIFY(QFileInfo::exists(m_files->path(u"state.db-wal"_s)));
        QTRY_VERIFY(QFileInfo::exists(m_files->path(u"state.db-shm"_s)));
        for (const QString &name : {u"state.db"_s, u"state.db-wal"_s, u"state.db-shm"_s}) {
            QCOMPARE(modeOf(m_files->path(name)), mode_t{0600});
        }
        QCOMPARE(modeOf(m_files->folder()), mode_t{0700});
    }
    QCOMPARE(modeOf(m_files->path()), mode_t{0600});
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files), QStringList{u"state.db"_s});
    const OtherProgram other(m_files->path());
    QCOMPARE(other.value(u"PRAGMA user_version"_s).toInt(), 2);
    QCOMPARE(other.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
}

void StateStoreTest::neverOverwrites_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    QTest::addRow("a newer version")
        << QStringList{u"PRAGMA journal_mode = WAL"_s, u"CREATE TABLE document (kind TEXT)"_s,
                       u"PRAGMA user_version = 3"_s}
        << QByteArray()
        << u"%1 was written by a newer Proserpina (version 3), so it is left as it is."_s;
    QTest::addRow("another program's database")
        << QStringList{u"CREATE TABLE album (title TEXT)"_s} << QByteArray()
        << u"%1 was not made by Proserpina, so it is left as it is."_s;
    QTest::addRow("a version below ours")
        << QStringList{u"PRAGMA user_version = -1"_s} << QByteArray()
        << u"%1 was not made by Proserpina, so it is left as it is."_s;
    QTest::addRow("no database")
        << QStringList() << QByteArray(5000, 'x')
        << u"%1 is damaged (file is not a database), so it is left as it is."_s;
    QTest::addRow("the beginning of one")
        << QStringList() << QByteArray("SQLite format 3\0\x10\0", 18)
        << u"%1 is damaged (file is not a database), so it is left as it is."_s;
}

void StateStoreTest::neverOverwrites()
{
    QFETCH(QStringList, statements);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    m_files->put(bytes);
    for (const QString &statement : statements) {
        QVERIFY(OtherProgram(m_files->path()).execute(statement));
    }
    const QByteArray before = m_files->content();
    QVERIFY(!before.isEmpty());
    {
        StateStore store(m_files->folder());
        QSignalSpy changed(&store, &StateStore::changed);
        QSignalSpy failed(&store, &StateStore::failed);
        store.load();
        QCOMPARE(store.problem().english(), problem.arg(m_files->path()));
        QCOMPARE(changed.size(), 1);
        store.record(m_id, richRecord());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<core::Text>().english(), store.problem().english());
        QVERIFY(store.lastResults().contains(m_id)); // for this run
        QVERIFY(store.reply(m_id) == richRecord());
    }
    QCOMPARE(m_files->content(), before);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files), QStringList{u"state.db"_s});
}

void StateStoreTest::saysThatTheFolderIsReadOnly()
{
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
    }
    const QByteArray before = m_files->content();
    QVERIFY(setMode(m_files->folder(), 0500));
    {
        const OrdinaryRights rights;
        StateStore store(m_files->folder());
        QSignalSpy failed(&store, &StateStore::failed);
        store.load();
        QCOMPARE(store.problem().english(),
                 u"%1 or its folder cannot be written to."_s.arg(m_files->path()));
        store.record(m_otherId, richRecord());
        QTRY_COMPARE(failed.size(), 1);
    }
    QVERIFY(setMode(m_files->folder(), 0700));
    QCOMPARE(m_files->content(), before);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files), QStringList{u"state.db"_s});
}

void StateStoreTest::saysThatTheFolderCannotBeMade()
{
    m_files->put("a file in its place");
    StateStore store(m_files->path() + u"/below"_s);
    QSignalSpy failed(&store, &StateStore::failed);
    store.load();
    QCOMPARE(store.problem().english(), QString());
    store.record(m_id, richRecord());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Text>().english(),
             u"The folder %1 could not be made."_s.arg(m_files->path()));
    QCOMPARE(m_files->content(), QByteArray("a file in its place"));
}

void StateStoreTest::leavesRecordsOfANewerVersion()
{
    {
        StateStore store(m_files->folder());
        store.record(m_id, richRecord());
        store.record(m_otherId, richRecord());
    }
    const QString row = u" WHERE name = '%1'"_s.arg(m_id.toString(QUuid::WithoutBraces));
    const QString count = u"SELECT count(*) FROM document"_s + row;
    {
        const OtherProgram newer(m_files->path());
        QVERIFY(newer.execute(
            u"UPDATE document SET content = replace(content, 'partial', 'half')"_s + row));
        QVERIFY(newer.execute(u"INSERT INTO document (kind, name, content) SELECT 'first', name, "
                              "content FROM document"_s +
                              row + u" AND kind = 'last'"_s));
        QVERIFY(newer.execute(u"INSERT INTO document (kind, name, content) "
                              "VALUES ('last', 'no uuid', 'no JSON')"_s));
    }
    {
        StateStore store(m_files->folder());
        store.load();
        QCOMPARE(store.problem().english(), QString());
        QCOMPARE(store.lastResults().keys(), QList<QUuid>{m_otherId});
        QVERIFY(!store.reply(m_id).has_value());
        store.record(m_otherId, refusedConnection());
    }
    QCOMPARE(OtherProgram(m_files->path()).value(count).toInt(), 3);
}

void StateStoreTest::putVersionOne() const
{
    QVERIFY(QDir().mkpath(m_files->folder()));
    QVERIFY(QFile::copy(QStringLiteral(PROSERPINA_SOURCE "/tests/store/version1/state.db"),
                        m_files->path()));
    QVERIFY(QFile::setPermissions(m_files->path(), QFile::ReadOwner | QFile::WriteOwner));
}

void StateStoreTest::holdsVersionOne(const StateStore &store)
{
    QCOMPARE(store.problem().english(), QString());
    QCOMPARE(store.lastResults().size(), 2);
    for (const QUuid &id : {firstServer, secondServer}) {
        const core::AttemptRecord last = store.lastResults().value(id);
        QCOMPARE(last.facts.failure, core::Failure::ConnectionRefused);
        QCOMPARE(last.at, refusedConnection().at);
    }
    const auto reply = store.reply(firstServer);
    QVERIFY(reply.has_value());
    QCOMPARE(reply->at, richRecord().at);
    QCOMPARE(reply->facts, richRecord().facts);
    QVERIFY(!store.reply(secondServer));
    QCOMPARE(store.draft(u"server"_s), QByteArray("{\"host\": \"mail.example.org\"}\0\xff", 30));
    QCOMPARE(store.draft(u"gone"_s), QByteArray());
}

/// Reading writes nothing, and sees what a program of that version still writes.
void StateStoreTest::readsTheVersionBefore()
{
    putVersionOne();
    const QByteArray before = m_files->content();
    {
        StateStore store(m_files->folder());
        store.load();
        holdsVersionOne(store);
    }
    QCOMPARE(m_files->content(), before);
    StateStore store(m_files->folder());
    store.load();
    const OtherProgram older(m_files->path());
    QVERIFY(older.execute(u"DELETE FROM record WHERE kind = 'reply'"_s));
    QVERIFY(older.execute(u"INSERT INTO draft VALUES ('mail', 'text')"_s));
    QTRY_VERIFY(!store.reply(firstServer));
    QTRY_COMPARE(store.draft(u"mail"_s), QByteArray("text"));
    QCOMPARE(older.value(u"PRAGMA user_version"_s).toInt(), 1);
}

void StateStoreTest::bringsTheVersionBeforeUpToDate()
{
    putVersionOne();
    QString words;
    {
        const OtherProgram older(m_files->path());
        // Of a kind, and with words, that nobody knows.
        QVERIFY(older.execute(u"INSERT INTO record VALUES ('x', 'first', 0, 'no JSON')"_s));
        words = older.value(QString::fromLatin1(wordsOfVersionOne)).toString();
        QVERIFY(words.size() > 1000);
        StateStore watching(m_files->folder());
        watching.load();
        {
            StateStore store(m_files->folder());
            store.load();
            store.setDraft(u"mail"_s, "text");
        }
        QTRY_COMPARE(watching.draft(u"mail"_s), QByteArray("text"));
        holdsVersionOne(watching);
    }
    const OtherProgram other(m_files->path());
    QCOMPARE(other.value(u"PRAGMA user_version"_s).toInt(), 2);
    QCOMPARE(other.value(QString::fromLatin1(wordsOfToday)).toString(), words);
    QCOMPARE(other
                 .value(u"SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' "
                        "AND name NOT LIKE 'sqlite%'"_s)
                 .toString(),
             u"document"_s);
    StateStore store(m_files->folder());
    store.load();
    holdsVersionOne(store);
}

void StateStoreTest::keepsTheVersionBeforeWhereThatFails_data()
{
    QTest::addColumn<QString>("hindrance");
    QTest::addColumn<bool>("full");
    QTest::addRow("the disk is full") << u"UPDATE draft SET content = zeroblob(1000000)"_s << true;
    QTest::addRow("the name is taken") << u"CREATE TABLE document (title TEXT)"_s << false;
}

void StateStoreTest::keepsTheVersionBeforeWhereThatFails()
{
    QFETCH(QString, hindrance);
    QFETCH(bool, full);
    putVersionOne();
    QVERIFY(OtherProgram(m_files->path()).execute(hindrance));
    const QByteArray before = m_files->content();
    {
        std::optional<SmallDisk> disk;
        if (full) {
            disk.emplace(rlim_t{100'000}); // enough for what SQLite keeps beside the file
        }
        StateStore store(m_files->folder());
        QSignalSpy failed(&store, &StateStore::failed);
        store.load();
        QCOMPARE(store.lastResults().size(), 2);
        store.record(m_id, richRecord());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].value<core::Text>().english().contains(m_files->path()));
        QVERIFY(store.reply(firstServer).has_value());
    }
    QCOMPARE(m_files->content(), before);
}

void StateStoreTest::loadsAThousandServers()
{
    constexpr int servers = 1000;
    {
        StateStore store(m_files->folder());
        for (int i = 0; i < servers; ++i) {
            store.record(QUuid::createUuid(), richRecord());
        }
    }
    StateStore store(m_files->folder());
    store.load();
    QCOMPARE(store.lastResults().size(), servers);
}

PROSERPINA_TEST(StateStoreTest)
#include "tst_statestore.moc"
