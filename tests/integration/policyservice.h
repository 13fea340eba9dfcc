// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// What Postfix asks at MAIL, at RCPT and after the message on its port POSTFIX_POLICY (its
/// SMTPD_POLICY_README): it gives the client the answer as its own.
class PolicyService final : public QObject
{
    Q_OBJECT

public:
    /// `stage`: "MAIL", "RCPT" or "END-OF-MESSAGE". The answer is an action of access(5), such as
    /// "DUNNO" or "450 4.2.0 come back later".
    using Answer = std::function<QByteArray(const QByteArray &stage, const QByteArray &recipient)>;

    bool listen(quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); }
    void answerWith(const Answer &answer) { m_answer = answer; }

    PolicyService()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            }
        });
    }

private:
    void read(QTcpSocket &socket)
    {
        for (;;) { // requests end with an empty line
            const QByteArray waiting = socket.peek(65536);
            const qsizetype end = waiting.indexOf("\n\n");
            if (end < 0) {
                return;
            }
            const QByteArrayList lines = socket.read(end + 2).split('\n');
            const auto valueOf = [&lines](const QByteArray &name) {
                for (const QByteArray &line : lines) {
                    if (line.startsWith(name + '=')) {
                        return line.mid(name.size() + 1);
                    }
                }
                return QByteArray();
            };
            socket.write("action=" + m_answer(valueOf("protocol_state"), valueOf("recipient")) +
                         "\n\n");
        }
    }

    QTcpServer m_server;
    Answer m_answer = [](const QByteArray &, const QByteArray &) { return "DUNNO"; };
};
