// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/attempt.h"

#include "service/servers.h"

namespace service
{

Attempt::Attempt(Mailer &mailer, Servers &servers)
    : m_mailer(mailer)
    , m_servers(servers)
{
    connect(&mailer, &Mailer::told, this, &Attempt::onTold);
}

Attempt::~Attempt()
{
    stop();
}

void Attempt::start(const Request &request, const std::optional<QUuid> &server)
{
    if (m_running) {
        return;
    }
    m_running = true;
    m_server = server;
    m_record = {request.job.goal, QDateTime::currentDateTimeUtc(), request.job.profile, {}};
    m_report = {};
    m_job = m_mailer.start(request);
    Q_EMIT started();
}

void Attempt::stop()
{
    if (m_running) {
        m_mailer.cancel(m_job);
    }
}

void Attempt::onTold(JobId id, const core::AttemptEvent &event)
{
    if (!m_running || id != m_job) {
        return;
    }
    const auto *report = std::get_if<core::AttemptReport>(&event);
    if (report != nullptr) {
        keep(*report);
    }
    Q_EMIT told(event);
    if (report != nullptr) {
        Q_EMIT finished();
    }
}

void Attempt::keep(const core::AttemptReport &report)
{
    m_running = false;
    m_report = report;
    m_record.facts = report.facts;
    if (m_server && report.facts.outcome != core::Outcome::Cancelled) {
        m_servers.record(*m_server, m_record);
    }
}

} // namespace service
