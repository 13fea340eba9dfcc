// SPDX-License-Identifier: GPL-3.0-or-later
// The table's first and last part: ends that need no reason, and what is left when nothing more is
// known.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using enum Again;
using enum Action;
using enum Subject;
using enum Whose;

constexpr CauseRow endRows[] = {
    {{"unclear-after-dot", CauseClass::ConnectionLost, Server, Never, Exit::InputOutput},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server answered the whole message with something that is "
                                    "neither yes nor no: it may have arrived or not."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient before you send it again; Proserpina never "
                                    "does so by itself.")},
    {{"lost-after-dot", CauseClass::ConnectionLost, Server, Never, Exit::InputOutput},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The connection was lost after the whole message had been sent: "
                       "it may have arrived or not."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the recipient before you send it again; Proserpina never "
                                    "does so by itself.")},
    {{"cancelled", CauseClass::Cancelled, Nobody, Later, Exit::Interrupted},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "You stopped this during {step}."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing needs to be changed; start again when you like.")},
    {{"partial-broken-off", CauseClass::ConnectionLost, Server, AfterChange, Exit::BadAddress},
     {about(Recipients)},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message for {accepted} of {recipients} "
                                    "recipients; then the attempt broke off."),
     QT_TRANSLATE_NOOP("diagnosis", "See the answer for each recipient, and send again only to "
                                    "those who have not got it; an address is wrong only where the "
                                    "server refused it.")},
    {{"partial", CauseClass::Partial, Recipient, AfterChange, Exit::BadAddress},
     {about(Recipients)},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message for {accepted} of {recipients} "
                                    "recipients."),
     QT_TRANSLATE_NOOP("diagnosis", "See the answer for each recipient, correct the addresses, and "
                                    "send again to those only.")},
    {{"checked-without-login", CauseClass::None, Nobody, AfterChange, Exit::Okay},
     {about(Login), {EnterPassword}},
     QT_TRANSLATE_NOOP("diagnosis", "The server answers well. No {secret} was given, so the check "
                                    "stopped before the login."),
     QT_TRANSLATE_NOOP("diagnosis", "Give the {secret} to check the login too.")},
    {{"checked", CauseClass::None, Nobody, Never, Exit::Okay},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Everything works: the server took {login} by {method}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Nothing needs to be changed; a test mail shows whether sending "
                       "works too.")},
    {{"checked-pop-before-smtp", CauseClass::None, Nobody, Never, Exit::Okay},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The POP3 server took ID and password, and the server for "
                                    "sending answers well."),
     QT_TRANSLATE_NOOP("diagnosis", "Send a test mail to see whether the POP3 login lets you in.")},
    {{"checked-no-authentication", CauseClass::None, Nobody, Never, Exit::Okay},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server answers well. It is set to be used without a "
                                    "login."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Send a test mail to see whether the server takes mail from you "
                       "without a login.")},
    {{"reply-read", CauseClass::None, Nobody, Never, Exit::Okay},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server said what it can do."),
     QT_TRANSLATE_NOOP("diagnosis", "Nothing needs to be changed; each line is explained beside "
                                    "it.")},
    {{"accepted", CauseClass::None, Nobody, Never, Exit::Okay},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server took the message."),
     QT_TRANSLATE_NOOP("diagnosis", "Look into the recipient's mailbox, and its spam folder too: "
                                    "the way behind this server cannot be seen from here.")},
};

constexpr CauseRow fallbackRows[] = {
    {{"timed-out", CauseClass::Timeout, Server, Later, Exit::Unavailable},
     {about(TimeLimit), {ChangeTimeLimit}},
     QT_TRANSLATE_NOOP("diagnosis", "{host} did not answer within {seconds} s, at this step: "
                                    "{step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again later; if this keeps happening, allow a longer time limit, or "
                       "look for a firewall in between.")},
    {{"closed-by-server", CauseClass::ConnectionLost, Server, Later, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server ended the connection without a word, at this step: "
                                    "{step}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again; if this keeps happening, the server or a firewall objects to "
                       "this step.")},
    {{"server-refused", CauseClass::Unknown, Server, AfterChange, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server gave a reason that Proserpina does not know, at this step: {step}: {said}."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the server's operator what these words mean; trying again "
                                    "without a change will not help.")},
    {{"server-temporary", CauseClass::Unknown, Server, Later, Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server put this off for a reason that Proserpina does not "
                                    "know, at this step: {step}: {said}."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes; the settings may well be right.")},
    {{"failed", CauseClass::Unknown, Server, Later, Exit::Unavailable},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "Failed for an unknown reason, at this step: "
                                    "{step}{because}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try again; if this keeps happening, the transcript shows what was said "
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
