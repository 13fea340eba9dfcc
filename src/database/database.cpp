// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the file is made empty and private before SQLite sees it, and SQLite gives -wal and
// -shm the mode of the file. It is opened by a URI that may not create it, looked at (is it ours,
// of which version), and only then written. Closing any descriptor of a file drops all POSIX locks
// this process has on it, those of SQLite's other connections too: so nothing here but SQLite ever
// opens a file that has the database's name.
//
// Programs that share a WAL share memory, which they cannot where the folder lies on another
// computer; there the file has a rollback journal (https://sqlite.org/wal.html).
#include "database/database.h"

#include "files/filelock.h"
#include "files/ownfiles.h"
#include "files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

#include <array>
#include <sys/stat.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace database
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

/// IMMEDIATE: a transaction that begins by reading cannot wait for the lock later.
constexpr auto beginStatement = "BEGIN IMMEDIATE"_L1;

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

Database::Database(const QString &folder, Format format, Access access,
                   std::chrono::milliseconds patience, IsRemote isRemote)
    : m_folder(QDir::cleanPath(folder))
    , m_format(std::move(format))
    , m_path(m_folder + u'/' + m_format.name)
    , m_file(m_path)
    , m_access(access)
    , m_patience(patience)
    , m_isRemote(isRemote ? std::move(isRemote) : files::isRemoteFolder)
{}

Database::~Database()
{
    close();
}

bool Database::fileExists() const
{
    return QFileInfo::exists(m_path);
}

core::Result<bool> Database::open()
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
    } else {
        ++m_timesOpened;
    }
    return prepared;
}

/// By their names only: see above. SQLite would follow a link, and wait for a pipe.
core::Result<bool> Database::checkFiles() const
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
core::Result<bool> Database::makeFile()
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
    Database fresh(m_folder, m_format, Access::Write, m_patience, m_isRemote);
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
    files::syncFolder(m_folder);
    return made;
}

core::Result<bool> Database::prepare()
{
    m_connection = m_format.name + u' ' + QUuid::createUuid().toString(QUuid::Id128);
    m_database = QSqlDatabase::addDatabase(driver, m_connection);
    m_database.setDatabaseName(QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded) +
                               u"?mode=rw"_s);
    m_database.setConnectOptions(
        u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_patience.count()));
    if (!m_database.open()) {
        return error(m_database.lastError(), false);
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
        return *there > 0 && execute(u"PRAGMA query_only = ON"_s);
    }
    const auto journal = m_isRemote(m_folder) ? "DELETE"_L1 : "WAL"_L1;
    const auto synchronous = m_format.durable ? "EXTRA"_L1 : "NORMAL"_L1;
    for (const QString &pragma :
         {u"PRAGMA journal_mode = "_s + journal, u"PRAGMA synchronous = "_s + synchronous}) {
        if (const auto done = execute(pragma); !done) {
            return done.error();
        }
    }
    return true;
}

/// Of our tables; 0: there are none yet.
core::Result<int> Database::version()
{
    // The tables first: where another program makes them between the two, its version is there too.
    const auto tables = rows(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables) {
        return tables.error();
    }
    const auto there = rows(u"PRAGMA user_version"_s);
    if (!there) {
        return there.error();
    }
    const qint64 version = there->constFirst().constFirst().toLongLong();
    if (version > m_format.version) {
        const core::Text found(QT_TRANSLATE_NOOP("core", "version %1"), {version});
        return core::badInput(
            {QT_TRANSLATE_NOOP(
                 "core", "%1 was written by a newer Proserpina (%2), so it is left as it is."),
             {m_path, found}});
    }
    if (version < 0 || (version == 0 && tables->constFirst().constFirst().toLongLong() > 0)) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "%1 was not made by Proserpina, so it is left as it is."),
             {m_path}});
    }
    return static_cast<int>(version);
}

void Database::close()
{
    if (m_connection.isEmpty()) {
        return;
    }
    m_database.close();
    m_database = {}; // before removeDatabase(), which warns of one still in use
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

void Database::setPatience(std::chrono::milliseconds patience)
{
    m_patience = patience;
    if (m_database.isOpen()) {
        QSqlQuery(u"PRAGMA busy_timeout = "_s + QString::number(patience.count()), m_database);
    }
}

core::Result<bool> Database::begin()
{
    if (const auto begun = execute(beginStatement); !begun) {
        return begun.error();
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
core::Result<bool> Database::makeCurrent(int version)
{
    if (version == m_format.version) {
        return true;
    }
    QStringList statements = m_format.statements(version);
    statements += u"PRAGMA user_version = %1"_s.arg(m_format.version);
    for (const QString &statement : std::as_const(statements)) {
        if (const auto made = execute(statement); !made) {
            return made.error();
        }
    }
    return true;
}

core::Result<bool> Database::commit()
{
    const auto done = execute(u"COMMIT"_s);
    return done ? core::Result(true) : done.error();
}

void Database::rollBack()
{
    // Some errors end the transaction by themselves; then there is none, which is what we want.
    QSqlQuery(u"ROLLBACK"_s, m_database);
}

core::Result<bool> Database::beginReading()
{
    const auto begun = rows(u"BEGIN"_s);
    return begun ? core::Result(true) : begun.error();
}

core::Result<qint64> Database::execute(const QString &statement, const QList<QVariant> &values)
{
    QSqlQuery query(m_database);
    bool good = query.prepare(statement);
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return error(query.lastError(), true);
    }
    return query.numRowsAffected();
}

core::Result<QList<QVariantList>> Database::rows(const QString &statement,
                                                 const QList<QVariant> &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.prepare(statement);
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    const int columns = query.record().count();
    QList<QVariantList> rows;
    while (good && query.next()) {
        QVariantList row;
        for (int column = 0; column < columns; ++column) {
            row.append(query.value(column));
        }
        rows.append(row);
    }
    good = good && !query.lastError().isValid();
    return good ? core::Result(rows) : error(query.lastError(), false);
}

core::Error Database::error(const QSqlError &error, bool writing) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == sqliteBusy || code == sqliteLocked || code == sqliteProtocol) {
        return locked();
    }
    if (code == sqliteReadOnly) {
        return readOnly();
    }
    const core::Text why(error.databaseText().isEmpty() ? error.text() : error.databaseText());
    if (code == sqliteNotADatabase || code == sqliteCorrupt) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "%1 is damaged (%2), so it is left as it is."),
             {m_path, why}});
    }
    return writing ? notWritten(m_path, why) : notRead(m_path, why);
}

core::Error Database::locked() const
{
    return {core::Failure::TimedOut,
            core::Text(QT_TRANSLATE_NOOP("core", "Another program keeps %1 locked."), {m_path})};
}

/// Also what reading says: it needs -wal and -shm beside the file.
core::Error Database::readOnly() const
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "%1 or its folder cannot be written to."), {m_path}});
}

/// Whether the open file is still the one with its name, not one that somebody has removed.
bool Database::isOfTheDisk() const
{
    struct stat info
    {};
    return ::stat(QFile::encodeName(m_file).constData(), &info) == 0 && info.st_dev == m_device &&
           info.st_ino == m_inode;
}

} // namespace database
