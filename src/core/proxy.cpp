// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy.h"

using namespace Qt::StringLiterals;

namespace core
{

quint16 usualPort(ProxyKind kind)
{
    return kind == ProxyKind::HttpConnect ? 3128 : 1080;
}

QLatin1StringView wordOf(ProxyKind kind)
{
    switch (kind) {
    case ProxyKind::None: return "none"_L1;
    case ProxyKind::Socks5: return "socks5"_L1;
    case ProxyKind::HttpConnect: return "http"_L1;
    }
    return {};
}

} // namespace core
