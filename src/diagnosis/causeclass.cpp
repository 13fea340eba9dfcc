// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causeclass.h"

#include "core/words.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

constexpr QLatin1StringView names[] = {
    "wrong-password"_L1,
    "app-password-needed"_L1,
    "oauth-required"_L1,
    "oauth-token-bad"_L1,
    "auth-disabled-by-admin"_L1,
    "login-needed"_L1,
    "method-not-supported"_L1,
    "tls-needed-before-login"_L1,
    "temporary-auth-failure"_L1,
    "account-locked"_L1,
    "account-not-activated"_L1,
    "too-many-logins"_L1,
    "wrong-server"_L1,
    "pbs-expired"_L1,
    "country-blocked"_L1,
    "pop-mailbox-in-use"_L1,
    "sender-not-allowed"_L1,
    "sender-unverified"_L1,
    "sender-domain-bad"_L1,
    "relay-denied"_L1,
    "recipient-unknown"_L1,
    "recipient-domain-bad"_L1,
    "recipient-disabled"_L1,
    "recipient-refused"_L1,
    "mailbox-full"_L1,
    "greylisted"_L1,
    "rate-limited"_L1,
    "daily-limit"_L1,
    "too-many-connections"_L1,
    "too-many-recipients"_L1,
    "message-too-large"_L1,
    "content-spam"_L1,
    "content-policy"_L1,
    "virus"_L1,
    "message-malformed"_L1,
    "mail-loop"_L1,
    "line-too-long"_L1,
    "bare-lf-rejected"_L1,
    "smtputf8-unsupported"_L1,
    "ip-blocklisted"_L1,
    "no-ptr"_L1,
    "spf-fail"_L1,
    "dkim-dmarc-fail"_L1,
    "helo-rejected"_L1,
    "tls-required"_L1,
    "starttls-unavailable"_L1,
    "tls-broken-on-server"_L1,
    "wrong-tls-mode"_L1,
    "cert-expired"_L1,
    "cert-hostname"_L1,
    "cert-selfsigned"_L1,
    "cert-untrusted"_L1,
    "tls-intercepted"_L1,
    "tls-too-old"_L1,
    "port-blocked"_L1,
    "dns-nxdomain"_L1,
    "dns-temporary"_L1,
    "refused-connection"_L1,
    "network-unreachable"_L1,
    "timeout"_L1,
    "connection-lost"_L1,
    "not-smtp"_L1,
    "firewall-mangled"_L1,
    "server-busy"_L1,
    "local-server-error"_L1,
    "disk-full"_L1,
    "command-syntax"_L1,
    "unknown"_L1,
    "none"_L1,
    "partial"_L1,
    "cancelled"_L1,
    "bad-input"_L1,
    "refused-here"_L1,
    "proxy-failed"_L1,
    "client-certificate"_L1,
};

} // namespace

QLatin1StringView causeClassName(CauseClass value)
{
    return core::wordAt<CauseClass::ClientCertificate>(names, value);
}

std::optional<CauseClass> causeClassNamed(QLatin1StringView name)
{
    const auto found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) {
        return {};
    }
    return static_cast<CauseClass>(std::distance(std::begin(names), found));
}

} // namespace diagnosis
