// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which causes are recognised. Providers' habits as published in 2026.
#include "diagnosis/recognition.h"

#include <algorithm>

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

template <size_t N> bool saysOneOf(const QByteArray &said, const std::array<const char *, N> &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return said.contains(word); });
}

bool denies(const core::Reply &reply)
{
    // Greylisting, block lists and sender policies have codes of the same class.
    constexpr std::array others{"greylist",      "graylist",  "grey-list",  "spamhaus",
                                "blacklist",     "blocklist", "block list", "dnsbl",
                                "blocked using", "spf",       "dkim",       "dmarc",
                                "reputation"};
    constexpr std::array denials{"relay",         "authenticat", "log in",          "login",
                                 "logged in",     "pop3",        "pop before",      "pop-before",
                                 "by pop",        "pop first",   "check your mail", "check mail",
                                 "read your mail"};
    const QByteArray said = reply.words();
    if (reply.code == 421 || saysOneOf(said, others)) {
        return false;
    }
    const bool bySecurity = reply.isPermanent() && reply.enhanced && reply.enhanced->subject == 7 &&
                            (reply.enhanced->detail == 0 || reply.enhanced->detail == 1);
    return reply.code == 530 || bySecurity || saysOneOf(said, denials);
}

bool wantsPop3s(const Case &c)
{
    return c.profile.pop.security == PopSecurity::Pop3s;
}

bool saysInUse(const Case &c)
{
    return c.said.contains("[in-use]");
}

bool saysTooSoon(const Case &c)
{
    return c.said.contains("[login-delay]");
}

/// The server refused the sender, or one of the recipients when it took none, because it has not
/// let this computer in: 530 (RFC 4954 6), 5.7.0 and 5.7.1 (RFC 3463 3.8), or words such as "relay
/// access denied". Another POP3 login may help (B104).
bool isDenied(const Case &c)
{
    const core::SessionFacts &facts = c.facts;
    const bool atEnvelope = facts.stage == Stage::Mail || facts.stage == Stage::Rcpt;
    return atEnvelope && !facts.loggedIn &&
           ((facts.reply && denies(*facts.reply)) ||
            std::any_of(
                facts.recipients.begin(), facts.recipients.end(),
                [](const core::RecipientResult &one) { return one.reply && denies(*one.reply); }));
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

constexpr const char *blockListWords =
    "spamhaus|spamcop|dnsbl|blocklist|block list|blacklist|black list|blocked using|reputation";

// OpenSSL's words for the alerts of RFC 8446 6.2; before TLS 1.3 a missing certificate is a failed
// handshake.
constexpr const char *refusedCertificateWords =
    "certificate required|alert bad certificate|alert unknown ca|alert certificate unknown|"
    "alert certificate expired|alert certificate revoked|alert access denied|"
    "alert unsupported certificate";

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

/// The name may be refused at EHLO or only later, with MAIL or RCPT (RFC 5321 4.1.4).
constexpr const char *ehloNameWords =
    "helo command rejected|ehlo command rejected|invalid helo|invalid ehlo|bad helo|bad ehlo|"
    "helo/ehlo|ehlo/helo|helo name|ehlo name|helo hostname|helo host|ehlo host|helo argument|"
    "ehlo argument|helo does not|ehlo does not";

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

/// Microsoft's 5.7.139 has several meanings; this text is the plain wrong password.
bool speaksNotOfTheCredentials(const Case &c)
{
    return !c.said.contains("credentials were incorrect");
}

/// These give programs a password of their own, apart from the account's.
constexpr const char *appPasswordHosts =
    "gmail.com|googlemail.com|mail.yahoo.com|aol.com|mail.me.com|icloud.com|fastmail.com|"
    "yandex.com|yandex.ru|mail.ru|qq.com|163.com";

/// 4.3.x and 4.4.x are the server's own troubles and its network's, not a doubt about the sender.
bool isNoFaultOfTheServer(const Case &c)
{
    const std::optional<core::EnhancedCode> &enhanced = c.facts.reply->enhanced;
    return !enhanced || (enhanced->subject != 3 && enhanced->subject != 4);
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
    {"pop-mailbox-in-use", {failed(Failure::ReplyDeferred).inPop().where(saysInUse)}},
    {"pop-login-too-soon", {failed(Failure::ReplyDeferred).inPop().where(saysTooSoon)}},
    {"pop-temporary", {failed(Failure::ReplyDeferred).inPop()}},
    {"pop-wrong-password", {failed(Failure::ReplyRefused).at(Stage::PopLogin)}},
    {"pop-greeting-refused", {failed(Failure::ReplyRefused).inPop()}},
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
    {"out-of-step",
     {said(500, 503, 550, 554)
          .at(Stage::Greeting, Stage::Ehlo, Stage::StartTls, Stage::Mail, Stage::Rcpt, Stage::Data)
          .saying("synchronization error|synchronisation error|pipelining|out of order|"
                  "out of sequence"),
      said(503).at(Stage::Mail, Stage::Rcpt, Stage::Data).afterLogin()}},
    {"address-blocked",
     {said5()
          .at(Stage::Greeting, Stage::Ehlo, Stage::Mail, Stage::Rcpt, Stage::Data)
          .saying(blockListWords)}},
    {"greeting-refused", {said5().at(Stage::Connect, Stage::Tls, Stage::Greeting)}},
    {"server-busy", {said4().at(Stage::Connect, Stage::Tls, Stage::Greeting)}},
    {"ehlo-refused",
     {said(500, 502, 503).at(Stage::Ehlo), said(504).at(Stage::Ehlo).saying("not implemented")}},
    {"ehlo-name-refused",
     {said(501, 504, 550, 553).at(Stage::Ehlo),
      said(421).at(Stage::Ehlo).saying("helo|ehlo|host name|hostname"),
      saidNo().at(Stage::Ehlo, Stage::Mail, Stage::Rcpt).saying(ehloNameWords)}},
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
    {"starttls-refused", {failed(Failure::StartTlsRefused), saidNo().at(Stage::StartTls)}},
    {"plaintext-injected", {failed(Failure::PlaintextInjected)}},
    {"ca-file-unreadable", {failed(Failure::CaFileUnreadable)}},
    {"client-certificate-unreadable", {failed(Failure::ClientCertificateUnreadable)}},
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
    {"tls-too-weak",
     {failed(Failure::TlsHandshakeFailed)
          .because("dh key too small|handshake failure|insufficient security|no shared cipher|"
                   "no ciphers available|wrong signature type|legacy sigalg|"
                   "unsafe legacy renegotiation")}},
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
    {"smtp-login-switched-off",
     {said5()
          .at(Stage::Auth)
          .saying("smtpclientauthentication is disabled|smtp access disabled|"
                  "smtp is disabled|not enabled for smtp"),
      said(535).at(Stage::Auth).in("gmx.net|gmx.com|web.de")}},
    {"too-many-logins", {said5().at(Stage::Auth).saying("too many|temporarily blocked")}},
    {"account-locked",
     {said5().at(Stage::Auth).enhanced(7, 13),
      said5()
          .at(Stage::Auth)
          .saying("account disabled|account is disabled|has been disabled|"
                  "account locked|account is locked|has been locked|suspended")}},
    {"token-refused", {said5().at(Stage::Auth).with(Method::OAuthBearer, Method::XOauth2)}},
    {"external-refused", {said5().at(Stage::Auth).with(Method::External)}},
    {"tokens-not-offered", {failed(Failure::MethodNotOffered).where(wantsTokenAndNoneIsTaken)}},
    {"oauth-only",
     {failed(Failure::MethodNotOffered).where(offersOnlyTokens),
      said5().at(Stage::Auth).enhanced(7, 139).where(speaksNotOfTheCredentials),
      said5().at(Stage::Auth).in("smtp-mail.outlook.com|smtp-mail.live.com|hotmail.com"),
      said5().at(Stage::Auth).saying("basic authentication is disabled|basicauthblocked")}},
    {"app-password-needed",
     {said5()
          .at(Stage::Auth)
          .saying("application-specific|app-specific|app password|"
                  "application password|authorization code"),
      said(535).at(Stage::Auth).in(appPasswordHosts),
      said(534).at(Stage::Auth).in(appPasswordHosts),
      said5().at(Stage::Auth).saying("support.google.com|gsmtp")}},
    {"stronger-method-needed",
     {said(534).at(Stage::Auth), said5().at(Stage::Auth).enhanced(7, 9),
      said(538).where(isEncrypted), said5().enhanced(7, 11).where(isEncrypted)}},
    {"encryption-needed-for-login",
     {said(538), said5().enhanced(7, 11), said(530).saying("starttls|encryption|secure connection"),
      said(503, 550, 554).at(Stage::Auth).saying("starttls|encryption required")}},
    {"plain1-form-refused", {said(500, 501, 502).at(Stage::Auth).with(Method::Plain1)}},
    {"plain2-form-refused", {said(500, 501, 502).at(Stage::Auth).with(Method::Plain2)}},
    {"method-refused",
     {said(504).at(Stage::Auth), said5().at(Stage::Auth).enhanced(5, 4),
      said5()
          .at(Stage::Auth)
          .saying("unsupported auth|mechanism not|unknown mechanism|"
                  "unrecognized auth|unrecognised auth")}},
    {"method-refused-at-once", {said5().at(Stage::Auth).where(nothingWasSent)}},
    {"wrong-password",
     {said(535).at(Stage::Auth), said5().at(Stage::Auth).enhanced(7, 8),
      said5().at(Stage::Auth).saying("credentials were incorrect")}},
    {"login-temporarily-unavailable", {said4().at(Stage::Auth)}},
    {"login-refused", {said5().at(Stage::Auth)}},
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
    {"line-too-long",
     {failed(Failure::LineTooLong),
      said5().at(Stage::Data, Stage::Body).saying("line too long|line length|lines too long")}},
    {"needs-8bitmime", {failed(Failure::NeedsEightBit), said5().enhanced(6, 3)}},
    {"needs-smtputf8",
     {failed(Failure::NeedsSmtpUtf8), said5().enhanced(6, 7), said5().enhanced(6, 9)}},
    {"signature-would-break", {failed(Failure::SignatureWouldBreak)}},
    {"sending-limit-reached",
     {said5().enhanced(4, 5),
      saidNo().saying("sending limit|sending quota|rate limit|ratelimit|too many messages|"
                      "daily limit|hourly limit|messages per")}},
    {"sender-authentication-failed",
     {saidNo().enhanced(7, 26), saidNo().enhanced(7, 23), saidNo().enhanced(7, 25),
      saidNo().enhanced(7, 20), saidNo().saying("dmarc|dkim|spf |(spf)|sender policy framework")}},
    {"sender-not-yours",
     {said5().enhanced(7, 60), said(553).enhanced(7, 1).at(Stage::Mail, Stage::Rcpt).afterLogin(),
      said5().saying("not owned by|sendasdenied|send as this sender|not allowed to send as|"
                     "not allowed to use this sender|sender address is not yours")}},
    {"login-needed",
     {said(530),
      saidNo().saying("not logged in|authentication required|authentication is required|"
                      "must authenticate|authenticate first|auth first|not authenticated"),
      said5().enhanced(7, 1).at(Stage::Mail, Stage::Rcpt).withoutLogin(), said5().enhanced(7, 57),
      said5().at(Stage::Mail, Stage::Rcpt).withoutLogin().saying("relay")}},
    {"sender-domain-unknown",
     {saidNo().at(Stage::Mail, Stage::Rcpt).enhanced(1, 8),
      saidNo()
          .at(Stage::Mail, Stage::Rcpt)
          .saying("sender address rejected: domain not found|"
                  "domain of sender")}},
    {"parameter-refused", {said(455, 555).at(Stage::Mail).where(isAboutParameter)}},
    {"out-of-step-without-login", {said(503).at(Stage::Mail, Stage::Rcpt, Stage::Data)}},
    {"relaying-denied",
     {said5().at(Stage::Mail, Stage::Rcpt, Stage::Data).saying("relay"),
      said5().at(Stage::Rcpt).enhanced(7, 1)}},
    {"mailbox-full",
     {saidNo().enhanced(2, 2), said(552).at(Stage::Rcpt),
      saidNo()
          .at(Stage::Rcpt, Stage::Body)
          .saying("quota|mailbox full|mailbox is full|inbox is full")}},
    {"mailbox-disabled", {saidNo().at(Stage::Rcpt, Stage::Body).enhanced(2, 1)}},
    {"recipient-moved", {said(551).at(Stage::Rcpt), said5().at(Stage::Rcpt).enhanced(1, 6)}},
    {"recipient-domain-unknown",
     {saidNo().at(Stage::Rcpt).enhanced(1, 2),
      saidNo()
          .at(Stage::Rcpt)
          .saying("recipient address rejected: domain not found|"
                  "host unknown|unrouteable|unroutable")}},
    {"recipient-unknown",
     {said5().at(Stage::Rcpt, Stage::Body).enhanced(1, 1), said5().at(Stage::Rcpt).enhanced(1, 10),
      said5()
          .at(Stage::Rcpt)
          .saying("user unknown|unknown user|no such user|does not exist|"
                  "unknown recipient|recipient not found|no mailbox|"
                  "mailbox unavailable|mailbox not found")}},
    {"recipient-malformed",
     {said5().at(Stage::Rcpt).enhanced(1, 3), said(501, 553).at(Stage::Rcpt)}},
    {"too-many-recipients",
     {said(452).at(Stage::Rcpt), saidNo().enhanced(5, 3),
      saidNo().at(Stage::Rcpt).saying("too many recipients")}},
    {"greylisted",
     {said(450, 451).at(Stage::Rcpt).where(isNoFaultOfTheServer),
      said4().saying("greylist|graylist|grey-list|gray-list")}},
    {"server-full", {saidNo().enhanced(3, 1), said(452).at(Stage::Mail, Stage::Data, Stage::Body)}},
    {"message-has-virus", {said5().at(Stage::Data, Stage::Body).saying("virus|malware|infected")}},
    {"attachment-refused",
     {said5()
          .at(Stage::Data, Stage::Body)
          .saying("attachment|potential security issue|"
                  "blocked because its content")}},
    {"line-ends-refused",
     {said5()
          .at(Stage::Data, Stage::Body)
          .saying("bare cr|bare lf|bare newline|bare line feed|bare carriage return")}},
    {"message-malformed",
     {said5().at(Stage::Data, Stage::Body).enhanced(6),
      said5().at(Stage::Data, Stage::Body).saying("rfc 5322|rfc5322|rfc 2822|rfc2822|rfc 822")}},
    {"message-rejected-as-spam",
     {said5().at(Stage::Data, Stage::Body).enhanced(7),
      said5().at(Stage::Data, Stage::Body).saying("spam|unsolicited|junk")}},
    {"message-too-large",
     {failed(Failure::MessageTooLarge), saidNo().enhanced(3, 4), saidNo().enhanced(2, 3),
      said(552).at(Stage::Mail, Stage::Data, Stage::Body),
      said5().saying("message size exceeds|message too large|message too big|size limit|"
                     "message exceeds")}},
    {"message-refused", {said5().at(Stage::Data, Stage::Body)}},
    {"sender-refused", {said5().at(Stage::Mail)}},
    {"ehlo-not-welcome", {said5().at(Stage::Ehlo)}},
    {"policy-refused", {said5().enhanced(7)}},
    {"recipient-refused", {said5().at(Stage::Rcpt)}},
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
