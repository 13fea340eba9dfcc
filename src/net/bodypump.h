// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol.h"

#include <QIODevice>
#include <QSslSocket>

#include <functional>
#include <memory>

namespace net
{

/// Hands the message over once it is wanted, at once or later from the event loop; null or an
/// unreadable device fails the body.
using BodySource = std::function<void(std::function<void(std::unique_ptr<QIODevice>)> opened)>;

/// Streams a message through the protocol's encoder into the socket, so that at most 64 KiB wait
/// there, plain and encrypted together: more makes QSslSocket slow, and counting the plain ones
/// alone fills the memory (both measured). Owned by a Connection, which calls pump() as the socket
/// empties.
class BodyPump
{
public:
    enum class State
    {
        Going,
        Done, // all octets, the end and `after` are handed to the socket
        Unreadable,
    };

    BodyPump(core::Protocol &protocol, QSslSocket &socket);

    State start(std::unique_ptr<QIODevice> device, const core::SendBody &action);
    State pump();
    void stop() { m_device.reset(); }
    [[nodiscard]] bool isGoing() const { return m_device != nullptr; }
    [[nodiscard]] qint64 octetsRead() const { return m_read; }
    [[nodiscard]] qint64 octetsTotal() const { return m_total; }
    [[nodiscard]] const core::Text &error() const { return m_error; }

private:
    State finish();
    State fail(const QString &error);

    core::Protocol &m_protocol;
    QSslSocket &m_socket;
    std::unique_ptr<QIODevice> m_device;
    QByteArray m_after;
    core::Text m_error;
    qint64 m_read = 0;
    qint64 m_total = 0;
    bool m_pumping = false;
};

} // namespace net
