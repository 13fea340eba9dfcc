// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attemptevent.h"
#include "submission/job.h"
#include "submission/letin.h"
#include "submission/run.h"

#include <QObject>
#include <QQueue>

#include <memory>

namespace submission
{

using JobId = quint64;

/// The sender thread's worker: runs one job after the other. Lives in the thread it was moved to;
/// its slots are called by queued signals and it answers by signals with values only.
class Sender final : public QObject
{
    Q_OBJECT

public:
    explicit Sender(QObject *parent = nullptr);
    ~Sender() override;

    void run(submission::JobId id, const submission::Job &job);
    /// Ends the running job, or takes a waiting one out of the queue; its report follows either
    /// way. A job that is not there any more is left alone.
    void cancel(submission::JobId id);

Q_SIGNALS:
    void told(submission::JobId id, const core::AttemptEvent &event);

private:
    void startNext();
    void onTold(const core::AttemptEvent &event);

    QQueue<std::pair<JobId, Job>> m_waiting;
    LetIn m_letIn;
    net::SessionTickets m_tickets;
    std::unique_ptr<Run> m_running; // refers to both
    JobId m_runningId = 0;
};

} // namespace submission
