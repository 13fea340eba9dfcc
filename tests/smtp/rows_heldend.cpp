// SPDX-License-Identifier: GPL-3.0-or-later
#include "mails.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

const QByteArray upToTheDot = "Subject: test\r\n\r\nHello.\r\n.";

std::function<void(smtp::SessionSettings &)> held(const QList<QByteArray> &to)
{
    return [to](smtp::SessionSettings &s) {
        mail(a, to)(s);
        s.holdEnd = true;
    };
}

/// In step until the message has gone but for its last octets.
const QByteArray sent =
    lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data + "S: 354 go\nBODY\n";
const QByteArray sentPipelined =
    pipelined + from + toB + data + "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\n";

Row row(const QByteArray &name, const QByteArray &script, Outcome outcome = Outcome::Accepted,
        Failure failure = Failure::None)
{
    Row row{name, held({b}), script, outcome, failure, Stage::Body};
    row.check = results({outcome});
    row.wire = upToTheDot;
    return row;
}

} // namespace

/// The CRLF behind the dot waits for the owner of the mail: until it has gone no server can have
/// taken the mail, and once it has, nobody can call it back.
QList<Row> heldEndRows()
{
    Row twice =
        row("each transaction's end waits by itself",
            lockStep + from + "S: 250 ok\n" + toB + "S: 250 ok\n" + toC + "S: 452 too many\n" +
                data + "S: 354 go\nBODY\nEND\nC: \nS: 250 ok\n" + from + "S: 250 ok\n" + toC +
                "S: 250 ok\n" + data + "S: 354 go\nBODY\nEND\nC: \nS: 250 ok\nC: QUIT\nCLOSE");
    twice.set = held({b, c});
    twice.check = results({Outcome::Accepted, Outcome::Accepted});
    twice.wire = upToTheDot + upToTheDot;
    Row nobody{"a lone dot waits for nobody",
               held({b}),
               pipelined + from + toB + data +
                   "S: 250 ok\nS: 550 no\nS: 354 go\nDOT\nC: QUIT\nS: 250 ok\nS: 221 bye\nCLOSE",
               Outcome::Refused,
               Failure::ReplyRefused,
               Stage::Rcpt};
    return {
        row("sent, and the end let go", sent + "END\nC: \nS: 250 ok\nC: QUIT\nCLOSE"),
        row("QUIT goes with it", sentPipelined + "END\nC: \nC: QUIT\nS: 250 ok\nS: 221 bye\nCLOSE"),
        row("taken back before", sent + "CANCEL\nCLOSE", Outcome::Cancelled, Failure::Cancelled),
        row("the server closes before", sentPipelined + "EOF\nCLOSE", Outcome::Failed,
            Failure::ClosedByPeer),
        row("the server says no before", sent + "S: 451 later\nCLOSE", Outcome::Deferred,
            Failure::ReplyDeferred),
        row("a yes before is no answer", sent + "S: 250 ok\nCLOSE", Outcome::Failed,
            Failure::UnexpectedReply),
        row("the server closes behind it", sent + "END\nC: \nEOF\nCLOSE", Outcome::Unknown,
            Failure::LostAfterDot),
        row("no answer to it", sentPipelined + "END\nC: \nC: QUIT\nTIMEOUT\nCLOSE",
            Outcome::Unknown, Failure::LostAfterDot),
        row("stopped behind it", sent + "END\nC: \nCANCEL\nCLOSE", Outcome::Unknown,
            Failure::LostAfterDot),
        row("refused behind it", sent + "END\nC: \nS: 554 spam\nC: QUIT\nCLOSE", Outcome::Refused,
            Failure::ReplyRefused),
        twice,
        nobody};
}

} // namespace dialogue
