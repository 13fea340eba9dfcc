// SPDX-License-Identifier: GPL-3.0-or-later
#include "logins.h"

using core::Failure;
using core::Method;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

std::function<void(smtp::SessionSettings &)> logInPlainly(Method method, bool allowed)
{
    return [=](smtp::SessionSettings &s) {
        logIn(method)(s);
        s.security = core::Security::None;
        s.allowPlaintextPassword = allowed;
    };
}

bool nobodyTried(const smtp::Session &s)
{
    return s.facts().attempts.isEmpty() && !s.facts().loggedIn;
}

} // namespace

QList<Row> ladderRows()
{
    return {
        {"B52 ladder: SCRAM-SHA-256 where it is offered",
         logIn(Method::ScramSha256),
         offers("PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256") + scram + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::ScramSha256})},
        {"B52 ladder: SCRAM not offered, CRAM-MD5 is taken",
         logIn(Method::ScramSha256),
         offers("PLAIN LOGIN CRAM-MD5") + cram + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::CramMd5})},
        {"B52 ladder: CRAM-MD5 chosen and not offered, LOGIN is taken (S4)",
         logIn(Method::CramMd5),
         offers("PLAIN LOGIN") + login + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::Login})},
        {"B52 ladder: LOGIN not offered either, PLAIN1 is taken (S4)",
         logIn(Method::CramMd5),
         offers("PLAIN") + plain + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::Plain1})},
        {"B52 ladder: never up, CRAM-MD5 chosen and only SCRAM offered (S5)",
         logIn(Method::CramMd5), offers("SCRAM-SHA-256") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth, nobodyTried},
        {"B52 ladder: never up, LOGIN chosen and only CRAM-MD5 offered (S5)", logIn(Method::Login),
         offers("CRAM-MD5 SCRAM-SHA-256") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth, nobodyTried},
        {"B52 ladder: never up, PLAIN1 chosen and only LOGIN offered (S5)", logIn(Method::Plain1),
         offers("LOGIN CRAM-MD5 SCRAM-SHA-256") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth, nobodyTried},
        {"B52 PLAIN2 has no ladder", logIn(Method::Plain2),
         offers("LOGIN CRAM-MD5 SCRAM-SHA-256") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth, nobodyTried},
        {"B52 unknown mechanisms are passed over",
         logIn(Method::ScramSha256),
         offers("GSSAPI NTLM XOAUTH2 plain") + plain + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::Plain1})},
        {"B53 535 on CRAM-MD5 where LOGIN is offered: no weaker method by itself",
         logIn(Method::ScramSha256),
         offers("CRAM-MD5 LOGIN PLAIN") + cram + "S: 535 5.7.8 wrong\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B64 535 on SCRAM with a password of two spellings: the other one, once",
         logIn(Method::ScramSha256, "two-spellings"),
         offers("SCRAM-SHA-256 PLAIN") + scramRefused + scram + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::ScramSha256, Method::ScramSha256})},
        {"B64 535 on both spellings: wrong password, no weaker method",
         logIn(Method::ScramSha256, "two-spellings"),
         offers("SCRAM-SHA-256 PLAIN") + scramRefused + scramRefused + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B54 the server closes instead of refusing: the stage is named", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN PLAIN") + cram + "EOF\nCLOSE", Outcome::Failed,
         Failure::ClosedByPeer, Stage::Auth},
        {"B56 530 wants TLS: not repeated", logIn(Method::ScramSha256),
         offers("CRAM-MD5 LOGIN PLAIN") + "C: AUTH CRAM-MD5\nS: 530 5.7.0 STARTTLS first\n"
                                          "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B56 534 too weak: not repeated, no weaker method", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN PLAIN") + cram + "S: 534 5.7.9 too weak\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B56 538 encryption needed: not repeated", logIn(Method::Plain1),
         offers("PLAIN LOGIN") + plain + "S: 538 5.7.11 encryption\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B58 Microsoft's 535 5.7.139: its words are kept", logIn(Method::Login),
         offers("LOGIN XOAUTH2") + login +
             "S: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled\n"
             "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         [](const smtp::Session &s) {
             return s.facts().reply->enhanced == core::EnhancedCode{5, 7, 139};
         }},
        {"B58 Google's 534-5.7.9 of two lines", logIn(Method::Plain1),
         offers("PLAIN LOGIN XOAUTH2") + plain +
             "S: 534-5.7.9 Application-specific password required\n"
             "S: 534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         [](const smtp::Session &s) { return s.facts().reply->lines.size() == 2; }},
        {"535 to the bare AUTH LOGIN: not about the password, PLAIN is tried",
         logIn(Method::Login),
         offers("LOGIN PLAIN") + "C: AUTH LOGIN\nS: 535 5.7.8 invalid mechanism\n" + plain +
             welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::Login, Method::Plain1})},
        {"535 to the bare AUTH CRAM-MD5: LOGIN is tried",
         logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN PLAIN") + "C: AUTH CRAM-MD5\nS: 535 5.7.8 no\n" + login + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::CramMd5, Method::Login})},
        {"535 to every bare AUTH: refused, and no login counts as refused", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nS: 535 5.7.8 no\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth,
         [](const smtp::Session &s) {
             return s.facts().attempts.constLast().nothingSent &&
                    !s.facts().attempts.constLast().isRefusal();
         }},
        {"554 to the bare AUTH without encryption: it may ask for that, and the ladder stops",
         [](smtp::SessionSettings &s) {
             logIn(Method::Login)(s);
             s.security = core::Security::None;
             s.allowPlaintextPassword = true;
         },
         QByteArray("S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH LOGIN PLAIN\n") +
             "C: AUTH LOGIN\nS: 554 Encryption required\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"504 to the bare AUTH CRAM-MD5 without encryption: no password in the open",
         [](smtp::SessionSettings &s) {
             logIn(Method::CramMd5)(s);
             s.security = core::Security::None;
         },
         QByteArray("S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH CRAM-MD5 LOGIN\n") +
             "C: AUTH CRAM-MD5\nS: 504 5.5.4 no\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth},
        {"B60 LOGIN goes without an initial response, which some refuse", logIn(Method::Login),
         offers("LOGIN") + login + welcome},
        {"B61 PLAIN1's form is refused where PLAIN2 may work: said, not tried by itself",
         logIn(Method::Plain1),
         offers("PLAIN") + plain + "S: 501 5.5.4 no initial response\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B61 PLAIN2's form is refused where PLAIN1 may work: said, not tried by itself",
         logIn(Method::Plain2),
         offers("PLAIN") + "C: AUTH PLAIN\nS: 501 5.5.2 initial response needed\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B55 504 on an offered method: the next rung down",
         logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN PLAIN") + "C: AUTH CRAM-MD5\nS: 504 5.5.4 not really\n" + login +
             welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::CramMd5, Method::Login})},
        {"B63 CRAM-MD5 challenge not base64: *, next rung",
         logIn(Method::CramMd5),
         offers("CRAM-MD5 PLAIN") + "C: AUTH CRAM-MD5\nS: 334 !!!\nC: *\nS: 501 5.7.0 cancelled\n" +
             plain + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::CramMd5, Method::Plain1})},
        {"B63 the server answers * with another challenge: out of step, no next rung",
         logIn(Method::CramMd5),
         offers("CRAM-MD5 PLAIN") + "C: AUTH CRAM-MD5\nS: 334 !!!\nC: *\nS: 334 PDFAeD4=\nCLOSE",
         Outcome::Failed, Failure::UnexpectedReply, Stage::Auth},
        {"B63 CRAM-MD5 challenge empty, no rung below: said", logIn(Method::CramMd5),
         offers("CRAM-MD5") +
             "C: AUTH CRAM-MD5\nS: 334 \nC: *\nS: 501 5.7.0 cancelled\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"SCRAM: a forged proof ends it, no weaker method", logIn(Method::ScramSha256),
         offers("SCRAM-SHA-256 PLAIN") +
             "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 c2VydmVyLWZpcnN0\n"
             "C: c2NyYW0tZmluYWw=\nS: 334 Zm9yZ2VkLWZpbmFs\nC: *\nS: 501 ok\nCLOSE",
         Outcome::Failed, Failure::ServerProofWrong, Stage::Auth},
        {"SCRAM: a 235 without the server's proof is no success", logIn(Method::ScramSha256),
         offers("SCRAM-SHA-256 PLAIN") +
             "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 235 2.7.0 come in\nCLOSE",
         Outcome::Failed, Failure::ServerProofWrong, Stage::Auth},
    };
}

QList<Row> authRows()
{
    const QByteArray inTheClear =
        "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH PLAIN LOGIN CRAM-MD5\n";
    return {
        {"PLAIN1: the response in the AUTH line", logIn(Method::Plain1),
         offers("PLAIN") + plain + welcome},
        {"PLAIN2: the response after the 334", logIn(Method::Plain2),
         offers("PLAIN") + "C: AUTH PLAIN\nS: 334 \nC: AGlkAHdvcmQtcGFzcw==\n" + welcome},
        {"PLAIN1 too long for one line: waits for the 334",
         [](smtp::SessionSettings &s) {
             logIn(Method::Plain1)(s);
             s.credentials->password = core::Secret(QByteArray(400, 'x'));
         },
         offers("PLAIN") + "C: AUTH PLAIN\nS: 334\nC: " +
             (QByteArray("\0id\0", 4) + QByteArray(400, 'x')).toBase64() + "\n" + welcome},
        {"B23 no second EHLO after AUTH",
         [](smtp::SessionSettings &s) {
             logIn(Method::Plain1)(s);
             s.goal = core::Goal::SendMail;
             s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
         },
         offers("PLAIN") + plain +
             "S: 235 ok\nC: MAIL FROM:<a@example.org>\nS: 550 5.7.1 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Mail},
        {"B57 454 to AUTH: temporary, not a wrong password", logIn(Method::Plain1),
         offers("PLAIN") + plain + "S: 454 4.7.0 later\nC: QUIT\nCLOSE", Outcome::Deferred,
         Failure::ReplyDeferred, Stage::Auth},
        {"B57 421 to AUTH: temporary, closes", logIn(Method::Plain1),
         offers("PLAIN") + plain + "S: 421 4.7.0 bye\nCLOSE", Outcome::Deferred,
         Failure::ReplyDeferred, Stage::Auth},
        {"B59 LOGIN prompt \"User Name\\0\"", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nS: 334 VXNlciBOYW1lAA==\n" + loginAnswers + welcome},
        {"B59 LOGIN prompts in lower case", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nS: 334 dXNlcm5hbWU6\n" + loginAnswers + welcome},
        {"B59 LOGIN prompts empty", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nS: 334 \nC: aWQ=\nS: 334\nC: d29yZC1wYXNz\n" + welcome},
        {"B59 LOGIN prompts not base64: answered by step", logIn(Method::Login),
         offers("LOGIN") +
             "C: AUTH LOGIN\nS: 334 Username:\nC: aWQ=\nS: 334 Password:\n"
             "C: d29yZC1wYXNz\n" +
             welcome},
        {"LOGIN asks a third question: given up", logIn(Method::Login),
         offers("LOGIN") + login + "S: 334 VG9rZW46\nC: *\nS: 501 ok\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"B62 334 without the space, with text: tolerated", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nS: 334VXNlcm5hbWU6\n" + loginAnswers + welcome},
        {"B65 CRAM-MD5 with an ID that has a space",
         [](smtp::SessionSettings &s) {
             logIn(Method::CramMd5)(s);
             s.credentials->userId = QStringLiteral("two words");
         },
         offers("CRAM-MD5") +
             "C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\n"
             "C: dHdvIHdvcmRzIDAwN2E4YzQ2ZjQ5NjFlZWI5ZWQxOGQ2ZjU4N2ZiNDI0\n" +
             welcome},
        {"B67 no AUTH offered though a login is set: stops, sends no mail",
         [](smtp::SessionSettings &s) {
             logIn(Method::ScramSha256)(s);
             s.goal = core::Goal::SendMail;
             s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
         },
         "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 HELP\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::LoginNotOffered, Stage::Auth},
        {"B68 PLAIN1 without encryption: refused", logInPlainly(Method::Plain1, false),
         inTheClear + "C: QUIT\nCLOSE", Outcome::Failed, Failure::PlaintextPasswordNotAllowed,
         Stage::Auth, nobodyTried},
        {"B68 LOGIN without encryption: refused", logInPlainly(Method::Login, false),
         inTheClear + "C: QUIT\nCLOSE", Outcome::Failed, Failure::PlaintextPasswordNotAllowed,
         Stage::Auth, nobodyTried},
        {"B68 PLAIN2 without encryption: refused", logInPlainly(Method::Plain2, false),
         inTheClear + "C: QUIT\nCLOSE", Outcome::Failed, Failure::PlaintextPasswordNotAllowed,
         Stage::Auth, nobodyTried},
        {"B68 PLAIN1 without encryption, allowed: goes, and is noted",
         logInPlainly(Method::Plain1, true),
         inTheClear + plain + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return s.facts().notes.contains(core::Note::PasswordOverPlaintext);
         }},
        {"B68 CRAM-MD5 without encryption: does not send the password, goes",
         logInPlainly(Method::CramMd5, false),
         inTheClear + cram + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::CramMd5})},
        {"B68 the ladder without encryption ends before LOGIN",
         [](smtp::SessionSettings &s) { logInPlainly(Method::ScramSha256, false)(s); },
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH LOGIN PLAIN\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth, nobodyTried},
        {"S4 CRAM-MD5 chosen, without encryption: the ladder goes on to LOGIN only where allowed",
         logInPlainly(Method::CramMd5, false),
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH LOGIN PLAIN\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth, nobodyTried},
        {"a check without a password stops after EHLO and says so",
         [](smtp::SessionSettings &s) {
             logIn(Method::ScramSha256)(s);
             s.credentials.reset();
         },
         offers("PLAIN") + "C: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return s.facts().notes.contains(core::Note::LoginSkippedNoPassword);
         }},
        {"cancel in the middle of AUTH: at once", logIn(Method::Login),
         offers("LOGIN") + "C: AUTH LOGIN\nCANCEL\nCLOSE", Outcome::Cancelled, Failure::Cancelled,
         Stage::Auth},
        {"B64 a NUL in the password: refused before it is sent",
         [](smtp::SessionSettings &s) {
             logIn(Method::Plain1)(s);
             s.credentials->password = core::Secret(QByteArray("a\0b", 3));
         },
         offers("PLAIN") + "C: QUIT\nCLOSE", Outcome::Failed, Failure::BadInput, Stage::Auth},
    };
}

} // namespace dialogue
