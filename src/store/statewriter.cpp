// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statewriter.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace store
{

namespace
{

constexpr auto patience = std::chrono::seconds(5);
constexpr auto lastPatience = std::chrono::milliseconds(500);

} // namespace

StateWriter::StateWriter(const QString &folder)
    : m_database(folder, StateDatabase::Access::Write, patience)
{}

void StateWriter::take(const QList<StateRow> &rows)
{
    for (const StateRow &row : rows) {
        m_waiting.insert(row.key, row);
        m_lastNumber = row.number;
    }
    if (!m_flushComes) {
        m_flushComes = true;
        // Behind the changes that are queued already: one transaction for all of them.
        QMetaObject::invokeMethod(this, &StateWriter::flush, Qt::QueuedConnection);
    }
}

void StateWriter::finish()
{
    if (m_failed) {
        m_database.setPatience(lastPatience);
    }
    flush();
    m_database.close();
    thread()->quit();
}

void StateWriter::flush()
{
    m_flushComes = false;
    if (m_waiting.isEmpty()) {
        return;
    }
    const auto done = write();
    m_failed = !done;
    if (!done) {
        Q_EMIT failed(done.error().detail);
        return;
    }
    m_waiting.clear();
    Q_EMIT written(m_lastNumber);
}

core::Result<bool> StateWriter::write()
{
    const bool onlyRemovals =
        std::none_of(m_waiting.cbegin(), m_waiting.cend(),
                     [](const StateRow &row) { return !row.content.isEmpty(); });
    if (onlyRemovals && !m_database.fileExists()) {
        return true; // nor is it made for that
    }
    if (const auto opened = m_database.open(); !opened) {
        return opened;
    }
    auto done = m_database.begin();
    if (!done) {
        return done;
    }
    for (auto row = m_waiting.cbegin(); done && row != m_waiting.cend(); ++row) {
        done = m_database.put(*row);
    }
    if (done) {
        done = m_database.commit();
    }
    if (!done) {
        m_database.rollBack();
        m_database.close(); // whatever is wrong with the file is looked at anew
    }
    return done;
}

} // namespace store
