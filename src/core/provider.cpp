// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

bool isStartTls(Security security)
{
    return security == Security::StartTls || security == Security::StartTlsIfOffered;
}

} // namespace

std::optional<QString> userIdOf(IdForm form, const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at <= 0 || at + 1 == address.size()) {
        return {};
    }
    switch (form) {
    case IdForm::Address: return address;
    case IdForm::LocalPart: return address.first(at);
    case IdForm::LocalDotDomain: return address.first(at) + u'.' + address.sliced(at + 1);
    case IdForm::Own: return {};
    }
    Q_UNREACHABLE();
}

std::optional<Way> wayOf(const Provider &provider, Security security, Login login)
{
    const auto found =
        std::find_if(provider.ways.cbegin(), provider.ways.cend(), [&](const Way &way) {
            return way.login == login &&
                   (way.security == security || (isStartTls(way.security) && isStartTls(security)));
        });
    return found == provider.ways.cend() ? std::nullopt : std::optional(*found);
}

bool refuses(const Provider &provider, const ServerProfile &profile)
{
    return !provider.needs.contains(Need::Doubtful) &&
           !wayOf(provider, profile.security, loginOf(profile.method));
}

Login loginOf(Method method)
{
    switch (method) {
    case Method::None: return Login::None;
    case Method::PopBeforeSmtp: return Login::PopBeforeSmtp;
    case Method::Plain1:
    case Method::Login:
    case Method::CramMd5:
    case Method::ScramSha256:
    case Method::Plain2:
    case Method::OAuthBearer:
    case Method::XOauth2:
    case Method::External: return Login::Auth;
    }
    Q_UNREACHABLE();
}

QLatin1StringView wordOf(Login login)
{
    switch (login) {
    case Login::Auth: return "auth"_L1;
    case Login::PopBeforeSmtp: return "pop-before-smtp"_L1;
    case Login::None: return "none"_L1;
    }
    return {};
}

QLatin1StringView wordOf(IdForm form)
{
    switch (form) {
    case IdForm::Address: return "address"_L1;
    case IdForm::LocalPart: return "local"_L1;
    case IdForm::LocalDotDomain: return "local.domain"_L1;
    case IdForm::Own: return "own"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Need need)
{
    switch (need) {
    case Need::AppPassword: return "app-password"_L1;
    case Need::OAuthOrAppPassword: return "oauth-or-app-password"_L1;
    case Need::OAuthOnly: return "oauth-only"_L1;
    case Need::SeparatePassword: return "separate-password"_L1;
    case Need::MailPassword: return "mail-password"_L1;
    case Need::AuthorisationCode: return "authorisation-code"_L1;
    case Need::OwnId: return "own-id"_L1;
    case Need::EnableInWebmail: return "enable-in-webmail"_L1;
    case Need::EnabledByAdministrator: return "enabled-by-administrator"_L1;
    case Need::Port25Blocked: return "port-25-blocked"_L1;
    case Need::HostByContract: return "host-by-contract"_L1;
    case Need::Doubtful: return "doubtful"_L1;
    }
    return {};
}

} // namespace core
