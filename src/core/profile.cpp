// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

constexpr Security allSecurities[] = {Security::Smtps, Security::StartTls,
                                      Security::StartTlsIfOffered, Security::None};
constexpr Method allMethods[] = {Method::None,    Method::Plain1,      Method::Login,
                                 Method::CramMd5, Method::ScramSha256, Method::Plain2};

} // namespace

QLatin1StringView securityName(Security security)
{
    switch (security) {
    case Security::Smtps:
        return "smtps"_L1;
    case Security::StartTls:
        return "starttls"_L1;
    case Security::StartTlsIfOffered:
        return "starttls-if-offered"_L1;
    case Security::None:
        return "none"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Security> securityFromName(const QString &name)
{
    for (const Security security : allSecurities) {
        if (name == securityName(security)) {
            return security;
        }
    }
    return {};
}

QLatin1StringView methodName(Method method)
{
    switch (method) {
    case Method::None:
        return "none"_L1;
    case Method::Plain1:
        return "plain1"_L1;
    case Method::Login:
        return "login"_L1;
    case Method::CramMd5:
        return "cram-md5"_L1;
    case Method::ScramSha256:
        return "scram-sha-256"_L1;
    case Method::Plain2:
        return "plain2"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Method> methodFromName(const QString &name)
{
    for (const Method method : allMethods) {
        if (name == methodName(method)) {
            return method;
        }
    }
    return {};
}

QLatin1StringView mechanismOf(Method method)
{
    switch (method) {
    case Method::None:
        return {};
    case Method::Plain1:
    case Method::Plain2:
        return "PLAIN"_L1;
    case Method::Login:
        return "LOGIN"_L1;
    case Method::CramMd5:
        return "CRAM-MD5"_L1;
    case Method::ScramSha256:
        return "SCRAM-SHA-256"_L1;
    }
    Q_UNREACHABLE();
}

bool sendsPassword(Method method)
{
    switch (method) {
    case Method::Plain1:
    case Method::Plain2:
    case Method::Login:
        return true;
    case Method::None:
    case Method::CramMd5:
    case Method::ScramSha256:
        return false;
    }
    Q_UNREACHABLE();
}

quint16 usualPort(Security security, Method method)
{
    switch (security) {
    case Security::Smtps:
        return 465;
    case Security::StartTls:
    case Security::StartTlsIfOffered:
        return 587;
    case Security::None:
        return method == Method::None ? 25 : 587;
    }
    Q_UNREACHABLE();
}

bool goesElsewhere(const ServerProfile &before, const ServerProfile &after)
{
    const auto alwaysEncrypts = [](Security security) {
        return security == Security::Smtps || security == Security::StartTls;
    };
    return before.host.compare(after.host, Qt::CaseInsensitive) != 0 ||
           (alwaysEncrypts(before.security) && !alwaysEncrypts(after.security)) ||
           (before.security == Security::StartTlsIfOffered && after.security == Security::None);
}

Deadlines Deadlines::all(std::chrono::milliseconds time)
{
    return {time, time, time, time, time, time, time};
}

} // namespace core
