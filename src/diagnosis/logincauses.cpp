// SPDX-License-Identifier: GPL-3.0-or-later
// The table's part on logging in.
#include "diagnosis/causerow.h"

namespace diagnosis
{

namespace
{

using enum Again;
using enum Action;
using enum Subject;
using enum Whose;

constexpr CauseRow rows[] = {
    {{"cram-md5-not-encrypted", CauseClass::RefusedHere, Person, AfterChange, Exit::NoPermission},
     {about(Encryption, Method), {Encrypt, TryCramMd5}},
     QT_TRANSLATE_NOOP("diagnosis", "SCRAM-SHA-256 did not work here, and without encryption "
                                    "anybody on the way could guess the password from a login by "
                                    "CRAM-MD5. It was not tried."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS or SMTPs; or choose CRAM-MD5 yourself, if you "
                                    "trust the whole way.")},
    {{"plaintext-password-not-allowed", CauseClass::RefusedHere, Person, AfterChange,
      Exit::NoPermission},
     {about(Encryption, ClearPassword), {Encrypt, AllowPassword}},
     QT_TRANSLATE_NOOP("diagnosis", "{method} would send the password unencrypted, because the "
                                    "connection is not encrypted. It was not sent."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS or SMTPs; or allow this server the password "
                                    "without encryption, if you trust the whole way.")},
    {{"login-not-offered-before-tls", CauseClass::TlsNeededBeforeLogin, Person, AfterChange,
      Exit::NoPermission},
     {about(Encryption), {UseStartTlsHere}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not offer this login on a connection without "
                                    "encryption; it offers STARTTLS."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS instead of {security}.")},
    {{"login-not-offered", CauseClass::MethodNotSupported, Person, AfterChange, Exit::NoPermission},
     {about(Encryption, Method), {TryOfferedMethod, UseSubmission, LogInNotAtAll, ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "This server offers no login here, though ID and password are "
                                    "set. Nothing was sent without it."),
     QT_TRANSLATE_NOOP("diagnosis", "Try port 587 with STARTTLS or 465 with SMTPs; if the server "
                                    "needs no login, choose no authentication.")},
    {{"smtp-login-switched-off", CauseClass::AuthDisabledByAdmin, Person, AfterChange,
      Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Sending with a login is switched off for this account. The password is not at fault."),
     QT_TRANSLATE_NOOP("diagnosis", "Switch on SMTP for other programs in the account's settings "
                                    "on the provider's site, or ask its administrator to do so.")},
    {{"login-switched-off-or-wrong-password", CauseClass::AuthDisabledByAdmin, Person, AfterChange,
      Exit::NoPermission},
     {about(Login), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The provider refused the login: sending by SMTP is switched "
                                    "off for this account, or the password is wrong."),
     QT_TRANSLATE_NOOP("diagnosis", "Switch on SMTP (with POP3 and IMAP) in the account's settings "
                                    "on the provider's site; then check ID and password.")},
    {{"account-not-activated", CauseClass::AccountNotActivated, Person, AfterChange,
      Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The provider has not activated this account for sending yet."),
     QT_TRANSLATE_NOOP("diagnosis", "Finish the registration on the provider's site, or ask the "
                                    "provider what is still missing.")},
    {{"wrong-server-for-account", CauseClass::WrongServer, Person, AfterChange, Exit::NoPermission},
     {about(Host, Login), {ChangeHost, ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The account does not live on this server."),
     QT_TRANSLATE_NOOP("diagnosis", "Check the host: the provider says which server is meant for "
                                    "this account. Then check the ID.")},
    {{"country-blocked", CauseClass::CountryBlocked, Person, AfterChange, Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The provider takes no logins or mail from this country or network."),
     QT_TRANSLATE_NOOP("diagnosis", "Allow access from abroad in the account's settings on the "
                                    "provider's site, or send from another network.")},
    {{"pop-login-needed-first", CauseClass::PbsExpired, Person, AfterChange, Exit::BadAddress},
     {about(Method), {ChangeMethod}},
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "The server takes mail only after a POP3 login from the same network address."),
     QT_TRANSLATE_NOOP(
         "diagnosis",
         "Choose POP before SMTP as the method; or ask the provider whether SMTP-AUTH works too.")},
    {{"encryption-needed", CauseClass::TlsRequired, Person, AfterChange, Exit::NoPermission},
     {about(Encryption), {UseStartTlsIfOffered, UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "The server takes mail only over an encrypted connection."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS, or SMTPs with port 465.")},
    {{"too-many-logins", CauseClass::TooManyLogins, Server, Later, Exit::NoPermission},
     {about(Login), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The server has stopped taking logins after too many tries."),
     QT_TRANSLATE_NOOP("diagnosis", "Wait an hour, check ID and password, and then try once.")},
    {{"account-locked", CauseClass::AccountLocked, Person, AfterChange, Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server says that this account is locked or switched off."),
     QT_TRANSLATE_NOOP("diagnosis", "Sign in on the provider's site to unlock it, or ask the "
                                    "provider.")},
    {{"token-refused", CauseClass::OAuthTokenBad, Person, AfterChange, Exit::NoPermission},
     {about(Login, Method), {ChangeLogin, TryNextMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take this access token{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Get a new token, for this ID and for sending mail: most hold "
                                    "for an hour only. If it is fresh, try the other token "
                                    "method.")},
    {{"external-refused", CauseClass::ClientCertificate, Person, AfterChange, Exit::NoPermission},
     {about(ClientCertificate, Login), {ChangeClientCertificate, ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know the client certificate as a login."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the server's operator whom the certificate stands for; the "
                       "ID may have to be empty.")},
    {{"tokens-not-offered", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "This server offers no login by an access token; it offers "
                                    "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose a method that takes a password.")},
    {{"oauth-only", CauseClass::OAuthRequired, Person, AfterChange, Exit::NoPermission},
     {about(Login, Method), {EnterToken}},
     QT_TRANSLATE_NOOP("diagnosis", "This server takes no passwords any more, only access tokens "
                                    "that the provider gives after a login in the browser (OAuth "
                                    "2)."),
     QT_TRANSLATE_NOOP("diagnosis", "The password is not at fault. Get an access token from the "
                                    "provider and choose OAUTHBEARER or XOAUTH2; or use a server "
                                    "that takes a password.")},
    {{"app-password-needed", CauseClass::AppPasswordNeeded, Person, AfterChange,
      Exit::NoPermission},
     {about(Login), {ChangeLogin}},
     QT_TRANSLATE_NOOP("diagnosis", "The provider refused the password; for programs it wants one "
                                    "made for them (app password)."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Make an app password in the account's security settings on the "
                       "provider's site and use it here; the ID is the whole "
                       "address.")},
    {{"encryption-needed-for-login", CauseClass::TlsNeededBeforeLogin, Person, AfterChange,
      Exit::NoPermission},
     {about(Encryption), {UseStartTlsIfOffered, UseSmtps}},
     QT_TRANSLATE_NOOP("diagnosis", "The server wants an encrypted connection first."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose STARTTLS instead of {security}, or SMTPs with port "
                                    "465.")},
    {{"stronger-method-needed", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server requires a stronger method than {method} for this "
                                    "account; it offers {offered}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose SCRAM-SHA-256, the top of the ladder, or ask the "
                                    "provider which method it wants.")},
    {{"plain1-form-refused", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {TryPlain2}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not understand PLAIN1, which sends ID and "
                                    "password in the first line."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose PLAIN2, which waits for the server to ask.")},
    {{"plain2-form-refused", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {TryPlain1}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not understand PLAIN2, which waits for the "
                                    "server to ask."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose PLAIN1, which sends ID and password in the first "
                                    "line.")},
    {{"method-refused", CauseClass::MethodNotSupported, Person, AfterChange, Exit::NoPermission},
     {about(Method), {TryNextMethod, ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not know the method {method}; it offers "
                                    "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose another method that it offers, such as LOGIN or "
                                    "PLAIN1.")},
    {{"method-refused-at-once", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {TryNextMethod, ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server refuses the method {method} before ID or password were "
                       "sent; it offers {offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose another method that it offers, or ask the provider which "
                       "method it wants.")},
    {{"wrong-password", CauseClass::WrongPassword, Person, AfterChange, Exit::NoPermission},
     {about(Login, Method), {ChangeLogin, TryNextMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server does not take this ID with this password "
                                    "({method})."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check the password and the ID: some servers want the whole "
                       "address, others only the part before the @. If both are right, "
                       "try another method.")},
    {{"login-temporarily-unavailable", CauseClass::TemporaryAuthFailure, Server, Later,
      Exit::TryAgain},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server cannot check logins just now; this says nothing "
                                    "about the password."),
     QT_TRANSLATE_NOOP("diagnosis", "Try again in some minutes without changing anything.")},
    {{"login-refused", CauseClass::Unknown, Person, AfterChange, Exit::NoPermission},
     {},
     QT_TRANSLATE_NOOP("diagnosis", "The server refused the login by {method} for a reason that "
                                    "Proserpina does not know: {said}."),
     QT_TRANSLATE_NOOP("diagnosis", "Ask the provider what these words mean. Trying again without "
                                    "a change may lock the account.")},
    {{"no-usable-method", CauseClass::MethodNotSupported, Person, AfterChange, Exit::NoPermission},
     {about(Host, Port), {ChangeHost}},
     QT_TRANSLATE_NOOP("diagnosis", "The server offers only logins that Proserpina does not know: "
                                    "{offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Ask the provider for a host or port that takes CRAM-MD5, LOGIN "
                       "or PLAIN.")},
    {{"method-not-offered", CauseClass::MethodNotSupported, Person, AfterChange,
      Exit::NoPermission},
     {about(Method), {TryOfferedMethod, ChangeMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server offers neither {method} nor a method below it; it "
                                    "offers {offered}."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Choose one that it offers. From the chosen method the ladder "
                       "goes only down: SCRAM-SHA-256, CRAM-MD5, LOGIN, PLAIN1; PLAIN2 "
                       "has none.")},
    {{"password-unavailable", CauseClass::BadInput, Person, AfterChange, Exit::NoPermission},
     {about(Login, Pop), {EnterPassword}},
     QT_TRANSLATE_NOOP("diagnosis", "The password could not be fetched{because}."),
     QT_TRANSLATE_NOOP("diagnosis", "Unlock the keychain, check the password command, or give the "
                                    "password another way.")},
    {{"bad-challenge", CauseClass::LocalServerError, Server, AfterChange, Exit::BadProtocol},
     {about(Method), {TryNextMethod}},
     QT_TRANSLATE_NOOP("diagnosis", "The server asked something at the login that {method} cannot "
                                    "answer."),
     QT_TRANSLATE_NOOP("diagnosis", "Choose another method that it offers: {offered}.")},
    {{"too-few-rounds", CauseClass::RefusedHere, Server, AfterChange, Exit::BadProtocol},
     {about(Host, Encryption, Method), {TryNextMethod}},
     QT_TRANSLATE_NOOP("diagnosis",
                       "The server asked {method} to protect the password less than is "
                       "safe (with fewer than 4,096 rounds of hashing), so that it "
                       "could be guessed from the answer. Nothing was answered."),
     QT_TRANSLATE_NOOP("diagnosis",
                       "Check host and encryption: it may be a stranger posing as your "
                       "server. If it is yours, ask its operator for more rounds; try "
                       "another method only if you trust the server.")},
    {{"server-proof-wrong", CauseClass::RefusedHere, Server, AfterChange, Exit::BadProtocol},
     {about(Host)},
     QT_TRANSLATE_NOOP("diagnosis",
                       "{host} could not prove that it knows the password: it may be a "
                       "stranger posing as your server."),
     QT_TRANSLATE_NOOP("diagnosis", "Check host and certificate before you use the password there "
                                    "by another method.")},
};

} // namespace

std::span<const CauseRow> loginCauses()
{
    return rows;
}

} // namespace diagnosis
