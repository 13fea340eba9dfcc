// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: each write gives its row the next number, and a row that is removed stays, without
// its content, so whoever has seen all up to one number has only to read those above it. A file of
// version 1 has two tables without numbers. It is read whole each time, and the first write makes
// it ours.
#include "store/statedatabase.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

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

/// The column `kind`, in the order of StateKind.
constexpr std::array kindWords{"last"_L1, "reply"_L1, "draft"_L1};

QStringList madeCurrent(int found)
{
    QStringList statements{makeDocument};
    if (found == 1) {
        statements += u"INSERT INTO document (kind, name, content) SELECT kind, name, content FROM "
                      "(%1)"_s.arg(documentsOfVersionOne);
        statements += {u"DROP TABLE record"_s, u"DROP TABLE draft"_s};
    }
    return statements;
}

} // namespace

StateDatabase::StateDatabase(const QString &folder, Access access,
                             std::chrono::milliseconds patience)
    : Database(folder, {u"state.db"_s, currentVersion, madeCurrent}, access, patience)
{}

core::Result<StateRows> StateDatabase::read()
{
    // One transaction: the version is that of the rows.
    if (const auto begun = beginReading(); !begun) {
        return begun.error();
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
    const qint64 seen = m_seenOf == timesOpened() ? m_seen : 0;
    const auto found =
        rows(*there == 1 ? documentsOfVersionOne : QString(documentsSince).arg(seen));
    if (!found) {
        return found.error();
    }
    StateRows read{seen == 0, {}};
    for (const QVariantList &row : *found) {
        // A kind of a newer version is passed over.
        const auto kind = std::ranges::find(kindWords, row[1].toString());
        if (kind != kindWords.end()) {
            read.rows += {row[0].toLongLong(),
                          {static_cast<StateKind>(kind - kindWords.begin()), row[2].toString()},
                          row[3].toByteArray()};
        }
    }
    return read;
}

core::Result<bool> StateDatabase::put(const StateRow &row)
{
    const QString kind = kindWords[static_cast<size_t>(row.key.kind)];
    const auto done = row.content.isEmpty()
                          ? execute(emptyDocument, {kind, row.key.name})
                          : execute(replaceDocument, {kind, row.key.name, row.content});
    return done ? core::Result(true) : done.error();
}

} // namespace store
