// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "service/mailer.h"

#include <QObject>
#include <QUuid>

#include <optional>

namespace service
{

class Servers;

/// One attempt after the other as a page follows it: what the Mailer tells of its own job only, and
/// the result of a saved server kept with it. Lives in the main thread.
class Attempt final : public QObject
{
    Q_OBJECT

public:
    Attempt(Mailer &mailer, Servers &servers);
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
    void told(const core::AttemptEvent &event);
    /// After its report was told: record() and report() are whole.
    void finished();

private:
    void onTold(JobId id, const core::AttemptEvent &event);
    void keep(const core::AttemptReport &report);

    Mailer &m_mailer;
    Servers &m_servers;
    JobId m_job = 0;
    bool m_running = false;
    std::optional<QUuid> m_server;
    core::AttemptRecord m_record;
    core::AttemptReport m_report;
};

} // namespace service
