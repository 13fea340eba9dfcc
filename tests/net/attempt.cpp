// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include "sasl/clients.h"

#include <QBuffer>
#include <QTestEventLoop>

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
    , m_connection(std::make_unique<net::Connection>(m_session, target,
                                                     [message] { return openBuffer(message); }))
{
    QObject::connect(m_connection.get(), &net::Connection::finished, m_connection.get(),
                     [this] { m_ended = true; });
    QObject::connect(m_connection.get(), &net::Connection::stageStarted, m_connection.get(),
                     [this](core::Stage stage) { m_stages.append(stage); });
}

bool Attempt::waitForEnd(int ms)
{
    if (!m_ended) {
        // Not qWaitFor(), which sleeps 10 ms between two looks at the events.
        QTestEventLoop loop;
        QObject::connect(m_connection.get(), &net::Connection::finished, &loop,
                         &QTestEventLoop::exitLoop);
        loop.enterLoopMSecs(ms);
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
