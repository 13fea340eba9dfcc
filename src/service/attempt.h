// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attemptrecord.h"
#include "service/mailer.h"

#include <QObject>
#include <QUuid>

#include <optional>

namespace service
{

class Servers;

/// One attempt after the other as a page follows it: the Mailer's signals of its own job only, and
/// the result of a saved server kept with it. Lives in the main thread.
class Attempt final : public QObject
{
    Q_OBJECT

public:
    Attempt(Mailer &mailer, Servers &servers, QObject *parent = nullptr);
    /// Cancels what still runs.
    ~Attempt() override;

    /// `server`: the saved one whose last result this is; nothing: settings that are not saved.
    void start(const Request &request, const std::optional<QUuid> &server = {});
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What was asked for last.
    [[nodiscard]] const core::AttemptRecord &record() const { return m_record; }
    [[nodiscard]] const core::AttemptReport &report() const { return m_report; }

Q_SIGNALS:
    void started();
    void stageStarted(core::Stage stage);
    void lineAdded(const core::TranscriptLine &line);
    void bodyProgress(qint64 octetsSent, qint64 octetsTotal);
    void finished();

private:
    void onFinished(submission::JobId id, const core::AttemptReport &report);

    Mailer &m_mailer;
    Servers &m_servers;
    JobId m_job = 0;
    bool m_running = false;
    std::optional<QUuid> m_server;
    core::AttemptRecord m_record;
    core::AttemptReport m_report;
};

} // namespace service
