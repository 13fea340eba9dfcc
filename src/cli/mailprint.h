// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "service/delivery.h"
#include "service/mailwords.h"

#include <QJsonObject>

namespace cli
{

/// A mail of the outbox as --json prints it; the keys are documented in docs/cli.md.
QJsonObject jsonOf(const outbox::Mail &mail, const service::MailWords &words);
/// In one line.
QString lineOf(const outbox::Mail &mail, const service::MailWords &words);
/// Those that are not empty.
void printParagraphs(Terminal &terminal, const QStringList &texts);
/// All that is known of it.
void printMail(Terminal &terminal, const outbox::Mail &mail, const service::MailWords &words);

} // namespace cli
