// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

template <typename Kind> struct Word
{
    Kind kind;
    QLatin1StringView name;
};

constexpr std::array logins{
    Word<Login>{Login::Auth, "auth"_L1},
    Word<Login>{Login::PopBeforeSmtp, "pop-before-smtp"_L1},
    Word<Login>{Login::None, "none"_L1},
};

constexpr std::array idForms{
    Word<IdForm>{IdForm::Address, "address"_L1},
    Word<IdForm>{IdForm::LocalPart, "local"_L1},
    Word<IdForm>{IdForm::LocalDotDomain, "local.domain"_L1},
    Word<IdForm>{IdForm::Own, "own"_L1},
};

constexpr std::array needWords{
    Word<Need>{Need::AppPassword, "app-password"_L1},
    Word<Need>{Need::OAuthOrAppPassword, "oauth-or-app-password"_L1},
    Word<Need>{Need::OAuthOnly, "oauth-only"_L1},
    Word<Need>{Need::SeparatePassword, "separate-password"_L1},
    Word<Need>{Need::MailPassword, "mail-password"_L1},
    Word<Need>{Need::AuthorisationCode, "authorisation-code"_L1},
    Word<Need>{Need::OwnId, "own-id"_L1},
    Word<Need>{Need::EnableInWebmail, "enable-in-webmail"_L1},
    Word<Need>{Need::EnabledByAdministrator, "enabled-by-administrator"_L1},
    Word<Need>{Need::Port25Blocked, "port-25-blocked"_L1},
    Word<Need>{Need::HostByContract, "host-by-contract"_L1},
    Word<Need>{Need::Doubtful, "doubtful"_L1},
};

template <typename Words, typename Kind> QLatin1StringView nameIn(const Words &words, Kind kind)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [kind](const auto &word) { return word.kind == kind; });
    return found == words.end() ? QLatin1StringView() : found->name;
}

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
    case IdForm::Address:
        return address;
    case IdForm::LocalPart:
        return address.first(at);
    case IdForm::LocalDotDomain:
        return address.first(at) + u'.' + address.sliced(at + 1);
    case IdForm::Own:
        return {};
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

Login loginOf(Method method)
{
    switch (method) {
    case Method::None:
        return Login::None;
    case Method::PopBeforeSmtp:
        return Login::PopBeforeSmtp;
    case Method::Plain1:
    case Method::Login:
    case Method::CramMd5:
    case Method::ScramSha256:
    case Method::Plain2:
    case Method::OAuthBearer:
    case Method::XOauth2:
    case Method::External:
        return Login::Auth;
    }
    Q_UNREACHABLE();
}

QLatin1StringView loginName(Login login)
{
    return nameIn(logins, login);
}

QLatin1StringView idFormName(IdForm form)
{
    return nameIn(idForms, form);
}

QLatin1StringView needName(Need need)
{
    return nameIn(needWords, need);
}

} // namespace core
