// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: queued jobs start from the event loop, never from inside what the last one tells. A
// lane goes with its last job. All lanes share the thread, and so need nothing to share what lets
// later connections in.
#include "submission/sender.h"

#include <algorithm>
#include <utility>

namespace submission
{

Sender::Sender()
    : m_background(this) // a child goes to the thread with its parent
{}

Sender::~Sender() = default;

Sender::LaneKey Sender::laneOf(const Job &job)
{
    if (job.goal != core::Goal::SendMail) {
        return {};
    }
    return std::tuple(job.profile.host, job.profile.port, core::loginIdOf(job.profile));
}

void Sender::run(JobId id, const Job &job)
{
    const LaneKey key = laneOf(job);
    m_lanes[key].waiting.enqueue({id, job});
    startNext(key);
}

void Sender::cancel(JobId id)
{
    for (auto &[key, lane] : m_lanes) {
        if (lane.running && lane.runningId == id) {
            lane.running->cancel();
            return;
        }
        const auto waiting = std::find_if(lane.waiting.begin(), lane.waiting.end(),
                                          [id](const auto &entry) { return entry.first == id; });
        if (waiting != lane.waiting.end()) {
            lane.waiting.erase(waiting);
            Q_EMIT told(id, failedReport(core::Stage::Message, {core::Failure::Cancelled, {}}));
            return;
        }
    }
}

void Sender::startNext(const LaneKey &key)
{
    const auto found = m_lanes.find(key);
    if (found == m_lanes.end() || found->second.running) {
        return;
    }
    Lane &lane = found->second;
    if (lane.waiting.isEmpty()) {
        m_lanes.erase(found);
        return;
    }
    const std::pair<JobId, Job> next = lane.waiting.dequeue();
    const JobId id = lane.runningId = next.first;
    lane.running = std::make_unique<Run>(
        next.second, m_background, m_letIn,
        [this](const auto &protocol, const net::Target &target, const net::BodySource &body,
               const core::Tell &tell) { return connectTo(protocol, target, body, tell); },
        [this, key, id](const core::AttemptEvent &event) { onTold(key, id, event); });
    lane.running->start();
}

std::unique_ptr<core::Transport> Sender::connectTo(const std::shared_ptr<core::Protocol> &protocol,
                                                   const net::Target &target, net::BodySource body,
                                                   core::Tell tell)
{
    auto connection =
        std::make_unique<net::Connection>(*protocol, target, std::move(body), std::move(tell));
    connection->useTickets(m_tickets);
    connection->computeBy([this, protocol](auto work, auto done) {
        const auto hold = [protocol, work = std::move(work)] {
            work();
            return true;
        };
        m_background.run(this, hold, [done = std::move(done)](bool) { done(); });
    });
    return connection;
}

void Sender::onTold(const LaneKey &key, JobId id, const core::AttemptEvent &event)
{
    if (std::holds_alternative<core::AttemptReport>(event)) {
        m_lanes[key].running.release()->deleteLater(); // it is the one that called
        QMetaObject::invokeMethod(
            this, [this, key] { startNext(key); }, Qt::QueuedConnection);
    }
    Q_EMIT told(id, event);
}

} // namespace submission
