// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: Qt's event queue hands the tasks over; the flags say the same to what cannot look
// into Qt, such as ThreadSanitizer.
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
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

OutboxThread::~OutboxThread()
{
    // Behind all that has been asked.
    QMetaObject::invokeMethod(
        m_worker, [thread = &m_thread] { thread->quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void OutboxThread::start(std::function<void(outbox::Outbox &)> work, std::function<void()> done)
{
    auto task = std::make_shared<Task>();
    task->work = std::move(work);
    task->done = std::move(done);
    task->isThere.store(true, std::memory_order_release);
    const auto run = [this, worker = m_worker, task = std::move(task)]() mutable {
        if (task->isThere.load(std::memory_order_acquire)) {
            task->work(worker->outbox);
        }
        // Handed back whole: what `done` holds goes where it came from.
        const auto answer = [task = std::move(task)] { task->done(); };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, run, Qt::QueuedConnection);
}

} // namespace service
