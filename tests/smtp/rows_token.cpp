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

std::function<void(smtp::SessionSettings &)> goesOn(Method method)
{
    return [method](smtp::SessionSettings &s) {
        logIn(method)(s);
        s.tryNextMethod = true;
    };
}

std::function<bool(const smtp::Session &)> reason(const QString &words)
{
    return [words](const smtp::Session &s) { return s.facts().detail.english() == words; };
}

const QByteArray bearer = "C: AUTH OAUTHBEARER bixhPWlkLAFhdXRoPUJlYXJlciB3b3JkLXBhc3MBAQ==\n";
const QByteArray xoauth2 = "C: AUTH XOAUTH2 dXNlcj1pZAFhdXRoPUJlYXJlciB3b3JkLXBhc3MBAQ==\n";
// {"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}
const QByteArray googlesReason =
    "S: 334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xl"
    "LmNvbS8ifQ==\n";
// {"status":"invalid_token","got":"word-pass"}
const QByteArray repeatingReason =
    "S: 334 eyJzdGF0dXMiOiJpbnZhbGlkX3Rva2VuIiwiZ290Ijoid29yZC1wYXNzIn0=\n";
const QByteArray wrong = "S: 535 5.7.8 wrong\n";

} // namespace

QList<Row> nextMethodRows()
{
    const QByteArray cramAndRest = "CRAM-MD5 LOGIN PLAIN";
    return {
        {"B53 535 and allowed: the next rung by itself over verified TLS",
         goesOn(Method::CramMd5),
         offers(cramAndRest) + cram + wrong + login + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return loggedInBy({Method::CramMd5, Method::Login})(s) &&
                    s.facts().notes.contains(core::Note::NextMethodTried);
         }},
        {"B53 allowed, but the link is not encrypted: no next rung",
         [](smtp::SessionSettings &s) {
             goesOn(Method::CramMd5)(s);
             s.security = core::Security::None;
             s.allowPlaintextPassword = true;
         },
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH CRAM-MD5 LOGIN\n" + cram + wrong +
             "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B53 allowed: the tries are capped at three", goesOn(Method::ScramSha256),
         offers("SCRAM-SHA-256 CRAM-MD5 LOGIN PLAIN") + scramRefused + cram + wrong + login +
             wrong + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         [](const smtp::Session &s) { return s.facts().attempts.size() == 3; }},
        {"B53 allowed, and a 454: temporary, no next rung", goesOn(Method::CramMd5),
         offers(cramAndRest) + cram + "S: 454 4.7.0 later\nC: QUIT\nCLOSE", Outcome::Deferred,
         Failure::ReplyDeferred, Stage::Auth},
        {"B54 allowed, and the server closes before the next: the refused one is known",
         goesOn(Method::CramMd5), offers(cramAndRest) + cram + wrong + "C: AUTH LOGIN\nEOF\nCLOSE",
         Outcome::Failed, Failure::ClosedByPeer, Stage::Auth,
         [](const smtp::Session &s) {
             const auto &attempts = s.facts().attempts;
             return attempts.size() == 2 && attempts[0].reply->code == 535 && !attempts[1].reply;
         }},
        {"B54 another connection begins below what was refused",
         [](smtp::SessionSettings &s) {
             goesOn(Method::CramMd5)(s);
             s.refusedMethods = {Method::CramMd5};
         },
         offers(cramAndRest) + login + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::Login})},
        {"B54 the cap counts the connections before",
         [](smtp::SessionSettings &s) {
             goesOn(Method::CramMd5)(s);
             s.refusedMethods = {Method::CramMd5, Method::Login};
         },
         offers(cramAndRest) + plain + wrong + "C: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth},
    };
}

QList<Row> tokenRows()
{
    return {
        {"OAUTHBEARER: the token in the AUTH line",
         logIn(Method::OAuthBearer),
         offers("XOAUTH2 OAUTHBEARER PLAIN") + bearer + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::OAuthBearer})},
        {"OAUTHBEARER not offered, XOAUTH2 is: that one",
         logIn(Method::OAuthBearer),
         offers("PLAIN XOAUTH2") + xoauth2 + welcome,
         Outcome::Accepted,
         Failure::None,
         {},
         loggedInBy({Method::XOauth2})},
        {"a token goes by no method for passwords", logIn(Method::OAuthBearer),
         offers("PLAIN LOGIN CRAM-MD5") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth},
        {"a password goes by no method for tokens", logIn(Method::ScramSha256),
         offers("OAUTHBEARER XOAUTH2") + "C: QUIT\nCLOSE", Outcome::Failed,
         Failure::MethodNotOffered, Stage::Auth},
        {"a token is not sent without encryption",
         [](smtp::SessionSettings &s) {
             logIn(Method::XOauth2)(s);
             s.security = core::Security::None;
         },
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH XOAUTH2\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth},
        {"B66 XOAUTH2 refused with a reason: an empty line, the reason is kept",
         logIn(Method::XOauth2),
         offers("XOAUTH2") + xoauth2 + googlesReason + "C: \n" + wrong + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         reason(QStringLiteral("schemes: Bearer, scope: https://mail.google.com/, status: 400"))},
        {"B66 OAUTHBEARER refused with a reason: AQ==", logIn(Method::OAuthBearer),
         offers("OAUTHBEARER") + bearer + googlesReason + "C: AQ==\n" + wrong + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         reason(QStringLiteral("schemes: Bearer, scope: https://mail.google.com/, status: 400"))},
        {"B66 the reason repeats the token: masked", logIn(Method::XOauth2),
         offers("XOAUTH2") + xoauth2 + repeatingReason + "C: \n" + wrong + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         reason(QStringLiteral("got: ****, status: invalid_token"))},
        {"B66 the reason is no JSON: said", logIn(Method::XOauth2),
         offers("XOAUTH2") + xoauth2 + "S: 334 bm8=\nC: \n" + wrong + "C: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth,
         reason(QStringLiteral("(no reason that can be read)"))},
        {"B66 asked again after the reason: *", logIn(Method::XOauth2),
         offers("XOAUTH2") + xoauth2 + googlesReason + "C: \n" + googlesReason +
             "C: *\nS: 501 5.7.0 cancelled\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::BadChallenge, Stage::Auth},
        {"B66 refused without a reason", logIn(Method::XOauth2),
         offers("XOAUTH2") + xoauth2 + wrong + "C: QUIT\nCLOSE", Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth, reason({})},
        {"a token too long for one line waits for the 334",
         [](smtp::SessionSettings &s) {
             logIn(Method::XOauth2)(s);
             s.credentials->password = core::Secret(QByteArray(2000, 'x'));
         },
         offers("XOAUTH2") + "C: AUTH XOAUTH2\nS: 334 \nC: " +
             ("user=id\x01"
              "auth=Bearer " +
              QByteArray(2000, 'x') + "\x01\x01")
                 .toBase64() +
             "\n" + welcome},
        {"a token with a line end is refused here", logIn(Method::XOauth2, "word-pass\n"),
         offers("XOAUTH2") + "C: QUIT\nCLOSE", Outcome::Failed, Failure::BadInput, Stage::Auth},
        {"EXTERNAL: the ID as whom to act", logIn(Method::External, ""),
         offers("PLAIN EXTERNAL") + "C: AUTH EXTERNAL aWQ=\n" + welcome},
        {"EXTERNAL without an ID: =",
         [](smtp::SessionSettings &s) {
             logIn(Method::External, "")(s);
             s.credentials->userId.clear();
         },
         offers("EXTERNAL") + "C: AUTH EXTERNAL =\n" + welcome},
        {"EXTERNAL not offered: no other method", logIn(Method::External, ""),
         offers("PLAIN LOGIN") + "C: QUIT\nCLOSE", Outcome::Failed, Failure::MethodNotOffered,
         Stage::Auth},
    };
}

} // namespace dialogue
