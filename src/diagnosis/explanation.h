// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/evidence.h"
#include "diagnosis/judgement.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace diagnosis
{

/// What somebody was told by any program, and what is known besides.
struct Told
{
    QString text;                          // a reply, an error or log lines
    std::optional<core::Stage> stage = {}; // where it is known better than the text has it
    QString host = {};                     // the server's
};

/// What it means.
struct Explanation
{
    Judgement judgement;              // without remedies: there are no settings of ours
    Reading reading;                  // why
    QString reply;                    // what was judged: the server's words, or the whole text
    QString shown;                    // the text without credentials
    std::optional<core::Stage> stage; // given or found
};

/// Pure; keeps nothing of the text.
Explanation explained(const Told &told, const Translate &translate = {});

/// What else it might be, as a sentence, the likeliest first: what has a chance of ten of a
/// hundred, at most three. Empty where there is nothing else.
QString othersSentence(const Explanation &explanation, const Translate &translate = {});
/// Why: the moment, then each candidate and below it, indented, what in the text speaks for it.
QStringList reasons(const Explanation &explanation, const Translate &translate = {});
/// The words that a person names a stage by (core::stageOfWord).
QStringList stageWords();
/// A cause's kind in a few words: "wrong password", for a list of what else it might be.
QString causeClassTitle(CauseClass value, const Translate &translate = {});

} // namespace diagnosis
