// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <chrono>

// How values stand in the tables.
namespace outbox
{

inline QString idOf(const QUuid &uuid)
{
    return uuid.toString(QUuid::WithoutBraces);
}

/// 0 and null: no time.
inline QDateTime timeOf(const QVariant &value)
{
    const qint64 ms = value.toLongLong();
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

inline qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

inline qint64 msOf(std::chrono::milliseconds time)
{
    return time.count();
}

inline qint64 minuteOf(qint64 ms)
{
    return ms / 60'000;
}

/// A null QString would be SQL's NULL.
inline QString notNull(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

inline QVariant orNull(qint64 value)
{
    return value == 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant(value);
}

} // namespace outbox
