// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denial.h"

#include <algorithm>
#include <array>

namespace core
{

bool isDeniedWithoutLogin(const SessionFacts &facts)
{
    const bool saidNo = facts.failure == Failure::ReplyRefused ||
                        facts.failure == Failure::ReplyDeferred ||
                        facts.outcome == Outcome::Refused || facts.outcome == Outcome::Deferred;
    const bool atEnvelope = facts.stage == Stage::Mail || facts.stage == Stage::Rcpt;
    if (!saidNo || !atEnvelope || !facts.reply || facts.loggedIn) {
        return false;
    }
    const Reply &reply = *facts.reply;
    if (reply.code == 530 || (reply.enhanced && reply.enhanced->subject == 7)) {
        return true;
    }
    constexpr std::array words{"relay", "authent", "log in", "login", "logged in", "pop"};
    const QByteArray said = reply.text.join(' ').toLower();
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return said.contains(word); });
}

} // namespace core
