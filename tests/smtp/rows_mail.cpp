// SPDX-License-Identifier: GPL-3.0-or-later
#include "mails.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

/// A bad address must never get as far as the wire, in MAIL or RCPT.
Row refusedAddress(const QByteArray &name, const QByteArray &sender, const QByteArray &recipient,
                   Stage stage)
{
    return {name,
            mail(sender, {recipient}),
            pipelined + "C: QUIT\nCLOSE",
            Outcome::Failed,
            Failure::BadInput,
            stage};
}

} // namespace

QList<Row> envelopeRows()
{
    return {
        refusedAddress("B70 CR LF in the sender: refused", "a@example.org>\r\nRCPT TO:<x@y", b,
                       Stage::Mail),
        refusedAddress("B70 LF in a recipient: refused", a, "b@example.org\nDATA", Stage::Rcpt),
        refusedAddress("B70 CR in a recipient: refused", a, "b@example.org\rx", Stage::Rcpt),
        refusedAddress("B70 NUL in a recipient: refused", a, QByteArray("b\0@example.org", 14),
                       Stage::Rcpt),
        refusedAddress("B70 < and > in a recipient: refused", a, "<b@example.org>", Stage::Rcpt),
        refusedAddress("B70 a space outside quotes: refused", a, "b@example.org SIZE=1",
                       Stage::Rcpt),
        refusedAddress("B72 parameters behind a closed bracket: refused", a,
                       "b@example.org> NOTIFY=NEVER\r\nDATA", Stage::Rcpt),
        refusedAddress("B71 CR LF inside a quoted local part: refused", a,
                       "\"b\r\nDATA\r\n\"@example.org", Stage::Rcpt),
        refusedAddress("B71 an escaped CR inside a quoted local part: refused", a,
                       "\"b\\\r\n\"@example.org", Stage::Rcpt),
        refusedAddress("B71 > inside a quoted local part: refused", a, "\"b>\"@example.org",
                       Stage::Rcpt),
        refusedAddress("B71 an escaped backslash ends no quote too late", a,
                       "\"b\\\\\" x\"@example.org", Stage::Rcpt),
        refusedAddress("B85 a local part that is not ASCII without SMTPUTF8: refused", a,
                       "\xE3\x81\x82@example.org", Stage::Rcpt),
        {"a quoted local part with a space is sent", mail(a, {"\"b b\"@example.org"}),
         lockStep + from +
             "S: 250 ok\nC: RCPT TO:<\"b b\"@example.org>\nS: 550 5.1.1 no\nC: RSET\n"
             "S: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt},
        {"the null sender is sent", mail("", {b}),
         lockStep + "C: MAIL FROM:<>\nS: 550 5.7.1 no\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Mail},
        {"no recipient at all: refused before MAIL", mail(a, {}), pipelined + "C: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadInput, Stage::Mail},
        {"SIZE is given where it is offered", mail(a, {b}),
         greets("SIZE 1000") +
             "C: MAIL FROM:<a@example.org> SIZE=25\nS: 452 4.3.1 full\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Mail},
        {"B80 larger than SIZE: refused before MAIL", mail(a, {b}),
         greets("SIZE 24") + "C: QUIT\nCLOSE", Outcome::Failed, Failure::MessageTooLarge,
         Stage::Mail},
        {"B84 8 bit without 8BITMIME: not sent as it is",
         [](smtp::SessionSettings &s) {
             mail(a, {b})(s);
             s.mail->traits.eightBit = true;
         },
         pipelined + "C: QUIT\nCLOSE", Outcome::Failed, Failure::NeedsEightBit, Stage::Mail},
        {"8 bit with 8BITMIME: BODY=8BITMIME",
         [](smtp::SessionSettings &s) {
             mail(a, {b})(s);
             s.mail->traits.eightBit = true;
         },
         greets("8BITMIME") +
             "C: MAIL FROM:<a@example.org> BODY=8BITMIME\nS: 550 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail},
        {"B83 a line over 998 octets: not sent as it is",
         [](smtp::SessionSettings &s) {
             mail(a, {b})(s);
             s.mail->traits.longestLine = 999;
         },
         pipelined + "C: QUIT\nCLOSE", Outcome::Failed, Failure::LineTooLong, Stage::Mail},
    };
}

QList<Row> dataRows()
{
    return {
        {"pipelined: MAIL, RCPT, DATA in one write, QUIT behind the dot",
         mail(a, {b, c, d}),
         pipelined + group +
             "S: 250 ok\nS: 250 ok\nS: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\n"
             "S: 250 2.0.0 queued\nS: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             // greeting, EHLO, the group, the message with QUIT
             return s.facts().roundTrips == 4 &&
                    results({Outcome::Accepted, Outcome::Accepted, Outcome::Accepted})(s);
         }},
        {"lock-step: one command at a time", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE"},
        {"B73 one of three recipients 550, pipelined: the others get it",
         mail(a, {b, c, d}),
         pipelined + group +
             "S: 250 ok\nS: 250 ok\nS: 550 5.1.1 unknown\nS: 250 ok\nS: 354 go\nBODY\n"
             "C: QUIT\nS: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Partial,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Refused, Outcome::Accepted})},
        {"B73 one of three recipients 550, lock-step: the others get it",
         mail(a, {b, c, d}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 550 5.1.1 unknown\n" + toC + "S: 250 ok\n" +
             toD + "S: 250 ok\n" + data + "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Partial,
         Failure::None,
         {},
         results({Outcome::Refused, Outcome::Accepted, Outcome::Accepted})},
        {"B74 452 too many recipients, pipelined: the rest in a second transaction",
         mail(a, {b, c, d}),
         pipelined + group +
             "S: 250 ok\nS: 250 ok\nS: 452 4.5.3 too many\nS: 452 4.5.3 too many\nS: 354 go\n"
             "BODY\nS: 250 queued\n" +
             from + toC + toD + data +
             "S: 250 ok\nS: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\n"
             "S: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Accepted, Outcome::Accepted}),
         oneMessage,
         twoOnTheWire},
        {"B74 452 too many recipients, lock-step: the rest in a second transaction",
         mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC + "S: 452 too many\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "S: 250 ok\n" + toC + "S: 250 ok\n" +
             data + "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Accepted}),
         oneMessage,
         twoOnTheWire},
        {"B74 too many for the second transaction too: those have it who have it",
         mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC + "S: 452 too many\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "S: 250 ok\n" + toC +
             "S: 452 too many\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Partial,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Deferred})},
        {"B74 the link is lost before the second transaction: partial",
         mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC + "S: 452 too many\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "EOF\nCLOSE",
         Outcome::Partial,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Failed})},
        {"B74 a full mailbox is not too many",
         mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC + "S: 452 4.2.2 full\n" +
             data + "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Partial,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Deferred})},
        {"B74 all of them too many: deferred, no second transaction", mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 452 too many\n" + toC +
             "S: 452 too many\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt,
         results({Outcome::Deferred, Outcome::Deferred})},
        {"B86 450 greylisting: deferred", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB +
             "S: 450 4.2.0 greylisted\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt, results({Outcome::Deferred})},
        {"B86 451 greylisting: deferred", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB +
             "S: 451 4.7.1 greylisted\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt, results({Outcome::Deferred})},
        {"B75 all recipients refused, DATA 354 (pipelined): lone dot", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 550 5.1.1 no\nS: 354 go\nDOT\nC: QUIT\n"
             "S: 554 5.5.1 no recipients\nS: 221 bye\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt, results({Outcome::Refused})},
        {"B75 the lone dot is even accepted: still refused", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 550 5.1.1 no\nS: 354 go\nDOT\nC: QUIT\n"
             "S: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt, results({Outcome::Refused})},
        {"B75 the link is lost after a lone dot: refused, not unknown", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 550 5.1.1 no\nS: 354 go\nDOT\nC: QUIT\nEOF\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt, results({Outcome::Refused})},
        {"all recipients refused, DATA 503 (pipelined): RSET, QUIT", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 550 5.1.1 no\nS: 503 5.5.1 no recipients\n"
             "C: RSET\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt, results({Outcome::Refused})},
        {"MAIL refused, pipelined: its reply is the reason for everybody", mail(a, {b, c}),
         pipelined + from + toB + toC + data +
             "S: 550 5.7.1 not you\nS: 503 5.5.1 MAIL first\n"
             "S: 503 5.5.1 MAIL first\nS: 503 5.5.1 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail,
         [](const smtp::Session &s) {
             return s.facts().reply->code == 550 && s.facts().recipients[1].reply->code == 550;
         }},
        {"MAIL refused, DATA 354 all the same: lone dot", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 550 5.7.1 not you\nS: 503 5.5.1 no\nS: 354 go\nDOT\n"
             "C: QUIT\nS: 554 no\nS: 221 bye\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail},
        {"one recipient 550, one 451: deferred, by the one that may work later", mail(a, {b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 550 5.1.1 no\n" + toC +
             "S: 451 4.7.1 greylisted\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt,
         results({Outcome::Refused, Outcome::Deferred})},
        {"B78 DATA 554: refused, RSET, QUIT", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 554 5.7.1 no\nC: RSET\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Data, results({Outcome::Refused})},
        {"B79 554 after the dot: permanent", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\n"
             "S: 554 5.7.1 spam\nS: 221 bye\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Body, results({Outcome::Refused})},
        {"451 after the dot, lock-step: deferred", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 451 4.3.0 later\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Body, results({Outcome::Deferred})},
        {"B87 lost after the final dot: unknown", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nEOF\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body, results({Outcome::Unknown})},
        {"B87 no reply to the final dot in time: unknown", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nTIMEOUT\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body},
        {"B87 cancelled after the final dot: unknown, too", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nCANCEL\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body},
        {"B81 a message of dots: stuffed on the wire",
         mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         {},
         ".\r\n..\r\na\n.b",
         "..\r\n...\r\na\r\n..b\r\n.\r\n"},
        {"B28 250- then 550 after the dot: unknown, the server may hold the mail", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250-queued\nS: 550 or not\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body, results({Outcome::Unknown})},
        {"garbage after the dot: unknown", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: what\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body},
        {"221 after the dot, perhaps QUIT's reply: unknown, never accepted", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 221 bye\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body},
        {"nonsense for QUIT's reply changes nothing", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nS: Bye\nCLOSE"},
        {"a line without end for QUIT's reply neither, and is not gathered", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nS! 221 " +
             QByteArray(20'000, 'x') + "\nCLOSE"},
        {"200 after the dot: any 2yz takes the mail",
         mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 200 fine\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         results({Outcome::Accepted})},
        {"251 after the dot, pipelined", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 251 will forward\nS: 221 "
             "bye\nCLOSE"},
        {"garbage after the dot is what the server answered", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: what\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body,
         [](const smtp::Session &s) { return s.facts().reply.has_value(); }},
        {"half a reply after the dot is no answer", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250-queu\nEOF\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body,
         [](const smtp::Session &s) { return !s.facts().reply; }},
        {"pipelining is not used where it has gone wrong before",
         [](smtp::SessionSettings &s) {
             mail(a, {b})(s);
             s.pipelining = false;
         },
         pipelined + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE"},
        {"354 after the dot: unknown", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 354 more\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body},
        {"421 after the dot: the server says it did not take it", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 421 4.3.2 shutting down\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Body},
        {"MAIL times out after a login: no stale reply is shown",
         [](smtp::SessionSettings &s) {
             mail(a, {b})(s);
             s.security = core::Security::Smtps;
             s.method = core::Method::Plain1;
             s.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
         },
         "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH PLAIN\n"
         "C: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 235 welcome\nC: MAIL "
         "FROM:<a@example.org>\nTIMEOUT\nCLOSE",
         Outcome::Failed, Failure::TimedOut, Stage::Mail,
         [](const smtp::Session &s) { return !s.facts().reply && !s.facts().recipients[0].reply; }},
        {"DATA times out: the recipient keeps RCPT's reply", mail(a, {b}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 2.1.5 fine\n" + data + "TIMEOUT\nCLOSE",
         Outcome::Failed, Failure::TimedOut, Stage::Data,
         [](const smtp::Session &s) { return s.facts().recipients[0].reply->code == 250; }},
        {"B89 250, then QUIT is not answered: sent", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nTIMEOUT\nCLOSE"},
        {"B89 250, then the link breaks: sent", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nEOF\nCLOSE"},
        {"cancelled after the 250: sent all the same", mail(a, {b}),
         pipelined + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nCANCEL\nCLOSE"},
        {"421 in the middle of a pipelined group: deferred for all", mail(a, {b, c}),
         pipelined + from + toB + toC + data + "S: 250 ok\nS: 421 4.3.2 shutting down\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt,
         results({Outcome::Deferred, Outcome::Deferred})},
    };
}

} // namespace dialogue
