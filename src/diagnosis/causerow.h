// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/causeclass.h"
#include "diagnosis/remedies.h"

#include <array>
#include <span>

namespace diagnosis
{

/// With whom it lies. Server also stands for the way to it: it holds for every mail.
enum class Whose
{
    Nobody,
    Server,
    Mail,
    Recipient,
    Person, // settings and what was entered
};

/// Whether the same attempt, made again, can go better.
enum class Again
{
    Never,
    Later,
    AfterChange,
};

/// The command line's exit code after an attempt: the numbers of <sysexits.h>, which mail programs
/// have used since sendmail, and 128 + SIGINT.
enum class Exit
{
    Okay = 0,
    BadData = 65,
    BadAddress = 67,
    NoHost = 68,
    Unavailable = 69,
    InputOutput = 74,
    TryAgain = 75,
    BadProtocol = 76,
    NoPermission = 77,
    Interrupted = 130,
};

template <typename... Subjects> constexpr unsigned about(Subjects... subjects)
{
    return ((1U << static_cast<unsigned>(subjects)) | ...);
}

/// One row: all that is judged of one cause. How it is recognised stands apart (recognition.h).
struct CauseRow
{
    struct Verdict
    {
        const char *id; // stable English for scripts ("certificate-expired")
        CauseClass causeClass;
        Whose whose;
        Again again;
        Exit exit;
    };
    struct Help
    {
        unsigned subjects = 0;              // what the advice speaks of, by about()
        std::array<Action, 4> actions = {}; // the best first; each touches one of the subjects
    };

    Verdict verdict;
    Help help;
    const char *sentence; // what is wrong, or that nothing is; {places} as in causetext.h
    const char *advice;   // what to change or do
};

std::span<const CauseRow> endCauses();
std::span<const CauseRow> popCauses();
std::span<const CauseRow> networkCauses();
std::span<const CauseRow> tlsCauses();
std::span<const CauseRow> loginCauses();
std::span<const CauseRow> mailCauses();
std::span<const CauseRow> toldCauses();
std::span<const CauseRow> fallbackCauses();

/// All rows, in parts.
inline std::array<std::span<const CauseRow>, 8> causeTable()
{
    return {endCauses(),   popCauses(),  networkCauses(), tlsCauses(),
            loginCauses(), mailCauses(), toldCauses(),    fallbackCauses()};
}

} // namespace diagnosis
