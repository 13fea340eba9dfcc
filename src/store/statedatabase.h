// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/database.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QString>

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

/// state.db: a table of documents, each found again by its key.
class StateDatabase final : public database::Database
{
public:
    static constexpr int currentVersion = 2;

    StateDatabase(const QString &folder, Access access, std::chrono::milliseconds patience);

    /// The rows that have changed since those that were seen(), as they were at one moment, in the
    /// order of their numbers.
    core::Result<StateRows> read();
    /// Rows up to this number are not read again while the file is open.
    void seen(qint64 number)
    {
        m_seen = number;
        m_seenOf = timesOpened();
    }

    /// Between begin() and commit().
    core::Result<bool> put(const StateRow &row);

private:
    core::Result<StateRows> readRows();

    qint64 m_seen = 0;
    int m_seenOf = 0; // the opening of the file
};

} // namespace store
