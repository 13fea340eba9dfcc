// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingrelay.h"

#include <QTcpSocket>

RecordingRelay::RecordingRelay(quint16 target, const QHostAddress &address, quint16 port)
    : m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            join(client);
        }
    });
    m_server.listen(address, port);
}

void RecordingRelay::join(QTcpSocket *client)
{
    m_clients.append(client);
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
        const QByteArray bytes = client->readAll();
        m_bytes += bytes;
        server->write(bytes);
    });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
        const QByteArray bytes = server->readAll();
        if (!m_holdsBack) {
            client->write(bytes);
        }
    });
    connect(client, &QTcpSocket::disconnected, server, [server] { server->disconnectFromHost(); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void RecordingRelay::cut()
{
    m_holdsBack = false;
    for (const QPointer<QTcpSocket> &client : std::exchange(m_clients, {})) {
        if (client) {
            client->abort();
        }
    }
}
