// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rows of StateDatabase; statedatabase.cpp has the file.
#include "store/statedatabase.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto upsertRecord = "INSERT INTO record (server, kind, at, content) VALUES (?, ?, ?, ?) "
                              "ON CONFLICT (server, kind) DO UPDATE "
                              "SET at = excluded.at, content = excluded.content"_L1;
constexpr auto upsertDraft = "INSERT INTO draft (key, content) VALUES (?, ?) "
                             "ON CONFLICT (key) DO UPDATE SET content = excluded.content"_L1;

/// The column `kind` of the table `record`.
QString kindWord(StateKind kind)
{
    return kind == StateKind::Last ? u"last"_s : u"reply"_s;
}

} // namespace

core::Result<std::optional<State>> StateDatabase::readIfChanged()
{
    // One transaction: with a row of each of two moments, what one program wrote together would
    // come apart.
    if (QSqlQuery begin(m_database); !begin.exec(u"BEGIN"_s)) {
        return error(begin.lastError(), Deed::Reading);
    }
    auto read = readAllIfChanged();
    rollBack();
    return read;
}

core::Result<std::optional<State>> StateDatabase::readAllIfChanged()
{
    const auto version = number(u"PRAGMA data_version"_s);
    if (!version) {
        return version.error();
    }
    if (m_versionRead == *version) {
        return std::optional<State>();
    }
    if (const auto ours = checkVersion(); !ours) {
        return ours.error();
    }
    State state;
    if (const auto read = readRecords(state); !read) {
        return read.error();
    }
    if (const auto read = readDrafts(state); !read) {
        return read.error();
    }
    m_versionRead = *version;
    return std::optional(state);
}

core::Result<bool> StateDatabase::readRecords(State &state)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.exec(u"SELECT server, kind, at, CAST(content AS BLOB) FROM record"_s);
    while (good && query.next()) {
        // A kind of a newer version is passed over.
        const QString word = query.value(1).toString();
        for (const StateKind kind : {StateKind::Last, StateKind::Reply}) {
            if (word == kindWord(kind)) {
                state.insert({kind, query.value(0).toString()},
                             {query.value(2).toLongLong(), query.value(3).toByteArray()});
            }
        }
    }
    good = good && !query.lastError().isValid();
    return good ? core::Result(true) : error(query.lastError(), Deed::Reading);
}

core::Result<bool> StateDatabase::readDrafts(State &state)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool good = query.exec(u"SELECT key, content FROM draft"_s);
    while (good && query.next()) {
        state.insert({StateKind::Draft, query.value(0).toString()},
                     {0, query.value(1).toByteArray()});
    }
    good = good && !query.lastError().isValid();
    return good ? core::Result(true) : error(query.lastError(), Deed::Reading);
}

core::Result<bool> StateDatabase::put(const StateKey &key, const StateValue &value)
{
    if (key.kind == StateKind::Draft) {
        return execute(upsertDraft, {key.name, value.content});
    }
    return execute(upsertRecord,
                   {key.name, kindWord(key.kind), value.at, QString::fromUtf8(value.content)});
}

core::Result<bool> StateDatabase::remove(const StateKey &key)
{
    if (key.kind == StateKind::Draft) {
        return execute(u"DELETE FROM draft WHERE key = ?"_s, {key.name});
    }
    return execute(u"DELETE FROM record WHERE server = ? AND kind = ?"_s,
                   {key.name, kindWord(key.kind)});
}

} // namespace store
