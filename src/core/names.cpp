// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView outcomeName(Outcome outcome)
{
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

QLatin1StringView noteName(Note note)
{
    switch (note) {
    case Note::LfOnlyLines:
        return "lf-only-lines"_L1;
    case Note::RewritingFirewall:
        return "rewriting-firewall"_L1;
    case Note::HeloOnly:
        return "helo-only"_L1;
    case Note::OldAuthForm:
        return "old-auth-form"_L1;
    case Note::SizeUnreadable:
        return "size-unreadable"_L1;
    case Note::LoginSkippedNoPassword:
        return "login-skipped-no-password"_L1;
    case Note::StartTlsIfOfferedStayedPlain:
        return "starttls-if-offered-stayed-plain"_L1;
    case Note::PasswordOverPlaintext:
        return "password-over-plaintext"_L1;
    case Note::CertificateWithoutAltName:
        return "certificate-without-alt-name"_L1;
    case Note::CertificatePinned:
        return "certificate-pinned"_L1;
    case Note::OldTlsVersion:
        return "old-tls-version"_L1;
    case Note::NextMethodTried:
        return "next-method-tried"_L1;
    case Note::NotifyNotOffered:
        return "notify-not-offered"_L1;
    case Note::MessageReencoded:
        return "message-reencoded"_L1;
    case Note::SignatureTakenOff:
        return "signature-taken-off"_L1;
    case Note::MessageWithoutFrom:
        return "message-without-from"_L1;
    case Note::MessageWithoutDate:
        return "message-without-date"_L1;
    case Note::RepliesLeftOut:
        return "replies-left-out"_L1;
    }
    return {};
}

QLatin1StringView certificateFaultName(CertificateFault fault)
{
    switch (fault) {
    case CertificateFault::Expired:
        return "expired"_L1;
    case CertificateFault::NotYetValid:
        return "not-yet-valid"_L1;
    case CertificateFault::SelfSigned:
        return "self-signed"_L1;
    case CertificateFault::UnknownIssuer:
        return "unknown-issuer"_L1;
    case CertificateFault::WrongHost:
        return "wrong-host"_L1;
    case CertificateFault::Weak:
        return "weak"_L1;
    case CertificateFault::Other:
        return "other"_L1;
    }
    return {};
}

} // namespace core
