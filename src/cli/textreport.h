// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "core/attempt.h"
#include "diagnosis/judgement.h"

#include <QStringList>

namespace cli
{

// What people read, at most `textWidth` columns wide. Server text is inert.

/// One line of the transcript: time, a mark for TLS, S: or C: or nothing, the text.
QStringList transcriptLines(const core::TranscriptLine &line);

/// The stages with their times, the one that failed marked.
QStringList stepLines(const core::AttemptReport &report);

/// The EHLO reply before and after TLS, each keyword explained.
void printReply(Terminal &terminal, const core::SessionFacts &facts);

/// TLS, the steps, the recipients, the reason in the words of whoever gave it, the cause with its
/// advice, the server's own words, the outcome.
void printResult(Terminal &terminal, const core::AttemptReport &report,
                 const diagnosis::Judgement &judgement);

/// Where another certificate than the pinned one was shown (B45): both fingerprints.
void printChangedPin(Terminal &terminal, const core::SessionFacts &facts,
                     const core::ServerProfile &profile);

/// The core::Translate of this edge.
QString translatedText(const char *context, const char *source);

/// How many of several copies were accepted.
void printMailCount(Terminal &terminal, int accepted, int wanted);
/// The last line: the outcome in one word, the same in every language.
void printOutcome(Terminal &terminal, core::Outcome outcome);

} // namespace cli
