// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statedatabase.h"

#include <QList>
#include <QObject>

#include <optional>

namespace store
{

/// One row's write to state.db; without a value, a removal.
struct StateChange
{
    quint64 serial = 0; // rises
    StateKey key;
    std::optional<StateValue> value;

    bool operator==(const StateChange &) const = default;
};

/// Writes state.db in a thread of its own. What is queued goes in one transaction, of each key the
/// newest value. A change that could not be written stays and is tried again with the next one, and
/// by finish(). Built by StateStore, which moves it into the thread; owned by the thread's end.
class StateWriter final : public QObject
{
    Q_OBJECT

public:
    explicit StateWriter(const QString &folder);

    /// These come into the file together.
    void take(const QList<store::StateChange> &changes);
    /// Writes what waits, then ends the thread. Takes no longer than one lock's patience, and next
    /// to none where that was just in vain.
    void finish();

Q_SIGNALS:
    /// Everything up to this serial is in the file.
    void written(quint64 serial);
    void failed(const core::Text &sentence);

private:
    void flush();
    core::Result<bool> write();

    StateDatabase m_database;
    QHash<StateKey, StateChange> m_waiting;
    quint64 m_lastSerial = 0;
    bool m_flushComes = false;
    bool m_failed = false;
};

} // namespace store
