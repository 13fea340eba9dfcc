// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "submission/background.h"
#include "submission/job.h"
#include "submission/letin.h"
#include "submission/run.h"

#include <QObject>
#include <QQueue>
#include <QString>

#include <list>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

namespace submission
{

using JobId = quint64;

/// The sender thread's worker: runs jobs in lanes, the jobs of a lane one after the other, or as
/// many at once as the job allows. Each server has a lane for mail, which keeps its connections
/// open for a while where a job asks for that, and there is one for what a person waits for. Lives
/// in the thread it was moved to; its slots are called by queued signals and it answers by signals
/// with values only.
class Sender final : public QObject
{
    Q_OBJECT

public:
    Sender();
    ~Sender() override;

    void run(submission::JobId id, const submission::Job &job);
    /// Ends the running job, or takes a waiting one out of its lane; its report follows either way.
    /// A job that is not there any more is left alone.
    void cancel(submission::JobId id);
    /// Lets the end of a message go that is held (Keeping::holdEnd).
    void letEnd(submission::JobId id);

Q_SIGNALS:
    void told(submission::JobId id, const core::AttemptEvent &event);

private:
    /// Host, port and user of a server that mail goes to; nothing: what a person waits for.
    using LaneKey = std::optional<std::tuple<QString, quint16, QString>>;
    struct Lane
    {
        QQueue<std::pair<JobId, Job>> waiting;
        std::map<JobId, std::unique_ptr<Run>> running;
        std::list<std::unique_ptr<Link>> links; // kept, or saying goodbye
    };

    [[nodiscard]] static LaneKey laneOf(const Job &job);
    [[nodiscard]] std::unique_ptr<core::Transport>
    connectTo(const std::shared_ptr<core::Protocol> &protocol, const net::Target &target,
              net::BodySource body, core::Tell tell);
    void startNext(const LaneKey &key);
    [[nodiscard]] static std::unique_ptr<Link> linkFor(const Job &job, Lane &lane);
    void keep(const LaneKey &key, std::unique_ptr<Link> link);
    [[nodiscard]] Run *running(JobId id) const;
    void onTold(const LaneKey &key, JobId id, const core::AttemptEvent &event);

    Background m_background;
    LetIn m_letIn;
    net::SessionTickets m_tickets;
    std::map<LaneKey, Lane> m_lanes; // their runs refer to these
};

} // namespace submission
