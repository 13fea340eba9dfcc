// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/settingrows.h"

using namespace Qt::StringLiterals;

namespace outbox
{

QStringList SettingRows::tables()
{
    return {u"CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID"_s};
}

core::Result<int> SettingRows::value(QLatin1StringView name, int usual)
{
    const auto rows =
        m_database.rows(u"SELECT value FROM setting WHERE name = ?"_s, {QString(name)});
    if (!rows) {
        return rows.error();
    }
    return rows->isEmpty() ? usual : rows->constFirst().constFirst().toInt();
}

core::Result<qint64> SettingRows::set(QLatin1StringView name, int value)
{
    return m_database.execute(u"REPLACE INTO setting (name, value) VALUES (?, ?)"_s,
                              {QString(name), value});
}

} // namespace outbox
