// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on logging in. Providers' habits as published in 2026.
#include "diagnosis/causerow.h"

#include <algorithm>

namespace diagnosis
{

namespace
{

using core::Failure;
using core::Method;
using core::Stage;

/// Not encrypted, though the server offers it: many offer their login only afterwards (B21).
bool encryptionWasLeftOut(const Case &c)
{
    return c.facts.beforeTls && c.facts.beforeTls->startTls && !c.facts.afterTls;
}

bool offersOnly(const Case &c, bool (*fits)(const QByteArray &))
{
    if (!c.facts.capabilities() || c.facts.capabilities()->authMechanisms.isEmpty()) {
        return false;
    }
    const QByteArrayList &offered = c.facts.capabilities()->authMechanisms;
    return std::all_of(offered.begin(), offered.end(), fits);
}

/// The ladder goes on to it only with encryption.
bool stopsAboveCramMd5(const Case &c)
{
    return c.facts.method == Method::CramMd5;
}

bool wantsToken(const Case &c)
{
    return core::takesToken(c.profile.method);
}

bool offersOnlyTokens(const Case &c)
{
    return offersOnly(
        c, [](const QByteArray &name) { return name == "XOAUTH2" || name == "OAUTHBEARER"; });
}

bool offersOnlyStrangeMethods(const Case &c)
{
    return offersOnly(c, [](const QByteArray &name) {
        return name != "OAUTHBEARER" && name != "XOAUTH2" && name != "EXTERNAL" &&
               name != "SCRAM-SHA-256" && name != "CRAM-MD5" && name != "LOGIN" && name != "PLAIN";
    });
}

/// Microsoft's 5.7.139 has several meanings; this text is the plain wrong password.
bool speaksNotOfTheCredentials(const Case &c)
{
    return !c.said.contains("credentials were incorrect");
}

/// These give programs a password of their own, apart from the account's.
constexpr const char *appPasswordHosts =
    "gmail.com|googlemail.com|mail.yahoo.com|aol.com|mail.me.com|icloud.com|fastmail.com|"
    "yandex.com|yandex.ru|mail.ru|qq.com|163.com";

constexpr CauseRow rows[] = {
    {"cram-md5-not-encrypted",
     {failed(Failure::PlaintextPasswordNotAllowed).where(stopsAboveCramMd5)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "SCRAM-SHA-256 did not work here, and without encryption anybody on the way "
                       "could guess the password from a login by CRAM-MD5. It was not tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS or SMTPs; or choose CRAM-MD5 yourself, if you "
                                    "trust the whole way.")},
    {"plaintext-password-not-allowed",
     {failed(Failure::PlaintextPasswordNotAllowed)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{method} would send the password readable by anybody on the way: "
                       "the connection is not encrypted. It was not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS or SMTPs; or allow this server the password "
                                    "without encryption, if you trust the whole way.")},
    {"login-not-offered-before-tls",
     {failed(Failure::LoginNotOffered).where(encryptionWasLeftOut),
      failed(Failure::MethodNotOffered).where(encryptionWasLeftOut)},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not offer this login on a connection without "
                                    "encryption; it offers STARTTLS."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS instead of {security}.")},
    {"login-not-offered",
     {failed(Failure::LoginNotOffered)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This server offers no login here, though ID and password are set. "
                       "Nothing was sent without it."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Try port 587 with STARTTLS or 465 with SMTPs; if the server needs "
                       "no login, choose no authentication.")},
    {"smtp-login-switched-off",
     {said5()
          .at(Stage::Auth)
          .saying("smtpclientauthentication is disabled|smtp access disabled|"
                  "smtp is disabled|not enabled for smtp"),
      said(535).at(Stage::Auth).in("gmx.net|gmx.com|web.de")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The provider refused the login: sending by SMTP is switched off for "
                       "this account, or the password is wrong."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Switch on SMTP (with POP3 and IMAP) in the account's settings on the "
                       "provider's site, or ask its administrator; then check ID and "
                       "password.")},
    {"too-many-logins",
     {said5().at(Stage::Auth).saying("too many|temporarily blocked")},
     QT_TRANSLATE_NOOP("diagnosis", "The server has stopped taking logins after too many tries."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait an hour, check ID and password, and then try once.")},
    {"account-locked",
     {said5().at(Stage::Auth).enhanced(7, 13),
      said5()
          .at(Stage::Auth)
          .saying("account disabled|account is disabled|has been disabled|"
                  "account locked|account is locked|has been locked|suspended")},
     QT_TRANSLATE_NOOP("diagnosis", "The server says that this account is locked or switched off."),
     QT_TRANSLATE_NOOP("diagnosis", "Sign in on the provider's site to unlock it, or ask the "
                                    "provider.")},
    {"token-refused",
     {said5().at(Stage::Auth).with(Method::OAuthBearer, Method::XOauth2)},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take this access token{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Get a new token, for this ID and for sending mail: most hold "
                                    "for an hour only.")},
    {"external-refused",
     {said5().at(Stage::Auth).with(Method::External)},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know the client certificate as a login."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the server's operator whom the certificate stands for; "
                                    "the ID may have to be empty.")},
    {"tokens-not-offered",
     {failed(Failure::MethodNotOffered).where(wantsToken)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This server offers no login by an access token; it offers {offered}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose a method that takes a password.")},
    {"oauth-only",
     {failed(Failure::MethodNotOffered).where(offersOnlyTokens),
      said5().at(Stage::Auth).enhanced(7, 139).where(speaksNotOfTheCredentials),
      said5().at(Stage::Auth).in("smtp-mail.outlook.com|smtp-mail.live.com|hotmail.com"),
      said5().at(Stage::Auth).saying("basic authentication is disabled|basicauthblocked")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "This server takes no passwords any more, only access tokens that the "
                       "provider gives after a login in the browser (OAuth 2)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "The password is not at fault. Get an access token from the provider and "
                       "choose OAUTHBEARER or XOAUTH2; or use a server that takes a password.")},
    {"app-password-needed",
     {said5()
          .at(Stage::Auth)
          .saying("application-specific|app-specific|app password|"
                  "application password|authorization code"),
      said(535).at(Stage::Auth).in(appPasswordHosts),
      said(534).at(Stage::Auth).in(appPasswordHosts),
      said5().at(Stage::Auth).saying("support.google.com|gsmtp")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The provider refused the password; for programs it wants one made "
                       "for them (app password)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Make an app password in the account's security settings on the "
                       "provider's site and use it here; the ID is the whole address.")},
    {"encryption-needed-for-login",
     {said(538), said5().enhanced(7, 11), said(530).saying("starttls|encryption|secure connection"),
      said(503, 550, 554).at(Stage::Auth).saying("starttls|encryption required")},
     QT_TRANSLATE_NOOP("diagnosis", "The server wants an encrypted connection first."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose STARTTLS instead of {security}, or SMTPs with port 465.")},
    {"stronger-method-needed",
     {said(534).at(Stage::Auth), said5().at(Stage::Auth).enhanced(7, 9)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server finds {method} too weak for this account; it offers "
                       "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose SCRAM-SHA-256, the top of the ladder, or ask the provider "
                       "which method it wants.")},
    {"plain1-form-refused",
     {said(500, 501, 502).at(Stage::Auth).with(Method::Plain1)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server does not understand PLAIN1, which sends ID and password "
                       "in the first line."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose PLAIN2, which waits for the server to ask.")},
    {"plain2-form-refused",
     {said(500, 501, 502).at(Stage::Auth).with(Method::Plain2)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server does not understand PLAIN2, which waits for the server "
                       "to ask."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose PLAIN1, which sends ID and password in the first line.")},
    {"method-refused",
     {said(504).at(Stage::Auth), said5().at(Stage::Auth).enhanced(5, 4),
      said5()
          .at(Stage::Auth)
          .saying("unsupported auth|mechanism not|unknown mechanism|"
                  "unrecognized auth|unrecognised auth")},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know the method {method}; it offers "
                                    "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose another method that it offers, such as LOGIN or PLAIN1.")},
    {"wrong-password",
     {said(535).at(Stage::Auth), said5().at(Stage::Auth).enhanced(7, 8),
      said5().at(Stage::Auth).saying("credentials were incorrect")},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server does not take this ID with this password ({method})."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the password and the ID: some servers want the whole address, "
                       "others only the part before the @. If both are right, try "
                       "another method.")},
    {"login-temporarily-unavailable",
     {said4().at(Stage::Auth)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server cannot check logins just now; this says nothing about "
                       "the password."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {"login-refused",
     {said5().at(Stage::Auth)},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused the login by {method}."),
     QT_TRANSLATE_NOOP("diagnosis", "See the server's own words; check ID and password, or choose "
                                    "another method that it offers.")},
    {"no-usable-method",
     {failed(Failure::MethodNotOffered).where(offersOnlyStrangeMethods)},
     QT_TRANSLATE_NOOP("diagnosis", "The server offers only logins that Proserpina does not know: "
                                    "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the provider for a server or port that takes CRAM-MD5, LOGIN "
                       "or PLAIN.")},
    {"method-not-offered",
     {failed(Failure::MethodNotOffered)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server offers neither {method} nor a method below it; it offers "
                       "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose one that it offers. From the chosen method the ladder goes "
                       "only down: SCRAM-SHA-256, CRAM-MD5, LOGIN, PLAIN1; PLAIN2 has "
                       "none.")},
    {"password-unavailable",
     {failed(Failure::PasswordUnavailable)},
     QT_TRANSLATE_NOOP("diagnosis", "The password could not be fetched{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Unlock the keychain, check the password command, or give the "
                                    "password another way.")},
    {"bad-challenge",
     {failed(Failure::BadChallenge)},
     QT_TRANSLATE_NOOP("diagnosis", "The server asked something at the login that {method} cannot "
                                    "answer."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose another method that it offers: {offered}.")},
    {"too-few-rounds",
     {failed(Failure::TooFewRounds)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server asked {method} to protect the password less than is safe (with "
                       "fewer than 4,096 rounds of hashing), so that it could be guessed from the "
                       "answer. Nothing was answered."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and encryption: it may be a stranger posing as your server. If "
                       "it is yours, ask its operator for more rounds; try another method only if "
                       "you trust the server.")},
    {"server-proof-wrong",
     {failed(Failure::ServerProofWrong)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} could not prove that it knows the password: it may be a "
                       "stranger posing as your server."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and certificate before you use the password there by "
                       "another method.")},
};

} // namespace

std::span<const CauseRow> loginCauses()
{
    return rows;
}

} // namespace diagnosis
