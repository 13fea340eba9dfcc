// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statedatabase.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace store
{

/// Writes state.db in a thread of its own. What is queued goes in one transaction, of each key the
/// newest value. A change that could not be written stays and is tried again with the next one, and
/// by finish(). Built by StateStore, which moves it into the thread; owned by the thread's end.
class StateWriter final : public QObject
{
    Q_OBJECT

public:
    explicit StateWriter(const QString &folder);

    /// These come into the file together.
    void take(const QList<store::StateRow> &rows);
    /// Writes what waits, then ends the thread. Takes no longer than one lock's patience, and next
    /// to none where that was just in vain.
    void finish();

Q_SIGNALS:
    /// Everything up to this number is in the file.
    void written(qint64 number);
    void failed(const core::Text &sentence);

private:
    void flush();
    core::Result<bool> write();

    StateDatabase m_database;
    QHash<StateKey, StateRow> m_waiting;
    qint64 m_lastNumber = 0;
    bool m_flushComes = false;
    bool m_failed = false;
};

} // namespace store
