// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recordwords.h"

using namespace Qt::StringLiterals;

namespace store
{

// Each switch names every value, so that the compiler asks for a word when a value comes.

QLatin1StringView wordOf(core::Goal goal)
{
    switch (goal) {
    case core::Goal::ReadReply:
        return "read-reply"_L1;
    case core::Goal::Check:
        return "check"_L1;
    case core::Goal::SendMail:
        return "send-mail"_L1;
    }
    return {};
}

QLatin1StringView wordOf(core::Outcome outcome)
{
    switch (outcome) {
    case core::Outcome::Accepted:
        return "accepted"_L1;
    case core::Outcome::Partial:
        return "partial"_L1;
    case core::Outcome::Refused:
        return "refused"_L1;
    case core::Outcome::Deferred:
        return "deferred"_L1;
    case core::Outcome::Failed:
        return "failed"_L1;
    case core::Outcome::Unknown:
        return "unknown"_L1;
    case core::Outcome::Cancelled:
        return "cancelled"_L1;
    }
    return {};
}

QLatin1StringView wordOf(core::Failure failure)
{
    switch (failure) {
    case core::Failure::None:
        return "none"_L1;
    case core::Failure::ReplyRefused:
        return "reply-refused"_L1;
    case core::Failure::ReplyDeferred:
        return "reply-deferred"_L1;
    case core::Failure::NameNotFound:
        return "name-not-found"_L1;
    case core::Failure::NoResolver:
        return "no-resolver"_L1;
    case core::Failure::ConnectionRefused:
        return "connection-refused"_L1;
    case core::Failure::Unreachable:
        return "unreachable"_L1;
    case core::Failure::ConnectFailed:
        return "connect-failed"_L1;
    case core::Failure::TimedOut:
        return "timed-out"_L1;
    case core::Failure::ProxyFailed:
        return "proxy-failed"_L1;
    case core::Failure::ClosedByPeer:
        return "closed-by-peer"_L1;
    case core::Failure::WrongTlsMode:
        return "wrong-tls-mode"_L1;
    case core::Failure::TlsHandshakeFailed:
        return "tls-handshake-failed"_L1;
    case core::Failure::TlsTooOld:
        return "tls-too-old"_L1;
    case core::Failure::CertificateRejected:
        return "certificate-rejected"_L1;
    case core::Failure::CertificateChanged:
        return "certificate-changed"_L1;
    case core::Failure::StartTlsNotOffered:
        return "starttls-not-offered"_L1;
    case core::Failure::StartTlsRefused:
        return "starttls-refused"_L1;
    case core::Failure::PlaintextInjected:
        return "plaintext-injected"_L1;
    case core::Failure::CaFileUnreadable:
        return "ca-file-unreadable"_L1;
    case core::Failure::ClientCertificateUnreadable:
        return "client-certificate-unreadable"_L1;
    case core::Failure::NotAMailServer:
        return "not-a-mail-server"_L1;
    case core::Failure::MalformedReply:
        return "malformed-reply"_L1;
    case core::Failure::MixedReplyCodes:
        return "mixed-reply-codes"_L1;
    case core::Failure::ReplyTooLong:
        return "reply-too-long"_L1;
    case core::Failure::UnexpectedReply:
        return "unexpected-reply"_L1;
    case core::Failure::LoginNotOffered:
        return "login-not-offered"_L1;
    case core::Failure::MethodNotOffered:
        return "method-not-offered"_L1;
    case core::Failure::PlaintextPasswordNotAllowed:
        return "plaintext-password-not-allowed"_L1;
    case core::Failure::BadChallenge:
        return "bad-challenge"_L1;
    case core::Failure::TooFewRounds:
        return "too-few-rounds"_L1;
    case core::Failure::ServerProofWrong:
        return "server-proof-wrong"_L1;
    case core::Failure::PasswordUnavailable:
        return "password-unavailable"_L1;
    case core::Failure::BadInput:
        return "bad-input"_L1;
    case core::Failure::MessageTooLarge:
        return "message-too-large"_L1;
    case core::Failure::NeedsEightBit:
        return "needs-8bit"_L1;
    case core::Failure::NeedsSmtpUtf8:
        return "needs-smtputf8"_L1;
    case core::Failure::LineTooLong:
        return "line-too-long"_L1;
    case core::Failure::SignatureWouldBreak:
        return "signature-would-break"_L1;
    case core::Failure::BodyUnreadable:
        return "body-unreadable"_L1;
    case core::Failure::Cancelled:
        return "cancelled"_L1;
    case core::Failure::LostAfterDot:
        return "lost-after-dot"_L1;
    }
    return {};
}

QLatin1StringView wordOf(core::Stage stage)
{
    switch (stage) {
    case core::Stage::Message:
        return "message"_L1;
    case core::Stage::PopDns:
        return "pop-dns"_L1;
    case core::Stage::PopConnect:
        return "pop-connect"_L1;
    case core::Stage::PopTls:
        return "pop-tls"_L1;
    case core::Stage::PopGreeting:
        return "pop-greeting"_L1;
    case core::Stage::PopStls:
        return "pop-stls"_L1;
    case core::Stage::PopLogin:
        return "pop-login"_L1;
    case core::Stage::PopQuit:
        return "pop-quit"_L1;
    case core::Stage::Dns:
        return "dns"_L1;
    case core::Stage::Connect:
        return "connect"_L1;
    case core::Stage::Tls:
        return "tls"_L1;
    case core::Stage::Greeting:
        return "greeting"_L1;
    case core::Stage::Ehlo:
        return "ehlo"_L1;
    case core::Stage::StartTls:
        return "starttls"_L1;
    case core::Stage::Auth:
        return "auth"_L1;
    case core::Stage::Mail:
        return "mail"_L1;
    case core::Stage::Rcpt:
        return "rcpt"_L1;
    case core::Stage::Data:
        return "data"_L1;
    case core::Stage::Body:
        return "body"_L1;
    case core::Stage::Quit:
        return "quit"_L1;
    }
    return {};
}

} // namespace store
