// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol.h"
#include "net/connection.h"
#include "smtp/session.h"
#include "submission/job.h"

#include <QTimer>

#include <memory>

namespace submission
{

/// An SMTP session with its connection, which may stay open between the mails of several jobs. What
/// it tells goes to whoever has it. In the sender thread.
struct Link
{
    Job job; // the first: which server, with whose login, in which way
    std::shared_ptr<smtp::Session> session;
    core::Tell tell;
    net::BodySource body;
    int mails = 0;                               // sent over it, or begun
    std::unique_ptr<QTimer> idle;                // while nobody uses it
    std::unique_ptr<core::Transport> connection; // last: it refers to the others

    /// Whether a job may go on where the last one ended.
    [[nodiscard]] bool isFor(const Job &other) const
    {
        return session->isResting() && !isFull() && job.profile == other.profile &&
               job.credentials == other.credentials;
    }
    [[nodiscard]] bool isFull() const
    {
        return job.keeping.mailsPerConnection > 0 && mails >= job.keeping.mailsPerConnection;
    }
};

} // namespace submission
