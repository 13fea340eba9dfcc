// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView wordOf(Security security)
{
    switch (security) {
    case Security::Smtps: return "smtps"_L1;
    case Security::StartTls: return "starttls"_L1;
    case Security::StartTlsIfOffered: return "starttls-if-offered"_L1;
    case Security::None: return "none"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Method method)
{
    switch (method) {
    case Method::None: return "none"_L1;
    case Method::Plain1: return "plain1"_L1;
    case Method::Login: return "login"_L1;
    case Method::CramMd5: return "cram-md5"_L1;
    case Method::ScramSha256: return "scram-sha-256"_L1;
    case Method::Plain2: return "plain2"_L1;
    case Method::PopBeforeSmtp: return "pbs"_L1;
    case Method::OAuthBearer: return "oauthbearer"_L1;
    case Method::XOauth2: return "xoauth2"_L1;
    case Method::External: return "external"_L1;
    }
    return {};
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
