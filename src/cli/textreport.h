// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "service/report.h"

#include <QStringList>

namespace cli
{

using service::translatedDetail;
using service::translatedText;

// What people read, at most `textWidth` columns wide.

QStringList transcriptLines(const core::TranscriptLine &line);

QStringList stepLines(const QList<service::Report::Step> &steps);

/// The EHLO reply before and after TLS, each keyword explained.
void printReply(Terminal &terminal, const core::AttemptRecord &record);

/// All but the choices, which need options.
void printReport(Terminal &terminal, const service::Report &report);

/// The last line: the outcome in one word, the same in every language.
void printOutcome(Terminal &terminal, core::Outcome outcome);

} // namespace cli
