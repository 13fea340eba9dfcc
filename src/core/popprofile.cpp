// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/popprofile.h"

using namespace Qt::StringLiterals;

namespace core
{

quint16 usualPort(PopSecurity security)
{
    return security == PopSecurity::Pop3s ? 995 : 110;
}

QLatin1StringView wordOf(PopSecurity security)
{
    switch (security) {
    case PopSecurity::Pop3s: return "pop3s"_L1;
    case PopSecurity::Stls: return "stls"_L1;
    case PopSecurity::None: return "none"_L1;
    }
    return {};
}

QLatin1StringView wordOf(PopAuth auth)
{
    switch (auth) {
    case PopAuth::Auto: return "auto"_L1;
    case PopAuth::Apop: return "apop"_L1;
    case PopAuth::User: return "user"_L1;
    }
    return {};
}

} // namespace core
