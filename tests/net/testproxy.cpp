// SPDX-License-Identifier: GPL-3.0-or-later
#include "testproxy.h"

#include <QHostAddress>
#include <QtEndian>

#include <memory>

struct TestProxy::Client
{
    QTcpSocket *socket = nullptr;
    QTcpSocket *server = nullptr; // a child of the other
    QByteArray buffer;
    bool greeted = false;
    bool requested = false;
};

TestProxy::TestProxy(core::ProxyKind kind, const ProxyBehaviour &behaviour)
    : m_kind(kind)
    , m_behaviour(behaviour)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TestProxy::onConnection);
    m_server.listen(QHostAddress::LocalHost);
}

core::Proxy TestProxy::settings() const
{
    return {m_kind, QStringLiteral("127.0.0.1"), m_server.serverPort()};
}

void TestProxy::onConnection()
{
    auto client = std::make_shared<Client>();
    client->socket = m_server.nextPendingConnection();
    ++m_connections;
    ++m_open;
    connect(client->socket, &QTcpSocket::readyRead, this, [this, client] { onBytes(*client); });
    connect(client->socket, &QTcpSocket::disconnected, this, [this, client] {
        --m_open;
        client->socket->deleteLater();
    });
}

void TestProxy::onBytes(Client &client)
{
    if (client.requested) {
        if (client.server && client.server->isOpen()) {
            client.server->write(client.socket->readAll());
        }
        return;
    }
    client.buffer += client.socket->readAll();
    m_kind == core::ProxyKind::Socks5 ? onSocks(client) : onHttp(client);
}

void TestProxy::onSocks(Client &client)
{
    QByteArray &in = client.buffer;
    if (m_behaviour.silentAtGreeting) {
        return;
    }
    if (!client.greeted) {
        // VER, NMETHODS, METHODS
        if (in.size() < 2 || in.size() < 2 + in[1]) {
            return;
        }
        in.remove(0, 2 + in[1]);
        client.greeted = true;
        client.socket->write(QByteArray(1, '\x05') + m_behaviour.method);
        if (m_behaviour.method == '\xFF') {
            client.socket->disconnectFromHost();
        }
        return;
    }
    // VER, CMD, RSV, ATYP, address, port
    const bool isName = in.size() > 4 && in[3] == 3;
    const qsizetype addressAt = isName ? 5 : 4;
    const qsizetype length = isName ? in[4] : 4;
    if (m_behaviour.silentAtRequest || m_behaviour.method != 0 ||
        in.size() < addressAt + length + 2) {
        return;
    }
    const QByteArray host = in.mid(addressAt, length);
    const auto port = qFromBigEndian<quint16>(in.constData() + addressAt + length);
    const QByteArray address =
        QHostAddress(qFromBigEndian<quint32>(host.leftJustified(4).constData()))
            .toString()
            .toLatin1();
    in.clear();
    reach(client, isName ? "name " + host : "address " + address, port,
          QByteArray("\x05\x00\x00\x01\x7F\x00\x00\x01\x00\x00", 10));
}

void TestProxy::onHttp(Client &client)
{
    const qsizetype end = client.buffer.indexOf("\r\n\r\n");
    if (m_behaviour.silentAtGreeting || m_behaviour.silentAtRequest || end < 0) {
        return;
    }
    // CONNECT host:port HTTP/1.1
    const QByteArray authority = client.buffer.split(' ').value(1);
    client.buffer.clear();
    const qsizetype colon = authority.lastIndexOf(':');
    const QByteArray host = authority.left(colon);
    const bool isAddress = !QHostAddress(QString::fromLatin1(host)).isNull();
    reach(client, (isAddress ? "address " : "name ") + host, authority.mid(colon + 1).toUShort(),
          "HTTP/1.1 200 Connection established\r\n\r\n");
}

void TestProxy::flood(QTcpSocket &client)
{
    constexpr qint64 piece = qint64{256} * 1024;
    if (client.bytesToWrite() == 0 && m_flooded < mostFlood) {
        m_flooded += client.write(m_behaviour.flood.repeated(piece / m_behaviour.flood.size()));
    }
}

void TestProxy::reach(Client &client, const QByteArray &asked, quint16 port,
                      const QByteArray &success)
{
    client.requested = true;
    m_asked.append(asked + ':' + QByteArray::number(port));
    if (!m_behaviour.refusal.isEmpty()) {
        client.socket->write(m_behaviour.refusal);
        if (!m_behaviour.flood.isEmpty()) {
            connect(client.socket, &QTcpSocket::bytesWritten, this,
                    [this, socket = client.socket] { flood(*socket); });
        }
        if (m_behaviour.closesAfterRefusal) {
            client.socket->disconnectFromHost();
        }
        return;
    }
    QTcpSocket *socket = client.socket;
    auto *server = new QTcpSocket(socket);
    client.server = server;
    auto reply = std::make_shared<QByteArray>(success);
    connect(server, &QTcpSocket::connected, socket, [this, socket, reply] {
        if (!m_behaviour.repliesWithFirstBytes) {
            socket->write(std::exchange(*reply, {}));
        }
    });
    connect(server, &QTcpSocket::readyRead, socket, [socket, server, reply] {
        socket->write(std::exchange(*reply, {}) + server->readAll());
    });
    connect(server, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}
