// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stage.h"
#include "diagnosis/causeclass.h"
#include <span>

namespace diagnosis
{

/// How much a phrase says by itself: twelve more make a cause twice as likely.
enum class Weight
{
    Hint = 10,   // fits several causes; a code has to agree
    Likely = 32, // usually this cause
    Clear = 48,  // this cause, in plain words
    Named = 72,  // a provider's own name of it
};

/// Words by which servers and libraries speak of one class of causes; the same for 4yz and 5yz, for
/// SMTP and POP3. A pattern is words in the order in which they stand in a text (Wording):
///
///     quota exceed*            a word and a beginning of one
///     mailbox|inbox full       one of several
///     (over quota|no space)    the same with several words
///     (once|twice)?            one of several or none
///     too many ... hour        up to six words of the same sentence between
struct Phrase
{
    const char *pattern;
    Weight weight = Weight::Clear;
    const char *unless = nullptr;      // a|b c|...: none of them is there
    bool (*at)(core::Stage) = nullptr; // the stages at which it means that; everywhere if nothing
};

/// All phrases of one class.
struct PhraseTable
{
    CauseClass cause;
    std::span<const Phrase> phrases;
};

std::span<const PhraseTable> loginPhrases();
std::span<const PhraseTable> mailPhrases();   // sender, recipients, limits, message, reputation
std::span<const PhraseTable> serverPhrases(); // the way to a server, TLS, the server itself

} // namespace diagnosis
