// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

core::AttemptReport endedBeforeStart(core::Outcome outcome, const core::Error &error)
{
    core::AttemptReport report;
    report.facts.outcome = outcome;
    report.facts.stage = core::Stage::Auth;
    report.facts.failure = error.failure;
    report.facts.detail = error.detail;
    return report;
}

} // namespace

Mailer::Mailer(Passwords *passwords)
    : m_passwords(passwords)
    , m_sender(new submission::Sender)
{
    m_thread.setObjectName(u"sender"_s);
    m_sender->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sender, &QObject::deleteLater);
    connect(this, &Mailer::jobReady, m_sender, &submission::Sender::run);
    connect(this, &Mailer::jobCancelled, m_sender, &submission::Sender::cancel);
    connect(this, &Mailer::endLetGo, m_sender, &submission::Sender::letEnd);
    connect(m_sender, &submission::Sender::told, this, &Mailer::onTold);
    m_thread.start();
}

Mailer::~Mailer()
{
    m_thread.quit();
    m_thread.wait();
}

submission::JobId Mailer::start(const Request &request)
{
    const submission::JobId id = ++m_lastId;
    submission::Job job = request.job;
    m_running.insert(id);
    Q_EMIT started(id);
    if (const auto *command = std::get_if<PasswordCommand>(&request.password)) {
        auto fetch = std::make_unique<PasswordFetch>(*command);
        // Queued, so that the answer cannot come before start() has returned its id.
        connect(
            fetch.get(), &PasswordFetch::fetched, this,
            [this, id, job](const core::Result<core::Secret> &password) {
                if (m_fetches.erase(id) > 0) { // not cancelled meanwhile
                    onPassword(id, job, password);
                }
            },
            Qt::QueuedConnection);
        PasswordFetch *started = fetch.get();
        m_fetches.emplace(id, std::move(fetch));
        started->start();
        return id;
    }
    if (const auto *stored = std::get_if<StoredPassword>(&request.password)) {
        fetchStored(id, job, stored->key);
        return id;
    }
    if (const auto *secret = std::get_if<core::Secret>(&request.password)) {
        job.credentials = core::Credentials{core::loginIdOf(job.profile), *secret};
    }
    Q_EMIT jobReady(id, job);
    return id;
}

void Mailer::fetchStored(submission::JobId id, const submission::Job &job, const PasswordKey &key)
{
    m_asked.insert(id);
    const auto answered = [this, id, job](const core::Result<core::Secret> &password) {
        if (m_asked.erase(id) > 0) { // not cancelled meanwhile
            onPassword(id, job, password);
        }
    };
    if (m_passwords == nullptr) {
        QMetaObject::invokeMethod(
            this, [answered] { answered(core::Secret()); }, Qt::QueuedConnection);
        return;
    }
    m_passwords->fetch(key, this, answered);
}

void Mailer::cancel(submission::JobId id)
{
    if (m_fetches.erase(id) + m_asked.erase(id) > 0) {
        const auto report =
            endedBeforeStart(core::Outcome::Cancelled, {core::Failure::Cancelled, {}});
        onTold(id, report);
        return;
    }
    Q_EMIT jobCancelled(id);
}

void Mailer::onTold(submission::JobId id, const core::AttemptEvent &event)
{
    if (std::holds_alternative<core::AttemptReport>(event)) {
        m_running.erase(id);
    }
    Q_EMIT told(id, event);
}

void Mailer::onPassword(submission::JobId id, submission::Job job,
                        const core::Result<core::Secret> &password)
{
    const bool none = password && password->isEmpty();
    if (!password) {
        onTold(id, endedBeforeStart(core::Outcome::Failed, password.error()));
    } else if (none && job.goal == core::Goal::SendMail) {
        onTold(id, endedBeforeStart(
                       core::Outcome::Failed,
                       {core::Failure::PasswordUnavailable,
                        QT_TRANSLATE_NOOP("core", "No password is kept for this server.")}));
    } else {
        if (!none) {
            job.credentials = core::Credentials{core::loginIdOf(job.profile), *password};
            Q_EMIT passwordFetched(id, *password);
        }
        Q_EMIT jobReady(id, job);
    }
}

} // namespace service
