// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted: return "accepted"_L1;
    case Outcome::Partial: return "partial"_L1;
    case Outcome::Refused: return "refused"_L1;
    case Outcome::Deferred: return "deferred"_L1;
    case Outcome::Unknown: return "unknown"_L1;
    case Outcome::Failed:
    case Outcome::Cancelled: return "failed"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView wordOf(Note note)
{
    switch (note) {
    case Note::LfOnlyLines: return "lf-only-lines"_L1;
    case Note::RewritingFirewall: return "rewriting-firewall"_L1;
    case Note::HeloOnly: return "helo-only"_L1;
    case Note::OldAuthForm: return "old-auth-form"_L1;
    case Note::SizeUnreadable: return "size-unreadable"_L1;
    case Note::LoginSkippedNoPassword: return "login-skipped-no-password"_L1;
    case Note::StartTlsIfOfferedStayedPlain: return "starttls-if-offered-stayed-plain"_L1;
    case Note::PasswordOverPlaintext: return "password-over-plaintext"_L1;
    case Note::CertificateWithoutAltName: return "certificate-without-alt-name"_L1;
    case Note::CertificatePinned: return "certificate-pinned"_L1;
    case Note::OldTlsVersion: return "old-tls-version"_L1;
    case Note::NextMethodTried: return "next-method-tried"_L1;
    case Note::NotifyNotOffered: return "notify-not-offered"_L1;
    case Note::NotifyRefused: return "notify-refused"_L1;
    case Note::SizeRefused: return "size-refused"_L1;
    case Note::MessageReencoded: return "message-reencoded"_L1;
    case Note::SignatureTakenOff: return "signature-taken-off"_L1;
    case Note::MessageWithoutFrom: return "message-without-from"_L1;
    case Note::MessageWithoutDate: return "message-without-date"_L1;
    case Note::RepliesLeftOut: return "replies-left-out"_L1;
    case Note::PasswordEndsUnseen: return "password-ends-unseen"_L1;
    }
    return {};
}

QLatin1StringView wordOf(CertificateFault fault)
{
    switch (fault) {
    case CertificateFault::Expired: return "expired"_L1;
    case CertificateFault::NotYetValid: return "not-yet-valid"_L1;
    case CertificateFault::SelfSigned: return "self-signed"_L1;
    case CertificateFault::UnknownIssuer: return "unknown-issuer"_L1;
    case CertificateFault::WrongHost: return "wrong-host"_L1;
    case CertificateFault::Weak: return "weak"_L1;
    case CertificateFault::Other: return "other"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Goal goal)
{
    switch (goal) {
    case Goal::ReadReply: return "read-reply"_L1;
    case Goal::Check: return "check"_L1;
    case Goal::SendMail: return "send-mail"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Accepted: return "accepted"_L1;
    case Outcome::Partial: return "partial"_L1;
    case Outcome::Refused: return "refused"_L1;
    case Outcome::Deferred: return "deferred"_L1;
    case Outcome::Failed: return "failed"_L1;
    case Outcome::Unknown: return "unknown"_L1;
    case Outcome::Cancelled: return "cancelled"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Failure failure)
{
    switch (failure) {
    case Failure::None: return "none"_L1;
    case Failure::ReplyRefused: return "reply-refused"_L1;
    case Failure::ReplyDeferred: return "reply-deferred"_L1;
    case Failure::NameNotFound: return "name-not-found"_L1;
    case Failure::NoResolver: return "no-resolver"_L1;
    case Failure::ConnectionRefused: return "connection-refused"_L1;
    case Failure::Unreachable: return "unreachable"_L1;
    case Failure::ConnectFailed: return "connect-failed"_L1;
    case Failure::TimedOut: return "timed-out"_L1;
    case Failure::ProxyFailed: return "proxy-failed"_L1;
    case Failure::ClosedByPeer: return "closed-by-peer"_L1;
    case Failure::WrongTlsMode: return "wrong-tls-mode"_L1;
    case Failure::TlsHandshakeFailed: return "tls-handshake-failed"_L1;
    case Failure::TlsTooOld: return "tls-too-old"_L1;
    case Failure::CertificateRejected: return "certificate-rejected"_L1;
    case Failure::CertificateChanged: return "certificate-changed"_L1;
    case Failure::StartTlsNotOffered: return "starttls-not-offered"_L1;
    case Failure::StartTlsRefused: return "starttls-refused"_L1;
    case Failure::PlaintextInjected: return "plaintext-injected"_L1;
    case Failure::CaFileUnreadable: return "ca-file-unreadable"_L1;
    case Failure::ClientCertificateUnreadable: return "client-certificate-unreadable"_L1;
    case Failure::NotAMailServer: return "not-a-mail-server"_L1;
    case Failure::MalformedReply: return "malformed-reply"_L1;
    case Failure::MixedReplyCodes: return "mixed-reply-codes"_L1;
    case Failure::ReplyTooLong: return "reply-too-long"_L1;
    case Failure::UnexpectedReply: return "unexpected-reply"_L1;
    case Failure::LoginNotOffered: return "login-not-offered"_L1;
    case Failure::MethodNotOffered: return "method-not-offered"_L1;
    case Failure::PlaintextPasswordNotAllowed: return "plaintext-password-not-allowed"_L1;
    case Failure::BadChallenge: return "bad-challenge"_L1;
    case Failure::TooFewRounds: return "too-few-rounds"_L1;
    case Failure::ServerProofWrong: return "server-proof-wrong"_L1;
    case Failure::PasswordUnavailable: return "password-unavailable"_L1;
    case Failure::BadInput: return "bad-input"_L1;
    case Failure::MessageTooLarge: return "message-too-large"_L1;
    case Failure::NeedsEightBit: return "needs-8bit"_L1;
    case Failure::NeedsSmtpUtf8: return "needs-smtputf8"_L1;
    case Failure::LineTooLong: return "line-too-long"_L1;
    case Failure::SignatureWouldBreak: return "signature-would-break"_L1;
    case Failure::BodyUnreadable: return "body-unreadable"_L1;
    case Failure::TemporaryFolderUnusable: return "temporary-folder-unusable"_L1;
    case Failure::Cancelled: return "cancelled"_L1;
    case Failure::LostAfterDot: return "lost-after-dot"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Stage stage)
{
    switch (stage) {
    case Stage::Message: return "message"_L1;
    case Stage::PopDns: return "pop-dns"_L1;
    case Stage::PopConnect: return "pop-connect"_L1;
    case Stage::PopTls: return "pop-tls"_L1;
    case Stage::PopGreeting: return "pop-greeting"_L1;
    case Stage::PopStls: return "pop-stls"_L1;
    case Stage::PopLogin: return "pop-login"_L1;
    case Stage::PopQuit: return "pop-quit"_L1;
    case Stage::Dns: return "dns"_L1;
    case Stage::Connect: return "connect"_L1;
    case Stage::Tls: return "tls"_L1;
    case Stage::Greeting: return "greeting"_L1;
    case Stage::Ehlo: return "ehlo"_L1;
    case Stage::StartTls: return "starttls"_L1;
    case Stage::Auth: return "auth"_L1;
    case Stage::Mail: return "mail"_L1;
    case Stage::Rcpt: return "rcpt"_L1;
    case Stage::Data: return "data"_L1;
    case Stage::Body: return "body"_L1;
    case Stage::Quit: return "quit"_L1;
    }
    return {};
}

} // namespace core
