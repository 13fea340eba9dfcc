// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mail.h"
#include "core/profile.h"
#include "core/saslclient.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace submission
{

/// A message that exists already, and whom to give it to; addresses as typed.
struct MessageFile
{
    QString path;
    QString from;
    QStringList to;

    bool operator==(const MessageFile &) const = default;
};

/// A message of the outbox: a file with CRLF at the end of each line and without Bcc.
struct SpooledMail
{
    QString path;
    core::MessageTraits traits;
    core::Envelope envelope;

    bool operator==(const SpooledMail &) const = default;
};

/// How a mail of the outbox is sent; others keep nothing.
struct Keeping
{
    /// The end of the message waits until it is let go (core::Halted, Sender::letEnd()).
    bool holdEnd = false;
    /// How long the connection stays for the next mail; 0: not at all.
    std::chrono::milliseconds keepOpen = {};
    int mailsPerConnection = 0; // 0: as many as the server takes
    int connections = 1;        // at once to this server

    bool operator==(const Keeping &) const = default;
};

/// One attempt to make. Everything the sender thread needs, password included, is in it from the
/// start.
struct Job
{
    core::Goal goal = core::Goal::Check;
    core::ServerProfile profile;
    std::optional<core::Credentials> credentials;
    std::variant<std::monostate, core::Draft, MessageFile, SpooledMail> mail;
    core::Delivery delivery = {};
    Keeping keeping = {};
};

} // namespace submission
