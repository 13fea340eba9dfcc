// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/judgement.h"
#include "outbox/mail.h"

#include <QDateTime>

#include <chrono>
#include <optional>

// When mail is tried again: pure functions of what happened and of the time they are given.
namespace outbox
{

/// What an attempt at a mail means for it and for its server.
struct Verdict
{
    enum class Server
    {
        Untouched,   // it was not asked, or what it said says nothing about other mails
        Works,       // it has let us in
        Down,        // for every mail, for now
        NeedsPerson, // for every mail, until somebody changes something
    };

    State state = State::Queued; // Queued: as before, with no try counted
    Server server = Server::Untouched;
    QDateTime due; // of Deferred
    QList<core::RecipientResult> recipients;
    bool isTry = false;

    bool operator==(const Verdict &) const = default;
};

/// `facts` are of an attempt for mail.remaining(), `judgement` theirs. RFC 5321 4.5.4.1: a 4xx is
/// tried for some days with growing pauses, a 5xx is final.
Verdict verdictOn(const Mail &mail, const core::SessionFacts &facts,
                  const diagnosis::Judgement &judgement, const QDateTime &now);

/// Before the try after this one of a mail; the first is 1.
std::chrono::seconds pauseAfterTry(int tries);
/// Before a server is asked again that has failed so often in a row; the first is 1.
std::chrono::seconds pauseAfterFailure(int failures);

/// No pause is longer: what is due later than that was written with another clock.
constexpr auto longestMailPause = std::chrono::hours(4);
constexpr auto longestServerPause = std::chrono::hours(1);

} // namespace outbox
