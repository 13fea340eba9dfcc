// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/rulerows.h"

#include "outbox/sqlvalues.h"

using namespace Qt::StringLiterals;

namespace outbox
{

QStringList RuleRows::tables()
{
    return {u"CREATE TABLE rule (id TEXT PRIMARY KEY, status BLOB, "
            "asks INTEGER NOT NULL DEFAULT 0, released BLOB) WITHOUT ROWID"_s};
}

core::Result<qint64> RuleRows::setStatus(const QUuid &rule, const QByteArray &status, bool asks)
{
    return m_database.execute(
        u"INSERT INTO rule (id, status, asks) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "
        "status = excluded.status, asks = excluded.asks, "
        "released = iif(excluded.asks, released, NULL)"_s,
        {idOf(rule), status, int{asks}});
}

core::Result<bool> RuleRows::asks(const QUuid &rule)
{
    const auto rows = m_database.rows(u"SELECT 1 FROM rule WHERE id = ? AND asks"_s, {idOf(rule)});
    return rows ? core::Result(!rows->isEmpty()) : rows.error();
}

core::Result<QHash<QUuid, QByteArray>> RuleRows::statuses()
{
    const auto rows = m_database.rows(u"SELECT id, status FROM rule"_s);
    if (!rows) {
        return rows.error();
    }
    QHash<QUuid, QByteArray> statuses;
    for (const QVariantList &row : *rows) {
        statuses.insert(QUuid(row[0].toString()), row[1].toByteArray());
    }
    return statuses;
}

core::Result<qint64> RuleRows::release(const QUuid &rule, const QByteArray &word)
{
    return m_database.execute(u"UPDATE rule SET released = ? WHERE id = ? AND asks"_s,
                              {word, idOf(rule)});
}

core::Result<QByteArray> RuleRows::takeRelease(const QUuid &rule)
{
    const auto rows = m_database.rows(
        u"SELECT released FROM rule WHERE id = ? AND released IS NOT NULL"_s, {idOf(rule)});
    if (!rows || rows->isEmpty()) {
        return rows ? core::Result(QByteArray()) : rows.error();
    }
    const auto taken =
        m_database.execute(u"UPDATE rule SET released = NULL WHERE id = ?"_s, {idOf(rule)});
    return taken ? core::Result(rows->constFirst()[0].toByteArray()) : taken.error();
}

} // namespace outbox
