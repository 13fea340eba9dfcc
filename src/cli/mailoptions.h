// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "core/identity.h"
#include "core/mail.h"
#include "service/mailer.h"

#include <QCommandLineParser>

namespace cli
{

using MailOptions = std::variant<core::Draft, service::MessageFile>;

/// The mail to send, from the command line. `defaultAddress`: sender and recipient where none is
/// given (the practice server's own), or empty.
Parsed<MailOptions> mailOptions(const QCommandLineParser &parser, const QString &defaultAddress);

/// The same for the outbox: from an identity, and nothing made up.
Parsed<MailOptions> sentMailOptions(const QCommandLineParser &parser,
                                    const core::Identity &identity);

/// How it is to be given to the server: --all-or-none, --notify, --count.
Parsed<core::Delivery> deliveryOptions(const QCommandLineParser &parser);

} // namespace cli
