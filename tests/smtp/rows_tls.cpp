// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

using core::Failure;
using core::Outcome;
using core::Stage;

namespace dialogue
{

namespace
{

/// A mail with a login, so that whatever should not be sent would be.
void mailOver(smtp::SessionSettings &s, core::Security security)
{
    s.goal = core::Goal::SendMail;
    s.security = security;
    s.method = core::Method::Plain1;
    s.credentials = core::Credentials{QStringLiteral("id"), core::Secret("word-pass")};
    s.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
}

void startTls(smtp::SessionSettings &s)
{
    mailOver(s, core::Security::StartTls);
}

void startTlsIfOffered(smtp::SessionSettings &s)
{
    mailOver(s, core::Security::StartTlsIfOffered);
}

void check(smtp::SessionSettings &s)
{
    s.goal = core::Goal::ReadReply;
    s.security = core::Security::StartTls;
}

void checkSmtps(smtp::SessionSettings &s)
{
    s.goal = core::Goal::ReadReply;
    s.security = core::Security::Smtps;
}

bool sawNothingAfterTls(const smtp::Session &s)
{
    return !s.facts().afterTls && !s.facts().loggedIn && s.facts().attempts.isEmpty();
}

std::function<bool(const smtp::Session &)> refusedFor(core::CertificateFault fault)
{
    return [fault](const smtp::Session &s) {
        return sawNothingAfterTls(s) && s.facts().tls->faults == QList{fault} &&
               !s.facts().tls->certificate().isEmpty();
    };
}

} // namespace

QList<Row> tlsRows()
{
    const QByteArray start = "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250-AUTH PLAIN\n"
                             "S: 250 STARTTLS\nC: STARTTLS\n";
    return {
        {"STARTTLS: the second EHLO counts",
         check,
         start +
             "S: 220 go\nTLS\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH LOGIN\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) {
             return s.facts().afterTls->authMechanisms == QByteArrayList{"LOGIN"} &&
                    s.facts().beforeTls->startTls && s.facts().tls->encrypted;
         }},
        {"SMTPs: TLS before the greeting",
         checkSmtps,
         "TLS\nS: 220 hi\nC: EHLO [127.0.0.1]\nS: 250 hi\nC: QUIT\nCLOSE",
         Outcome::Accepted,
         Failure::None,
         {},
         [](const smtp::Session &s) { return s.facts().afterTls && !s.facts().beforeTls; }},
        {"B21 AUTH only after TLS: the second EHLO counts", startTls,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS\n"
         "C: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH PLAIN\nC: AUTH PLAIN AGlkAHdvcmQtcGFzcw==\n"
         "S: 535 5.7.8 no\nC: QUIT\nCLOSE",
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth},
        {"B22 AUTH only before TLS: forgotten after TLS", startTls,
         start + "S: 220 go\nTLS\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 HELP\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::LoginNotOffered, Stage::Auth},
        {"B35 plaintext after the STARTTLS 220, a whole line: abort, said",
         startTls,
         start + "S! 220 go\\r\\n250 injected\\r\\n\nCLOSE",
         Outcome::Failed,
         Failure::PlaintextInjected,
         {},
         sawNothingAfterTls},
        {"B36 the same without CRLF: abort",
         startTls,
         start + "S! 220 go\\r\\n250 inj\nCLOSE",
         Outcome::Failed,
         Failure::PlaintextInjected,
         {},
         sawNothingAfterTls},
        {"B35 injected EHLO keywords do not count after TLS",
         startTls,
         start + "S! 220 go\\r\\n250-hi\\r\\n250 AUTH PLAIN\\r\\n\nCLOSE",
         Outcome::Failed,
         Failure::PlaintextInjected,
         {},
         sawNothingAfterTls},
        {"B37 STARTTLS stripped, TLS required: no AUTH, no MAIL", startTls,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH PLAIN\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::StartTlsNotOffered, Stage::StartTls, sawNothingAfterTls},
        {"B37 STARTTLS stripped, if offered: a plaintext method is still refused",
         startTlsIfOffered,
         "S: 220 hi\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 AUTH PLAIN\nC: QUIT\nCLOSE",
         Outcome::Failed, Failure::PlaintextPasswordNotAllowed, Stage::Auth, sawNothingAfterTls},
        {"B38 454 to STARTTLS: fails, nothing more than QUIT", startTls,
         start + "S: 454 4.7.0 not today\nC: QUIT\nCLOSE", Outcome::Deferred,
         Failure::StartTlsRefused, Stage::StartTls, sawNothingAfterTls},
        {"B38 502 to STARTTLS, if offered: never silently on", startTlsIfOffered,
         start + "S: 502 5.5.1 no\nC: QUIT\nCLOSE", Outcome::Refused, Failure::StartTlsRefused,
         Stage::StartTls, sawNothingAfterTls},
        {"B38 501 to STARTTLS: refused", startTls,
         start + "S: 501 5.5.4 no parameters\nC: QUIT\nCLOSE", Outcome::Refused,
         Failure::StartTlsRefused, Stage::StartTls, sawNothingAfterTls},
        {"250 to STARTTLS: neither yes nor no", startTls, start + "S: 250 ok\nCLOSE",
         Outcome::Failed, Failure::UnexpectedReply, Stage::StartTls, sawNothingAfterTls},
        {"B39 220, then the link breaks in the handshake: no plaintext retry", startTls,
         start + "S: 220 go\nTLS-FAILS\nCLOSE", Outcome::Failed, Failure::TlsHandshakeFailed,
         Stage::Tls, sawNothingAfterTls},
        {"B40 STARTTLS offered again after TLS: ignored", check,
         start + "S: 220 go\nTLS\nC: EHLO [127.0.0.1]\nS: 250-hi\nS: 250 STARTTLS\nC: QUIT\nCLOSE"},
        {"B41 expired: no password", startTls, start + "S: 220 go\nTLS-EXPIRED\nCLOSE",
         Outcome::Failed, Failure::CertificateRejected, Stage::Tls,
         refusedFor(core::CertificateFault::Expired)},
        {"B42 self-signed: no password", startTls, start + "S: 220 go\nTLS-SELF-SIGNED\nCLOSE",
         Outcome::Failed, Failure::CertificateRejected, Stage::Tls,
         refusedFor(core::CertificateFault::SelfSigned)},
        {"B43 wrong host: no password", startTls, start + "S: 220 go\nTLS-WRONG-HOST\nCLOSE",
         Outcome::Failed, Failure::CertificateRejected, Stage::Tls,
         refusedFor(core::CertificateFault::WrongHost)},
        {"B41 an untrusted certificate, should net let it pass: stops all the same", startTls,
         start + "S: 220 go\nTLS-UNTRUSTED\nCLOSE", Outcome::Failed, Failure::CertificateRejected,
         Stage::Tls, sawNothingAfterTls},
        {"TLS handshake hangs: times out naming the stage", startTls,
         start + "S: 220 go\nTLS-HANGS\nTIMEOUT\nCLOSE", Outcome::Failed, Failure::TimedOut,
         Stage::Tls, sawNothingAfterTls},
        {"TLS handshake hangs: cancel works at once", startTls,
         start + "S: 220 go\nTLS-HANGS\nCANCEL\nCLOSE", Outcome::Cancelled, Failure::Cancelled,
         Stage::Tls, sawNothingAfterTls},
    };
}

} // namespace dialogue
