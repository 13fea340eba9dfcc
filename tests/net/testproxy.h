// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QByteArrayList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

/// What it does otherwise than a good proxy.
struct ProxyBehaviour
{
    bool silentAtGreeting = false; // for HTTP the same as at the request
    bool silentAtRequest = false;
    /// The SOCKS5 method it chooses (RFC 1928 3): 0 no login, 2 user name, 0xFF none fits.
    char method = 0;
    /// The whole reply in place of a connection: SOCKS5's octets or HTTP's head.
    QByteArray refusal;
    bool closesAfterRefusal = false;
    /// Sent over and over behind that reply, as long as the client takes it, up to `mostFlood`.
    QByteArray flood;
    /// Its reply goes out together with the first bytes of the server.
    bool repliesWithFirstBytes = false;
};

/// A proxy for tests, SOCKS5 (RFC 1928) or HTTP CONNECT (RFC 9110 9.3.6). Whatever host it is asked
/// for, it connects to the port asked for on 127.0.0.1: names need not exist.
class TestProxy final : public QObject
{
    Q_OBJECT

public:
    explicit TestProxy(core::ProxyKind kind, const ProxyBehaviour &behaviour = {});

    [[nodiscard]] core::Proxy settings() const;
    /// What it was asked for: "name mail.example:25", "address 127.0.0.1:25".
    [[nodiscard]] const QByteArrayList &asked() const { return m_asked; }
    [[nodiscard]] int connections() const { return m_connections; }
    static constexpr qint64 mostFlood = qint64{64} * 1024 * 1024;
    /// What clients have taken of floods.
    [[nodiscard]] qint64 flooded() const { return m_flooded; }
    /// Clients that have not gone away.
    [[nodiscard]] int open() const { return m_open; }

private:
    struct Client;

    void onConnection();
    void onBytes(Client &client);
    void onSocks(Client &client);
    void onHttp(Client &client);
    void flood(QTcpSocket &client);
    /// The client is answered once the server has been reached.
    void reach(Client &client, const QByteArray &asked, quint16 port, const QByteArray &success);

    core::ProxyKind m_kind;
    ProxyBehaviour m_behaviour;
    QTcpServer m_server;
    QByteArrayList m_asked;
    int m_connections = 0;
    int m_open = 0;
    qint64 m_flooded = 0;
};
