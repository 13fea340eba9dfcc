// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "database/database.h"

#include <QString>
#include <QStringList>

namespace outbox
{

/// The table `setting` of outbox.db: numbers that hold for all programs. The database is open.
class SettingRows
{
public:
    /// `database` outlives this.
    explicit SettingRows(database::Database &database)
        : m_database(database)
    {}

    static QStringList tables();

    core::Result<int> value(const QString &name, int usual);
    core::Result<qint64> set(const QString &name, int value);

private:
    database::Database &m_database;
};

} // namespace outbox
