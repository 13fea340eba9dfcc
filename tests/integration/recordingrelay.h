// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>

#include <utility>

class QTcpSocket;

/// Passes every connection on to a port of this computer and keeps what the clients sent.
class RecordingRelay final : public QObject
{
    Q_OBJECT

public:
    explicit RecordingRelay(quint16 target,
                            const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                            quint16 port = 0);

    /// 0: it could not listen.
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Of all connections so far, one after another.
    [[nodiscard]] QByteArray takeClientBytes() { return std::exchange(m_bytes, {}); }

    /// From now on the clients hear nothing more, until cut() ends their connections.
    void holdBack() { m_holdsBack = true; }
    void cut();

private:
    void join(QTcpSocket *client);

    quint16 m_target;
    QTcpServer m_server;
    QByteArray m_bytes;
    QList<QPointer<QTcpSocket>> m_clients;
    bool m_holdsBack = false;
};
