// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a task goes to the thread and back by its address in queued signals. Qt's event
// queue hands it over; the flags say the same to what cannot look into Qt, such as ThreadSanitizer.
#include "service/outboxthread.h"

namespace service
{

OutboxThread::OutboxThread(const QString &folder, const outbox::Surroundings &surroundings,
                           QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(folder, surroundings))
{
    m_thread.setObjectName(QStringLiteral("outbox"));
    m_worker->moveToThread(&m_thread);
    connect(this, &OutboxThread::asked, m_worker, [this, worker = m_worker](quintptr address) {
        auto *task = reinterpret_cast<Task *>(address); // NOLINT
        if (task->isAsked.load(std::memory_order_acquire)) {
            task->work(*worker->outbox);
        }
        task->isAnswered.store(true, std::memory_order_release);
        Q_EMIT answered(address);
    });
    connect(this, &OutboxThread::answered, this, &OutboxThread::onAnswered, Qt::QueuedConnection);
    m_thread.start();
}

OutboxThread::~OutboxThread()
{
    // Behind all that has been asked.
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, thread = &m_thread] {
            worker->outbox.reset();
            worker->hasEnded.store(true, std::memory_order_release);
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
    if (m_worker->hasEnded.load(std::memory_order_acquire)) {
        delete m_worker;
    }
}

void OutboxThread::start(std::function<void(outbox::Outbox &)> work, std::function<void()> done)
{
    auto task = std::make_unique<Task>();
    task->work = std::move(work);
    task->done = std::move(done);
    task->isAsked.store(true, std::memory_order_release);
    const auto address = reinterpret_cast<quintptr>(task.get()); // NOLINT
    m_tasks.emplace(address, std::move(task));
    Q_EMIT asked(address);
}

void OutboxThread::onAnswered(quintptr address)
{
    const auto found = m_tasks.find(address);
    const std::unique_ptr<Task> task = std::move(found->second);
    m_tasks.erase(found);
    if (task->isAnswered.load(std::memory_order_acquire)) {
        task->done();
    }
}

} // namespace service
