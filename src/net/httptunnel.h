// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QByteArray>
#include <QString>

namespace net
{

/// Asks an HTTP proxy for a connection to the host (RFC 9110 9.3.6).
[[nodiscard]] QByteArray tunnelRequest(const QString &host, quint16 port);

/// What has come from the proxy so far.
struct TunnelReply
{
    enum class State
    {
        Incomplete, // wait for more
        Open,       // behind `length` octets the server speaks
        Refused,    // `words` say why
    };
    State state = State::Incomplete;
    qsizetype length = 0;
    core::Text words = {};
};

/// Reads the proxy's reply, all that it sent from the first octet on. A whole header may have
/// `longestTunnelHeader` octets.
[[nodiscard]] TunnelReply readTunnelReply(const QByteArray &received);

inline constexpr qsizetype longestTunnelHeader = qsizetype{16} * 1024;

} // namespace net
