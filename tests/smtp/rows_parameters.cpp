// SPDX-License-Identifier: GPL-3.0-or-later
#include "mails.h"

using core::Failure;
using core::Note;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

std::function<bool(const smtp::Session &)> noting(const QList<Note> &notes)
{
    return [notes](const smtp::Session &s) { return s.facts().notes == notes; };
}

std::function<void(smtp::SessionSettings &)> withTraits(const core::MessageTraits &traits)
{
    return [traits](smtp::SessionSettings &s) {
        mail(a, {b})(s);
        s.mail->traits = traits;
    };
}

std::function<void(smtp::SessionSettings &)> wantingReport(const QList<QByteArray> &to)
{
    return [to](smtp::SessionSettings &s) {
        mail(a, to)(s);
        s.delivery.notify.onFailure = true;
    };
}

core::MessageTraits eightBit()
{
    core::MessageTraits traits;
    traits.eightBit = true;
    return traits;
}

core::MessageTraits smtpUtf8()
{
    core::MessageTraits traits;
    traits.needsSmtpUtf8 = true;
    return traits;
}

const QByteArray sizes = greets("SIZE 1000");
const QByteArray fromSized = "C: MAIL FROM:<a@example.org> SIZE=25\n";
const QByteArray sendsIt =
    "S: 250 ok\n" + toB + "S: 250 ok\n" + data + "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE";

} // namespace

QList<Row> parameterRows()
{
    const QByteArray pipelinedSize =
        greets("SIZE\nS: 250 PIPELINING").replace("250 SIZE", "250-SIZE");
    const QByteArray reports = greets("DSN");
    const QByteArray fromReport = "C: MAIL FROM:<a@example.org> RET=HDRS\n";
    const QByteArray toBReport = "C: RCPT TO:<b@example.org> NOTIFY=FAILURE\n";
    return {
        {"555 for SIZE: once more without it",
         mail(a, {b}),
         sizes + fromSized + "S: 555 5.5.4 Unsupported option: SIZE=25\n" + from + sendsIt,
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::SizeRefused})},
        {"501 for SIZE in words: once more without it",
         mail(a, {b}),
         sizes + fromSized + "S: 501 Syntax error (invalid SIZE parameter)\n" + from + sendsIt,
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::SizeRefused})},
        {"504 without a word: SIZE is all there is to leave out",
         mail(a, {b}),
         sizes + fromSized + "S: 504 5.5.4 no\n" + from + sendsIt,
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::SizeRefused})},
        {"555 twice: the second is the answer", mail(a, {b}),
         sizes + fromSized + "S: 555 no\n" + from + "S: 555 still no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail, noting({})},
        {"501 about the address: not again", mail(a, {b}),
         sizes + fromSized + "S: 501 5.1.7 bad sender\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Mail},
        {"501 about an address with a keyword in it: not again", withTraits(eightBit()),
         greets("SIZE\nS: 250 8BITMIME").replace("250 SIZE", "250-SIZE") +
             "C: MAIL FROM:<a@example.org> SIZE=25 BODY=8BITMIME\n"
             "S: 501 size@body.example.org: bad address\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail, noting({})},
        {"555 with a code for syntax: not again", mail(a, {b}),
         sizes + fromSized + "S: 555 5.5.2 Syntax error\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Mail, noting({})},
        {"501 at RCPT, which has no SIZE: not again", mail(a, {b}),
         sizes + fromSized + "S: 250 ok\n" + toB +
             "S: 501 bad address\nC: RSET\nS: 250 ok\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Rcpt, noting({})},
        {"552 about the size itself: not again", mail(a, {b}),
         sizes + fromSized + "S: 552 5.3.4 message size exceeds the limit\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail},
        {"555 for SIZE, pipelined: every reply is read, then once more",
         mail(a, {b}),
         pipelinedSize + fromSized + toB + data + "S: 555 5.5.4 SIZE?\nS: 503 no\nS: 503 no\n" +
             from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::SizeRefused})},
        {"501 for SIZE, pipelined, and 354 all the same: a lone dot, no QUIT behind it, once more",
         mail(a, {b}),
         pipelinedSize + fromSized + toB + data +
             "S: 501 5.5.4 SIZE?\nS: 250 ok\nS: 354 go\nDOT\nS: 250 nothing\n" + from + toB + data +
             "S: 250 ok\nS: 250 ok\nS: 354 go\nBODY\nC: QUIT\nS: 250 queued\nS: 221 bye\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::SizeRefused}),
         oneMessage,
         ".\r\n" + oneMessage + ".\r\n"},
        {"501 for RET: once more, asking for no report",
         wantingReport({b}),
         reports + fromReport + "S: 501 5.5.4 RET=HDRS not supported\n" + from + sendsIt,
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::NotifyRefused})},
        {"555 for NOTIFY at RCPT: the transaction is taken back first",
         wantingReport({b}),
         reports + fromReport + "S: 250 ok\n" + toBReport +
             "S: 555 5.5.4 unknown parameter NOTIFY\nC: RSET\nS: 250 ok\n" + from + sendsIt,
         Outcome::Accepted,
         Failure::None,
         {},
         noting({Note::NotifyRefused})},
        {"555 for NOTIFY to one of two: the other has been taken, and the mail goes",
         wantingReport({b, c}),
         reports + fromReport + "S: 250 ok\n" + toBReport + "S: 250 ok\n" +
             "C: RCPT TO:<c@example.org> NOTIFY=FAILURE\nS: 555 5.5.4 NOTIFY\n" + data +
             "S: 354 go\nBODY\nS: 250 queued\nC: QUIT\nCLOSE",
         Outcome::Partial, Failure::None, Stage::Body,
         results({Outcome::Accepted, Outcome::Refused})},
        {"555 for BODY: the message must be written anew", withTraits(eightBit()),
         greets("8BITMIME") + "C: MAIL FROM:<a@example.org> BODY=8BITMIME\n" +
             "S: 555 5.5.4 BODY=8BITMIME not implemented\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::NeedsEightBit, Stage::Mail,
         [](const smtp::Session &s) { return !s.facts().capabilities()->eightBitMime; }},
        {"555 for SMTPUTF8: that is named", withTraits(smtpUtf8()),
         greets("SMTPUTF8") + "C: MAIL FROM:<a@example.org> SMTPUTF8\n" +
             "S: 555 5.6.7 SMTPUTF8 not supported\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::NeedsSmtpUtf8, Stage::Mail,
         [](const smtp::Session &s) { return !s.facts().capabilities()->smtpUtf8; }},
    };
}

} // namespace dialogue
