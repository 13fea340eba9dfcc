// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUuid>

namespace outbox
{

/// The table `rule` of outbox.db: what the program that watches a rule's folder tells the others of
/// it, and what the person tells that program. The database is open.
class RuleRows
{
public:
    /// `database` outlives this.
    explicit RuleRows(database::Database &database)
        : m_database(database)
    {}

    static QStringList tables();

    /// One that does not ask has no word to wait for.
    core::Result<qint64> setStatus(const QUuid &rule, const QByteArray &status, bool asks);
    core::Result<bool> asks(const QUuid &rule);
    core::Result<QHash<QUuid, QByteArray>> statuses();
    /// 0: it does not ask.
    core::Result<qint64> release(const QUuid &rule, const QByteArray &word);
    /// Empty: nothing was said since the last time.
    core::Result<QByteArray> takeRelease(const QUuid &rule);

private:
    database::Database &m_database;
};

} // namespace outbox
