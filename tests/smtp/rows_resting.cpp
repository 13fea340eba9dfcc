// SPDX-License-Identifier: GPL-3.0-or-later
#include "mails.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

std::function<void(smtp::SessionSettings &)> kept()
{
    return [](smtp::SessionSettings &s) {
        mail(a, {b})(s);
        s.keepOpen = true;
    };
}

const QByteArray commands = from + "S: 250 ok\n" + toB + "S: 250 ok\n" + data;
const QByteArray taken = commands + "S: 354 go\nBODY\nS: 250 ok\n";
const QByteArray goodbye = "LEAVE\nC: QUIT\nCLOSE";

Row row(const QByteArray &name, const QByteArray &script, Outcome outcome = Outcome::Accepted,
        int mails = 2)
{
    Row row{name, kept(), script, outcome,
            outcome == Outcome::Accepted   ? Failure::None
            : outcome == Outcome::Deferred ? Failure::ReplyDeferred
                                           : Failure::ReplyRefused};
    row.check = results({outcome});
    row.wire = (oneMessage + ".\r\n").repeated(mails);
    return row;
}

} // namespace

/// The connection stays open for another mail, whatever became of the one before; what happens to
/// it meanwhile is not the mail's.
QList<Row> restingRows()
{
    const QByteArray twice = commands + "S: 250 ok\n";
    Row eightBit = row("a mail this server cannot carry leaves the connection as it is",
                       lockStep + "NEXT\n" + goodbye, Outcome::Failed, 0);
    eightBit.set = [](smtp::SessionSettings &s) {
        kept()(s);
        s.mail->traits.eightBit = true;
    };
    eightBit.failure = Failure::NeedsEightBit;
    Row login = row("a refused login is no rest",
                    greets("AUTH PLAIN") + "C: AUTH PLAIN AHRhcm8Ad29yZA==\nS: 535 no\nC: QUIT\n"
                                           "CLOSE",
                    Outcome::Refused, 0);
    login.set = [](smtp::SessionSettings &s) {
        kept()(s);
        s.method = core::Method::Plain1;
        s.allowPlaintextPassword = true;
        s.credentials = core::Credentials{QStringLiteral("taro"), core::Secret("word")};
    };
    login.stage = Stage::Auth;
    return {
        row("one mail after the other", lockStep + taken + "NEXT\n" + taken + goodbye),
        row("QUIT does not go with the message",
            pipelined + from + toB + data + "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nS: 250 ok\n" +
                goodbye,
            Outcome::Accepted, 1),
        row("after a refused recipient RSET, and another mail",
            lockStep + from + "S: 250 ok\n" + toB + "S: 550 no\nC: RSET\nS: 250 ok\nNEXT\n" +
                taken + goodbye,
            Outcome::Accepted, 1),
        row("the same, and it was the last",
            lockStep + taken + "NEXT\n" + from + "S: 250 ok\n" + toB +
                "S: 450 later\nC: RSET\nS: 250 ok\n" + goodbye,
            Outcome::Deferred, 1),
        row("after a refused sender no RSET is needed",
            lockStep + from + "S: 553 no\nNEXT\n" + taken + goodbye, Outcome::Accepted, 1),
        row("after a refused message",
            lockStep + commands + "S: 354 go\nBODY\nS: 554 spam\nNEXT\n" + taken + goodbye),
        row("the server closes while it rests", lockStep + taken + "EOF\nCLOSE", Outcome::Accepted,
            1),
        row("421 while it rests", lockStep + taken + "S: 421 enough\nCLOSE", Outcome::Accepted, 1),
        row("the person stops while it rests", lockStep + taken + "CANCEL\nCLOSE",
            Outcome::Accepted, 1),
        row("421 to the next mail is that one's",
            lockStep + taken + "NEXT\n" + from + "S: 421 enough\nCLOSE", Outcome::Deferred, 1),
        row("RSET without an answer ends it",
            lockStep + from + "S: 250 ok\n" + toB + "S: 550 no\nC: RSET\nTIMEOUT\nCLOSE",
            Outcome::Refused, 0),
        eightBit,
        login};
}

} // namespace dialogue
