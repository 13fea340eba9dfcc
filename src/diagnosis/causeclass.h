// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <optional>

namespace diagnosis
{

/// The kind of trouble, which several rows may share.
enum class CauseClass
{
    // logging in
    WrongPassword,
    AppPasswordNeeded,
    OAuthRequired,
    OAuthTokenBad,
    AuthDisabledByAdmin,
    LoginNeeded,
    MethodNotSupported,
    TlsNeededBeforeLogin,
    TemporaryAuthFailure,
    AccountLocked,
    AccountNotActivated,
    TooManyLogins,
    WrongServer,
    PbsExpired,
    CountryBlocked,
    PopMailboxInUse,
    // sender, recipients, limits
    SenderNotAllowed,
    SenderUnverified,
    SenderDomainBad,
    RelayDenied,
    RecipientUnknown,
    RecipientDomainBad,
    RecipientDisabled,
    RecipientRefused,
    MailboxFull,
    Greylisted,
    RateLimited,
    DailyLimit,
    TooManyConnections,
    TooManyRecipients,
    MessageTooLarge,
    // content and reputation
    ContentSpam,
    ContentPolicy,
    Virus,
    MessageMalformed,
    MailLoop,
    LineTooLong,
    BareLfRejected,
    SmtpUtf8Unsupported,
    IpBlocklisted,
    NoPtr,
    SpfFail,
    DkimDmarcFail,
    HeloRejected,
    // TLS and network
    TlsRequired,
    StartTlsUnavailable,
    TlsBrokenOnServer,
    WrongTlsMode,
    CertExpired,
    CertHostname,
    CertSelfSigned,
    CertUntrusted,
    TlsIntercepted,
    TlsTooOld,
    PortBlocked,
    DnsNxDomain,
    DnsTemporary,
    RefusedConnection,
    NetworkUnreachable,
    Timeout,
    ConnectionLost,
    NotSmtp,
    FirewallMangled,
    // the server
    ServerBusy,
    LocalServerError,
    DiskFull,
    CommandSyntax,
    Unknown,
    // what no reply says
    None,
    Partial,
    Cancelled,
    BadInput,
    RefusedHere,
    ProxyFailed,
    ClientCertificate,
};

/// Its stable English name for scripts: "wrong-password".
QLatin1StringView causeClassName(CauseClass value);
std::optional<CauseClass> causeClassNamed(QLatin1StringView name);

} // namespace diagnosis
