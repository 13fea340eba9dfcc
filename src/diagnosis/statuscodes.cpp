// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/statuscodes.h"

#include <QHash>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

using core::Stage;

constexpr int exact = 22; // a code that has one meaning
constexpr int usual = 17; // one that servers also use for something else
constexpr int vague = 8;  // one that needs words beside it

enum class Status : int
{
    Any = 0,
    Temporary = 4,
    Permanent = 5,
};

struct EnhancedRow
{
    int subject;
    int detail;
    CauseClass cause;
    int weight;
    Status status = Status::Any;
};

constexpr EnhancedRow enhancedRows[] = {
    // RFC 3463 3.2, addresses; RFC 7505 for 10
    {1, 1, CauseClass::RecipientUnknown, exact - 1},
    {1, 2, CauseClass::RecipientDomainBad, usual},
    {1, 3, CauseClass::CommandSyntax, usual},
    {1, 6, CauseClass::RecipientDisabled, exact},
    {1, 7, CauseClass::CommandSyntax, vague},
    {1, 8, CauseClass::SenderDomainBad, usual},
    {1, 10, CauseClass::RecipientDomainBad, usual},
    // 3.3, mailboxes
    {2, 1, CauseClass::RecipientDisabled, usual},
    {2, 2, CauseClass::MailboxFull, exact},
    {2, 3, CauseClass::MessageTooLarge, exact},
    // 3.4, the mail system
    {3, 0, CauseClass::LocalServerError, exact - 1, Status::Temporary},
    {3, 0, CauseClass::LocalServerError, vague, Status::Permanent},
    {3, 1, CauseClass::DiskFull, exact},
    {3, 2, CauseClass::ServerBusy, exact, Status::Temporary},
    {3, 4, CauseClass::MessageTooLarge, exact},
    {3, 5, CauseClass::LocalServerError, usual},
    // 3.5, network and routing
    {4, 2, CauseClass::ConnectionLost, vague},
    {4, 3, CauseClass::LocalServerError, vague},
    {4, 4, CauseClass::RecipientDomainBad, vague},
    {4, 5, CauseClass::ServerBusy, usual, Status::Temporary},
    {4, 6, CauseClass::MailLoop, exact},
    {4, 7, CauseClass::Timeout, vague},
    // 3.6, the protocol
    {5, 1, CauseClass::CommandSyntax, vague},
    {5, 2, CauseClass::CommandSyntax, usual},
    {5, 3, CauseClass::TooManyRecipients, usual},
    {5, 4, CauseClass::CommandSyntax, usual},
    // 3.7, the message; RFC 6531 4.1 for 7 to 10
    {6, 0, CauseClass::MessageMalformed, vague},
    {6, 1, CauseClass::MessageMalformed, vague},
    {6, 3, CauseClass::MessageMalformed, usual},
    {6, 7, CauseClass::SmtpUtf8Unsupported, exact},
    {6, 8, CauseClass::SmtpUtf8Unsupported, exact},
    {6, 9, CauseClass::SmtpUtf8Unsupported, exact},
    {6, 10, CauseClass::SmtpUtf8Unsupported, exact},
    // 3.8, security; RFC 4954 6, RFC 7372, RFC 7505 and IANA's list
    {7, 2, CauseClass::RecipientRefused, usual},
    {7, 4, CauseClass::MethodNotSupported, usual},
    {7, 8, CauseClass::WrongPassword, usual},
    {7, 9, CauseClass::MethodNotSupported, usual},
    {7, 10, CauseClass::TlsRequired, exact},
    {7, 11, CauseClass::TlsNeededBeforeLogin, exact},
    {7, 13, CauseClass::AccountLocked, exact},
    {7, 17, CauseClass::RecipientDisabled, usual},
    {7, 20, CauseClass::DkimDmarcFail, exact},
    {7, 21, CauseClass::DkimDmarcFail, exact},
    {7, 22, CauseClass::DkimDmarcFail, exact},
    {7, 23, CauseClass::SpfFail, exact},
    {7, 24, CauseClass::SpfFail, exact},
    {7, 25, CauseClass::NoPtr, exact},
    {7, 26, CauseClass::DkimDmarcFail, exact},
    {7, 29, CauseClass::DkimDmarcFail, exact},
    {7, 27, CauseClass::SenderDomainBad, usual},
    {7, 28, CauseClass::RateLimited, usual},
    // Exchange and Microsoft 365
    {7, 3, CauseClass::WrongPassword, vague},
    {7, 57, CauseClass::LoginNeeded, exact},
    {7, 60, CauseClass::SenderNotAllowed, exact},
    {7, 64, CauseClass::RelayDenied, exact},
    {7, 124, CauseClass::RecipientRefused, exact},
    {7, 129, CauseClass::RecipientRefused, exact},
    {7, 133, CauseClass::RecipientRefused, exact},
    {7, 134, CauseClass::RecipientRefused, exact},
    {7, 135, CauseClass::RecipientRefused, exact},
    {7, 136, CauseClass::RecipientRefused, exact},
    {7, 501, CauseClass::AccountLocked, exact},
    {7, 502, CauseClass::AccountLocked, exact},
    {7, 503, CauseClass::AccountLocked, exact},
    {7, 506, CauseClass::HeloRejected, exact},
    {7, 508, CauseClass::RateLimited, exact},
    {7, 509, CauseClass::DkimDmarcFail, exact},
    {7, 511, CauseClass::IpBlocklisted, exact},
    {7, 512, CauseClass::MessageMalformed, usual},
    {7, 515, CauseClass::DkimDmarcFail, exact},
    {7, 700, CauseClass::AccountLocked, usual},
    {7, 701, CauseClass::AccountLocked, usual},
    {7, 703, CauseClass::AccountLocked, usual},
    {7, 705, CauseClass::AccountLocked, exact},
    {7, 708, CauseClass::IpBlocklisted, exact},
    {7, 750, CauseClass::AccountLocked, usual},
    {7, 232, CauseClass::DailyLimit, exact},
    {7, 233, CauseClass::DailyLimit, exact},
    {7, 650, CauseClass::RateLimited, usual},
    {1, 90, CauseClass::DailyLimit, exact},
    {2, 121, CauseClass::RateLimited, usual},
    {2, 122, CauseClass::RateLimited, usual},
    {4, 310, CauseClass::RecipientDomainBad, usual},
    {4, 312, CauseClass::DnsTemporary, exact},
    {4, 316, CauseClass::RefusedConnection, exact},
    {4, 318, CauseClass::ConnectionLost, exact},
    {7, 139, CauseClass::AuthDisabledByAdmin, usual},
    {7, 320, CauseClass::CertUntrusted, exact},
    {7, 322, CauseClass::CertExpired, exact},
    {7, 323, CauseClass::CertUntrusted, exact},
    {7, 325, CauseClass::CertHostname, exact},
    {7, 500, CauseClass::RateLimited, usual, Status::Temporary},
    {1, 20, CauseClass::MessageMalformed, usual},
    {2, 252, CauseClass::SenderNotAllowed, exact},
};

bool isOneOf(std::optional<Stage> stage, std::initializer_list<Stage> stages)
{
    return !stage || std::find(stages.begin(), stages.end(), *stage) != stages.end();
}

struct CodeRow
{
    int code;
    std::initializer_list<Stage> stages; // none = all
    bool needsStage;
    CauseClass cause;
    int weight;
};

const CodeRow codeRows[] = {
    // RFC 4954 6
    {535, {Stage::Auth}, false, CauseClass::WrongPassword, exact - 4},
    {534, {Stage::Auth}, false, CauseClass::MethodNotSupported, vague},
    {538, {}, false, CauseClass::TlsNeededBeforeLogin, exact},
    {530,
     {Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Body},
     true,
     CauseClass::LoginNeeded,
     usual},
    {530, {Stage::Auth}, true, CauseClass::TlsNeededBeforeLogin, vague},
    {454, {Stage::Auth}, true, CauseClass::TemporaryAuthFailure, usual},
    {504, {Stage::Auth}, true, CauseClass::MethodNotSupported, usual},
    {502, {Stage::Auth}, true, CauseClass::MethodNotSupported, vague},
    {503, {Stage::Auth}, true, CauseClass::MethodNotSupported, vague - 4},
    // RFC 3207 4
    {454, {Stage::StartTls}, true, CauseClass::TlsBrokenOnServer, exact},
    {502, {Stage::StartTls}, true, CauseClass::StartTlsUnavailable, exact},
    {500, {Stage::StartTls}, true, CauseClass::StartTlsUnavailable, usual},
    {503, {Stage::StartTls}, true, CauseClass::StartTlsUnavailable, vague},
    // RFC 5321 4.2.2 and 4.3.2
    {500, {Stage::Mail, Stage::Rcpt, Stage::Data}, true, CauseClass::CommandSyntax, exact - 1},
    {501, {Stage::Mail, Stage::Rcpt, Stage::Data}, true, CauseClass::CommandSyntax, usual},
    {502,
     {Stage::Ehlo, Stage::Mail, Stage::Rcpt, Stage::Data},
     true,
     CauseClass::CommandSyntax,
     exact - 1},
    {503,
     {Stage::Ehlo, Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Body},
     true,
     CauseClass::CommandSyntax,
     exact - 1},
    {504, {Stage::Mail, Stage::Rcpt}, true, CauseClass::CommandSyntax, vague},
    {555, {}, false, CauseClass::CommandSyntax, usual},
    {455, {}, false, CauseClass::CommandSyntax, usual},
    {501, {Stage::Ehlo}, true, CauseClass::HeloRejected, usual},
    {504, {Stage::Ehlo}, true, CauseClass::HeloRejected, vague},
    {421, {}, false, CauseClass::ServerBusy, vague},
    {452, {Stage::Mail, Stage::Data, Stage::Body}, true, CauseClass::DiskFull, vague + 2},
    {452, {Stage::Rcpt}, true, CauseClass::TooManyRecipients, vague},
    {552, {Stage::Mail, Stage::Data, Stage::Body}, true, CauseClass::MessageTooLarge, vague + 2},
    {552, {Stage::Rcpt}, true, CauseClass::MailboxFull, vague},
    {551, {Stage::Rcpt}, true, CauseClass::RecipientDisabled, vague},
    {556, {}, false, CauseClass::RecipientDomainBad, usual}, // RFC 7504
    {451, {Stage::Mail, Stage::Data, Stage::Body}, true, CauseClass::LocalServerError, vague - 4},
    {550, {Stage::Rcpt}, true, CauseClass::RecipientUnknown, vague - 4},
    {450, {Stage::Rcpt}, true, CauseClass::Greylisted, vague - 4},
    {451, {Stage::Rcpt}, true, CauseClass::Greylisted, vague - 4},
};

} // namespace

QList<CodeMeaning> meaningsOf(const core::EnhancedCode &code, std::optional<Stage> stage)
{
    QList<CodeMeaning> meanings;
    for (const EnhancedRow &row : enhancedRows) {
        if (row.subject == code.subject && row.detail == code.detail &&
            (row.status == Status::Any || static_cast<int>(row.status) == code.status)) {
            meanings.append({row.cause, row.weight});
        }
    }
    // Microsoft's ranges.
    if (code.subject == 7 && code.detail >= 600 && code.detail <= 649) {
        meanings = {{CauseClass::IpBlocklisted, exact}};
    }
    // An address at MAIL is the sender's, whose fault has a name of its own.
    if (stage == Stage::Mail && code.subject == 1 && code.detail <= 3) {
        meanings.clear();
    }
    return meanings;
}

QList<CodeMeaning> meaningsOf(const QString &popCode)
{
    static const QHash<QString, CauseClass> codes{
        {u"[auth]"_s, CauseClass::WrongPassword},
        {u"[authenticationfailed]"_s, CauseClass::WrongPassword},
        {u"[sys/temp]"_s, CauseClass::TemporaryAuthFailure},
        {u"[unavailable]"_s, CauseClass::TemporaryAuthFailure},
        {u"[login-delay]"_s, CauseClass::TooManyLogins},
        {u"[in-use]"_s, CauseClass::PopMailboxInUse},
        {u"[privacyrequired]"_s, CauseClass::TlsNeededBeforeLogin},
    };
    const auto found = codes.constFind(popCode);
    return found == codes.constEnd() ? QList<CodeMeaning>() : QList<CodeMeaning>{{*found, exact}};
}

QList<CodeMeaning> meaningsOf(int code, std::optional<Stage> stage)
{
    QList<CodeMeaning> meanings;
    for (const CodeRow &row : codeRows) {
        if (row.code == code && (stage || !row.needsStage) &&
            (row.stages.size() == 0 || isOneOf(stage, row.stages))) {
            meanings.append({row.cause, row.weight});
        }
    }
    return meanings;
}

} // namespace diagnosis
