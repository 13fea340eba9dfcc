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

    static constexpr auto paused = QLatin1StringView("paused");
    static constexpr auto sentDays = QLatin1StringView("sentDays");
    static constexpr auto sentCopies = QLatin1StringView("sentCopies");
    static constexpr auto notices = QLatin1StringView("notices");

    core::Result<int> value(QLatin1StringView name, int usual);
    core::Result<qint64> set(QLatin1StringView name, int value);

private:
    database::Database &m_database;
};

} // namespace outbox
