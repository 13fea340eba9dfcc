// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/recode.h"
#include "mime/spooledmessage.h"
#include "net/connection.h"
#include "pop/session.h"
#include "smtp/session.h"
#include "submission/job.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

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
    QList<core::Note> notes;                             // what is to be said of the message
    std::optional<PreparedPop> pop;
};

/// What is wrong with a job before the network is touched.
struct NotReady
{
    core::Stage stage = core::Stage::Message;
    core::Error error;
};

/// Checks what was typed, writes the message. `now` dates a draft; `stop`, from any thread, ends
/// the writing.
std::variant<Prepared, NotReady> prepare(const Job &job, const QDateTime &now,
                                         const std::stop_token &stop = {});

/// The job's message alone, as prepare() has it.
core::Result<std::shared_ptr<const mime::SpooledMessage>>
writtenMessage(const Job &job, const QDateTime &now, const std::stop_token &stop = {});

/// Puts another copy of the message in.
void replaceMessage(Prepared &prepared, std::shared_ptr<const mime::SpooledMessage> message);

/// The message again for another copy: a draft has a Message-ID of its own each time, since servers
/// drop what they have seen. Null for a given message, which stays as it is.
std::shared_ptr<const mime::SpooledMessage> nextCopy(const Job &job, const QDateTime &now,
                                                     const std::stop_token &stop = {});

/// The form in which the message may do, where the attempt ended only because this server cannot
/// carry the one it has (RFC 6152 3, RFC 6531 3).
std::optional<mime::Recoding> recodingAfter(const core::SessionFacts &facts, const Job &job,
                                            const core::Envelope &envelope);

} // namespace submission
