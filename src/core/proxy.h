// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace core
{

enum class ProxyKind
{
    None,
    Socks5,      // RFC 1928
    HttpConnect, // RFC 9110 9.3.6
};

/// The proxy through which a server is reached, without a login of its own. The name of the server
/// goes to it unresolved.
struct Proxy
{
    ProxyKind kind = ProxyKind::None;
    QString host;
    quint16 port = 1080;

    [[nodiscard]] bool isUsed() const { return kind != ProxyKind::None; }
    bool operator==(const Proxy &) const = default;
};

/// RFC 1928 3: 1080; for HTTP what most proxies have, 3128.
quint16 usualPort(ProxyKind kind);

/// The command line's and JSON's words ("socks5"), stable (words.h).
QLatin1StringView wordOf(ProxyKind kind);

} // namespace core
