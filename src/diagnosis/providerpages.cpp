// SPDX-License-Identifier: GPL-3.0-or-later
// Providers' own pages and settings, as they published them in 2026.
#include "diagnosis/providerpages.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace diagnosis
{

namespace
{

/// What a page is for.
enum class For
{
    AppPassword,
    SwitchOn,
    Unlock,
    Limits,
    Senders,
};

struct Page
{
    const char *domains;
    For purpose;
    const char *page;
};

constexpr const char *google = "gmail.com|googlemail.com";
constexpr const char *microsoft = "office365.com|onmicrosoft.com";
constexpr const char *outlook = "outlook.com|hotmail.com|live.com|msn.com";

constexpr Page pages[] = {
    {google, For::AppPassword, "https://myaccount.google.com/apppasswords"},
    {google, For::Unlock, "https://myaccount.google.com/notifications"},
    {google, For::Limits, "https://support.google.com/a/answer/166852"},
    {google, For::SwitchOn, "https://mail.google.com/mail/#settings/fwdandpop"},
    {google, For::Senders, "https://mail.google.com/mail/#settings/accounts"},
    {microsoft, For::SwitchOn, "https://aka.ms/smtp_auth_disabled"},
    {microsoft, For::Unlock, "https://security.microsoft.com/restrictedentities"},
    {outlook, For::Unlock, "https://account.live.com/acsr"},
    {outlook, For::AppPassword, "https://account.microsoft.com/security"},
    {"yahoo.com", For::AppPassword, "https://login.yahoo.com/account/security"},
    {"aol.com", For::AppPassword, "https://login.aol.com/account/security"},
    {"me.com|icloud.com|mac.com", For::AppPassword, "https://account.apple.com"},
    {"fastmail.com|messagingengine.com", For::AppPassword,
     "https://app.fastmail.com/settings/security"},
    {"yandex.com|yandex.ru", For::AppPassword, "https://id.yandex.com/security/app-passwords"},
    {"yandex.com|yandex.ru", For::SwitchOn, "https://mail.yandex.com/#setup/client"},
    {"mail.ru|inbox.ru|list.ru|bk.ru", For::AppPassword,
     "https://account.mail.ru/user/2-step-auth/passwords"},
    {"qq.com", For::AppPassword, "https://mail.qq.com"},
    {"qq.com", For::SwitchOn, "https://mail.qq.com"},
    {"163.com|126.com", For::AppPassword, "https://mail.163.com"},
    {"163.com|126.com", For::SwitchOn, "https://mail.163.com"},
    {"gmx.net|gmx.de|gmx.at|gmx.ch", For::SwitchOn, "https://www.gmx.net/mail"},
    {"web.de", For::SwitchOn, "https://web.de/email"},
    {"zoho.com|zoho.eu|zoho.jp|zohomail.com", For::AppPassword,
     "https://accounts.zoho.com/home#security/app_password"},
    {"amazonaws.com", For::Senders, "https://console.aws.amazon.com/ses"},
    {"sendgrid.net", For::Senders, "https://app.sendgrid.com/settings/sender_auth"},
};

std::optional<For> purposeOf(CauseClass cause)
{
    static constexpr std::pair<CauseClass, For> purposes[] = {
        {CauseClass::AppPasswordNeeded, For::AppPassword},
        {CauseClass::AuthDisabledByAdmin, For::SwitchOn},
        {CauseClass::AccountLocked, For::Unlock},
        {CauseClass::DailyLimit, For::Limits},
        {CauseClass::SenderNotAllowed, For::Senders},
        {CauseClass::SenderUnverified, For::Senders},
    };
    for (const auto &[one, purpose] : purposes) {
        if (one == cause) {
            return purpose;
        }
    }
    return {};
}

} // namespace

bool liesIn(const QString &host, const char *domains)
{
    const QByteArray lower = '.' + host.toUtf8().toLower();
    const QByteArrayList list = QByteArray(domains).split('|');
    return std::any_of(list.begin(), list.end(),
                       [&](const QByteArray &domain) { return lower.endsWith('.' + domain); });
}

QString providerPage(const QStringList &hosts, CauseClass cause, const Translate &translate)
{
    const std::optional<For> purpose = purposeOf(cause);
    for (const Page &page : pages) {
        const bool fits = purpose == page.purpose &&
                          std::any_of(hosts.begin(), hosts.end(), [&page](const QString &host) {
                              return liesIn(host, page.domains);
                          });
        if (fits) {
            return translated(QT_TRANSLATE_NOOP("diagnosis", "The provider's page for it: {page}"),
                              translate)
                .replace("{page}"_L1, QLatin1StringView(page.page));
        }
    }
    return {};
}

} // namespace diagnosis
