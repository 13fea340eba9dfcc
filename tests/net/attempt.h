// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "net/connection.h"
#include "practice/server.h"
#include "service/practiceentry.h"
#include "smtp/session.h"

#include <memory>

/// One attempt of a smtp::Session over a net::Connection, for tests: started, waited for by the
/// event loop.
class Attempt
{
public:
    Attempt(const smtp::SessionSettings &settings, const net::Target &target,
            const QByteArray &message = {});

    void start() { m_connection->start(); }
    void cancel() { m_connection->cancel(); }
    /// True once finished() came, within `ms`.
    [[nodiscard]] bool waitForEnd(int ms = 10'000);
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] const core::SessionFacts &facts() const { return m_session.facts(); }
    [[nodiscard]] net::Connection &connection() { return *m_connection; }
    [[nodiscard]] QList<core::Stage> stages() const { return m_stages; }

private:
    smtp::Session m_session;
    std::unique_ptr<net::Connection> m_connection;
    QList<core::Stage> m_stages;
    bool m_ended = false;
};

/// The settings and target for a practice server.
smtp::SessionSettings settingsFor(const service::PracticeEntry &entry, core::Goal goal,
                                  core::Security security = core::Security::StartTls);
net::Target targetFor(const service::PracticeEntry &entry,
                      core::Security security = core::Security::StartTls);
