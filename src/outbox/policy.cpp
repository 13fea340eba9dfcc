// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a server's fault is told from a mail's by how far the attempt came. Before MAIL
// nothing has been said of the mail, so whatever went wrong there holds for every mail of this
// server, and no mail pays for it. Behind it the mail pays, but for what a server says of itself:
// 421, a daily limit, a login that it wants first. A link that breaks while the message goes over
// counts as the mail's: it may be this message that breaks it, and then it must not stand in the
// way of the others for ever.
//
// Only what a person has to change stops a server until then, and only where asking again could do
// harm or is senseless: a refused login above all. A certificate or a missing STARTTLS may be the
// hotel's network.
#include "outbox/policy.h"

#include <algorithm>
#include <utility>

using core::Failure;
using core::Outcome;
using core::Stage;
using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

/// RFC 5321 4.5.4.1: 4 to 5 days. A clock that jumps ends nothing that was not tried.
constexpr auto patience = std::chrono::hours(5 * 24);
constexpr int fewestTries = 8;

template <typename Duration> Duration doubled(Duration first, int times, Duration longest)
{
    return times > 20 ? longest : std::min(longest, first * (1 << std::max(times, 0)));
}

/// What another network, or time alone, can mend.
bool isOfTheNetwork(Failure failure)
{
    static const QList<Failure> ofTheNetwork{
        Failure::NameNotFound,       Failure::NoResolver,     Failure::ConnectionRefused,
        Failure::Unreachable,        Failure::ConnectFailed,  Failure::TimedOut,
        Failure::ProxyFailed,        Failure::ClosedByPeer,   Failure::WrongTlsMode,
        Failure::TlsHandshakeFailed, Failure::TlsTooOld,      Failure::CertificateRejected,
        Failure::StartTlsNotOffered, Failure::NotAMailServer, Failure::MalformedReply,
        Failure::MixedReplyCodes,    Failure::ReplyTooLong,   Failure::UnexpectedReply,
        Failure::PlaintextInjected,  Failure::ReplyDeferred};
    return ofTheNetwork.contains(failure);
}

/// The mail was not spoken of.
bool isBeforeTheMail(const core::SessionFacts &facts)
{
    return facts.stage < Stage::Mail && facts.stage != Stage::Message;
}

Verdict::Server serverBeforeTheMail(const core::SessionFacts &facts,
                                    const diagnosis::Judgement &judgement)
{
    if (facts.failure == Failure::Cancelled || facts.failure == Failure::PasswordUnavailable) {
        return Verdict::Server::Untouched;
    }
    return judgement.again == diagnosis::Again::Later || isOfTheNetwork(facts.failure)
               ? Verdict::Server::Down
               : Verdict::Server::NeedsPerson;
}

/// What the server says of itself although it was asked about this mail.
Verdict::Server serverBehindTheMail(const core::SessionFacts &facts,
                                    const diagnosis::Judgement &judgement)
{
    const bool messageGoes = facts.stage == Stage::Data || facts.stage == Stage::Body;
    const bool closes = facts.failure == Failure::ClosedByPeer ||
                        facts.failure == Failure::TimedOut ||
                        (facts.reply && facts.reply->code == 421);
    const bool ofTheServer = judgement.whose == diagnosis::Whose::Server;
    const bool permanent = facts.reply && facts.reply->isPermanent();
    if ((closes && !messageGoes) ||
        (ofTheServer && permanent && judgement.again == diagnosis::Again::Later)) {
        return Verdict::Server::Down;
    }
    return permanent && judgement.whose == diagnosis::Whose::Person ? Verdict::Server::NeedsPerson
                                                                    : Verdict::Server::Works;
}

/// The mail's recipients with what this attempt found out of those that were left.
QList<core::RecipientResult> merged(const Mail &mail, const core::SessionFacts &facts,
                                    bool onlyWhatWasTaken)
{
    QList<core::RecipientResult> recipients = mail.recipients;
    const QList<qsizetype> remaining = mail.remaining();
    for (qsizetype i = 0; i < std::min(remaining.size(), facts.recipients.size()); ++i) {
        const core::RecipientResult &found = facts.recipients[i];
        if (!onlyWhatWasTaken || found.outcome == Outcome::Accepted) {
            recipients[remaining[i]].outcome = found.outcome;
            recipients[remaining[i]].reply = found.reply;
        }
    }
    return recipients;
}

/// Where nobody is left who may still get it.
State endOf(const QList<core::RecipientResult> &recipients)
{
    const auto has = [](const core::RecipientResult &one) {
        return one.outcome == Outcome::Accepted;
    };
    return std::ranges::all_of(recipients, has)   ? State::Sent
           : std::ranges::any_of(recipients, has) ? State::Partial
                                                  : State::Failed;
}

bool isGivenUp(const Mail &mail, int tries, const QDateTime &now)
{
    const QDateTime began = std::max(mail.acceptedAt, mail.notBefore);
    return tries >= fewestTries && began.addDuration(patience) <= now;
}

} // namespace

std::chrono::seconds pauseAfterTry(int tries)
{
    return doubled<std::chrono::seconds>(std::chrono::minutes(5), tries - 1, longestMailPause);
}

std::chrono::seconds pauseAfterFailure(int failures)
{
    return doubled<std::chrono::seconds>(std::chrono::minutes(1), failures - 1, longestServerPause);
}

Verdict verdictOn(const Mail &mail, const core::SessionFacts &facts,
                  const diagnosis::Judgement &judgement, const QDateTime &now)
{
    Verdict verdict;
    if (isBeforeTheMail(facts) && facts.outcome != Outcome::Accepted) {
        verdict.server = serverBeforeTheMail(facts, judgement);
        verdict.recipients = merged(mail, facts, true);
        return verdict;
    }
    verdict.server = facts.stage == Stage::Message        ? Verdict::Server::Untouched
                     : facts.outcome == Outcome::Accepted ? Verdict::Server::Works
                                                          : serverBehindTheMail(facts, judgement);
    const bool pays =
        verdict.server == Verdict::Server::Works ||
        (verdict.server == Verdict::Server::Untouched && facts.failure != Failure::Cancelled);
    verdict.recipients = merged(mail, facts, !pays);
    if (facts.outcome == Outcome::Unknown) {
        verdict.state = State::Unknown;
        verdict.isTry = true;
        return verdict;
    }
    if (!pays || facts.failure == Failure::Cancelled) {
        return verdict;
    }
    verdict.isTry = true;
    const auto waits = [](const core::RecipientResult &one) {
        return one.outcome == Outcome::Deferred || one.outcome == Outcome::Failed;
    };
    const bool goesOn =
        std::ranges::any_of(verdict.recipients, waits) &&
        (facts.outcome == Outcome::Deferred || facts.outcome == Outcome::Partial ||
         isOfTheNetwork(facts.failure) || facts.failure == Failure::TemporaryFolderUnusable);
    if (!goesOn || isGivenUp(mail, mail.tries + 1, now)) {
        verdict.state = endOf(verdict.recipients);
        return verdict;
    }
    verdict.state = State::Deferred;
    verdict.due = now.addDuration(pauseAfterTry(mail.tries + 1));
    return verdict;
}

} // namespace outbox
