// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/exitcode.h"

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

// The numbers of <sysexits.h>, which mail programs have used since sendmail.
constexpr int okay = 0;
constexpr int badData = 65;
constexpr int badAddress = 67;
constexpr int noHost = 68;
constexpr int unavailable = 69;
constexpr int inputOutput = 74;
constexpr int tryAgain = 75;
constexpr int badProtocol = 76;
constexpr int noPermission = 77;
constexpr int interrupted = 130; // 128 + SIGINT, as a shell says

int refusedCode(core::Stage stage)
{
    using core::Stage;

    switch (stage) {
    case Stage::Auth:
    case Stage::PopLogin:
        return noPermission;
    case Stage::Mail:
    case Stage::Rcpt:
        return badAddress;
    case Stage::Data:
    case Stage::Body:
        return badData;
    case Stage::Message:
    case Stage::PopDns:
    case Stage::PopConnect:
    case Stage::PopTls:
    case Stage::PopGreeting:
    case Stage::PopStls:
    case Stage::PopQuit:
    case Stage::Dns:
    case Stage::Connect:
    case Stage::Tls:
    case Stage::Greeting:
    case Stage::Ehlo:
    case Stage::StartTls:
    case Stage::Quit:
        return unavailable;
    }
    Q_UNREACHABLE();
}

int failedCode(const core::SessionFacts &facts)
{
    using core::Failure;

    switch (facts.failure) {
    case Failure::ReplyRefused:
        return refusedCode(facts.stage);
    case Failure::ReplyDeferred:
        return tryAgain;
    case Failure::NameNotFound:
    case Failure::NoResolver:
        return noHost;
    case Failure::None:
    case Failure::ConnectionRefused:
    case Failure::Unreachable:
    case Failure::ConnectFailed:
    case Failure::TimedOut:
    case Failure::ProxyFailed:
    case Failure::ClosedByPeer:
    case Failure::WrongTlsMode:
    case Failure::TlsHandshakeFailed:
    case Failure::TlsTooOld:
    case Failure::CertificateRejected:
    case Failure::CertificateChanged:
    case Failure::StartTlsNotOffered:
    case Failure::StartTlsRefused:
    case Failure::PlaintextInjected:
    case Failure::CaFileUnreadable:
    case Failure::ClientCertificateUnreadable:
        return unavailable;
    case Failure::NotAMailServer:
    case Failure::MalformedReply:
    case Failure::MixedReplyCodes:
    case Failure::ReplyTooLong:
    case Failure::UnexpectedReply:
    case Failure::BadChallenge:
    case Failure::TooFewRounds:
    case Failure::ServerProofWrong:
        return badProtocol;
    case Failure::LoginNotOffered:
    case Failure::MethodNotOffered:
    case Failure::PlaintextPasswordNotAllowed:
    case Failure::PasswordUnavailable:
        return noPermission;
    case Failure::BadInput:
    case Failure::MessageTooLarge:
    case Failure::NeedsEightBit:
    case Failure::NeedsSmtpUtf8:
    case Failure::LineTooLong:
    case Failure::SignatureWouldBreak:
    case Failure::BodyUnreadable:
        return badData;
    case Failure::Cancelled:
        return interrupted;
    case Failure::LostAfterDot:
        return inputOutput;
    }
    Q_UNREACHABLE();
}

} // namespace

int exitCode(const core::SessionFacts &facts)
{
    using core::Outcome;

    switch (facts.outcome) {
    case Outcome::Accepted:
        return okay;
    case Outcome::Partial:
        return badAddress;
    case Outcome::Refused:
        return refusedCode(facts.stage);
    case Outcome::Deferred:
        return tryAgain;
    case Outcome::Failed:
        return failedCode(facts);
    case Outcome::Unknown:
        return inputOutput;
    case Outcome::Cancelled:
        return interrupted;
    }
    Q_UNREACHABLE();
}

QLatin1StringView outcomeName(core::Outcome outcome)
{
    using core::Outcome;

    switch (outcome) {
    case Outcome::Accepted:
        return "accepted"_L1;
    case Outcome::Partial:
        return "partial"_L1;
    case Outcome::Refused:
        return "refused"_L1;
    case Outcome::Deferred:
        return "deferred"_L1;
    case Outcome::Unknown:
        return "unknown"_L1;
    case Outcome::Failed:
    case Outcome::Cancelled:
        return "failed"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace diagnosis
