// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "submission/job.h"

#include <QElapsedTimer>

#include <optional>

namespace submission
{

/// Measures a job: the time since its start, and how long each stage took. A stage that is
/// entered again (EHLO after TLS) adds up.
class StageClock
{
public:
    void start();
    void enter(core::Stage stage);
    void stop();
    [[nodiscard]] qint64 elapsed() const { return m_timer.elapsed(); }
    [[nodiscard]] QList<core::StageTime> timings() const { return m_timings; }

private:
    QElapsedTimer m_timer;
    std::optional<core::Stage> m_stage;
    qint64 m_stageStart = 0;
    QList<core::StageTime> m_timings;
};

/// Writes a job down as it goes, all its connections together: stages with their times, what was
/// said, what the sessions found out. Owned by a Run.
class Recorder final
{
public:
    /// `job` outlives this.
    explicit Recorder(const Job &job);

    void start() { m_clock.start(); }
    /// Makes of what a connection tells what the job tells: lines get their time, a POP3 login has
    /// stages of its own. False: so much was said already that a line is left out.
    [[nodiscard]] bool add(core::AttemptEvent &event, bool isPop = false);
    void endConnection() { m_clock.stop(); }

    void takePop(const core::PopFacts &facts);
    void takeSmtp(core::SessionFacts facts, const QList<core::AddressAttempt> &addresses);
    /// The POP3 login is how the job ended, not only what is told beside it.
    void endByPop(const QList<core::AddressAttempt> &addresses);
    /// The job goes on after them.
    void keepRefusedLogins();
    void cancel(core::Stage stage);
    void fail(const core::Error &error);

    /// Of the last connection for SMTP; its counts: of all.
    [[nodiscard]] const core::SessionFacts &facts() const { return m_facts; }
    [[nodiscard]] const core::Transcript &transcript() const { return m_transcript; }
    [[nodiscard]] core::AttemptReport report() const;
    /// The same once all has been tried, with what is to be said of message and password.
    [[nodiscard]] core::AttemptReport lastReport(const QList<core::Note> &ofMessage);

private:
    void noteMessage(const QList<core::Note> &notes);
    void notePassword();

    const Job &m_job;
    StageClock m_clock;
    core::Transcript m_transcript;
    qsizetype m_octets = 0;
    core::SessionFacts m_facts;
    QList<core::AddressAttempt> m_addresses;
    std::optional<core::PopFacts> m_popFacts;
    QList<core::AuthAttempt> m_refusedLogins; // of the connections before the last
};

} // namespace submission
