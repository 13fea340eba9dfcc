// SPDX-License-Identifier: GPL-3.0-or-later
// The table's first and last part: ends that need no reason, and what is left when no row knew
// more.
#include "diagnosis/causerow.h"

#include <algorithm>

namespace diagnosis
{

namespace
{

using core::Failure;
using core::Goal;
using core::Method;
using core::Note;
using core::Outcome;

/// Some recipients were neither taken nor refused: the link was lost before their turn.
bool wasBrokenOff(const Case &c)
{
    const QList<core::RecipientResult> &all = c.facts.recipients;
    return std::any_of(all.begin(), all.end(), [](const core::RecipientResult &recipient) {
        return recipient.outcome == Outcome::Failed || recipient.outcome == Outcome::Cancelled;
    });
}

constexpr CauseRow endRows[] = {
    {"lost-after-dot",
     {ended(Outcome::Unknown), failed(Failure::LostAfterDot)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The connection was lost after the whole message had been sent: "
                       "it may have arrived or not."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient before you send it again; Proserpina never "
                                    "does so by itself.")},
    {"cancelled",
     {ended(Outcome::Cancelled), failed(Failure::Cancelled)},
     QT_TRANSLATE_NOOP("diagnosis", "Stopped at your wish, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing needs to be changed; start again when you like.")},
    {"partial-broken-off",
     {ended(Outcome::Partial).where(wasBrokenOff)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server took the message for {accepted} of {recipients} recipients; "
                       "then the attempt broke off."),
     QT_TRANSLATE_NOOP("diagnosis", "See the answer for each recipient, and send again only to "
                                    "those who have not got it; an address is wrong only where the "
                                    "server refused it.")},
    {"partial",
     {ended(Outcome::Partial)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server took the message for {accepted} of {recipients} recipients."),
     QT_TRANSLATE_NOOP("diagnosis", "See the answer for each recipient, correct the addresses, and "
                                    "send again to those only.")},
    {"checked-without-login",
     {ended(Outcome::Accepted).wanting(Goal::Check).noting(Note::LoginSkippedNoPassword)},
     QT_TRANSLATE_NOOP("diagnosis", "The server answers well. No {secret} was given, so the check "
                                    "stopped before the login."),
     QT_TRANSLATE_NOOP("diagnosis", "Give the {secret} to check the login too.")},
    {"checked",
     {ended(Outcome::Accepted).wanting(Goal::Check).afterLogin()},
     QT_TRANSLATE_NOOP("diagnosis", "Everything works: the server took {login} by {method}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Nothing needs to be changed; a test mail shows whether sending "
                       "works too.")},
    {"checked-pop-before-smtp",
     {ended(Outcome::Accepted).wanting(Goal::Check).with(Method::PopBeforeSmtp)},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server took ID and password, and the server for "
                                    "sending answers well."),
     QT_TRANSLATE_NOOP("diagnosis", "Send a test mail to see whether the POP3 login lets you in.")},
    {"checked-no-authentication",
     {ended(Outcome::Accepted).wanting(Goal::Check)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server answers well. It is set to be used without a login."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send a test mail to see whether the server takes mail from you "
                       "without a login.")},
    {"reply-read",
     {ended(Outcome::Accepted).wanting(Goal::ReadReply)},
     QT_TRANSLATE_NOOP("diagnosis", "The server said what it can do."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing needs to be changed; each line is explained beside "
                                    "it.")},
    {"accepted",
     {ended(Outcome::Accepted)},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Look into the recipient's mailbox, and its spam folder too: the "
                       "way behind this server cannot be seen from here.")},
};

constexpr CauseRow fallbackRows[] = {
    {"timed-out",
     {failed(Failure::TimedOut)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} did not answer within {seconds} s, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later; if it stays so, allow a longer time limit, or "
                       "look for a firewall in between.")},
    {"closed-by-server",
     {failed(Failure::ClosedByPeer)},
     QT_TRANSLATE_NOOP("diagnosis", "The server ended the connection without a word, at this step: "
                                    "{step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again; if it stays so, the server or a firewall objects to "
                       "this step.")},
    {"server-refused",
     {said5(), failed(Failure::ReplyRefused)},
     QT_TRANSLATE_NOOP("diagnosis", "The server said no for good at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "See the server's own words; trying again without a change will "
                       "not help.")},
    {"server-temporary",
     {said4(), failed(Failure::ReplyDeferred)},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot go on just now, at this step: {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes; the settings may well be right.")},
    {"failed",
     {always()},
     QT_TRANSLATE_NOOP("diagnosis", "No success, for an unknown reason, at this step: "
                                    "{step}{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again; if it stays so, the transcript shows what was said "
                                    "last.")},
};

} // namespace

std::span<const CauseRow> endCauses()
{
    return endRows;
}

std::span<const CauseRow> fallbackCauses()
{
    return fallbackRows;
}

} // namespace diagnosis
