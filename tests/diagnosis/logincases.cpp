// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

using namespace Qt::StringLiterals;
using core::Failure;
using core::Method;
using core::Security;
using core::Stage;

namespace
{

core::SessionFacts notOffered(Failure failure, const QByteArrayList &mechanisms)
{
    core::SessionFacts facts = failedAt(Stage::Auth, failure);
    facts.beforeTls = offering({}, true);
    facts.afterTls = offering(mechanisms);
    return facts;
}

core::SessionFacts notOfferedBeforeTls(Failure failure)
{
    core::SessionFacts facts = failedAt(Stage::Auth, failure);
    facts.beforeTls = offering({}, true);
    return facts;
}

core::SessionFacts stoppedAboveCramMd5()
{
    core::SessionFacts facts = failedAt(Stage::Auth, Failure::PlaintextPasswordNotAllowed);
    facts.method = Method::CramMd5;
    facts.beforeTls = offering({"CRAM-MD5", "LOGIN"});
    return facts;
}

core::SessionFacts auth(const QByteArrayList &lines, Method method = Method::Login)
{
    return saidAt(Stage::Auth, lines, method);
}

core::SessionFacts encryptedAuth(const QByteArrayList &lines)
{
    core::SessionFacts facts = auth(lines);
    facts.tls = core::TlsFacts();
    facts.tls->encrypted = true;
    return facts;
}

core::SessionFacts beforeCredentials(const QByteArrayList &lines)
{
    core::SessionFacts facts = auth(lines);
    facts.attempts = {{Method::Login, replyOf(lines), true}};
    return facts;
}

core::ServerProfile tokenServer()
{
    core::ServerProfile profile = server();
    profile.method = Method::OAuthBearer;
    return profile;
}

QList<CauseCase> ownCases()
{
    return {
        {"B68 PLAIN without encryption", "plaintext-password-not-allowed",
         failedAt(Stage::Auth, Failure::PlaintextPasswordNotAllowed)},
        {"SCRAM-SHA-256 not offered without encryption, CRAM-MD5 is", "cram-md5-not-encrypted",
         stoppedAboveCramMd5(), server(Security::None, 25)},
        {"B67 no AUTH offered", "login-not-offered", notOffered(Failure::LoginNotOffered, {})},
        {"B17 AUTH without a mechanism", "login-not-offered",
         notOffered(Failure::LoginNotOffered, {})},
        {"B21 AUTH only after TLS", "login-not-offered-before-tls",
         notOfferedBeforeTls(Failure::LoginNotOffered), server(Security::None, 587)},
        {"B52 nothing at or below the chosen rung", "method-not-offered",
         notOffered(Failure::MethodNotOffered, {"SCRAM-SHA-256", "CRAM-MD5"})},
        {"only methods nobody here knows", "no-usable-method",
         notOffered(Failure::MethodNotOffered, {"GSSAPI", "NTLM"})},
        {"no token is taken", "tokens-not-offered",
         notOffered(Failure::MethodNotOffered, {"PLAIN", "LOGIN"}), tokenServer()},
        {"the token is refused", "token-refused",
         auth({"535 5.7.8 invalid_token"}, Method::OAuthBearer), tokenServer()},
        {"the client certificate is no login", "external-refused",
         auth({"535 5.7.8 unknown certificate"}, Method::External)},
        {"B58 only tokens are taken", "oauth-only",
         notOffered(Failure::MethodNotOffered, {"XOAUTH2", "OAUTHBEARER"})},
        {"the keychain gave nothing", "password-unavailable",
         failedAt(Stage::Auth, Failure::PasswordUnavailable)},
        {"B63 a challenge that is not base64", "bad-challenge",
         failedAt(Stage::Auth, Failure::BadChallenge)},
        {"SCRAM with 1,000 rounds", "too-few-rounds", failedAt(Stage::Auth, Failure::TooFewRounds)},
        {"SCRAM: the server's proof is wrong", "server-proof-wrong",
         failedAt(Stage::Auth, Failure::ServerProofWrong)},
    };
}

QList<CauseCase> providerCases()
{
    return {
        {"B58 Google wants an app password", "app-password-needed",
         auth({"534-5.7.9 Application-specific password required. For more information, go to",
               "534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x.1 - gsmtp"}),
         serverAt("smtp.gmail.com")},
        {"B58 Google does not take the account's password", "app-password-needed",
         auth({"535-5.7.8 Username and Password not accepted. For more information, go to",
               "535 5.7.8  https://support.google.com/mail/?p=BadCredentials x.2 - gsmtp"}),
         serverAt("smtp.gmail.com")},
        {"the same behind a host name of one's own", "app-password-needed",
         auth({"534-5.7.9 Application-specific password required. For more information, go to",
               "534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor"})},
        {"iCloud's plain 535", "app-password-needed",
         auth({"535 5.7.8 Error: authentication failed"}), serverAt("smtp.mail.me.com")},
        {"QQ's authorisation code", "app-password-needed",
         auth({"535 Login Fail. Please enter your authorization code to login."}),
         serverAt("smtp.qq.com")},
        {"yahoo.co.jp takes the account's password", "wrong-password",
         auth({"535 5.7.8 authentication failed"}), serverAt("smtp.mail.yahoo.co.jp")},
        {"B58 Microsoft 5.7.139", "oauth-only",
         auth({"535 5.7.139 Authentication unsuccessful, basic authentication is disabled."})},
        {"B58 outlook.com", "oauth-only", auth({"535 5.7.3 Authentication unsuccessful"}),
         serverAt("smtp-mail.outlook.com")},
        {"Microsoft 5.7.139 for a tenant that has SMTP off", "smtp-login-switched-off",
         auth({"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for "
               "the Tenant."})},
        {"Microsoft 5.7.139 for a wrong password", "wrong-password",
         auth({"535 5.7.139 Authentication unsuccessful, the user credentials were incorrect."}),
         serverAt("smtp.office365.com")},
        {"GMX with SMTP off", "login-switched-off-or-wrong-password",
         auth({"535 Authentication credentials invalid"}), serverAt("mail.gmx.net")},
    };
}

QList<CauseCase> replyCases()
{
    return {
        {"B53 535 on CRAM-MD5", "wrong-password",
         auth({"535 5.7.8 Error: authentication failed: (reason unavailable)"}, Method::CramMd5)},
        {"535 without an enhanced code", "wrong-password", auth({"535 no"})},
        {"5.7.8 with another code", "wrong-password", auth({"550 5.7.8 bad credentials"})},
        {"B56 530 wants STARTTLS at AUTH", "encryption-needed-for-login",
         auth({"530 5.7.0 Must issue a STARTTLS command first"})},
        {"B56 530 wants STARTTLS at MAIL", "encryption-needed",
         saidAt(Stage::Mail, {"530 5.7.0 Must issue a STARTTLS command first"})},
        {"B56 538", "encryption-needed-for-login", auth({"538 Encryption required"})},
        {"B56 5.7.11", "encryption-needed-for-login", auth({"535 5.7.11 Encryption required"})},
        {"538 though the connection is encrypted", "stronger-method-needed",
         encryptedAuth({"538 5.7.11 encryption required for this mechanism"})},
        {"535 to the bare AUTH", "method-refused-at-once",
         beforeCredentials({"535 5.7.8 invalid authentication mechanism"})},
        {"503 to the bare AUTH", "method-refused-at-once",
         beforeCredentials({"503 5.5.1 AUTH not available"})},
        {"503 to the bare AUTH that asks for encryption", "encryption-needed-for-login",
         beforeCredentials({"503 Must issue STARTTLS first"})},
        {"538 to the bare AUTH, not encrypted", "encryption-needed-for-login",
         beforeCredentials({"538 5.7.11 encryption required"})},
        {"B56 534", "stronger-method-needed", auth({"534 5.7.9 mechanism is too weak"})},
        {"B57 454", "login-temporarily-unavailable",
         auth({"454 4.7.0 Temporary authentication failure"})},
        {"B57 432", "login-temporarily-unavailable",
         auth({"432 4.7.12 A password transition is needed"})},
        {"B57 421", "login-temporarily-unavailable", auth({"421 4.7.0 try later"})},
        {"B55 504", "method-refused", auth({"504 5.5.4 Unrecognized authentication type"})},
        {"B55 535 for an unknown method", "method-refused",
         auth({"535 5.7.8 Unsupported authentication mechanism"})},
        {"B61 PLAIN1 is not understood", "plain1-form-refused",
         auth({"501 5.5.4 Syntax: AUTH mechanism"}, Method::Plain1)},
        {"B61 PLAIN2 is not understood", "plain2-form-refused",
         auth({"501 5.5.2 no initial response"}, Method::Plain2)},
        {"B54 too many logins", "too-many-logins", auth({"535 5.7.0 Too many bad auth attempts"})},
        {"a locked account", "account-locked", auth({"535 5.7.13 User account disabled"})},
        {"an account that was suspended", "account-locked",
         auth({"550 Your account is suspended"})},
        {"another no to AUTH", "login-refused", auth({"550 5.7.0 not you"})},
        {"Exchange with SMTP AUTH off", "smtp-login-switched-off",
         auth({"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for "
               "the Tenant."})},
        {"a plan without SMTP", "account-not-activated",
         auth({"535 5.7.0 Account not activated yet"})},
        {"another cluster's account", "wrong-server-for-account",
         auth({"535 5.7.8 you have no account here"})},
        {"from abroad", "country-blocked",
         auth({"535 5.7.1 Logins from your country are not allowed"})},
        {"a login that is not understood", "login-refused", auth({"554 5.7.0 Error"})},
        {"503 at AUTH", "method-refused", auth({"503 5.5.1 Error: authentication not enabled"})},
    };
}

} // namespace

QList<CauseCase> loginCases()
{
    return ownCases() + providerCases() + replyCases();
}
