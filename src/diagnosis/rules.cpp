// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which causes are recognised. Providers' habits as published in 2026.
#include "diagnosis/recognition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::CertificateFault;
using core::Failure;
using core::Goal;
using core::Method;
using core::Note;
using core::Outcome;
using core::PopSecurity;
using core::Security;
using core::Stage;

/// Some recipients were neither taken nor refused: the link was lost before their turn.
bool wasBrokenOff(const Case &c)
{
    const QList<core::RecipientResult> &all = c.facts.recipients;
    return std::any_of(all.begin(), all.end(), [](const core::RecipientResult &recipient) {
        return recipient.outcome == Outcome::Failed || recipient.outcome == Outcome::Cancelled;
    });
}

bool wantsPop3s(const Case &c)
{
    return c.profile.pop.security == PopSecurity::Pop3s;
}

bool saysTooSoon(const Case &c)
{
    return c.said.contains("[login-delay]");
}

/// A no because the server has not let this computer in: in words, or by 530 (RFC 4954 6), 5.7.0
/// and 5.7.1 (RFC 3463 3.8) without words that say something else.
bool denies(const Case &c, const core::Reply &reply)
{
    const CauseClass meaning = c.meaningOf(reply);
    if (meaning == CauseClass::LoginNeeded || meaning == CauseClass::RelayDenied ||
        meaning == CauseClass::PbsExpired) {
        return true;
    }
    return meaning == CauseClass::Unknown && reply.isPermanent() && reply.enhanced &&
           reply.enhanced->subject == 7 && reply.enhanced->detail <= 1;
}

/// It refused the sender, or one of the recipients when it took none. Another POP3 login may help
/// (B104).
bool isDenied(const Case &c)
{
    const core::SessionFacts &facts = c.facts;
    const bool atEnvelope = facts.stage == Stage::Mail || facts.stage == Stage::Rcpt;
    return atEnvelope && !c.isTold && !facts.loggedIn &&
           ((facts.reply && denies(c, *facts.reply)) ||
            std::any_of(facts.recipients.begin(), facts.recipients.end(),
                        [&c](const core::RecipientResult &one) {
                            return one.reply && denies(c, *one.reply);
                        }));
}

bool isDeniedAndRefused(const Case &c)
{
    return isDenied(c) && c.facts.pop && c.facts.pop->outcome != core::Outcome::Accepted;
}

/// A server that hangs up after a wrong password did say why before (B54).
bool loginWasRefused(const Case &c)
{
    for (const core::AuthAttempt &attempt : c.facts.attempts) {
        if (attempt.reply && attempt.reply->isPermanent() && !attempt.nothingSent) {
            return true;
        }
    }
    return false;
}

// OpenSSL's words for the alerts of RFC 8446 6.2; before TLS 1.3 a missing certificate is a failed
// handshake.
constexpr const char *refusedCertificateWords =
    "certificate required|alert bad certificate|alert unknown ca|alert certificate unknown|"
    "alert certificate expired|alert certificate revoked|alert access denied|"
    "alert unsupported certificate";

/// By whom the certificate says it was issued: a virus scanner or a proxy.
bool wasIntercepted(const Case &c)
{
    if (!c.facts.tls || c.facts.tls->chain.isEmpty()) {
        return false;
    }
    Evidence evidence;
    evidence.stage = Stage::Tls;
    for (const core::Certificate &certificate : c.facts.tls->chain) {
        evidence.text += u"certificate issuer "_s + certificate.issuer + u".\n"_s;
    }
    return weighed(evidence).cause == CauseClass::TlsIntercepted;
}

bool givesCertificate(const Case &c)
{
    return !c.profile.clientCertificate.isEmpty();
}

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

bool wantsTokenAndNoneIsTaken(const Case &c)
{
    return core::takesToken(c.profile.method) && offersOnly(c, [](const QByteArray &name) {
               return name != "XOAUTH2" && name != "OAUTHBEARER";
           });
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

bool isEncrypted(const Case &c)
{
    return c.encrypted();
}

/// The bare AUTH was refused: no ID, no password has been seen.
bool nothingWasSent(const Case &c)
{
    return !c.facts.attempts.isEmpty() && c.facts.attempts.constLast().nothingSent;
}

bool serverAnswered(const Case &c)
{
    return c.facts.reply.has_value();
}

/// A 555 with another enhanced code is about the address.
bool isAboutParameter(const Case &c)
{
    const std::optional<core::EnhancedCode> &enhanced = c.facts.reply->enhanced;
    return !enhanced || enhanced->isAboutArguments();
}

/// These give programs a password of their own, apart from the account's.
constexpr const char *appPasswordHosts =
    "gmail.com|googlemail.com|mail.yahoo.com|aol.com|mail.me.com|icloud.com|fastmail.com|"
    "yandex.com|yandex.ru|mail.ru|qq.com|163.com";

/// RFC 4954 6: the mechanism is too weak for this account.
bool wantsStronger(const Case &c)
{
    const core::Reply *reply = c.facts.reply ? &*c.facts.reply : nullptr;
    return reply && !c.isTold &&
           (reply->code == 534 ||
            (reply->enhanced && reply->enhanced->subject == 7 && reply->enhanced->detail == 9));
}

/// RFC 5321 4.2.3: 551; RFC 3463 3.2: x.1.6.
bool hasMoved(const Case &c)
{
    const core::Reply *reply = c.facts.reply ? &*c.facts.reply : nullptr;
    return reply && (reply->code == 551 || (reply->enhanced && reply->enhanced->subject == 1 &&
                                            reply->enhanced->detail == 6));
}

/// What a command carried, not the command.
bool isAboutAddress(const Case &c)
{
    if (!c.facts.reply) {
        return false;
    }
    const std::optional<core::EnhancedCode> &enhanced = c.facts.reply->enhanced;
    const bool byCode = enhanced && enhanced->subject == 1;
    return (byCode || c.said.contains("address") || c.said.contains("mailbox") ||
            c.said.contains("recipient") || c.said.contains("sender") ||
            c.said.contains("local part"));
}

constexpr Rule table[] = {
    // ends that need no reason
    {"checked-without-login",
     {ended(Outcome::Accepted).wanting(Goal::Check).noting(Note::LoginSkippedNoPassword)}},
    {"checked", {ended(Outcome::Accepted).wanting(Goal::Check).afterLogin()}},
    {"checked-pop-before-smtp",
     {ended(Outcome::Accepted).wanting(Goal::Check).with(Method::PopBeforeSmtp)}},
    {"checked-no-authentication", {ended(Outcome::Accepted).wanting(Goal::Check)}},
    {"reply-read", {ended(Outcome::Accepted).wanting(Goal::ReadReply)}},
    {"accepted", {ended(Outcome::Accepted)}},
    {"unclear-after-dot", {ended(Outcome::Unknown).where(serverAnswered)}},
    {"lost-after-dot", {ended(Outcome::Unknown), failed(Failure::LostAfterDot)}},
    {"cancelled", {ended(Outcome::Cancelled), failed(Failure::Cancelled)}},
    {"partial-broken-off", {ended(Outcome::Partial).where(wasBrokenOff)}},
    {"partial", {ended(Outcome::Partial)}},
    // POP before SMTP
    {"pop-name-not-found", {failed(Failure::NameNotFound).inPop()}},
    {"pop-connection-refused", {failed(Failure::ConnectionRefused).inPop()}},
    {"pop-not-a-pop-server",
     {failed(Failure::NotAMailServer).inPop(), failed(Failure::MalformedReply).inPop()}},
    {"pop-greeting-timed-out", {failed(Failure::TimedOut).at(Stage::PopGreeting)}},
    {"pop-server-speaks-plain", {failed(Failure::WrongTlsMode).inPop().where(wantsPop3s)}},
    {"pop-server-speaks-tls", {failed(Failure::WrongTlsMode).inPop()}},
    {"pop-stls-refused", {failed(Failure::StartTlsRefused).inPop()}},
    {"pop-plaintext-injected", {failed(Failure::PlaintextInjected).inPop()}},
    {"pop-tls-handshake-failed",
     {failed(Failure::TlsHandshakeFailed).inPop(),
      failed(Failure::ClosedByPeer).at(Stage::PopTls)}},
    {"pop-plaintext-password-not-allowed", {failed(Failure::PlaintextPasswordNotAllowed).inPop()}},
    {"pop-apop-not-offered", {failed(Failure::MethodNotOffered).inPop()}},
    {"pop-mailbox-in-use", {means(CauseClass::PopMailboxInUse).ours()}},
    {"told-mailbox-in-use", {means(CauseClass::PopMailboxInUse)}},
    {"pop-login-too-soon", {means(CauseClass::TooManyLogins).inPop().ours().where(saysTooSoon)}},
    {"pop-temporary", {means(CauseClass::TemporaryAuthFailure).inPop()}},
    {"pop-access-switched-off", {means(CauseClass::AuthDisabledByAdmin).inPop()}},
    {"pop-wrong-password", {means(CauseClass::WrongPassword).inPop().ours()}},
    {"pop-not-let-in-again", {saidNo().with(Method::PopBeforeSmtp).where(isDeniedAndRefused)}},
    {"pop-not-let-in", {saidNo().with(Method::PopBeforeSmtp).where(isDenied)}},
    // reaching the server
    {"name-not-found", {failed(Failure::NameNotFound)}},
    {"no-resolver",
     {failed(Failure::NoResolver), failed(Failure::TimedOut).at(Stage::Dns, Stage::PopDns)}},
    {"proxy-failed", {failed(Failure::ProxyFailed)}},
    {"port-25-blocked",
     {failed(Failure::Unreachable).at(Stage::Connect).on(25), failed(Failure::ConnectFailed).on(25),
      failed(Failure::TimedOut).at(Stage::Connect).on(25)}},
    {"connection-refused", {failed(Failure::ConnectionRefused)}},
    {"unreachable", {failed(Failure::Unreachable)}},
    {"connect-timed-out", {failed(Failure::TimedOut).at(Stage::Connect, Stage::PopConnect)}},
    {"connect-failed", {failed(Failure::ConnectFailed)}},
    {"greeting-missing-on-tls-port",
     {failed(Failure::TimedOut)
          .at(Stage::Greeting)
          .on(465)
          .under(Security::StartTls, Security::StartTlsIfOffered, Security::None),
      failed(Failure::ClosedByPeer)
          .at(Stage::Greeting)
          .on(465)
          .under(Security::StartTls, Security::StartTlsIfOffered, Security::None)}},
    {"greeting-timed-out", {failed(Failure::TimedOut).at(Stage::Greeting)}},
    {"not-a-mail-server", {failed(Failure::NotAMailServer)}},
    {"closed-after-failed-login",
     {failed(Failure::ClosedByPeer).at(Stage::Auth).where(loginWasRefused)}},
    {"malformed-reply", {failed(Failure::MalformedReply)}},
    {"mixed-reply-codes", {failed(Failure::MixedReplyCodes)}},
    {"reply-too-long", {failed(Failure::ReplyTooLong)}},
    {"unexpected-reply", {failed(Failure::UnexpectedReply)}},
    // encryption
    {"starttls-answered-in-plain",
     {failed(Failure::WrongTlsMode)
          .at(Stage::Tls)
          .under(Security::StartTls, Security::StartTlsIfOffered)}},
    {"wrong-tls-mode-server-speaks-plain", {failed(Failure::WrongTlsMode).under(Security::Smtps)}},
    {"wrong-tls-mode-server-speaks-tls", {failed(Failure::WrongTlsMode)}},
    {"starttls-hidden-by-firewall",
     {failed(Failure::StartTlsNotOffered).noting(Note::RewritingFirewall)}},
    {"starttls-not-offered", {failed(Failure::StartTlsNotOffered)}},
    {"starttls-refused", {failed(Failure::StartTlsRefused)}},
    {"plaintext-injected", {failed(Failure::PlaintextInjected)}},
    {"ca-file-unreadable", {failed(Failure::CaFileUnreadable)}},
    {"client-certificate-unreadable", {failed(Failure::ClientCertificateUnreadable)}},
    {"certificate-intercepted", {failed(Failure::CertificateRejected).where(wasIntercepted)}},
    {"certificate-not-yet-valid",
     {failed(Failure::CertificateRejected).having(CertificateFault::NotYetValid)}},
    {"certificate-expired",
     {failed(Failure::CertificateRejected).having(CertificateFault::Expired)}},
    {"certificate-wrong-host",
     {failed(Failure::CertificateRejected).having(CertificateFault::WrongHost)}},
    {"certificate-self-signed",
     {failed(Failure::CertificateRejected).having(CertificateFault::SelfSigned)}},
    {"certificate-unknown-issuer",
     {failed(Failure::CertificateRejected).having(CertificateFault::UnknownIssuer)}},
    {"certificate-weak", {failed(Failure::CertificateRejected).having(CertificateFault::Weak)}},
    {"certificate-not-trusted", {failed(Failure::CertificateRejected)}},
    {"certificate-changed", {failed(Failure::CertificateChanged)}},
    {"tls-too-old", {failed(Failure::TlsTooOld)}},
    {"client-certificate-refused",
     {failed(Failure::TlsHandshakeFailed).because(refusedCertificateWords).where(givesCertificate),
      failed(Failure::ClosedByPeer).because(refusedCertificateWords).where(givesCertificate)}},
    {"client-certificate-wanted",
     {failed(Failure::TlsHandshakeFailed).because(refusedCertificateWords),
      failed(Failure::ClosedByPeer).because(refusedCertificateWords)}},
    {"tls-host-unknown", {failed(Failure::TlsHandshakeFailed).because("unrecognized name")}},
    {"tls-too-weak", {failed(Failure::TlsHandshakeFailed).meaning(CauseClass::TlsTooOld)}},
    {"tls-handshake-failed",
     {failed(Failure::TlsHandshakeFailed), failed(Failure::ClosedByPeer).at(Stage::Tls)}},
    // logging in
    {"cram-md5-not-encrypted",
     {failed(Failure::PlaintextPasswordNotAllowed).where(stopsAboveCramMd5)}},
    {"plaintext-password-not-allowed", {failed(Failure::PlaintextPasswordNotAllowed)}},
    {"login-not-offered-before-tls",
     {failed(Failure::LoginNotOffered).where(encryptionWasLeftOut),
      failed(Failure::MethodNotOffered).where(encryptionWasLeftOut)}},
    {"login-not-offered", {failed(Failure::LoginNotOffered)}},
    {"tokens-not-offered", {failed(Failure::MethodNotOffered).where(wantsTokenAndNoneIsTaken)}},
    {"oauth-only", {failed(Failure::MethodNotOffered).where(offersOnlyTokens)}},
    {"no-usable-method", {failed(Failure::MethodNotOffered).where(offersOnlyStrangeMethods)}},
    {"method-not-offered", {failed(Failure::MethodNotOffered)}},
    {"password-unavailable", {failed(Failure::PasswordUnavailable)}},
    {"bad-challenge", {failed(Failure::BadChallenge)}},
    {"too-few-rounds", {failed(Failure::TooFewRounds)}},
    {"server-proof-wrong", {failed(Failure::ServerProofWrong)}},
    // the envelope and the message
    {"bad-input", {failed(Failure::BadInput)}},
    {"message-unreadable", {failed(Failure::BodyUnreadable)}},
    {"temporary-folder-unusable", {failed(Failure::TemporaryFolderUnusable)}},
    {"line-too-long", {failed(Failure::LineTooLong)}},
    {"needs-8bitmime", {failed(Failure::NeedsEightBit), said5().enhanced(6, 3)}},
    {"needs-smtputf8", {failed(Failure::NeedsSmtpUtf8), means(CauseClass::SmtpUtf8Unsupported)}},
    {"signature-would-break", {failed(Failure::SignatureWouldBreak)}},
    // what the server says of the session
    {"out-of-step",
     {said(500, 503, 550, 554)
          .at(Stage::Greeting, Stage::Ehlo, Stage::StartTls, Stage::Mail, Stage::Rcpt, Stage::Data)
          .saying("synchronization error|synchronisation error|pipelining|out of order|"
                  "out of sequence"),
      said(503)
          .at(Stage::Mail, Stage::Rcpt, Stage::Data)
          .afterLogin()
          .meaning(CauseClass::CommandSyntax)}},
    {"parameter-refused", {said(455, 555).at(Stage::Mail).where(isAboutParameter)}},
    {"starttls-refused", {saidNo().at(Stage::StartTls).ours()}},
    {"told-wrong-password", {means(CauseClass::WrongPassword).told()}},
    {"told-method-refused", {means(CauseClass::MethodNotSupported).told()}},
    {"told-encryption-needed", {means(CauseClass::TlsNeededBeforeLogin).told()}},
    {"told-message-too-large", {means(CauseClass::MessageTooLarge).told()}},
    {"told-ehlo-name", {means(CauseClass::HeloRejected).told()}},
    {"told-firewall", {means(CauseClass::FirewallMangled)}},
    {"told-relaying-denied", {means(CauseClass::RelayDenied).told()}},
    {"told-unknown", {means(CauseClass::Unknown).told()}},
    {"address-blocked", {means(CauseClass::IpBlocklisted)}},
    {"no-reverse-name", {means(CauseClass::NoPtr)}},
    {"ehlo-name-refused", {means(CauseClass::HeloRejected)}},
    {"too-many-connections", {means(CauseClass::TooManyConnections)}},
    {"country-blocked", {means(CauseClass::CountryBlocked)}},
    {"wrong-server-for-account", {means(CauseClass::WrongServer)}},
    // and of the login
    {"too-many-logins", {means(CauseClass::TooManyLogins)}},
    {"account-locked", {means(CauseClass::AccountLocked)}},
    {"account-not-activated", {means(CauseClass::AccountNotActivated)}},
    {"smtp-login-switched-off", {means(CauseClass::AuthDisabledByAdmin)}},
    {"token-refused",
     {means(CauseClass::OAuthTokenBad),
      said5().at(Stage::Auth).with(Method::OAuthBearer, Method::XOauth2)}},
    {"external-refused", {said5().at(Stage::Auth).with(Method::External)}},
    {"oauth-only",
     {means(CauseClass::OAuthRequired),
      means(CauseClass::WrongPassword, CauseClass::MethodNotSupported, CauseClass::Unknown)
          .at(Stage::Auth)
          .in("smtp-mail.outlook.com|smtp-mail.live.com|hotmail.com")}},
    {"login-switched-off-or-wrong-password",
     {means(CauseClass::WrongPassword).at(Stage::Auth).in("gmx.net|gmx.com|web.de")}},
    {"app-password-needed",
     {means(CauseClass::AppPasswordNeeded),
      means(CauseClass::WrongPassword).at(Stage::Auth).in(appPasswordHosts),
      said(534).at(Stage::Auth).in(appPasswordHosts)}},
    {"stronger-method-needed",
     {means(CauseClass::MethodNotSupported, CauseClass::Unknown)
          .at(Stage::Auth)
          .where(wantsStronger),
      said(538).where(isEncrypted), said5().enhanced(7, 11).where(isEncrypted)}},
    {"encryption-needed-for-login",
     {means(CauseClass::TlsNeededBeforeLogin), means(CauseClass::TlsRequired).at(Stage::Auth)}},
    {"plain1-form-refused", {said(500, 501, 502).at(Stage::Auth).with(Method::Plain1)}},
    {"plain2-form-refused", {said(500, 501, 502).at(Stage::Auth).with(Method::Plain2)}},
    {"method-refused-at-once",
     {means(CauseClass::WrongPassword, CauseClass::MethodNotSupported, CauseClass::Unknown)
          .at(Stage::Auth)
          .where(nothingWasSent)}},
    {"method-refused",
     {means(CauseClass::MethodNotSupported, CauseClass::CommandSyntax).at(Stage::Auth)}},
    {"wrong-password", {means(CauseClass::WrongPassword)}},
    {"login-temporarily-unavailable",
     {means(CauseClass::TemporaryAuthFailure), said4().at(Stage::Auth)}},
    {"pop-login-needed-first", {means(CauseClass::PbsExpired)}},
    {"login-needed",
     {means(CauseClass::LoginNeeded).withoutLogin(), means(CauseClass::LoginNeeded).told()}},
    {"login-forgotten", {means(CauseClass::LoginNeeded)}},
    {"encryption-needed", {means(CauseClass::TlsRequired)}},
    {"login-refused", {said5().at(Stage::Auth)}},
    // of sender and recipients
    {"sending-limit-reached", {means(CauseClass::DailyLimit)}},
    {"sending-too-fast", {means(CauseClass::RateLimited)}},
    {"spf-failed", {means(CauseClass::SpfFail)}},
    {"sender-authentication-failed", {means(CauseClass::DkimDmarcFail)}},
    {"sender-not-yours", {means(CauseClass::SenderNotAllowed)}},
    {"sender-not-verified", {means(CauseClass::SenderUnverified)}},
    {"sender-domain-unknown", {means(CauseClass::SenderDomainBad)}},
    {"relaying-without-login", {means(CauseClass::RelayDenied).withoutLogin()}},
    {"relaying-denied", {means(CauseClass::RelayDenied)}},
    {"mailbox-full", {means(CauseClass::MailboxFull)}},
    {"recipient-moved",
     {means(CauseClass::RecipientDisabled, CauseClass::RecipientUnknown).where(hasMoved)}},
    {"mailbox-disabled", {means(CauseClass::RecipientDisabled)}},
    {"recipient-domain-unknown", {means(CauseClass::RecipientDomainBad)}},
    {"recipient-unknown", {means(CauseClass::RecipientUnknown)}},
    {"recipient-refused", {means(CauseClass::RecipientRefused)}},
    {"recipient-malformed",
     {means(CauseClass::CommandSyntax).at(Stage::Rcpt).where(isAboutAddress)}},
    {"sender-malformed", {means(CauseClass::CommandSyntax).at(Stage::Mail).where(isAboutAddress)}},
    {"too-many-recipients", {means(CauseClass::TooManyRecipients)}},
    {"greylisted", {means(CauseClass::Greylisted)}},
    // of the message
    {"message-too-large", {failed(Failure::MessageTooLarge), means(CauseClass::MessageTooLarge)}},
    {"message-has-virus", {means(CauseClass::Virus)}},
    {"attachment-refused",
     {means(CauseClass::ContentPolicy)
          .saying("attachment|potential security issue|file type|extension")}},
    {"line-refused", {means(CauseClass::LineTooLong)}},
    {"line-ends-refused", {means(CauseClass::BareLfRejected)}},
    {"message-malformed", {means(CauseClass::MessageMalformed)}},
    {"message-rejected-as-spam", {means(CauseClass::ContentSpam)}},
    {"mail-loop", {means(CauseClass::MailLoop)}},
    {"policy-refused", {means(CauseClass::ContentPolicy)}},
    // of itself
    {"server-full", {means(CauseClass::DiskFull)}},
    {"server-busy", {means(CauseClass::ServerBusy)}},
    {"server-fault", {means(CauseClass::LocalServerError)}},
    {"ehlo-refused",
     {said(500, 502, 503).at(Stage::Ehlo), said(504).at(Stage::Ehlo).saying("not implemented")}},
    {"out-of-step-without-login", {said(503).at(Stage::Mail, Stage::Rcpt, Stage::Data)}},
    {"command-refused", {means(CauseClass::CommandSyntax)}},
    // what is told of network and encryption, by a server or by somebody
    {"told-port-blocked", {means(CauseClass::PortBlocked)}},
    {"told-name-not-found", {means(CauseClass::DnsNxDomain)}},
    {"told-no-resolver", {means(CauseClass::DnsTemporary)}},
    {"told-connection-refused", {means(CauseClass::RefusedConnection)}},
    {"told-unreachable", {means(CauseClass::NetworkUnreachable)}},
    {"told-timed-out", {means(CauseClass::Timeout)}},
    {"told-connection-lost", {means(CauseClass::ConnectionLost)}},
    {"told-not-a-mail-server", {means(CauseClass::NotSmtp)}},
    {"told-starttls-not-offered", {means(CauseClass::StartTlsUnavailable)}},
    {"told-starttls-broken", {means(CauseClass::TlsBrokenOnServer)}},
    {"told-wrong-tls-mode", {means(CauseClass::WrongTlsMode)}},
    {"told-certificate-expired", {means(CauseClass::CertExpired)}},
    {"told-certificate-wrong-host", {means(CauseClass::CertHostname)}},
    {"told-certificate-self-signed", {means(CauseClass::CertSelfSigned)}},
    {"told-certificate-untrusted", {means(CauseClass::CertUntrusted)}},
    {"told-intercepted", {means(CauseClass::TlsIntercepted)}},
    {"told-tls-too-old", {means(CauseClass::TlsTooOld)}},
    // no, for a reason that is not known
    {"pop-login-refused", {failed(Failure::ReplyRefused).at(Stage::PopLogin)}},
    {"pop-greeting-refused", {failed(Failure::ReplyRefused).inPop()}},
    {"greeting-refused", {said5().at(Stage::Connect, Stage::Tls, Stage::Greeting)}},
    {"ehlo-name-refused", {said(501, 504, 550, 553).at(Stage::Ehlo)}}, // B09
    {"ehlo-not-welcome", {said5().at(Stage::Ehlo)}},
    {"message-refused", {said5().at(Stage::Data, Stage::Body)}},
    {"sender-refused", {said5().at(Stage::Mail)}},
    {"recipient-not-taken", {said5().at(Stage::Rcpt)}},
    // what is left
    {"timed-out", {failed(Failure::TimedOut)}},
    {"closed-by-server", {failed(Failure::ClosedByPeer)}},
    {"server-refused", {said5(), failed(Failure::ReplyRefused)}},
    {"server-temporary", {said4(), failed(Failure::ReplyDeferred)}},
    {"failed", {always()}},
};

} // namespace

std::span<const Rule> rules()
{
    return table;
}

} // namespace diagnosis
