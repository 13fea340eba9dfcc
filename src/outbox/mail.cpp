// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/mail.h"

#include "core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace outbox
{

QLatin1StringView wordOf(State state)
{
    static constexpr QLatin1StringView words[]{"queued"_L1,          "sending"_L1, "deferred"_L1,
                                               "waiting-for-you"_L1, "sent"_L1,    "partial"_L1,
                                               "failed"_L1,          "unknown"_L1, "stopped"_L1};
    return core::wordAt<State::Stopped>(words, state);
}

bool isOver(State state)
{
    return state == State::Sent || state == State::Partial || state == State::Failed ||
           state == State::Unknown || state == State::Stopped;
}

QList<qsizetype> Mail::remaining() const
{
    QList<qsizetype> remaining;
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const core::Outcome outcome = recipients[i].outcome;
        if (outcome != core::Outcome::Accepted && outcome != core::Outcome::Refused) {
            remaining.append(i);
        }
    }
    return remaining;
}

core::Envelope Mail::remainingEnvelope() const
{
    core::Envelope rest{envelope.from, {}};
    for (const qsizetype i : remaining()) {
        rest.to.append(envelope.to[i]);
    }
    return rest;
}

void Mail::beginAnew()
{
    state = State::Queued;
    for (core::RecipientResult &recipient : recipients) {
        if (recipient.outcome != core::Outcome::Accepted) {
            recipient = {recipient.address, core::Outcome::Failed, {}};
        }
    }
}

void Mail::takeAsArrived()
{
    state = State::Sent;
    for (core::RecipientResult &recipient : recipients) {
        if (recipient.outcome == core::Outcome::Refused) {
            state = State::Partial;
        } else {
            recipient.outcome = core::Outcome::Accepted;
        }
    }
}

void Mail::sendTo(const QList<QByteArray> &addresses)
{
    recipients.removeIf([](const core::RecipientResult &recipient) {
        return recipient.outcome != core::Outcome::Accepted;
    });
    for (const QByteArray &address : addresses) {
        const bool has = std::ranges::any_of(
            recipients, [&address](const auto &one) { return one.address == address; });
        if (!has) {
            recipients.append({address, core::Outcome::Failed, {}});
        }
    }
    state = remaining().isEmpty()     ? State::Sent
            : state == State::Stopped ? State::Stopped
                                      : State::Queued;
}

} // namespace outbox
