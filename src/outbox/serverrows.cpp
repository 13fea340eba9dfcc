// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/serverrows.h"

#include "outbox/sqlvalues.h"

using namespace Qt::StringLiterals;

namespace outbox
{

QStringList ServerRows::tables()
{
    return {
        u"CREATE TABLE server (id TEXT PRIMARY KEY, works INTEGER NOT NULL DEFAULT 0, "
        "needs_person INTEGER NOT NULL DEFAULT 0, until INTEGER NOT NULL DEFAULT 0, "
        "failures INTEGER NOT NULL DEFAULT 0, failed INTEGER, minute INTEGER NOT NULL DEFAULT 0, "
        "sent INTEGER NOT NULL DEFAULT 0, record BLOB, "
        "paused INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s};
}

QStringList ServerRows::upgrade()
{
    return {u"ALTER TABLE server ADD COLUMN paused INTEGER NOT NULL DEFAULT 0"_s};
}

core::Result<qint64> ServerRows::welcome(const QUuid &server)
{
    return m_database.execute(
        u"INSERT INTO server (id) VALUES (?) ON CONFLICT DO UPDATE SET until = 0"_s,
        {idOf(server)});
}

core::Result<int> ServerRows::room(const QUuid &server, const core::Pace &pace, qint64 now)
{
    const auto rows = m_database.rows(
        u"SELECT needs_person, until, works, minute, sent FROM server WHERE id = ?"_s,
        {idOf(server)});
    if (!rows || rows->isEmpty()) {
        return rows ? core::Result(0) : rows.error();
    }
    const QVariantList &row = rows->constFirst();
    const qint64 until = row[1].toLongLong();
    const bool pauses = until > now && until <= now + msOf(longestServerPause);
    const bool minuteIsFull = pace.mailsPerMinute > 0 && row[3].toLongLong() == minuteOf(now) &&
                              row[4].toInt() >= pace.mailsPerMinute;
    const bool works = row[2].toBool();
    return row[0].toBool() || pauses || minuteIsFull ? 0 : works ? pace.connections : 1;
}

core::Result<qint64> ServerRows::countMail(const QUuid &server, qint64 now)
{
    return m_database.execute(
        u"UPDATE server SET sent = iif(minute = ?, sent, 0) + 1, minute = ? WHERE id = ?"_s,
        {minuteOf(now), minuteOf(now), idOf(server)});
}

core::Result<qint64> ServerRows::note(const QUuid &server, Verdict::Server verdict,
                                      const QByteArray &record, qint64 now)
{
    switch (verdict) {
    case Verdict::Server::Untouched: break;
    case Verdict::Server::Works:
        return m_database.execute(
            u"UPDATE server SET works = 1, needs_person = 0, until = 0, failures = 0, "
            "record = NULL WHERE id = ? AND (NOT works OR failures > 0)"_s,
            {idOf(server)});
    case Verdict::Server::NeedsPerson:
        return m_database.execute(u"UPDATE server SET works = 0, needs_person = 1, until = 0, "
                                  "failures = failures + 1, failed = ?, record = ? WHERE id = ?"_s,
                                  {now, record, idOf(server)});
    case Verdict::Server::Down: {
        const auto rows =
            m_database.rows(u"UPDATE server SET works = 0, failures = failures + 1, failed = ?, "
                            "record = ? WHERE id = ? RETURNING failures"_s,
                            {now, record, idOf(server)});
        if (!rows || rows->isEmpty()) {
            return rows ? core::Result<qint64>(0) : rows.error();
        }
        const qint64 pause = msOf(pauseAfterFailure(rows->constFirst().constFirst().toInt()));
        return m_database.execute(u"UPDATE server SET until = ? WHERE id = ?"_s,
                                  {now + pause, idOf(server)});
    }
    }
    return 0;
}

core::Result<qint64> ServerRows::forgetTrouble(const QUuid &server)
{
    return m_database.execute(u"UPDATE server SET needs_person = 0, until = 0, failures = 0, "
                              "works = 0, record = NULL WHERE id = ? AND failures > 0"_s,
                              {idOf(server)});
}

core::Result<qint64> ServerRows::forgetPauses()
{
    return m_database.execute(u"UPDATE server SET until = 0 WHERE until > 0"_s);
}

core::Result<std::optional<qint64>> ServerRows::pausesUntil(const QUuid &server)
{
    const auto rows = m_database.rows(
        u"SELECT until FROM server WHERE id = ? AND NOT needs_person"_s, {idOf(server)});
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() ? std::optional<qint64>()
                           : std::optional(rows->constFirst().constFirst().toLongLong());
}

core::Result<QList<ServerTrouble>> ServerRows::troubles()
{
    const auto rows = m_database.rows(u"SELECT id, needs_person, until, failures, failed, record "
                                      "FROM server WHERE failures > 0"_s);
    if (!rows) {
        return rows.error();
    }
    QList<ServerTrouble> troubles;
    for (const QVariantList &row : *rows) {
        troubles.append({QUuid(row[0].toString()), row[1].toBool(), timeOf(row[2]), row[3].toInt(),
                         timeOf(row[4]), row[5].toByteArray()});
    }
    return troubles;
}

core::Result<qint64> ServerRows::setPaused(const QUuid &server, bool paused)
{
    return m_database.execute(u"INSERT INTO server (id, paused) VALUES (?, ?) "
                              "ON CONFLICT DO UPDATE SET paused = excluded.paused"_s,
                              {idOf(server), int{paused}});
}

core::Result<QList<QUuid>> ServerRows::paused()
{
    const auto rows = m_database.rows(u"SELECT id FROM server WHERE paused"_s);
    if (!rows) {
        return rows.error();
    }
    QList<QUuid> paused;
    for (const QVariantList &row : *rows) {
        paused.append(QUuid(row[0].toString()));
    }
    return paused;
}

} // namespace outbox
