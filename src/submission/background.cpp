// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/background.h"

#include <limits>

namespace submission
{

Background::Background(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(std::numeric_limits<int>::max());
    connect(
        this, &Background::worked, this,
        [this](quint64 id) {
            const auto done = m_done.extract(id);
            done.mapped()();
        },
        Qt::QueuedConnection);
}

void Background::start(std::function<void()> work, std::function<void()> done)
{
    const quint64 id = ++m_lastId;
    m_done.emplace(id, std::move(done));
    m_pool.start([this, id, work = std::move(work)] {
        work();
        Q_EMIT worked(id);
    });
}

} // namespace submission
