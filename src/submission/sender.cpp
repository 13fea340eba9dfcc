// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: queued jobs start from the event loop, never from inside a signal of the last one.
#include "submission/sender.h"

#include <algorithm>
#include <utility>

namespace submission
{

Sender::Sender(QObject *parent)
    : QObject(parent)
{}

Sender::~Sender() = default;

void Sender::run(JobId id, const Job &job)
{
    m_waiting.enqueue({id, job});
    if (!m_running) {
        startNext();
    }
}

void Sender::cancel(JobId id)
{
    if (m_running && m_runningId == id) {
        m_running->cancel();
        return;
    }
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [id](const auto &entry) { return entry.first == id; });
    if (waiting != m_waiting.end()) {
        m_waiting.erase(waiting);
        Q_EMIT told(id, failedReport(core::Stage::Message, {core::Failure::Cancelled, {}}));
    }
}

void Sender::startNext()
{
    if (m_running || m_waiting.isEmpty()) {
        return;
    }
    const auto [id, job] = m_waiting.dequeue();
    m_runningId = id;
    m_running = std::make_unique<Run>(job, m_letIn, m_tickets,
                                      [this](const core::AttemptEvent &event) { onTold(event); });
    m_running->start();
}

void Sender::onTold(const core::AttemptEvent &event)
{
    if (std::holds_alternative<core::AttemptReport>(event)) {
        m_running.release()->deleteLater(); // it is the one that called
        QMetaObject::invokeMethod(this, &Sender::startNext, Qt::QueuedConnection);
    }
    Q_EMIT told(m_runningId, event);
}

} // namespace submission
