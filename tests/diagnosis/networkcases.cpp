// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;
using core::Method;
using core::Note;
using core::Outcome;
using core::Security;
using core::Stage;

namespace
{

core::SessionFacts interceptedBy(const QString &issuer)
{
    core::SessionFacts facts = rejectedCertificate({core::CertificateFault::UnknownIssuer});
    facts.tls->chain[0].issuer = issuer;
    return facts;
}

core::SessionFacts unclearAfterDot()
{
    core::SessionFacts facts = ended(Outcome::Unknown, Stage::Body);
    facts.failure = Failure::LostAfterDot;
    facts.reply = core::Reply();
    facts.reply->text = facts.reply->lines = {"what"};
    return facts;
}

core::SessionFacts noted(core::SessionFacts facts, Note note)
{
    facts.notes.append(note);
    return facts;
}

core::SessionFacts closedAfterWrongPassword()
{
    core::SessionFacts facts = failedAt(Stage::Auth, Failure::ClosedByPeer);
    facts.attempts = {{Method::CramMd5, replyOf({"535 5.7.8 no"})}, {Method::Login, {}}};
    return facts;
}

core::SessionFacts brokenOff()
{
    core::SessionFacts facts = ended(Outcome::Partial, Stage::Rcpt);
    facts.recipients = {{"a@example.com", Outcome::Accepted, {}},
                        {"b@example.com", Outcome::Failed, {}}};
    return facts;
}

QList<CauseCase> endCases()
{
    return {
        {"a mail was taken", "accepted", ended(Outcome::Accepted, Stage::Body, Method::Login)},
        {"a check logged in",
         "checked",
         ended(Outcome::Accepted, Stage::Auth, Method::Login),
         {},
         Goal::Check},
        {"a check without a password stops after EHLO",
         "checked-without-login",
         noted(ended(Outcome::Accepted, Stage::Ehlo), Note::LoginSkippedNoPassword),
         {},
         Goal::Check},
        {"a check of a server set to no login",
         "checked-no-authentication",
         ended(Outcome::Accepted, Stage::Ehlo),
         {},
         Goal::Check},
        {"only the EHLO reply was wanted",
         "reply-read",
         ended(Outcome::Accepted, Stage::Ehlo),
         {},
         Goal::ReadReply},
        {"B73 one of three recipients refused", "partial", ended(Outcome::Partial, Stage::Body)},
        {"B74 the link is lost before the rest of the recipients", "partial-broken-off",
         brokenOff()},
        {"B87 lost after the final dot", "lost-after-dot", ended(Outcome::Unknown, Stage::Body)},
        {"B87 silence after the final dot is unknown, not a time-out", "lost-after-dot",
         failedAt(Stage::Body, Failure::LostAfterDot)},
        {"garbage is the answer to the final dot", "unclear-after-dot", unclearAfterDot()},
        {"stopped by the person", "cancelled", ended(Outcome::Cancelled, Stage::Connect)},
        {"no failure is named at all", "failed", failedAt(Stage::Ehlo, Failure::None)},
        {"a no at QUIT", "server-refused", saidAt(Stage::Quit, {"500 what"})},
        {"B10 EHLO answered by 421", "server-busy", saidAt(Stage::Ehlo, {"421 4.3.2 bye"})},
    };
}

QList<CauseCase> reachingCases()
{
    return {
        {"the host name is unknown", "name-not-found", failedAt(Stage::Dns, Failure::NameNotFound)},
        {"B106 no resolver answers", "no-resolver", failedAt(Stage::Dns, Failure::NoResolver)},
        {"B106 the look-up takes too long", "no-resolver", failedAt(Stage::Dns, Failure::TimedOut)},
        {"port 25 is silent", "port-25-blocked", failedAt(Stage::Connect, Failure::TimedOut),
         server(Security::None, 25)},
        {"port 25, and there is no network at all", "unreachable",
         failedAt(Stage::Dns, Failure::Unreachable), server(Security::None, 25)},
        {"nothing listens", "connection-refused",
         failedAt(Stage::Connect, Failure::ConnectionRefused)},
        {"no route", "unreachable", failedAt(Stage::Connect, Failure::Unreachable)},
        {"the connection is dropped", "connect-timed-out",
         failedAt(Stage::Connect, Failure::TimedOut)},
        {"the connection fails otherwise", "connect-failed",
         failedAt(Stage::Connect, Failure::ConnectFailed, u"Network dropped."_s)},
        {"B04 no greeting", "greeting-timed-out", failedAt(Stage::Greeting, Failure::TimedOut)},
        {"B05 a plain client waits on port 465", "greeting-missing-on-tls-port",
         failedAt(Stage::Greeting, Failure::TimedOut), server(Security::StartTls, 465)},
        {"B06 an HTTP server answers", "not-a-mail-server",
         failedAt(Stage::Greeting, Failure::NotAMailServer)},
        {"B02 554 greeting", "greeting-refused", saidAt(Stage::Greeting, {"554 no SMTP here"})},
        {"554 greeting for an address on a block list", "address-blocked",
         saidAt(Stage::Greeting,
                {"554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using "
                 "zen.spamhaus.org"})},
        {"B03 421 greeting", "too-many-connections",
         saidAt(Stage::Greeting, {"421 4.3.2 too many connections"})},
        {"a server that shuts down", "server-busy",
         saidAt(Stage::Greeting, {"421 4.3.2 Service shutting down"})},
        {"B09 EHLO 501", "ehlo-name-refused",
         saidAt(Stage::Ehlo, {"501 5.5.2 invalid domain name"})},
        {"B09 EHLO 504", "ehlo-name-refused",
         saidAt(Stage::Ehlo, {"504 5.5.2 need fully-qualified hostname"})},
        {"B09 EHLO 550", "ehlo-name-refused", saidAt(Stage::Ehlo, {"550 no"})},
        {"B09 EHLO 553", "ehlo-name-refused", saidAt(Stage::Ehlo, {"553 no"})},
        {"B09 421 about the name", "ehlo-name-refused",
         saidAt(Stage::Ehlo, {"421 HELO/EHLO name pc does not match the DNS entry"})},
        {"B09 521 at EHLO is not about the name", "ehlo-not-welcome",
         saidAt(Stage::Ehlo, {"521 5.3.2 this host takes no mail"})},
        {"B09 554 at EHLO is not about the name", "ehlo-not-welcome",
         saidAt(Stage::Ehlo, {"554 5.7.1 go away"})},
        {"B09 530 at EHLO: encryption", "encryption-needed",
         saidAt(Stage::Ehlo, {"530 5.7.0 Must issue a STARTTLS command first"})},
        {"B08 504 not implemented, to HELO as well", "ehlo-refused",
         saidAt(Stage::Ehlo, {"504 command not implemented"})},
        {"B08 503, to HELO as well", "ehlo-refused", saidAt(Stage::Ehlo, {"503 no"})},
        {"Exim says it at MAIL", "ehlo-name-refused", saidAt(Stage::Mail, {"550 bad HELO name"})},
        {"commands came before the greeting", "out-of-step",
         saidAt(Stage::Greeting, {"554 SMTP synchronization error"})},
        {"pipelining is not liked, after a login", "out-of-step",
         saidAfterLogin(Stage::Rcpt, {"503 5.5.0 pipelining not allowed"})},
        {"a server out of order at the login", "login-temporarily-unavailable",
         saidAt(Stage::Auth, {"454 user database is synchronizing"})},
        {"out of order after a login", "out-of-step",
         saidAfterLogin(Stage::Data, {"503 5.5.1 bad sequence of commands"})},
        {"yes to STARTTLS, then plain text", "starttls-answered-in-plain",
         failedAt(Stage::Tls, Failure::WrongTlsMode), server(Security::StartTls)},
        {"the alert unrecognized_name", "tls-host-unknown",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed,
                  u"error:0A000458:SSL routines::tlsv1 unrecognized name"_s)},
        {"a short Diffie-Hellman key", "tls-too-weak",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed,
                  u"error:0A00018A:SSL routines::dh key too small"_s)},
        {"the alert bad_certificate without a certificate of ours", "client-certificate-wanted",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed,
                  u"error:0A000412:SSL routines::sslv3 alert bad certificate"_s)},
        {"the alert unknown_ca without a certificate of ours", "client-certificate-wanted",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed,
                  u"error:0A000418:SSL routines::tlsv1 alert unknown ca"_s)},
        {"B09 Postfix says it at RCPT", "ehlo-name-refused",
         saidAfterLogin(Stage::Rcpt,
                        {"504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname"})},
        {"B08 neither EHLO nor HELO", "ehlo-refused",
         saidAt(Stage::Ehlo, {"502 5.5.1 not implemented"})},
        {"B10 EHLO answered by a closed link", "closed-by-server",
         failedAt(Stage::Ehlo, Failure::ClosedByPeer)},
        {"B54 the server closes after failed logins", "closed-after-failed-login",
         closedAfterWrongPassword()},
        {"B93 a stage takes too long", "timed-out", failedAt(Stage::Auth, Failure::TimedOut)},
        {"B94 the body is not taken", "timed-out", failedAt(Stage::Body, Failure::TimedOut)},
        {"a reply that is none", "malformed-reply", failedAt(Stage::Mail, Failure::MalformedReply)},
        {"B28 250- then 550", "mixed-reply-codes", failedAt(Stage::Ehlo, Failure::MixedReplyCodes)},
        {"B29 a reply without end", "reply-too-long", failedAt(Stage::Ehlo, Failure::ReplyTooLong)},
        {"B32 an unasked-for reply", "unexpected-reply",
         failedAt(Stage::Mail, Failure::UnexpectedReply)},
    };
}

QList<CauseCase> tlsCases()
{
    return {
        {"B05 a plain client on a TLS port", "wrong-tls-mode-server-speaks-tls",
         failedAt(Stage::Greeting, Failure::WrongTlsMode), server(Security::StartTls, 465)},
        {"B05 a TLS client on a plain port", "wrong-tls-mode-server-speaks-plain",
         failedAt(Stage::Tls, Failure::WrongTlsMode), server(Security::Smtps, 587)},
        {"B37 STARTTLS stripped", "starttls-not-offered",
         failedAt(Stage::StartTls, Failure::StartTlsNotOffered)},
        {"B07 a firewall rewrites and hides STARTTLS", "starttls-hidden-by-firewall",
         noted(failedAt(Stage::StartTls, Failure::StartTlsNotOffered), Note::RewritingFirewall)},
        {"B38 454 to STARTTLS", "starttls-refused",
         failedAt(Stage::StartTls, Failure::StartTlsRefused)},
        {"B38 the same told as a reply", "starttls-refused",
         saidAt(Stage::StartTls, {"454 TLS not available"})},
        {"B35 plaintext injected", "plaintext-injected",
         failedAt(Stage::StartTls, Failure::PlaintextInjected)},
        {"B41 expired", "certificate-expired", rejectedCertificate({CertificateFault::Expired})},
        {"B105 not valid yet", "certificate-not-yet-valid",
         rejectedCertificate({CertificateFault::NotYetValid})},
        {"a virus scanner's certificate", "certificate-intercepted",
         interceptedBy(u"Avast Web/Mail Shield Root"_s)},
        {"a proxy's certificate, which has expired too", "certificate-intercepted",
         interceptedBy(u"FortiGate CA"_s)},
        {"B42 self-signed", "certificate-self-signed",
         rejectedCertificate({CertificateFault::SelfSigned})},
        {"B44 incomplete chain", "certificate-unknown-issuer",
         rejectedCertificate({CertificateFault::UnknownIssuer})},
        {"B43 wrong host", "certificate-wrong-host",
         rejectedCertificate({CertificateFault::WrongHost})},
        {"B48 weak key", "certificate-weak", rejectedCertificate({CertificateFault::Weak})},
        {"another fault", "certificate-not-trusted",
         rejectedCertificate({CertificateFault::Other})},
        {"no fault is named", "certificate-not-trusted",
         failedAt(Stage::Tls, Failure::CertificateRejected, u"no reason"_s)},
        {"B45 another certificate than the pinned one", "certificate-changed",
         failedAt(Stage::Tls, Failure::CertificateChanged)},
        {"B39 the handshake fails", "tls-too-weak",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed, u"sslv3 alert handshake failure"_s)},
        {"the link is closed in the handshake", "tls-handshake-failed",
         failedAt(Stage::Tls, Failure::ClosedByPeer)},
        {"B50 a client certificate is demanded", "client-certificate-wanted",
         failedAt(Stage::Greeting, Failure::ClosedByPeer, u"tlsv13 alert certificate required"_s)},
        {"B50 the client certificate is refused", "client-certificate-refused",
         failedAt(Stage::Tls, Failure::TlsHandshakeFailed, u"sslv3 alert bad certificate"_s),
         withClientCertificate()},
        {"the client certificate's file cannot be read", "client-certificate-unreadable",
         failedAt(Stage::Tls, Failure::ClientCertificateUnreadable, u"/tmp/me.pem: No such file"_s),
         withClientCertificate()},
        {"the proxy does not connect", "proxy-failed",
         failedAt(Stage::Connect, Failure::ProxyFailed, u"Connection to proxy refused"_s),
         behindProxy()},
        {"B47 TLS 1.0 only", "tls-too-old", failedAt(Stage::Tls, Failure::TlsTooOld)},
        {"the CA file cannot be read", "ca-file-unreadable",
         failedAt(Stage::Tls, Failure::CaFileUnreadable, u"/tmp/ca.pem: No such file"_s)},
    };
}

} // namespace

QList<CauseCase> networkCases()
{
    return endCases() + reachingCases() + tlsCases();
}
