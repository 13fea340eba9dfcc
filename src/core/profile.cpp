// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView wordOf(Security security)
{
    static constexpr QLatin1StringView words[] = {"smtps"_L1, "starttls"_L1,
                                                  "starttls-if-offered"_L1, "none"_L1};
    return wordAt<Security::None>(words, security);
}

QLatin1StringView wordOf(Method method)
{
    static constexpr QLatin1StringView words[] = {
        "none"_L1,   "plain1"_L1, "login"_L1,       "cram-md5"_L1, "scram-sha-256"_L1,
        "plain2"_L1, "pbs"_L1,    "oauthbearer"_L1, "xoauth2"_L1,  "external"_L1};
    return wordAt<Method::External>(words, method);
}

QLatin1StringView wordOf(PopSecurity security)
{
    static constexpr QLatin1StringView words[] = {"pop3s"_L1, "stls"_L1, "none"_L1};
    return wordAt<PopSecurity::None>(words, security);
}

QLatin1StringView wordOf(PopAuth auth)
{
    static constexpr QLatin1StringView words[] = {"auto"_L1, "apop"_L1, "user"_L1};
    return wordAt<PopAuth::User>(words, auth);
}

QLatin1StringView wordOf(ProxyKind kind)
{
    static constexpr QLatin1StringView words[] = {"none"_L1, "socks5"_L1, "http"_L1};
    return wordAt<ProxyKind::HttpConnect>(words, kind);
}

QLatin1StringView mechanismOf(Method method)
{
    switch (method) {
    case Method::None:
    case Method::PopBeforeSmtp: return {};
    case Method::Plain1:
    case Method::Plain2: return "PLAIN"_L1;
    case Method::Login: return "LOGIN"_L1;
    case Method::CramMd5: return "CRAM-MD5"_L1;
    case Method::ScramSha256: return "SCRAM-SHA-256"_L1;
    case Method::OAuthBearer: return "OAUTHBEARER"_L1;
    case Method::XOauth2: return "XOAUTH2"_L1;
    case Method::External: return "EXTERNAL"_L1;
    }
    Q_UNREACHABLE();
}

bool sendsPassword(Method method)
{
    switch (method) {
    case Method::Plain1:
    case Method::Plain2:
    case Method::Login:
    case Method::OAuthBearer:
    case Method::XOauth2: return true;
    case Method::None:
    case Method::CramMd5:
    case Method::ScramSha256:
    case Method::PopBeforeSmtp:
    case Method::External: return false;
    }
    Q_UNREACHABLE();
}

bool takesToken(Method method)
{
    return method == Method::OAuthBearer || method == Method::XOauth2;
}

quint16 usualPort(Security security, Method method)
{
    switch (security) {
    case Security::Smtps: return 465;
    case Security::StartTls:
    case Security::StartTlsIfOffered: return 587;
    case Security::None:
        return method == Method::None || method == Method::PopBeforeSmtp ? 25 : 587;
    }
    Q_UNREACHABLE();
}

quint16 usualPort(PopSecurity security)
{
    return security == PopSecurity::Pop3s ? 995 : 110;
}

quint16 usualPort(ProxyKind kind)
{
    return kind == ProxyKind::HttpConnect ? 3128 : 1080;
}

std::optional<Security> usualSecurity(quint16 port)
{
    switch (port) {
    case 465: return Security::Smtps;
    case 25:
    case 587:
    case 2525: return Security::StartTls;
    default: return {};
    }
}

QString loginIdOf(const ServerProfile &profile)
{
    const bool own = profile.method == Method::PopBeforeSmtp && !profile.pop.userId.isEmpty();
    return own ? profile.pop.userId : profile.userId;
}

QString popHostOf(const ServerProfile &profile)
{
    return profile.pop.host.isEmpty() ? profile.host : profile.pop.host;
}

QString loginHostOf(const ServerProfile &profile)
{
    return profile.method == Method::PopBeforeSmtp ? popHostOf(profile) : profile.host;
}

quint16 loginPortOf(const ServerProfile &profile)
{
    return profile.method == Method::PopBeforeSmtp ? profile.pop.port : profile.port;
}

std::optional<PasswordFor> passwordUsed(const ServerProfile &profile)
{
    if (profile.method == Method::None || profile.method == Method::External) {
        return {};
    }
    const bool own = profile.method == Method::PopBeforeSmtp && profile.pop.ownPassword;
    return own ? PasswordFor::Pop : PasswordFor::Smtp;
}

Deadlines Deadlines::all(std::chrono::milliseconds time)
{
    return {time, time, time, time, time, time, time};
}

} // namespace core
