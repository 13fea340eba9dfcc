// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider.h"

#include "core/words.h"

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
    static constexpr QLatin1StringView words[] = {"auth"_L1, "pop-before-smtp"_L1, "none"_L1};
    return wordAt<Login::None>(words, login);
}

QLatin1StringView wordOf(IdForm form)
{
    static constexpr QLatin1StringView words[] = {"address"_L1, "local"_L1, "local.domain"_L1,
                                                  "own"_L1};
    return wordAt<IdForm::Own>(words, form);
}

QLatin1StringView wordOf(Need need)
{
    static constexpr QLatin1StringView words[] = {"app-password"_L1,
                                                  "oauth-or-app-password"_L1,
                                                  "oauth-only"_L1,
                                                  "separate-password"_L1,
                                                  "mail-password"_L1,
                                                  "authorisation-code"_L1,
                                                  "own-id"_L1,
                                                  "enable-in-webmail"_L1,
                                                  "enabled-by-administrator"_L1,
                                                  "port-25-blocked"_L1,
                                                  "host-by-contract"_L1,
                                                  "doubtful"_L1};
    return wordAt<Need::Doubtful>(words, need);
}

} // namespace core
