// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "net/connection.h"
#include "practice/server.h"
#include "service/practiceentry.h"
#include "smtp/session.h"

#include <QTestEventLoop>

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
    /// True once the connection has ended, within `ms`.
    [[nodiscard]] bool waitForEnd(int ms = 10'000);
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] const core::SessionFacts &facts() const { return m_session.facts(); }
    [[nodiscard]] net::Connection &connection() { return *m_connection; }
    [[nodiscard]] const QList<core::Stage> &stages() const { return m_stages; }
    [[nodiscard]] const core::Transcript &transcript() const { return m_transcript; }
    [[nodiscard]] const QList<core::BodyProgress> &progress() const { return m_progress; }
    /// Once it has ended.
    [[nodiscard]] const QList<core::AddressAttempt> &addresses() const { return m_addresses; }

private:
    void onTold(const core::AttemptEvent &event);

    smtp::Session m_session;
    std::unique_ptr<net::Connection> m_connection;
    QTestEventLoop m_loop;
    QList<core::Stage> m_stages;
    core::Transcript m_transcript;
    QList<core::BodyProgress> m_progress;
    QList<core::AddressAttempt> m_addresses;
    bool m_ended = false;
};

/// The settings and target for a practice server.
smtp::SessionSettings settingsFor(const service::PracticeEntry &entry, core::Goal goal,
                                  core::Security security = core::Security::StartTls);
net::Target targetFor(const service::PracticeEntry &entry,
                      core::Security security = core::Security::StartTls);
