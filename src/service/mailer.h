// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "service/passwordfetch.h"
#include "service/passwords.h"
#include "submission/job.h"
#include "submission/sender.h"

#include <QObject>
#include <QThread>

#include <map>
#include <memory>
#include <set>

namespace service
{

using submission::Job;
using submission::JobId;
using submission::MessageFile;

/// What window and command line ask for. The password is fetched before the session starts (nobody
/// is asked later).
struct Request
{
    submission::Job job; // its credentials are filled in from `password`
    PasswordSource password;
};

/// What ui and cli share: starts checks, reply readings and mails, and tells how they go. Owns the
/// sender thread. Lives in the main thread.
class Mailer final : public QObject
{
    Q_OBJECT

public:
    /// `passwords` outlives this; without it no StoredPassword can be had.
    explicit Mailer(Passwords *passwords = nullptr);
    ~Mailer() override;

    /// Answers at once; told() of that id follows, to the report.
    submission::JobId start(const Request &request);
    void cancel(submission::JobId id);
    /// After core::Halted.
    void letEnd(submission::JobId id) { Q_EMIT endLetGo(id); }
    /// How many jobs are begun and not finished.
    [[nodiscard]] qsizetype running() const { return static_cast<qsizetype>(m_running.size()); }

Q_SIGNALS:
    void started(submission::JobId id);
    /// What a job of ours logs in with, where it had to be asked for.
    void passwordFetched(submission::JobId id, const core::Secret &password);
    void told(submission::JobId id, const core::AttemptEvent &event);

    // to the sender thread
    void jobReady(submission::JobId id, const submission::Job &job);
    void jobCancelled(submission::JobId id);
    void endLetGo(submission::JobId id);

private:
    void onTold(submission::JobId id, const core::AttemptEvent &event);
    void onPassword(submission::JobId id, submission::Job job,
                    const core::Result<core::Secret> &password);

    void fetchStored(submission::JobId id, const submission::Job &job, const PasswordKey &key);

    Passwords *m_passwords;
    QThread m_thread;
    submission::Sender *m_sender; // owned by m_thread's end
    std::map<submission::JobId, std::unique_ptr<PasswordFetch>> m_fetches;
    std::set<submission::JobId> m_asked; // at the keychain
    std::set<submission::JobId> m_running;
    submission::JobId m_lastId = 0;
};

} // namespace service
