// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QVariant>

#include <chrono>

namespace store
{

/// What is remembered of one server or form.
enum class StateKind
{
    Last,  // the record of a server's last attempt
    Reply, // the record of the last one in which its EHLO reply was read
    Draft, // of a form
};

struct StateKey
{
    StateKind kind = StateKind::Last;
    QString name; // the server's UUID without braces, or the form's key

    bool operator==(const StateKey &) const = default;
};

inline size_t qHash(const StateKey &key, size_t seed = 0)
{
    return qHash(key.name, seed + static_cast<size_t>(key.kind));
}

/// One thing remembered, or forgotten: then without content. A record's is JSON that only
/// recordjson understands.
struct StateRow
{
    qint64 number = 0; // rises: of the change in the file, or of the order to make it
    StateKey key;
    QByteArray content;

    bool operator==(const StateRow &) const = default;
};

struct StateRows
{
    bool all = false; // what is not among them is not in the file
    QList<StateRow> rows;
};

/// state.db by one SQLite connection. All of it is synchronous; built, used and destroyed in one
/// thread. A file of a newer version, of another program or that is no database is never written.
///
/// Errors are whole sentences: TimedOut where another program holds the lock longer than
/// `patience`, BadInput otherwise.
class StateDatabase
{
public:
    enum class Access
    {
        Read,  // neither makes the file nor writes it
        Write, // makes folder (0700), file (0600) and tables
    };

    static constexpr int currentVersion = 2;

    StateDatabase(const QString &folder, Access access, std::chrono::milliseconds patience);
    ~StateDatabase();
    Q_DISABLE_COPY_MOVE(StateDatabase)

    [[nodiscard]] bool fileExists() const;

    /// Does nothing where it is open and its file is still the one on the disk. Value: whether it
    /// is open; false where there is nothing to read yet.
    core::Result<bool> open();
    void close();
    void setPatience(std::chrono::milliseconds patience);

    /// The rows that have changed since those that were seen(), as they were at one moment, in the
    /// order of their numbers.
    core::Result<StateRows> read();
    /// Rows up to this number are not read again while the file is open.
    void seen(qint64 number) { m_seen = number; }

    // Between begin() and commit(); begin() waits for the lock, and makes of an older file one of
    // this version. rollBack() after any error.
    core::Result<bool> begin();
    core::Result<bool> put(const StateRow &row);
    core::Result<bool> commit();
    void rollBack();

private:
    [[nodiscard]] core::Result<bool> checkFiles() const;
    core::Result<bool> prepare();
    core::Result<bool> makeFile();
    core::Result<int> version();
    core::Result<bool> makeCurrent(int version);
    core::Result<StateRows> readRows();
    core::Result<qint64> number(const QString &statement);
    core::Result<bool> execute(const QString &statement, const QList<QVariant> &values = {});
    [[nodiscard]] core::Error error(const QSqlError &error, Access wanted) const;
    [[nodiscard]] core::Error locked() const;
    [[nodiscard]] core::Error readOnly() const;
    [[nodiscard]] bool isOfTheDisk() const;

    QString m_folder;
    QString m_path; // as the person knows it
    QString m_file; // where it is: while it is being made, under another name
    Access m_access;
    std::chrono::milliseconds m_patience;
    QString m_connection; // empty: closed
    QSqlDatabase m_database;
    qint64 m_seen = 0;
    quint64 m_device = 0;
    quint64 m_inode = 0;
};

} // namespace store
