// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <functional>

namespace database
{

/// What a file holds, by whom it is made.
struct Format
{
    QString name; // in its folder: "state.db"
    int version = 1;
    /// What makes tables of this version out of those of `found`, in one transaction; 0: there are
    /// none yet.
    std::function<QStringList(int found)> statements;
    /// Each commit is on the disk before it is said to be done, power failure or not. Without it
    /// the last ones may be lost, the file stays whole.
    bool durable = false;
};

/// A file of this program by one SQLite connection. All of it is synchronous; built, used and
/// destroyed in one thread. A file of a newer version, of another program or that is no database is
/// never written. Rows are read whole: no statement stays open between two calls.
///
/// Errors are whole sentences: TimedOut where another program holds the lock longer than
/// `patience`, BadInput otherwise.
class Database
{
public:
    enum class Access
    {
        Read,  // neither makes the file nor writes it
        Write, // makes folder (0700), file (0600) and tables
    };
    /// Whether a folder lies on another computer, where programs share no memory.
    using IsRemote = std::function<bool(const QString &folder)>;

    Database(const QString &folder, Format format, Access access,
             std::chrono::milliseconds patience, IsRemote isRemote = {});
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] bool fileExists() const;

    /// Does nothing where it is open and its file is still the one on the disk. Value: whether it
    /// is open; false where there is nothing to read yet.
    core::Result<bool> open();
    void close();
    void setPatience(std::chrono::milliseconds patience);
    /// Rises each time the file is opened.
    [[nodiscard]] int timesOpened() const { return m_timesOpened; }

    /// Of our tables; 0: there are none yet.
    core::Result<int> version();

    // Between begin() and commit(); begin() waits for the lock, and makes of an older file one of
    // this version. rollBack() after any error.
    core::Result<bool> begin();
    core::Result<bool> commit();
    void rollBack();
    /// What is read until rollBack() is as it was at one moment.
    core::Result<bool> beginReading();

    /// Value: how many rows were changed.
    core::Result<qint64> execute(const QString &statement, const QList<QVariant> &values = {});
    core::Result<QList<QVariantList>> rows(const QString &statement,
                                           const QList<QVariant> &values = {});

private:
    [[nodiscard]] core::Result<bool> checkFiles() const;
    core::Result<bool> prepare();
    core::Result<bool> makeFile();
    core::Result<bool> makeCurrent(int version);
    [[nodiscard]] core::Error error(const QSqlError &error, bool writing) const;
    [[nodiscard]] core::Error locked() const;
    [[nodiscard]] core::Error readOnly() const;
    [[nodiscard]] bool isOfTheDisk() const;

    const QString m_folder;
    const Format m_format;
    const QString m_path; // as the person knows it
    QString m_file;       // where it is: while it is being made, under another name
    Access m_access;
    std::chrono::milliseconds m_patience;
    IsRemote m_isRemote;
    QString m_connection; // empty: closed
    QSqlDatabase m_database;
    int m_timesOpened = 0;
    quint64 m_device = 0;
    quint64 m_inode = 0;
};

} // namespace database
