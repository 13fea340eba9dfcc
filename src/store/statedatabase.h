// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QVariant>

#include <chrono>
#include <optional>

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

/// One thing remembered. A record's content is JSON that only recordjson understands.
struct StateValue
{
    qint64 at = 0; // of the attempt, milliseconds since 1970; drafts have none
    QByteArray content;

    bool operator==(const StateValue &) const = default;
};

using State = QHash<StateKey, StateValue>;

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

    static constexpr int currentVersion = 1;

    StateDatabase(const QString &folder, Access access, std::chrono::milliseconds patience);
    ~StateDatabase();
    Q_DISABLE_COPY_MOVE(StateDatabase)

    [[nodiscard]] bool fileExists() const;

    /// Does nothing where it is open and its file is still the one on the disk. Value: whether it
    /// is open; false where there is nothing to read yet.
    core::Result<bool> open();
    void close();
    void setPatience(std::chrono::milliseconds patience);

    /// All of it, as it was at one moment; nothing where no other connection has committed since
    /// the last call.
    core::Result<std::optional<State>> readIfChanged();
    /// The next readIfChanged() reads.
    void forgetWhatWasRead() { m_versionRead.reset(); }

    // Between begin() and commit(); begin() waits for the lock. rollBack() after any error.
    core::Result<bool> begin();
    core::Result<bool> put(const StateKey &key, const StateValue &value);
    core::Result<bool> remove(const StateKey &key);
    core::Result<bool> commit();
    void rollBack();

private:
    enum class Deed
    {
        Reading,
        Writing,
    };

    [[nodiscard]] core::Result<bool> checkFiles() const;
    core::Result<bool> prepare();
    core::Result<bool> makeFile();
    core::Result<bool> checkVersion();
    core::Result<bool> makeTables();
    core::Result<std::optional<State>> readAllIfChanged();
    core::Result<bool> readRecords(State &state);
    core::Result<bool> readDrafts(State &state);
    core::Result<qint64> number(const QString &statement);
    core::Result<bool> execute(const QString &statement, const QList<QVariant> &values = {});
    [[nodiscard]] core::Error error(const QSqlError &error, Deed deed) const;
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
    std::optional<qint64> m_versionRead; // SQLite's data_version
    quint64 m_device = 0;
    quint64 m_inode = 0;
};

} // namespace store
