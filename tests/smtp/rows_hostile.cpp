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

const QByteArray givenUp = "C: *\nS: 501 5.7.0 given up\n";

QByteArray challengeOf(qsizetype octets)
{
    return "S: 334 " + QByteArray(octets, 'A') + '\n';
}

std::function<void(smtp::SessionSettings &)> goingOn(Method method, int refusedLogins)
{
    return [method, refusedLogins](smtp::SessionSettings &s) {
        logIn(method)(s);
        s.tryNextMethod = true;
        s.refusedLogins = refusedLogins;
    };
}

} // namespace

/// Servers that play with the login.
QList<Row> hostileLoginRows()
{
    const QByteArray externalAgain = "S: 334 \nC: aWQ=\n";
    return {
        {"B63 EXTERNAL is asked again and again: *", logIn(Method::External, ""),
         offers("EXTERNAL") + "C: AUTH EXTERNAL aWQ=\n" + externalAgain + "S: 334 \n" + givenUp +
             "C: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"B63 a challenge over 12 KB: *, the next rung", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + "C: AUTH CRAM-MD5\n" + challengeOf(12'292) + givenUp + login +
             welcome},
        {"B63 a challenge over any other reply's length: the same", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + "C: AUTH CRAM-MD5\n" + challengeOf(20'000) + givenUp + login +
             welcome},
        {"B63 a challenge of 12 KB is answered", logIn(Method::XOauth2),
         offers("XOAUTH2") + "C: AUTH XOAUTH2 dXNlcj1pZAFhdXRoPUJlYXJlciB3b3JkLXBhc3MBAQ==\n" +
             challengeOf(12'288) + "C: \nS: 535 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B53 535 to giving up is a refusal: no next rung by itself", logIn(Method::Login),
         offers("LOGIN PLAIN") + login + "S: 334 UGFzc3dvcmQ6\nC: *\nS: 535 no\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"B54 535 to giving up is the third refusal: no fourth login", goingOn(Method::Login, 2),
         offers("LOGIN PLAIN") + login + "S: 334 UGFzc3dvcmQ6\nC: *\nS: 535 no\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"B63 501 to giving up: the next rung", logIn(Method::Login),
         offers("LOGIN PLAIN") + login + "S: 334 UGFzc3dvcmQ6\nC: *\nS: 501 ok\n" + plain +
             welcome},
        {"B30 a challenge without end: closed", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + "C: AUTH CRAM-MD5\n" + challengeOf(70'000) + "CLOSE",
         Outcome::Failed, Failure::ReplyTooLong, Stage::Auth},
        {"B55 504 to the AUTH line: the next rung", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + "C: AUTH CRAM-MD5\nS: 504 5.5.4 unknown\n" + login + welcome},
        {"B55 504 after the answer is a refusal, no next rung", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + cram + "S: 504 5.5.4 hm\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth},
        {"B57 432, a password to be changed: temporary", logIn(Method::CramMd5),
         offers("CRAM-MD5 LOGIN") + cram + "S: 432 4.7.12 a transition is needed\nC: QUIT\nCLOSE",
         Outcome::Deferred, Failure::ReplyDeferred, Stage::Auth},
        {"B54 two refusals on earlier connections: the third is the last",
         goingOn(Method::CramMd5, 2), offers("CRAM-MD5 LOGIN") + cram + "S: 535 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B54 a second spelling counts as a login",
         [](smtp::SessionSettings &s) {
             logIn(Method::ScramSha256, "two-spellings")(s);
             s.tryNextMethod = true;
             s.refusedLogins = 1;
         },
         offers("SCRAM-SHA-256 CRAM-MD5") + scramRefused + scramRefused + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B54 no second spelling after the third refusal",
         [](smtp::SessionSettings &s) {
             logIn(Method::ScramSha256, "two-spellings")(s);
             s.refusedLogins = 2;
         },
         offers("SCRAM-SHA-256") + scramRefused + "C: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth},
        {"B53 the method after an earlier connection's refusal wants verified TLS too",
         [](smtp::SessionSettings &s) {
             goingOn(Method::CramMd5, 1)(s);
             s.security = core::Security::None;
             s.refusedMethods = {Method::ScramSha256};
             s.allowPlaintextPassword = true;
         },
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH CRAM-MD5 LOGIN\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth},
        {"the password is a keyword: what the server offers is read all the same",
         logIn(Method::CramMd5, "CRAM-MD5"),
         offers("CRAM-MD5") +
             "C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\n"
             "C: aWQgOTJlYjE3NjgyNTQ2MWE1M2E3MzUyNDI2NmY3OTE1Yzg=\n" +
             welcome},
    };
}

/// SCRAM with fewer rounds than RFC 7677 4 asks for: given up before any proof.
QList<Row> fewRoundsRows()
{
    const QByteArray weak =
        offers("SCRAM-SHA-256 CRAM-MD5 LOGIN PLAIN") +
        "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\nS: 334 c2VydmVyLXdlYWs=\nC: *\n";
    const auto row = [&](const QByteArray &name,
                         const std::function<void(smtp::SessionSettings &)> &set,
                         const QByteArray &end) {
        return Row{name,
                   set,
                   weak + end,
                   Outcome::Failed,
                   Failure::TooFewRounds,
                   Stage::Auth,
                   [](const smtp::Session &s) {
                       return s.facts().attempts.size() == 1 && !s.facts().loggedIn;
                   }};
    };
    const auto once = logIn(Method::ScramSha256);
    return {
        row("SCRAM with few rounds: no proof, no weaker method", once, "S: 501 ok\nC: QUIT\nCLOSE"),
        row("SCRAM with few rounds, next method allowed: that was for refused logins",
            goingOn(Method::ScramSha256, 0), "S: 501 ok\nC: QUIT\nCLOSE"),
        row("SCRAM with few rounds, 535 to giving up: no weaker method",
            goingOn(Method::ScramSha256, 0), "S: 535 no\nC: QUIT\nCLOSE"),
        row("SCRAM with few rounds, 454 to giving up: the same cause", once,
            "S: 454 later\nC: QUIT\nCLOSE"),
        row("SCRAM with few rounds, 421 to giving up: the same cause", once, "S: 421 bye\nCLOSE"),
        row("SCRAM with few rounds, then closed without a word: the same cause", once,
            "EOF\nCLOSE"),
        row("SCRAM with few rounds, then silent: the same cause", once, "TIMEOUT\nCLOSE"),
    };
}

} // namespace dialogue
