// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/reconnect.h"

#include "core/ladder.h"
#include "diagnosis/judgement.h"

using namespace Qt::StringLiterals;

namespace submission
{

namespace
{

/// Closed by the server: without a word, with 421, or with QUIT's 221 that nobody asked for.
bool isServersEnd(const core::SessionFacts &facts)
{
    const int code = facts.reply ? facts.reply->code : 0;
    return facts.failure == core::Failure::ClosedByPeer ||
           (facts.failure == core::Failure::ReplyDeferred && code == 421) ||
           (facts.failure == core::Failure::UnexpectedReply && code == 221);
}

} // namespace

std::optional<smtp::SessionSettings> afterLostStep(const core::SessionFacts &facts,
                                                   const smtp::SessionSettings &settings,
                                                   const core::ServerProfile &profile)
{
    const bool inMail = facts.stage == core::Stage::Mail || facts.stage == core::Stage::Rcpt ||
                        facts.stage == core::Stage::Data;
    const bool refused =
        facts.outcome == core::Outcome::Refused || facts.outcome == core::Outcome::Deferred;
    const bool pipelined =
        settings.pipelining && facts.capabilities() && facts.capabilities()->pipelining;
    if (!pipelined || !inMail || !refused ||
        !diagnosis::judge(facts, profile, settings.goal, {}).id.startsWith("out-of-step"_L1)) {
        return {};
    }
    smtp::SessionSettings next = settings;
    next.pipelining = false;
    next.delivery.copies -= facts.mailsAccepted;
    return next;
}

std::optional<smtp::SessionSettings> afterBreakBetweenMails(const core::SessionFacts &facts,
                                                            const smtp::SessionSettings &settings)
{
    const bool beforeTheMessage = facts.stage == core::Stage::Mail ||
                                  facts.stage == core::Stage::Rcpt ||
                                  facts.stage == core::Stage::Data;
    const int left = settings.delivery.copies - facts.mailsAccepted;
    if (facts.mailsAccepted == 0 || left <= 0 || !beforeTheMessage || !isServersEnd(facts)) {
        return {};
    }
    smtp::SessionSettings next = settings;
    next.delivery.copies = left;
    return next;
}

std::optional<smtp::SessionSettings> afterRefusedLogins(const core::SessionFacts &facts,
                                                        const smtp::SessionSettings &settings)
{
    if (!settings.tryNextMethod || facts.stage != core::Stage::Auth || !isServersEnd(facts) ||
        !facts.tls || !facts.tls->trusted() || !facts.capabilities()) {
        return {};
    }
    smtp::SessionSettings next = settings;
    for (const core::AuthAttempt &attempt : facts.attempts) {
        // The one that was cut off has not been refused.
        next.refusedLogins += int{attempt.isRefusal()};
        const bool useless = attempt.reply && attempt.reply->isPermanent();
        if (useless && !next.refusedMethods.contains(attempt.method)) {
            next.refusedMethods.append(attempt.method);
        }
    }
    const bool newsThere = next.refusedMethods.size() > settings.refusedMethods.size();
    const bool mayGoOn =
        next.refusedLogins < smtp::mostRefusedLogins &&
        core::nextRung(settings.method, facts.capabilities()->authMechanisms, next.refusedMethods);
    return newsThere && mayGoOn ? std::optional(next) : std::nullopt;
}

std::optional<std::chrono::milliseconds> pauseBeforeReconnecting(int inARow)
{
    constexpr int mostInARow = 10;
    if (inARow >= mostInARow) {
        return {};
    }
    return inARow == 0 ? std::chrono::milliseconds(0)
                       : std::chrono::milliseconds(std::chrono::seconds(1)) * (1 << (inARow - 1));
}

} // namespace submission
