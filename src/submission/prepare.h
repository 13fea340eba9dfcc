// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/spooledmessage.h"
#include "net/connection.h"
#include "pop/session.h"
#include "smtp/session.h"
#include "submission/job.h"

#include <memory>

namespace submission
{

/// The POP3 login before SMTP, made ready for the wire.
struct PreparedPop
{
    net::Target target;
    pop::SessionSettings settings;
    std::chrono::milliseconds wait = {}; // between it and SMTP
};

/// A job made ready for the wire.
struct Prepared
{
    net::Target target;
    smtp::SessionSettings settings;
    std::shared_ptr<const mime::SpooledMessage> message; // null: nothing to send
    std::optional<PreparedPop> pop;
};

/// What is wrong with a job before the network is touched.
struct NotReady
{
    core::Stage stage = core::Stage::Message;
    core::Error error;
};

/// Checks what was typed, writes the message. `now` dates a draft.
std::variant<Prepared, NotReady> prepare(const Job &job, const QDateTime &now);

/// Puts another copy of the message in.
void replaceMessage(Prepared &prepared, std::shared_ptr<const mime::SpooledMessage> message);

/// The message again for another copy: a draft has a Message-ID of its own each time, since servers
/// drop what they have seen. Null for a given message, which stays as it is.
std::shared_ptr<const mime::SpooledMessage> nextCopy(const Job &job, const QDateTime &now);

/// Whether the attempt ended only because the message is not 7-bit, so that a 7-bit copy may do
/// (RFC 6152 3).
bool wantsSevenBitCopy(const core::SessionFacts &facts);

} // namespace submission
