// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/names.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView outcomeName(Outcome outcome)
{
    return wordOf(outcome == Outcome::Cancelled ? Outcome::Failed : outcome);
}

QLatin1StringView wordOf(Note note)
{
    static constexpr QLatin1StringView words[] = {"lf-only-lines"_L1,
                                                  "rewriting-firewall"_L1,
                                                  "helo-only"_L1,
                                                  "old-auth-form"_L1,
                                                  "size-unreadable"_L1,
                                                  "login-skipped-no-password"_L1,
                                                  "starttls-if-offered-stayed-plain"_L1,
                                                  "password-over-plaintext"_L1,
                                                  "certificate-without-alt-name"_L1,
                                                  "certificate-pinned"_L1,
                                                  "old-tls-version"_L1,
                                                  "next-method-tried"_L1,
                                                  "notify-not-offered"_L1,
                                                  "notify-refused"_L1,
                                                  "size-refused"_L1,
                                                  "message-reencoded"_L1,
                                                  "signature-taken-off"_L1,
                                                  "message-without-from"_L1,
                                                  "message-without-date"_L1,
                                                  "replies-left-out"_L1,
                                                  "password-ends-unseen"_L1};
    return wordAt<Note::PasswordEndsUnseen>(words, note);
}

QLatin1StringView wordOf(CertificateFault fault)
{
    static constexpr QLatin1StringView words[] = {
        "expired"_L1,    "not-yet-valid"_L1, "self-signed"_L1, "unknown-issuer"_L1,
        "wrong-host"_L1, "weak"_L1,          "other"_L1};
    return wordAt<CertificateFault::Other>(words, fault);
}

QLatin1StringView wordOf(Goal goal)
{
    static constexpr QLatin1StringView words[] = {"read-reply"_L1, "check"_L1, "send-mail"_L1};
    return wordAt<Goal::SendMail>(words, goal);
}

QLatin1StringView wordOf(TranscriptLine::Direction direction)
{
    static constexpr QLatin1StringView words[] = {"client"_L1, "server"_L1, "note"_L1};
    return wordAt<TranscriptLine::Direction::Note>(words, direction);
}

QLatin1StringView wordOf(Outcome outcome)
{
    static constexpr QLatin1StringView words[] = {"accepted"_L1, "partial"_L1, "refused"_L1,
                                                  "deferred"_L1, "failed"_L1,  "unknown"_L1,
                                                  "cancelled"_L1};
    return wordAt<Outcome::Cancelled>(words, outcome);
}

QLatin1StringView wordOf(Failure failure)
{
    static constexpr QLatin1StringView words[] = {"none"_L1,
                                                  "reply-refused"_L1,
                                                  "reply-deferred"_L1,
                                                  "name-not-found"_L1,
                                                  "no-resolver"_L1,
                                                  "connection-refused"_L1,
                                                  "unreachable"_L1,
                                                  "connect-failed"_L1,
                                                  "timed-out"_L1,
                                                  "proxy-failed"_L1,
                                                  "closed-by-peer"_L1,
                                                  "wrong-tls-mode"_L1,
                                                  "tls-handshake-failed"_L1,
                                                  "tls-too-old"_L1,
                                                  "certificate-rejected"_L1,
                                                  "certificate-changed"_L1,
                                                  "starttls-not-offered"_L1,
                                                  "starttls-refused"_L1,
                                                  "plaintext-injected"_L1,
                                                  "ca-file-unreadable"_L1,
                                                  "client-certificate-unreadable"_L1,
                                                  "not-a-mail-server"_L1,
                                                  "malformed-reply"_L1,
                                                  "mixed-reply-codes"_L1,
                                                  "reply-too-long"_L1,
                                                  "unexpected-reply"_L1,
                                                  "login-not-offered"_L1,
                                                  "method-not-offered"_L1,
                                                  "plaintext-password-not-allowed"_L1,
                                                  "bad-challenge"_L1,
                                                  "too-few-rounds"_L1,
                                                  "server-proof-wrong"_L1,
                                                  "password-unavailable"_L1,
                                                  "bad-input"_L1,
                                                  "message-too-large"_L1,
                                                  "needs-8bit"_L1,
                                                  "needs-smtputf8"_L1,
                                                  "line-too-long"_L1,
                                                  "signature-would-break"_L1,
                                                  "body-unreadable"_L1,
                                                  "temporary-folder-unusable"_L1,
                                                  "cancelled"_L1,
                                                  "lost-after-dot"_L1};
    return wordAt<Failure::LostAfterDot>(words, failure);
}

QLatin1StringView wordOf(Stage stage)
{
    static constexpr QLatin1StringView words[] = {
        "message"_L1,  "pop-dns"_L1,   "pop-connect"_L1, "pop-tls"_L1,  "pop-greeting"_L1,
        "pop-stls"_L1, "pop-login"_L1, "pop-quit"_L1,    "dns"_L1,      "connect"_L1,
        "tls"_L1,      "greeting"_L1,  "ehlo"_L1,        "starttls"_L1, "auth"_L1,
        "mail"_L1,     "rcpt"_L1,      "data"_L1,        "body"_L1,     "quit"_L1};
    return wordAt<Stage::Quit>(words, stage);
}

} // namespace core
