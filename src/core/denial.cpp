// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denial.h"

#include <algorithm>
#include <array>

namespace core
{

namespace
{

template <size_t N> bool saysOneOf(const QByteArray &said, const std::array<const char *, N> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return said.contains(word); });
}

bool denies(const Reply &reply)
{
    // Greylisting, block lists and sender policies have codes of the same class.
    constexpr std::array others{"greylist",      "graylist",  "grey-list",  "spamhaus",
                                "blacklist",     "blocklist", "block list", "dnsbl",
                                "blocked using", "spf",       "dkim",       "dmarc",
                                "reputation"};
    constexpr std::array denials{"relay",         "authenticat", "log in",          "login",
                                 "logged in",     "pop3",        "pop before",      "pop-before",
                                 "by pop",        "pop first",   "check your mail", "check mail",
                                 "read your mail"};
    const QByteArray said = reply.words();
    if (reply.code == 421 || saysOneOf(said, others)) {
        return false;
    }
    const bool bySecurity = reply.isPermanent() && reply.enhanced && reply.enhanced->subject == 7 &&
                            (reply.enhanced->detail == 0 || reply.enhanced->detail == 1);
    return reply.code == 530 || bySecurity || saysOneOf(said, denials);
}

} // namespace

bool isDeniedWithoutLogin(const SessionFacts &facts)
{
    const bool saidNo = facts.outcome == Outcome::Refused || facts.outcome == Outcome::Deferred;
    const bool atEnvelope = facts.stage == Stage::Mail || facts.stage == Stage::Rcpt;
    if (!saidNo || !atEnvelope || facts.loggedIn) {
        return false;
    }
    return (facts.reply && denies(*facts.reply)) ||
           std::any_of(facts.recipients.begin(), facts.recipients.end(),
                       [](const RecipientResult &one) { return one.reply && denies(*one.reply); });
}

} // namespace core
