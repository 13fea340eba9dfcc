// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core
{

/// What ended an attempt, as a fact; the words for people are diagnosis'. `ReplyRefused` and
/// `ReplyDeferred` are the server's own no; everything else is ours or the network's.
enum class Failure
{
    None,
    // the server's own word
    ReplyRefused,  // 5xx
    ReplyDeferred, // 4xx, or 421 at any time
    // the network
    NameNotFound,
    NoResolver,
    ConnectionRefused,
    Unreachable,
    ConnectFailed,
    TimedOut,
    ProxyFailed, // the proxy could not be reached, or did not connect us
    ClosedByPeer,
    // TLS
    WrongTlsMode,
    TlsHandshakeFailed,
    TlsTooOld,
    CertificateRejected,
    CertificateChanged, // another one than the pinned
    StartTlsNotOffered,
    StartTlsRefused,
    PlaintextInjected,
    CaFileUnreadable,
    ClientCertificateUnreadable, // or its key
    // the protocol
    NotAMailServer,
    MalformedReply,
    MixedReplyCodes,
    ReplyTooLong,
    UnexpectedReply,
    // logging in
    LoginNotOffered,
    MethodNotOffered,
    PlaintextPasswordNotAllowed,
    BadChallenge,
    TooFewRounds, // of SCRAM's hashing: the proof would give the password away
    ServerProofWrong,
    PasswordUnavailable,
    // what we were given
    BadInput,
    MessageTooLarge,
    NeedsEightBit,
    NeedsSmtpUtf8,
    LineTooLong,
    SignatureWouldBreak, // if the message were encoded as it would have to be
    BodyUnreadable,
    TemporaryFolderUnusable,
    // the person
    Cancelled,
    // the link lost between the final dot and its reply
    LostAfterDot,
};

/// The six ends an attempt has. Only Accepted is a success.
enum class Outcome
{
    Accepted,
    Partial,  // some recipients were taken, some not
    Refused,  // the server said 5xx
    Deferred, // the server said 4xx
    Failed,   // no usable answer, or refused by ourselves
    Unknown,  // the final dot was sent and never answered
    Cancelled,
};

} // namespace core
