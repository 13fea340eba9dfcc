// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/rulerows.h"

#include "outbox/sqlvalues.h"

using namespace Qt::StringLiterals;

namespace outbox
{

QStringList RuleRows::tables()
{
    return {u"CREATE TABLE rule (id TEXT PRIMARY KEY, status BLOB, "
            "released INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"_s};
}

core::Result<qint64> RuleRows::setStatus(const QUuid &rule, const QByteArray &status)
{
    return m_database.execute(u"INSERT INTO rule (id, status) VALUES (?, ?) "
                              "ON CONFLICT DO UPDATE SET status = excluded.status"_s,
                              {idOf(rule), status});
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

core::Result<qint64> RuleRows::release(const QUuid &rule)
{
    return m_database.execute(u"UPDATE rule SET released = 1 WHERE id = ?"_s, {idOf(rule)});
}

core::Result<bool> RuleRows::takeRelease(const QUuid &rule)
{
    const auto taken = m_database.execute(
        u"UPDATE rule SET released = 0 WHERE id = ? AND released"_s, {idOf(rule)});
    return taken ? core::Result(*taken > 0) : taken.error();
}

} // namespace outbox
