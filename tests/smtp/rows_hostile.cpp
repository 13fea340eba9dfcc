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

/// Without encryption nobody is brought from SCRAM down to CRAM-MD5's digest by what is offered or
/// said.
QList<Row> digestInTheOpenRows()
{
    const auto openly = [](core::Security security, bool allowed) {
        return [security, allowed](smtp::SessionSettings &s) {
            logIn(Method::ScramSha256)(s);
            s.security = security;
            s.allowPlaintextPassword = allowed;
        };
    };
    const auto offering = [](const QByteArray &mechanisms) {
        return "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH " + mechanisms + '\n';
    };
    const QByteArray begun =
        offering("SCRAM-SHA-256 CRAM-MD5") + "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\n";
    const QByteArray spoilt = begun + "S: 334 d3Jvbmctbm9uY2U=\n" + givenUp; // "wrong-nonce"
    const auto stopped = [&](const QByteArray &name, const QByteArray &script) {
        return Row{name,
                   openly(core::Security::None, false),
                   script + "C: QUIT\nCLOSE",
                   Outcome::Failed,
                   Failure::PlaintextPasswordNotAllowed,
                   Stage::Auth,
                   [](const smtp::Session &s) {
                       return s.facts().method == Method::CramMd5 && !s.facts().loggedIn;
                   }};
    };
    Row mayStayPlain = stopped("in the open, STARTTLS if offered: no digest", offering("CRAM-MD5"));
    mayStayPlain.set = openly(core::Security::StartTlsIfOffered, false);
    return {
        stopped("in the open, SCRAM not offered: no digest", offering("CRAM-MD5 LOGIN PLAIN")),
        mayStayPlain,
        stopped("in the open, 504 to SCRAM: no digest", begun + "S: 504 5.5.4 unknown\n"),
        stopped("in the open, SCRAM with a wrong nonce: no digest", spoilt),
        stopped("in the open, SCRAM's challenge is not base64: no digest",
                begun + "S: 334 !!!\n" + givenUp),
        stopped("in the open, SCRAM's challenge is too long: no digest",
                begun + challengeOf(12'292) + givenUp),
        {"in the open, 535 to SCRAM: no digest", openly(core::Security::None, false),
         begun + "S: 535 5.7.8 no\nC: QUIT\nCLOSE", Outcome::Refused, Failure::ReplyRefused,
         Stage::Auth},
        {"in the open, SCRAM not offered, the password allowed: CRAM-MD5",
         openly(core::Security::None, true), offering("CRAM-MD5") + cram + welcome},
        {"in the open, SCRAM with a wrong nonce, the password allowed: CRAM-MD5",
         openly(core::Security::None, true), spoilt + cram + welcome},
        {"over TLS, SCRAM with a wrong nonce: CRAM-MD5 by itself", logIn(Method::ScramSha256),
         offers("SCRAM-SHA-256 CRAM-MD5") +
             "C: AUTH SCRAM-SHA-256 c2NyYW0tZmlyc3Q=\n"
             "S: 334 d3Jvbmctbm9uY2U=\n" +
             givenUp + cram + welcome},
    };
}

} // namespace dialogue
