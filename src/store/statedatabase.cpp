// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the file is made empty and private before SQLite sees it, and SQLite gives -wal and
// -shm the mode of the file. It is opened by a URI that may not create it, looked at (is it ours,
// of which version), and only then written. Closing any descriptor of a file drops all POSIX locks
// this process has on it, those of SQLite's other connections too: so nothing here but SQLite ever
// opens a state.db that has its name.
//
// Each write gives its row the next number, and a row that is removed stays, without its content,
// so whoever has seen all up to one number has only to read those above it. A file of version 1 has
// two tables without numbers. It is read whole each time, and the first write makes it ours.
#include "store/statedatabase.h"

#include "files/filelock.h"
#include "files/ownfiles.h"
#include "files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto driver = "QSQLITE"_L1;

// SQLite's primary result codes (https://sqlite.org/rescode.html)
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteProtocol = 15; // too many others opened the WAL at the same moment
constexpr int sqliteNotADatabase = 26;

/// What SQLite keeps beside its file.
constexpr std::array sideFiles{"-wal"_L1, "-shm"_L1, "-journal"_L1};

/// AUTOINCREMENT: a number comes only once. What is replaced gets the next one.
constexpr auto makeDocument = "CREATE TABLE document (change INTEGER PRIMARY KEY AUTOINCREMENT, "
                              "kind TEXT NOT NULL, name TEXT NOT NULL, content BLOB, "
                              "UNIQUE (kind, name))"_L1;
constexpr auto replaceDocument = "REPLACE INTO document (kind, name, content) VALUES (?, ?, ?)"_L1;
constexpr auto emptyDocument = "REPLACE INTO document (kind, name) SELECT kind, name FROM document "
                               "WHERE kind = ? AND name = ? AND content IS NOT NULL"_L1;
constexpr auto documentsSince =
    "SELECT change, kind, name, CAST(content AS BLOB) FROM document WHERE change > %1 "
    "ORDER BY change"_L1;
constexpr auto documentsOfVersionOne =
    "SELECT 0 AS change, kind, server AS name, CAST(content AS BLOB) AS content FROM record "
    "UNION ALL SELECT 0, 'draft', key, content FROM draft"_L1;
/// IMMEDIATE: a transaction that begins by reading cannot wait for the lock later.
constexpr auto beginStatement = "BEGIN IMMEDIATE"_L1;

/// The column `kind`, in the order of StateKind.
constexpr std::array kindWords{"last"_L1, "reply"_L1, "draft"_L1};

core::Error notRead(const QString &path, const core::Text &why)
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "%1 cannot be read (%2), so it is left as it is."),
         {path, why}});
}

core::Error notWritten(const QString &path, const core::Text &why)
{
    return core::badInput({QT_TRANSLATE_NOOP("core", "%1 could not be written: %2."), {path, why}});
}

} // namespace

StateDatabase::StateDatabase(const QString &folder, Access access,
                             std::chrono::milliseconds patience)
    : m_folder(QDir::cleanPath(folder))
    , m_path(m_folder + u"/state.db"_s)
    , m_file(m_path)
    , m_access(access)
    , m_patience(patience)
{}

StateDatabase::~StateDatabase()
{
    close();
}

bool StateDatabase::fileExists() const
{
    return QFileInfo::exists(m_path);
}

core::Result<bool> StateDatabase::open()
{
    if (const auto checked = checkFiles(); !checked) {
        close();
        return checked;
    }
    if (m_database.isOpen() && isOfTheDisk()) {
        return true;
    }
    close();
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return core::badInput(QT_TRANSLATE_NOOP(
            "core", "Nothing can be remembered: Qt's SQLite driver is not installed."));
    }
    if (!fileExists()) {
        if (m_access == Access::Read) {
            return false;
        }
        if (const auto made = makeFile(); !made) {
            return made;
        }
    }
    const auto prepared = prepare();
    if (!prepared || !*prepared) {
        close();
    }
    return prepared;
}

/// By their names only: see above. SQLite would follow a link, and wait for a pipe.
core::Result<bool> StateDatabase::checkFiles() const
{
    if (const core::Text distrust = files::distrustOfFolder(m_folder); !distrust.isEmpty()) {
        return core::badInput(distrust);
    }
    QString path = m_path;
    core::Text fault = files::faultOfFile(path);
    for (const QLatin1StringView suffix : sideFiles) {
        if (fault.isEmpty()) {
            path = m_path + suffix;
            fault = files::faultOfPlainFile(path);
        }
    }
    return fault.isEmpty() ? core::Result<bool>(true) : notRead(path, fault);
}

/// The file gets its name when it is whole, and one program at a time may make it: changing an
/// empty one to WAL is no work for two.
core::Result<bool> StateDatabase::makeFile()
{
    if (const auto made = files::makePrivateFolder(m_folder); !made) {
        return made;
    }
    files::FileLock lock(m_path + u".lock"_s);
    switch (lock.take(m_patience)) {
    case files::FileLock::Taking::Held: break;
    case files::FileLock::Taking::HeldByAnother: return locked();
    case files::FileLock::Taking::Refused:
        return lock.fault().isEmpty() ? readOnly() : notWritten(m_path + u".lock"_s, lock.fault());
    }
    if (fileExists()) {
        return true;
    }
    StateDatabase fresh(m_folder, Access::Write, m_patience);
    fresh.m_file = m_path + u".new"_s;
    // Where somebody has removed only the file, or killed its maker, SQLite would take these for
    // the new one's.
    for (const QString &path : {m_path, fresh.m_file}) {
        for (const QLatin1StringView suffix : sideFiles) {
            QFile::remove(path + suffix);
        }
    }
    auto made =
        files::makePrivateFile(fresh.m_file, m_path); // an empty file is a database to SQLite
    if (made) {
        made = fresh.prepare();
        fresh.close();
    }
    if (made && !QFile::rename(fresh.m_file, m_path)) {
        made = readOnly();
    }
    if (!made) {
        QFile::remove(fresh.m_file);
    }
    return made;
}

core::Result<bool> StateDatabase::prepare()
{
    m_connection = u"state "_s + QUuid::createUuid().toString(QUuid::Id128);
    m_database = QSqlDatabase::addDatabase(driver, m_connection);
    m_database.setDatabaseName(QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded) +
                               u"?mode=rw"_s);
    m_database.setConnectOptions(
        u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_patience.count()));
    if (!m_database.open()) {
        return error(m_database.lastError(), Access::Read);
    }
    if (struct stat info{}; ::stat(QFile::encodeName(m_file).constData(), &info) == 0) {
        m_device = info.st_dev;
        m_inode = info.st_ino;
    }
    const auto there = version();
    if (!there) {
        return there.error();
    }
    if (m_access == Access::Read) {
        return *there > 0 ? execute(u"PRAGMA query_only = ON"_s) : false;
    }
    if (const auto wal = execute(u"PRAGMA journal_mode = WAL"_s); !wal) {
        return wal;
    }
    return execute(u"PRAGMA synchronous = NORMAL"_s);
}

/// Of our tables; 0: there are none yet.
core::Result<int> StateDatabase::version()
{
    // The tables first: where another program makes them between the two, its version is there too.
    const auto tables = number(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables) {
        return tables.error();
    }
    const auto version = number(u"PRAGMA user_version"_s);
    if (!version) {
        return version.error();
    }
    if (*version > currentVersion) {
        const core::Text found(QT_TRANSLATE_NOOP("core", "version %1"), {*version});
        return core::badInput(
            {QT_TRANSLATE_NOOP(
                 "core", "%1 was written by a newer Proserpina (%2), so it is left as it is."),
             {m_path, found}});
    }
    if (*version < 0 || (*version == 0 && *tables > 0)) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "%1 was not made by Proserpina, so it is left as it is."),
             {m_path}});
    }
    return static_cast<int>(*version);
}

void StateDatabase::close()
{
    if (m_connection.isEmpty()) {
        return;
    }
    m_database.close();
    m_database = {}; // before removeDatabase(), which warns of one still in use
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
    m_seen = 0;
}

void StateDatabase::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
    if (m_database.isOpen()) {
        QSqlQuery(u"PRAGMA busy_timeout = "_s + QString::number(patience.count()), m_database);
    }
}

core::Result<bool> StateDatabase::begin()
{
    if (const auto begun = execute(beginStatement); !begun) {
        return begun;
    }
    // A newer program may have changed the tables since we opened them.
    const auto there = version();
    const auto current = there ? makeCurrent(*there) : there.error();
    if (!current) {
        rollBack();
    }
    return current;
}

/// Within a transaction, so that an older file is whole whatever happens.
core::Result<bool> StateDatabase::makeCurrent(int version)
{
    if (version == currentVersion) {
        return true;
    }
    QStringList statements{makeDocument};
    if (version == 1) {
        statements += u"INSERT INTO document (kind, name, content) SELECT kind, name, content FROM "
                      "(%1)"_s.arg(documentsOfVersionOne);
        statements += {u"DROP TABLE record"_s, u"DROP TABLE draft"_s};
    }
    statements += u"PRAGMA user_version = %1"_s.arg(currentVersion);
    core::Result<bool> made = true;
    for (auto statement = statements.cbegin(); made && statement != statements.cend();
         ++statement) {
        made = execute(*statement);
    }
    return made;
}

core::Result<bool> StateDatabase::commit()
{
    return execute(u"COMMIT"_s);
}

void StateDatabase::rollBack()
{
    // Some errors end the transaction by themselves; then there is none, which is what we want.
    QSqlQuery(u"ROLLBACK"_s, m_database);
}

core::Result<qint64> StateDatabase::number(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement) || !query.next()) {
        return error(query.lastError(), Access::Read);
    }
    return query.value(0).toLongLong();
}

core::Result<bool> StateDatabase::execute(const QString &statement, const QList<QVariant> &values)
{
    QSqlQuery query(m_database);
    bool good = query.prepare(statement);
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return error(query.lastError(), Access::Write);
    }
    return true;
}

core::Error StateDatabase::error(const QSqlError &error, Access wanted) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == sqliteBusy || code == sqliteLocked || code == sqliteProtocol) {
        return locked();
    }
    if (code == sqliteReadOnly) {
        return readOnly();
    }
    const core::Text why(error.databaseText());
    if (code == sqliteNotADatabase || code == sqliteCorrupt) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "%1 is damaged (%2), so it is left as it is."),
             {m_path, why}});
    }
    if (wanted == Access::Read) {
        return notRead(m_path, why);
    }
    return notWritten(m_path, why);
}

core::Error StateDatabase::locked() const
{
    return {core::Failure::TimedOut,
            core::Text(QT_TRANSLATE_NOOP("core", "Another program keeps %1 locked."), {m_path})};
}

/// Also what reading says: it needs -wal and -shm beside the file.
core::Error StateDatabase::readOnly() const
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "%1 or its folder cannot be written to."), {m_path}});
}

/// Whether the open file is still the one with its name, not one that somebody has removed.
bool StateDatabase::isOfTheDisk() const
{
    struct stat info
    {};
    return ::stat(QFile::encodeName(m_file).constData(), &info) == 0 && info.st_dev == m_device &&
           info.st_ino == m_inode;
}

// ---- the rows

core::Result<StateRows> StateDatabase::read()
{
    // One transaction: the version is that of the rows.
    if (QSqlQuery begin(m_database); !begin.exec(u"BEGIN"_s)) {
        return error(begin.lastError(), Access::Read);
    }
    auto rows = readRows();
    rollBack();
    return rows;
}

core::Result<StateRows> StateDatabase::readRows()
{
    const auto there = version();
    if (!there) {
        return there.error();
    }
    StateRows read{m_seen == 0, {}};
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good =
        query.exec(*there == 1 ? documentsOfVersionOne : QString(documentsSince).arg(m_seen));
    while (good && query.next()) {
        // A kind of a newer version is passed over.
        const auto kind = std::ranges::find(kindWords, query.value(1).toString());
        if (kind != kindWords.end()) {
            read.rows +=
                {query.value(0).toLongLong(),
                 {static_cast<StateKind>(kind - kindWords.begin()), query.value(2).toString()},
                 query.value(3).toByteArray()};
        }
    }
    good = good && !query.lastError().isValid();
    return good ? core::Result(read) : error(query.lastError(), Access::Read);
}

core::Result<bool> StateDatabase::put(const StateRow &row)
{
    const QString kind = kindWords[static_cast<size_t>(row.key.kind)];
    return row.content.isEmpty() ? execute(emptyDocument, {kind, row.key.name})
                                 : execute(replaceDocument, {kind, row.key.name, row.content});
}

} // namespace store
