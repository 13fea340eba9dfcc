// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mail.h"
#include "core/profile.h"
#include "core/saslclient.h"

#include <QString>
#include <QStringList>

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

/// One attempt to make. Everything the sender thread needs, password included, is in it from the
/// start.
struct Job
{
    core::Goal goal = core::Goal::Check;
    core::ServerProfile profile;
    std::optional<core::Credentials> credentials;
    std::variant<std::monostate, core::Draft, MessageFile> mail;
    core::Delivery delivery = {};
};

} // namespace submission
