// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mail.h"
#include "core/profile.h"

#include <QByteArray>
#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QUuid>

#include <chrono>

namespace outbox
{

using MailId = qint64;

/// What is with a mail. Each of them has its way out: a timer (Deferred), whoever sends mail that
/// can go (Queued), the owner of a claim that lives or is found dead (Sending), the person
/// (WaitingForYou, Unknown, Failed, Partial, Stopped); Sent is the end.
enum class State
{
    Queued,
    Sending,
    Deferred,      // the server put the mail, or some recipients, off
    WaitingForYou, // queued, and its server needs a person first
    Sent,
    Partial, // over: some recipients have it, the others will not
    Failed,
    Unknown, // whether the server has taken it
    Stopped, // by the person
};

/// "waiting-for-you", for scripts.
[[nodiscard]] QLatin1StringView wordOf(State state);
/// Nothing more happens to it by itself.
[[nodiscard]] bool isOver(State state);

/// One mail of the outbox.
struct Mail
{
    MailId id = 0;
    State state = State::Queued;
    QUuid server;
    QUuid identity;
    QString from; // as the header has it
    QString subject;
    QByteArray messageId; // with its angle brackets
    QDateTime acceptedAt;
    QDateTime notBefore; // invalid: at once
    QDateTime due;       // when it is tried next; invalid: not by itself
    QDateTime triedAt;   // last, or when its end went out; invalid: not yet
    int tries = 0;       // of the mail itself; what its server could not do does not count
    core::Envelope envelope;
    core::MessageTraits traits;
    core::Delivery delivery;
    QList<core::RecipientResult> recipients; // in the envelope's order
    QByteArray lastReply;                    // the server's last word on it, one line
    QByteArray record;                       // of the last attempt, for whoever wrote it
    bool hasBody = true;                     // the message is still there
    bool isWrittenHere = false;              // so that its To may be changed, too
    bool isDiscarded = false;                // not listed, not sent; may still be taken back

    /// Who is still to get it.
    [[nodiscard]] QList<qsizetype> remaining() const;
    /// Its envelope with those only.
    [[nodiscard]] core::Envelope remainingEnvelope() const;
    /// For those who have not got it, whatever was said of them.
    void beginAnew();
    /// The person found out that it has arrived.
    void takeAsArrived();
    /// Others in place of those who have not got it; what was stopped stays so.
    void sendTo(const QList<QByteArray> &addresses);
    bool operator==(const Mail &) const = default;
};

/// Why a server's mail does not go by itself just now. A server without trouble has none.
struct ServerTrouble
{
    QUuid server;
    bool needsPerson = false;
    QDateTime until;   // else: when it is tried again
    int failures = 0;  // in a row
    QDateTime since;   // the last of them
    QByteArray record; // of the attempt that found it, for whoever wrote it

    bool operator==(const ServerTrouble &) const = default;
};

} // namespace outbox
