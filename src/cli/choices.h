// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "core/attempt.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cli
{

/// The options that turn the settings `before` into `after`; "--unset" in front of those that take
/// something back.
QStringList optionsBetween(const core::ServerProfile &before, const core::ServerProfile &after);

/// What the person may decide after an attempt that did not go well (diagnosis::remedies()), each
/// with the options that do it. Nothing of it is done by itself. `saved`: the name to give to
/// "server edit", else they are to be added to the command line.
void printChoices(Terminal &terminal, const core::SessionFacts &facts,
                  const core::ServerProfile &profile, const QString &saved);

/// The same for --json: label, options, risk.
QJsonArray choicesJson(const core::SessionFacts &facts, const core::ServerProfile &profile);

} // namespace cli
