// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "sasl/clients.h"

#include <QBuffer>

namespace
{

std::unique_ptr<QIODevice> openBuffer(const QByteArray &message)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(message);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

} // namespace

Attempt::Attempt(const smtp::SessionSettings &settings, const net::Target &target,
                 const QByteArray &message)
    : m_session(settings,
                [](core::Method method, const core::Credentials &credentials) {
                    return sasl::makeClient(method, credentials);
                })
    , m_connection(std::make_unique<net::Connection>(
          m_session, target, [message](const auto &opened) { opened(openBuffer(message)); },
          [this](const core::AttemptEvent &event) { onTold(event); }))
{}

void Attempt::onTold(const core::AttemptEvent &event)
{
    if (const auto *started = std::get_if<core::StageStarted>(&event)) {
        m_stages.append(started->stage);
    } else if (const auto *line = std::get_if<core::TranscriptLine>(&event)) {
        m_transcript.append(*line);
    } else if (const auto *progress = std::get_if<core::BodyProgress>(&event)) {
        m_progress.append(*progress);
    } else {
        m_addresses = std::get<core::AttemptReport>(event).addresses;
        m_ended = true;
        m_loop.exitLoop();
    }
}

bool Attempt::waitForEnd(int ms)
{
    if (!m_ended) {
        // Not qWaitFor(), which sleeps 10 ms between two looks at the events.
        m_loop.enterLoopMSecs(ms);
    }
    return m_ended;
}

smtp::SessionSettings settingsFor(const service::PracticeEntry &entry, core::Goal goal,
                                  core::Security security)
{
    smtp::SessionSettings settings;
    settings.goal = goal;
    settings.security = security;
    settings.credentials = entry.credentials();
    if (goal == core::Goal::SendMail) {
        settings.mail = smtp::Mail{{"practice@practice.test", {"to@practice.test"}}, {}};
    }
    return settings;
}

net::Target targetFor(const service::PracticeEntry &entry, core::Security security)
{
    const core::ServerProfile profile = entry.profile(security);
    net::Target target;
    target.host = profile.host;
    target.port = profile.port;
    target.tls.caFile = profile.caFile;
    target.connectTime = std::chrono::seconds(10);
    return target;
}
