// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a job is prepared (what was typed is checked, the message written to its file),
// then a session and a connection are made for it. When the connection is finished, the facts
// decide whether the job goes on with a 7-bit copy of the message or is done. Queued jobs start
// from the event loop, never from inside a signal of the last one.
#include "submission/sender.h"

#include "mime/sevenbitcopy.h"
#include "sasl/clients.h"

#include <algorithm>
#include <utility>

namespace submission
{

namespace
{

core::AttemptReport failedReport(core::Stage stage, const core::Error &error)
{
    core::AttemptReport report;
    report.facts.stage = stage;
    report.facts.failure = error.failure;
    report.facts.detail = error.detail;
    if (error.failure == core::Failure::Cancelled) {
        report.facts.outcome = core::Outcome::Cancelled;
    }
    return report;
}

/// Puts what an earlier attempt of the same job did before the later one's times and lines.
void prepend(const core::AttemptReport &earlier, core::AttemptReport &report)
{
    const qint64 offset = earlier.transcript.isEmpty() ? 0 : earlier.transcript.constLast().ms;
    for (core::TranscriptLine &line : report.transcript) {
        line.ms += offset;
    }
    report.transcript = earlier.transcript + report.transcript;
    report.facts.roundTrips += earlier.facts.roundTrips;
    for (core::StageTime &time : report.timings) {
        for (const core::StageTime &before : earlier.timings) {
            time.ms += before.stage == time.stage ? before.ms : 0;
        }
    }
}

} // namespace

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
    if (m_running && m_running->id == id) {
        if (m_connection) {
            m_connection->cancel();
        }
        return;
    }
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [id](const auto &entry) { return entry.first == id; });
    if (waiting != m_waiting.end()) {
        m_waiting.erase(waiting);
        Q_EMIT finished(id, failedReport(core::Stage::Message, {core::Failure::Cancelled, {}}));
    }
}

void Sender::startNext()
{
    if (m_running || m_waiting.isEmpty()) {
        return;
    }
    auto [id, job] = m_waiting.dequeue();
    m_running = std::make_unique<Running>();
    m_running->id = id;
    m_running->job = std::move(job);
    Q_EMIT stageStarted(id, core::Stage::Message);
    auto prepared = prepare(m_running->job, QDateTime::currentDateTime());
    if (const auto *notReady = std::get_if<NotReady>(&prepared)) {
        finish(failedReport(notReady->stage, notReady->error));
        return;
    }
    if (m_running->job.stop.stop_requested()) {
        finish(failedReport(core::Stage::Message, {core::Failure::Cancelled, {}}));
        return;
    }
    m_running->prepared = std::get<Prepared>(std::move(prepared));
    connectAndGo();
}

void Sender::connectAndGo()
{
    const JobId id = m_running->id;
    m_connection.reset();
    m_session = std::make_unique<smtp::Session>(
        m_running->prepared.settings,
        [stop = m_running->job.stop](core::Method method, const core::Credentials &credentials) {
            return sasl::makeClient(method, credentials, stop);
        });
    m_connection = std::make_unique<net::Connection>(
        *m_session, m_running->prepared.target,
        [message = m_running->prepared.message] { return message ? message->open() : nullptr; });
    connect(m_connection.get(), &net::Connection::stageStarted, this,
            [this, id](core::Stage stage) { Q_EMIT stageStarted(id, stage); });
    connect(m_connection.get(), &net::Connection::lineAdded, this,
            [this, id](const core::TranscriptLine &line) { Q_EMIT lineAdded(id, line); });
    connect(m_connection.get(), &net::Connection::bodyProgress, this,
            [this, id](qint64 sent, qint64 total) { Q_EMIT bodyProgress(id, sent, total); });
    connect(m_connection.get(), &net::Connection::finished, this, &Sender::onConnectionFinished);
    m_connection->start();
}

void Sender::onConnectionFinished()
{
    core::AttemptReport report;
    report.facts = m_session->facts();
    report.timings = m_connection->timings();
    report.addresses = m_connection->addresses();
    report.transcript = m_connection->transcript();
    prepend(m_running->earlier, report);
    if (trySevenBitCopy(report.facts)) {
        m_running->earlier = report;
        connectAndGo();
        return;
    }
    finish(report);
}

bool Sender::trySevenBitCopy(core::SessionFacts &facts)
{
    if (!wantsSevenBitCopy(facts) || std::exchange(m_running->sevenBitTried, true)) {
        return false;
    }
    const std::stop_token &stop = m_running->job.stop;
    const auto copy = mime::sevenBitCopy(*m_running->prepared.message, stop);
    if (stop.stop_requested()) {
        facts.outcome = core::Outcome::Cancelled;
        facts.failure = core::Failure::Cancelled;
        return false;
    }
    if (!copy) {
        facts.failure = copy.error().failure;
        facts.detail = copy.error().detail;
        return false;
    }
    replaceMessage(m_running->prepared, *copy);
    return true;
}

void Sender::finish(const core::AttemptReport &report)
{
    const JobId id = m_running->id;
    m_connection.reset();
    m_session.reset();
    m_running.reset();
    Q_EMIT finished(id, report);
    QMetaObject::invokeMethod(this, &Sender::startNext, Qt::QueuedConnection);
}

} // namespace submission
