// SPDX-License-Identifier: GPL-3.0-or-later
#include "mails.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

std::function<void(smtp::SessionSettings &)> allOrNone(const QList<QByteArray> &to)
{
    return [to](smtp::SessionSettings &s) {
        mail(a, to)(s);
        s.delivery.allOrNone = true;
    };
}

std::function<void(smtp::SessionSettings &)> copies(int count)
{
    return [count](smtp::SessionSettings &s) {
        mail(a, {b})(s);
        s.delivery.copies = count;
    };
}

std::function<void(smtp::SessionSettings &)> notifying(const core::NotifyRequest &notify)
{
    return [notify](smtp::SessionSettings &s) {
        mail(a, {b})(s);
        s.delivery.notify = notify;
    };
}

std::function<bool(const smtp::Session &)> sent(int mails)
{
    return [mails](const smtp::Session &s) { return s.facts().mailsAccepted == mails; };
}

const QByteArray taken = "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\n";

} // namespace

QList<Row> deliveryRows()
{
    const QByteArray one = from + toB + data;
    return {
        {"B76 all or none, pipelined, all taken: DATA once every reply is there",
         allOrNone({b, c}),
         pipelined + from + toB + toC + "S: 250 ok\nS: 250 ok\nS: 250 ok\n" + data +
             "S: 354 go\nBODY\nC: QUIT\nS: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         results({Outcome::Accepted, Outcome::Accepted})},
        {"B76 all or none, pipelined, one refused: nothing is sent", allOrNone({b, c}),
         pipelined + from + toB + toC +
             "S: 250 ok\nS: 250 ok\nS: 550 5.1.1 no\nC: RSET\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt,
         [](const smtp::Session &s) {
             // Who was taken keeps the server's yes, and has no mail.
             return results({Outcome::Failed, Outcome::Refused})(s) &&
                    s.facts().recipients[0].reply->code == 250 && s.facts().mailsAccepted == 0;
         }},
        {"B76 all or none, lock-step, one deferred: nothing is sent", allOrNone({b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 451 4.7.1 greylisted\n" + toC +
             "S: 250 ok\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt,
         results({Outcome::Deferred, Outcome::Failed})},
        {"B76 all or none, too many for one transaction: nothing is sent", allOrNone({b, c}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC +
             "S: 452 4.5.3 too many\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Rcpt,
         results({Outcome::Failed, Outcome::Deferred})},
        {"DSN: success and failure, headers only", notifying({false, true, true, false, false}),
         greets("DSN") +
             "C: MAIL FROM:<a@example.org> RET=HDRS\nS: 250 ok\n"
             "C: RCPT TO:<b@example.org> NOTIFY=SUCCESS,FAILURE\nS: 550 no\nC: RSET\nS: 250 ok\n"
             "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt},
        {"DSN: delay, the whole message back", notifying({false, false, false, true, true}),
         greets("DSN") + "C: MAIL FROM:<a@example.org> RET=FULL\nS: 250 ok\n"
                         "C: RCPT TO:<b@example.org> NOTIFY=DELAY\nS: 550 no\nC: RSET\nS: 250 ok\n"
                         "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt},
        {"DSN: never", notifying({true, false, false, false, false}),
         greets("DSN") + from +
             "S: 250 ok\nC: RCPT TO:<b@example.org> NOTIFY=NEVER\nS: 550 no\nC: RSET\n"
             "S: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt},
        {"DSN wanted and not offered: sent without, and said",
         notifying({false, true, false, false, false}),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return s.facts().notes.contains(core::Note::NotifyNotOffered);
         }},
        {"two copies, pipelined: QUIT behind the last one only",
         copies(2),
         pipelined + one + taken + "S: 250 queued\n" + one + taken +
             "C: QUIT\nS: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         sent(2),
         oneMessage,
         twoOnTheWire},
        {"two copies, the second refused: that one's reply, one is sent", copies(2),
         pipelined + one + taken + "S: 250 queued\n" + one + taken +
             "C: QUIT\nS: 554 5.7.1 spam\nS: 221 bye\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Body, sent(1), oneMessage, twoOnTheWire},
        {"B34 421 between two mails: it says so, one is sent", copies(2),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "S: 421 4.3.2 too many mails\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Mail, sent(1)},
        {"B34 the link goes between two mails: one is sent", copies(2),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "EOF\nCLOSE",
         Outcome::Failed, Failure::ClosedByPeer, Stage::Mail, sent(1)},
        {"B34 221 between two mails: one is sent", copies(2),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "S: 221 bye\nCLOSE",
         Outcome::Failed, Failure::UnexpectedReply, Stage::Mail, sent(1)},
        {"the second of two copies is lost after its dot: unknown", copies(2),
         lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\n" + from + "S: 250 ok\n" + toB + "S: 250 ok\n" +
             data + "S: 354 go\nBODY\nEOF\nCLOSE",
         Outcome::Unknown, Failure::LostAfterDot, Stage::Body, sent(1), oneMessage, twoOnTheWire},
    };
}

} // namespace dialogue
