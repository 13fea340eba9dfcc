// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/attempt.h"

#include "service/servers.h"

namespace service
{

Attempt::Attempt(Mailer &mailer, Servers &servers, QObject *parent)
    : QObject(parent)
    , m_mailer(mailer)
    , m_servers(servers)
{
    const auto mine = [this](JobId id) { return m_running && id == m_job; };
    connect(&mailer, &Mailer::stageStarted, this, [this, mine](JobId id, core::Stage stage) {
        if (mine(id)) {
            Q_EMIT stageStarted(stage);
        }
    });
    connect(&mailer, &Mailer::lineAdded, this,
            [this, mine](JobId id, const core::TranscriptLine &line) {
                if (mine(id)) {
                    Q_EMIT lineAdded(line);
                }
            });
    connect(&mailer, &Mailer::bodyProgress, this,
            [this, mine](JobId id, qint64 sent, qint64 total) {
                if (mine(id)) {
                    Q_EMIT bodyProgress(sent, total);
                }
            });
    connect(&mailer, &Mailer::finished, this, &Attempt::onFinished);
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

void Attempt::onFinished(submission::JobId id, const core::AttemptReport &report)
{
    if (!m_running || id != m_job) {
        return;
    }
    m_running = false;
    m_report = report;
    m_record.facts = report.facts;
    if (m_server && report.facts.outcome != core::Outcome::Cancelled) {
        m_servers.record(*m_server, m_record);
    }
    Q_EMIT finished();
}

} // namespace service
