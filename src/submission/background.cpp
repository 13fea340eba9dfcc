// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/background.h"

#include <QRunnable>

#include <atomic>
#include <limits>

namespace submission
{

namespace
{

/// What the pool's queue orders already; the flag says it once more to ThreadSanitizer, which does
/// not see into Qt.
class Piece final : public QRunnable
{
public:
    explicit Piece(std::function<void()> work)
        : m_work(std::move(work))
    {
        m_isWhole.store(true, std::memory_order_release);
    }

    void run() override
    {
        if (m_isWhole.load(std::memory_order_acquire)) {
            m_work();
        }
    }

private:
    std::function<void()> m_work;
    std::atomic_bool m_isWhole = false;
};

} // namespace

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
    m_pool.start(new Piece([this, id, work = std::move(work)] {
        work();
        Q_EMIT worked(id);
    }));
}

} // namespace submission
