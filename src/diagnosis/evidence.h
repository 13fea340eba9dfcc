// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stage.h"
#include "diagnosis/causeclass.h"

#include <QList>
#include <QString>

#include <optional>

namespace diagnosis
{

/// A no, and what is known of the moment it was said in. A value.
struct Evidence
{
    QString text;                          // as it came; several lines by '\n'
    std::optional<int> code = {};          // where the text does not say it
    std::optional<core::Stage> stage = {}; // where it is known
    std::optional<bool> loggedIn = {};
    std::optional<bool> encrypted = {};
    bool withToken = false;
};

/// One thing that speaks for a class of causes.
struct Signal
{
    enum class Kind
    {
        Provider, // its own code or help link
        Phrase,
        EnhancedCode, // RFC 3463 and IANA's list of it
        Code,         // with the stage
        Likeness,     // to texts whose cause is known; the weight is their share of a hundred
        Fact,
    };

    Kind kind = Kind::Phrase;
    CauseClass cause = CauseClass::Unknown;
    int weight = 0;
    QString words; // of the text, as they were compared; the code; the fact
};

struct Candidate
{
    CauseClass cause = CauseClass::Unknown;
    int chance = 0; // of a hundred
};

/// What a text says.
struct Reading
{
    CauseClass cause = CauseClass::Unknown; // Unknown where nothing is sure enough
    QList<Candidate> candidates;            // the likeliest first, of those that nothing excludes
    QList<Signal> signs;
};

/// Weighs all that speaks for a cause. What the facts exclude is left out: nobody who has logged in
/// needs a login.
Reading weighed(const Evidence &evidence);

} // namespace diagnosis
