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
    if (Run *run = running(id)) {
        run->cancel();
        return;
    }
    for (auto &[key, lane] : m_lanes) {
        const auto waiting = std::find_if(lane.waiting.begin(), lane.waiting.end(),
                                          [id](const auto &entry) { return entry.first == id; });
        if (waiting != lane.waiting.end()) {
            lane.waiting.erase(waiting);
            Q_EMIT told(id, failedReport(core::Stage::Message, {core::Failure::Cancelled, {}}));
            return;
        }
    }
}

void Sender::letEnd(JobId id)
{
    if (Run *run = running(id)) {
        run->letEnd();
    }
}

Run *Sender::running(JobId id) const
{
    for (const auto &[key, lane] : m_lanes) {
        if (const auto found = lane.running.find(id); found != lane.running.end()) {
            return found->second.get();
        }
    }
    return nullptr;
}

void Sender::startNext(const LaneKey &key)
{
    const auto found = m_lanes.find(key);
    if (found == m_lanes.end()) {
        return;
    }
    Lane &lane = found->second;
    if (lane.waiting.isEmpty()) {
        if (lane.running.empty() && lane.links.empty()) {
            m_lanes.erase(found);
        }
        return;
    }
    const auto most = static_cast<size_t>(lane.waiting.head().second.keeping.connections);
    if (lane.running.size() >= std::max<size_t>(most, 1)) {
        return;
    }
    const auto [id, job] = lane.waiting.dequeue();
    auto run = std::make_unique<Run>(
        job, m_background, m_letIn,
        [this](const auto &protocol, const net::Target &target, const net::BodySource &body,
               const core::Tell &tell) { return connectTo(protocol, target, body, tell); },
        [this, key, jobId = id](const core::AttemptEvent &event) { onTold(key, jobId, event); },
        linkFor(job, lane));
    (lane.running[id] = std::move(run))->start();
}

std::unique_ptr<Link> Sender::linkFor(const Job &job, Lane &lane)
{
    const auto link = std::ranges::find_if(
        lane.links, [&job](const std::unique_ptr<Link> &one) { return one->isFor(job); });
    if (link == lane.links.end() || job.keeping.keepOpen.count() == 0) {
        return nullptr;
    }
    std::unique_ptr<Link> taken = std::move(*link);
    taken->idle.reset();
    lane.links.erase(link);
    return taken;
}

/// Until the next job takes it, its time is over or the server closes.
void Sender::keep(const LaneKey &key, std::unique_ptr<Link> link)
{
    Link *kept = link.get();
    const auto drop = [this, key, kept] {
        m_lanes[key].links.remove_if([kept](const auto &one) { return one.get() == kept; });
        startNext(key);
    };
    kept->tell = [drop](const core::AttemptEvent &event) {
        if (std::holds_alternative<core::AttemptReport>(event)) {
            drop();
        }
    };
    kept->idle = std::make_unique<QTimer>();
    kept->idle->setSingleShot(true);
    connect(kept->idle.get(), &QTimer::timeout, this, [kept] {
        kept->session->leave();
        kept->connection->proceed();
    });
    kept->idle->start(kept->isFull() ? std::chrono::milliseconds(0) : kept->job.keeping.keepOpen);
    m_lanes[key].links.push_back(std::move(link));
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
        Lane &lane = m_lanes[key];
        std::unique_ptr<Link> link = lane.running[id]->takeLink();
        lane.running[id].release()->deleteLater(); // it is the one that called
        lane.running.erase(id);
        if (link) {
            keep(key, std::move(link));
        }
        QMetaObject::invokeMethod(
            this, [this, key] { startNext(key); }, Qt::QueuedConnection);
    }
    Q_EMIT told(id, event);
}

} // namespace submission
