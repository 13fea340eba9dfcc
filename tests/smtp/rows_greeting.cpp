// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

void readReply(smtp::SessionSettings &s)
{
    s.goal = core::Goal::ReadReply;
}

std::function<bool(const smtp::Session &)> hasNote(core::Note note)
{
    return [note](const smtp::Session &s) { return s.facts().notes.contains(note); };
}

} // namespace

QList<Row> greetingRows()
{
    return {
        {"B01 multi-line 220: EHLO only after its last line", readReply,
         "S: 220-mail.example.org ESMTP\nS: 220-no spam\nS: 220 please\n"
         "C: EHLO [127.0.0.1]\nS: 250 mail.example.org\nC: QUIT\nCLOSE"},
        {"B01 the first line of a multi-line 220 alone: nothing is sent yet", readReply,
         "S: 220-mail.example.org ESMTP\nTIMEOUT\nCLOSE", Outcome::Failed, Failure::TimedOut,
         Stage::Greeting},
        {"B02 554 greeting: permanent, QUIT, no EHLO", readReply,
         "S: 554 5.7.1 go away\nC: QUIT\nCLOSE", Outcome::Refused, Failure::ReplyRefused,
         Stage::Greeting},
        {"B03 421 greeting: temporary, closes without a word", readReply,
         "S: 421 4.3.2 too busy\nCLOSE", Outcome::Deferred, Failure::ReplyDeferred,
         Stage::Greeting},
        {"B03 450 greeting: temporary", readReply, "S: 450 4.3.2 not now\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Greeting},
        {"B04 no greeting: times out naming the stage", readReply, "TIMEOUT\nCLOSE",
         Outcome::Failed, Failure::TimedOut, Stage::Greeting},
        {"B04 no greeting: cancel works at once", readReply, "CANCEL\nCLOSE", Outcome::Cancelled,
         Failure::Cancelled, Stage::Greeting},
        {"no greeting, the server closes: said with the stage", readReply, "EOF\nCLOSE",
         Outcome::Failed, Failure::ClosedByPeer, Stage::Greeting},
        {"B05 a TLS record for a greeting: wrong TLS mode", readReply,
         "S! \\x15\\x03\\x03\\x00\\x02\\x02\\x0a\nCLOSE", Outcome::Failed, Failure::WrongTlsMode,
         Stage::Greeting},
        {"B06 an SSH banner: not a mail server", readReply,
         "S: SSH-2.0-OpenSSH_9.2p1 Debian-2\nCLOSE", Outcome::Failed, Failure::NotAMailServer,
         Stage::Greeting},
        {"B06 an HTTP answer: not a mail server", readReply, "S: HTTP/1.1 400 Bad Request\nCLOSE",
         Outcome::Failed, Failure::NotAMailServer, Stage::Greeting},
        {"B07 a rewriting firewall: said, HELO still works", readReply,
         "S: 220 **************2****\nC: EHLO [127.0.0.1]\nS: 500 what\nC: HELO [127.0.0.1]\n"
         "S: 250 mail\nC: QUIT\nCLOSE",
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::RewritingFirewall)},
        {"B08 EHLO 500: HELO once", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 500 5.5.1 unknown\nC: HELO [127.0.0.1]\nS: 250 hi\n"
         "C: QUIT\nCLOSE",
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::HeloOnly)},
        {"B08 EHLO 502, HELO 502 too: refused, no third try", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 502 no\nC: HELO [127.0.0.1]\nS: 502 no\nC: "
         "QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Ehlo},
        {"B08 HELO after EHLO 500, STARTTLS required: stops",
         [](smtp::SessionSettings &s) { s.security = core::Security::StartTls; },
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 500 what\nC: HELO [127.0.0.1]\nS: 250 hi\nC: "
         "QUIT\nCLOSE",
         Outcome::Failed, Failure::StartTlsNotOffered, Stage::StartTls},
        {"B09 EHLO 501: about the name, no HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 501 5.5.4 bad name\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Ehlo},
        {"B09 EHLO 550: about the name, no HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 550 5.7.1 bad name\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Ehlo},
        {"B09 EHLO 553: about the name, no HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 553 5.7.1 bad name\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Ehlo},
        {"B09 EHLO 554: about this computer, no HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 554 5.7.1 go away\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Ehlo},
        {"B09 EHLO 503, as a server says that knows only HELO: HELO once", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 503 5.5.1 bad sequence\nC: HELO [127.0.0.1]\n"
         "S: 250 hi\nC: QUIT\nCLOSE",
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::HeloOnly)},
        {"B09 EHLO 504 not implemented: HELO once", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 504 EHLO not implemented\nC: HELO [127.0.0.1]\n"
         "S: 250 hi\nC: QUIT\nCLOSE",
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::HeloOnly)},
        {"B09 EHLO 504 without that: about the name, no HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 504 5.5.2 need a full host name\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Ehlo},
        {"a greeting that begins with 220 and ends with 521: refused, the whole of it kept",
         readReply, "S: 220-mx ESMTP\nS: 521 5.7.1 blocked\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Greeting,
         [](const smtp::Session &s) {
             return s.facts().reply && s.facts().reply->code == 521 &&
                    s.facts().reply->lines.size() == 2;
         }},
        {"a greeting that begins with 220 and ends with 250: two codes", readReply,
         "S: 220-mx ESMTP\nS: 250 what\nCLOSE", Outcome::Failed, Failure::MixedReplyCodes,
         Stage::Greeting},
        {"what is no reply is kept as it came", readReply, "S: HTTP/1.1 400 Bad Request\nCLOSE",
         Outcome::Failed, Failure::NotAMailServer, Stage::Greeting,
         [](const smtp::Session &s) {
             return s.facts().reply && s.facts().reply->code == 0 &&
                    s.facts().reply->text == QByteArrayList{"HTTP/1.1 400 Bad Request"};
         }},
        {"half a greeting before the link is lost is kept as well", readReply,
         "S: 220-mx ESMTP\nEOF\nCLOSE", Outcome::Failed, Failure::ClosedByPeer, Stage::Greeting,
         [](const smtp::Session &s) {
             return s.facts().reply && s.facts().reply->lines == QByteArrayList{"220-mx ESMTP"};
         }},
        {"B10 EHLO answered by 421: the stage is named", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 421 4.3.0 shutting down\nCLOSE", Outcome::Deferred,
         Failure::ReplyDeferred, Stage::Ehlo},
        {"B10 EHLO answered by a closed link: the stage is named", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nEOF\nCLOSE", Outcome::Failed, Failure::ClosedByPeer,
         Stage::Ehlo},
        {"B11 a good EHLO is never followed by HELO", readReply,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250 hi\nC: QUIT\nCLOSE"},
        {"B12 an EHLO name of one's own is sent as it is",
         [](smtp::SessionSettings &s) {
             s.goal = core::Goal::ReadReply;
             s.ehloName = "[IPv6:2001:db8::1]";
         },
         "S: 220 hi\nC: EHLO [IPv6:2001:db8::1]\nS: 250 hi\nC: QUIT\nCLOSE"},
        {"B13 CR LF in the EHLO name: refused before it is sent",
         [](smtp::SessionSettings &s) {
             s.goal = core::Goal::ReadReply;
             s.ehloName = "a\r\nMAIL FROM:<>";
         },
         "S: 220 hi\nC: QUIT\nCLOSE", Outcome::Failed, Failure::BadInput, Stage::Ehlo},
    };
}

QList<Row> ehloRows()
{
    const auto capabilities = [](auto predicate) {
        return [predicate](const smtp::Session &s) { return predicate(*s.facts().beforeTls); };
    };
    const QByteArray start = "S: 220 hi\nC: EHLO [127.0.0.1]\n";
    const QByteArray end = "C: QUIT\nCLOSE";
    using core::Capabilities;
    return {
        {"B14 keywords in lower case, tabs, trailing spaces: read all the same", readReply,
         start +
             "S: 250-hi\nS: 250-size\t1000 \nS: 250-auth\tlogin  plain \nS: 250 pipelining  \n" +
             end,
         Outcome::Accepted, Failure::None, Stage::Quit, capabilities([](const Capabilities &c) {
             return c.sizeLimit == 1000 && c.pipelining &&
                    c.authMechanisms == QByteArrayList{"LOGIN", "PLAIN"};
         })},
        {"B15 STARTTLS only on the last line: seen", readReply,
         start + "S: 250-hi\nS: 250-HELP\nS: 250 STARTTLS\n" + end, Outcome::Accepted,
         Failure::None, Stage::Quit,
         capabilities([](const Capabilities &c) { return c.startTls; })},
        {"B16 STARTTLS and AUTH in the host line or another keyword: not matched", readReply,
         start + "S: 250-STARTTLS AUTH LOGIN\nS: 250-XSTARTTLS\nS: 250 HELP STARTTLS AUTH PLAIN\n" +
             end,
         Outcome::Accepted, Failure::None, Stage::Quit, capabilities([](const Capabilities &c) {
             return !c.startTls && !c.hasAuth && c.authMechanisms.isEmpty();
         })},
        {"B17 AUTH with no mechanism: no login offered",
         [](smtp::SessionSettings &s) {
             s.method = core::Method::ScramSha256;
             s.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
         },
         start + "S: 250-hi\nS: 250 AUTH\n" + end, Outcome::Failed, Failure::LoginNotOffered,
         Stage::Auth},
        {"B18 only the old form AUTH=LOGIN PLAIN: usable, marked as old", readReply,
         start + "S: 250-hi\nS: 250 AUTH=LOGIN PLAIN\n" + end, Outcome::Accepted, Failure::None,
         Stage::Quit, capabilities([](const Capabilities &c) {
             return c.onlyOldAuthForm && c.hasAuth &&
                    c.authMechanisms == QByteArrayList{"LOGIN", "PLAIN"};
         })},
        {"B18 only the old form: logged in by it, then MAIL; noted",
         [](smtp::SessionSettings &s) {
             s.goal = core::Goal::SendMail;
             s.allowPlaintextPassword = true;
             s.method = core::Method::ScramSha256;
             s.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
             s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
         },
         start +
             "S: 250-hi\nS: 250 AUTH=PLAIN\nC: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 235 ok\n"
             "C: MAIL FROM:<a@example.org>\nS: 550 no\n" +
             end,
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail,
         [](const smtp::Session &s) {
             return s.facts().loggedIn && s.facts().notes.contains(core::Note::OldAuthForm);
         }},
        {"B18 only the old form, and the login is refused: no unauthenticated MAIL",
         [](smtp::SessionSettings &s) {
             s.goal = core::Goal::SendMail;
             s.allowPlaintextPassword = true;
             s.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
             s.method = core::Method::Plain1;
             s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
         },
         start + "S: 250-hi\nS: 250 AUTH=PLAIN\nC: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\nS: 535 no\n" +
             end,
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B19 AUTH and AUTH= differ: union, both shown", readReply,
         start + "S: 250-hi\nS: 250-AUTH CRAM-MD5\nS: 250 AUTH=LOGIN\n" + end, Outcome::Accepted,
         Failure::None, Stage::Quit, capabilities([](const Capabilities &c) {
             return !c.onlyOldAuthForm && c.lines.size() == 3 &&
                    c.authMechanisms == QByteArrayList{"CRAM-MD5", "LOGIN"};
         })},
        {"B20 X-EXPS: shown, not guessed", readReply,
         start + "S: 250-hi\nS: 250 X-EXPS GSSAPI NTLM LOGIN\n" + end, Outcome::Accepted,
         Failure::None, Stage::Quit, capabilities([](const Capabilities &c) {
             return !c.hasAuth && c.lines.constLast() == "250 X-EXPS GSSAPI NTLM LOGIN";
         })},
        {"B24 SIZE over 2^31: 64 bit", readReply,
         start + "S: 250-hi\nS: 250 SIZE 53687091200\n" + end, Outcome::Accepted, Failure::None,
         Stage::Quit,
         capabilities([](const Capabilities &c) { return c.sizeLimit == 53687091200; })},
        {"B24 SIZE 0: no limit", readReply, start + "S: 250-hi\nS: 250 SIZE 0\n" + end,
         Outcome::Accepted, Failure::None, Stage::Quit,
         capabilities([](const Capabilities &c) { return c.hasSize && c.sizeLimit == 0; })},
        {"B24 SIZE junk: noted", readReply, start + "S: 250-hi\nS: 250 SIZE huge\n" + end,
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::SizeUnreadable)},
    };
}

QList<Row> replyRows()
{
    const QByteArray start = "S: 220 hi\nC: EHLO [127.0.0.1]\n";
    const QByteArray longLine = "S: 250-" + QByteArray(2000, 'x') + "\n";
    return {
        {"B25 CR and LF in two packets: right", readReply,
         "S! 220 hi\\r\nS! \\n\nC: EHLO [127.0.0.1]\nS! 250 hi\\r\nS! \\n\nC: QUIT\nCLOSE"},
        {"B26 bare 250: valid", readReply, start + "S: 250\nC: QUIT\nCLOSE"},
        {"B27 LF-only lines: accepted with a note", readReply,
         "S! 220 hi\\n\nC: EHLO [127.0.0.1]\nS! 250-hi\\n250 HELP\\n\nC: QUIT\nCLOSE",
         Outcome::Accepted, Failure::None, Stage::Quit, hasNote(core::Note::LfOnlyLines)},
        {"B28 250- then 550: protocol error, never success", readReply,
         start + "S: 250-hi\nS: 550 no\nCLOSE", Outcome::Failed, Failure::MixedReplyCodes,
         Stage::Ehlo},
        {"B29 250- without end: capped, closed", readReply,
         start + QByteArray("S: 250-more\n").repeated(600) + "CLOSE", Outcome::Failed,
         Failure::ReplyTooLong, Stage::Ehlo},
        {"B30 a line of 1 MB: capped, closed", readReply,
         start + "S: 250 " + QByteArray(qsizetype{1024} * 1024, 'x') + "\nCLOSE", Outcome::Failed,
         Failure::ReplyTooLong, Stage::Ehlo},
        {"B30 lines of 2,000 octets up to the limit: read", readReply,
         start + longLine.repeated(20) + "S: 250 end\nC: QUIT\nCLOSE"},
        {"B32 a second reply nobody asked for: out of step, closed",
         [](smtp::SessionSettings &s) {
             s.goal = core::Goal::SendMail;
             s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
         },
         // In one packet it is seen at once; in two it passes for RCPT's reply, and then RCPT's for
         // DATA's.
         start + "S: 250 hi\nC: MAIL FROM:<a@example.org>\nS! 250 ok\\r\\n250 ok again\\r\\n\n"
                 "? C: RCPT TO:<b@example.org>\n? C: DATA\nS: 250 ok\nCLOSE",
         Outcome::Failed, Failure::UnexpectedReply, std::nullopt,
         [](const smtp::Session &s) {
             return s.facts().recipients[0].outcome != Outcome::Accepted;
         }},
        {"B33 550 2.1.0: the SMTP code wins", readReply, "S: 550 2.1.0 all is well\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Greeting,
         [](const smtp::Session &s) { return !s.facts().reply->enhanced.has_value(); }},
        {"B31 escapes, NUL, bidi controls and HTML in a refusal: kept as they came, for show to "
         "make "
         "inert",
         readReply, "S! 550 \\x1b[2J\\0\\xe2\\x80\\xae<b>no</b>\\r\\n\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Greeting,
         [](const smtp::Session &s) {
             const QByteArray text("\x1b[2J\0\xe2\x80\xae<b>no</b>", 17);
             return s.facts().reply->text == QByteArrayList{text};
         }},
        {"B31 a keyword of escapes in the EHLO reply is no keyword we know",
         readReply,
         start +
             "S! 250-hi\\r\\n250-\\x1b[31mSTARTTLS\\r\\n250 \\x9bAUTH LOGIN\\r\\n\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return !s.facts().beforeTls->startTls && !s.facts().beforeTls->hasAuth;
         }},
        {"a reply with a letter for its code: malformed", readReply, start + "S: 25O hi\nCLOSE",
         Outcome::Failed, Failure::MalformedReply, Stage::Ehlo},
        {"a 354 to EHLO: refused as unexpected", readReply, start + "S: 354 go on\nCLOSE",
         Outcome::Failed, Failure::UnexpectedReply, Stage::Ehlo},
    };
}

} // namespace dialogue
