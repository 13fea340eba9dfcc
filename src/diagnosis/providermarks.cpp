// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/providermarks.h"

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

struct Row
{
    const char *mark; // a part of a link; "=s3150" a word, "=s315*" its beginning
    CauseClass cause;
};

constexpr Row rows[] = {
    // Google: support.google.com/mail/?p=..., /a/answer/..., accounts.google.com/signin/continue
    {"p=badcredentials", CauseClass::WrongPassword},
    {"answer/14257", CauseClass::WrongPassword},
    {"p=webloginrequired", CauseClass::AccountLocked},
    {"answer/78754", CauseClass::AccountLocked},
    {"accounts.google.com/signin/continue", CauseClass::AccountLocked},
    {"p=invalidsecondfactor", CauseClass::AppPasswordNeeded},
    {"answer/185833", CauseClass::AppPasswordNeeded},
    {"p=toomanyloginattempts", CauseClass::TooManyLogins},
    {"p=wantauthenticated", CauseClass::LoginNeeded},
    {"p=wantauth", CauseClass::LoginNeeded},
    {"p=unauthenticatedmail", CauseClass::DkimDmarcFail},
    {"p=unauthenticated", CauseClass::DkimDmarcFail},
    {"p=ipv6authenticationerror", CauseClass::NoPtr},
    {"p=ipv6_authentication_error", CauseClass::NoPtr},
    {"p=unsolicitedmessageerror", CauseClass::ContentSpam},
    {"p=unsolicitediperror", CauseClass::IpBlocklisted},
    {"p=unsolicitedratelimiterror", CauseClass::RateLimited},
    {"p=notauthorizederror", CauseClass::ContentPolicy},
    {"p=mailpermanentfailure", CauseClass::ContentPolicy},
    {"p=blockedmessage", CauseClass::ContentPolicy},
    {"answer/6590", CauseClass::ContentPolicy},
    {"p=rfcmessagenoncompliant", CauseClass::MessageMalformed},
    {"p=nosuchuser", CauseClass::RecipientUnknown},
    {"answer/6596", CauseClass::RecipientUnknown},
    {"p=disableduser", CauseClass::RecipientDisabled},
    {"p=inactiveuser", CauseClass::RecipientDisabled},
    {"p=overquotaperm", CauseClass::MailboxFull},
    {"p=overquotatemp", CauseClass::MailboxFull},
    {"p=overquota", CauseClass::MailboxFull},
    {"answer/6558", CauseClass::MailboxFull},
    {"p=receivingrate", CauseClass::RateLimited},
    {"p=transmissionlimitreached", CauseClass::DailyLimit},
    {"answer/166852", CauseClass::DailyLimit},
    {"answer/22839", CauseClass::DailyLimit},
    {"p=maxsizeerror", CauseClass::MessageTooLarge},
    {"answer/6584", CauseClass::MessageTooLarge},
    {"p=tlsrequired", CauseClass::TlsRequired},
    {"answer/10336", CauseClass::AccountLocked},
    // Tencent: its help pages
    {"no=1001256", CauseClass::AppPasswordNeeded},
    // Microsoft
    {"aka.ms/smtp_auth_disabled", CauseClass::AuthDisabledByAdmin},
    {"aka.ms/concurrent_sending", CauseClass::TooManyConnections},
    {"=s3140", CauseClass::IpBlocklisted},
    {"=s3150", CauseClass::IpBlocklisted},
    {"=s314*", CauseClass::IpBlocklisted},
    {"=s77719", CauseClass::IpBlocklisted},
    {"=s775", CauseClass::RateLimited},
    {"=s844", CauseClass::IpBlocklisted},
    // GoDaddy (Secureserver)
    {"=ib001", CauseClass::ContentSpam},
    {"=ib104", CauseClass::TooManyConnections},
    {"=ib105", CauseClass::IpBlocklisted},
    {"=ib106", CauseClass::IpBlocklisted},
    {"=ib108", CauseClass::NoPtr},
    {"=ib111", CauseClass::RateLimited},
    {"=ib112", CauseClass::RateLimited},
    {"=ib113", CauseClass::RateLimited},
    {"=ib212", CauseClass::ContentSpam},
    {"=ib506", CauseClass::SenderDomainBad},
    {"=ib508", CauseClass::SpfFail},
    {"=ib511", CauseClass::MessageTooLarge},
    {"=ib602a", CauseClass::RecipientUnknown},
    {"=ib603", CauseClass::RecipientRefused},
    {"=ib607", CauseClass::RateLimited},
    {"=ib609", CauseClass::IpBlocklisted},
    {"=ib610", CauseClass::IpBlocklisted},
    {"=ib705", CauseClass::Virus},
    {"x.co/rlbounce", CauseClass::RateLimited},
    {"x.co/srbounce", CauseClass::SpfFail},
    {"x.co/rblbounce", CauseClass::IpBlocklisted},
    {"account.live.com", CauseClass::AccountLocked},
    {"trustedsource.org", CauseClass::IpBlocklisted},
    {"dnsbl-lookup", CauseClass::IpBlocklisted},
    {"postmaster.free.fr", CauseClass::IpBlocklisted},
    {"surbl.org", CauseClass::ContentSpam},
    {"uribl.com", CauseClass::ContentSpam},
    {"postmaster.info.aol.com/errors", CauseClass::IpBlocklisted},
    // block lists' own pages
    {"spamhaus.org", CauseClass::IpBlocklisted},
    {"spamcop.net/bl", CauseClass::IpBlocklisted},
    {"spamcop.net/w3m", CauseClass::IpBlocklisted},
    {"barracudacentral.org", CauseClass::IpBlocklisted},
    {"sorbs.net", CauseClass::IpBlocklisted},
    {"uceprotect.net", CauseClass::IpBlocklisted},
    {"senderscore.net", CauseClass::IpBlocklisted},
    {"senderscore.org", CauseClass::IpBlocklisted},
    {"csi.cloudmark.com", CauseClass::IpBlocklisted},
    {"ipcheck.proofpoint.com", CauseClass::IpBlocklisted},
    {"senderbase.org", CauseClass::IpBlocklisted},
    {"openspf.org", CauseClass::SpfFail},
    {"spf.pobox.com", CauseClass::SpfFail},
    {"cr.yp.to/docs/smtplf", CauseClass::BareLfRejected},
    {"smtplf.html", CauseClass::BareLfRejected},
    {"barelf.html", CauseClass::BareLfRejected},
    {"postgrey.schweikert.ch", CauseClass::Greylisted},
    {"greylisting.org", CauseClass::Greylisted},
    // Cox: behind AUP#
    {"=cxcnct", CauseClass::TooManyConnections},
    {"=cxbl", CauseClass::IpBlocklisted},
    {"=cdrbl", CauseClass::IpBlocklisted},
    {"=cxdns", CauseClass::NoPtr},
    {"=cxsnd", CauseClass::SenderDomainBad},
    {"=cxmxrt", CauseClass::RateLimited},
    {"=cxtht", CauseClass::TooManyConnections},
    {"=cxmjb", CauseClass::TooManyRecipients},
    // Yahoo, AOL
    {"=ts01", CauseClass::IpBlocklisted},
    {"=ts02", CauseClass::RateLimited},
    {"=ts03", CauseClass::IpBlocklisted},
    {"=tss*", CauseClass::RateLimited},
    {"=pg01", CauseClass::IpBlocklisted},
    // GMX, web.de, IONOS: the reason stands behind c=
    {"c=rdns", CauseClass::NoPtr},
    {"c=hd", CauseClass::MessageMalformed},
    {"c=sp", CauseClass::ContentSpam},
    {"c=bl", CauseClass::IpBlocklisted},
    {"c=rl", CauseClass::RateLimited},
    {"c=re", CauseClass::RateLimited},
    // Yandex
    {"mail-clients/ssl", CauseClass::TlsNeededBeforeLogin},
};

bool isIn(const Row &row, const texts::Wording &wording, QString *mark)
{
    const QString text = QString::fromLatin1(row.mark);
    if (!text.startsWith(u'=')) {
        for (const QString &link : wording.links()) {
            const qsizetype at = link.indexOf(text);
            const qsizetype end = at + text.size();
            // "c=rl" is not "c=rlx", "answer/6590" not "answer/65901".
            if (at >= 0 &&
                (end == link.size() || !link[end].isLetterOrNumber() || text.startsWith("p="_L1))) {
                *mark = text;
                return true;
            }
        }
        return false;
    }
    const bool isBeginning = text.endsWith(u'*');
    const QString word = text.mid(1, text.size() - (isBeginning ? 2 : 1));
    for (const QString &one : wording.words()) {
        if (isBeginning ? one.startsWith(word) : one == word) {
            *mark = one;
            return true;
        }
    }
    return false;
}

} // namespace

QList<ProviderMark> providerMarksIn(const texts::Wording &wording)
{
    QList<ProviderMark> found;
    QString mark;
    for (const Row &row : rows) {
        if (isIn(row, wording, &mark)) {
            found.append({row.cause, mark});
        }
    }
    return found;
}

} // namespace diagnosis
