// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

/// An SMTP server on loopback that takes every mail and remembers what it took by its Message-ID.
/// No TLS, no login. It counts a mail when it has its whole end, before it answers.
class MailSink final : public QTcpServer
{
    Q_OBJECT

public:
    /// What it does with the end of a message.
    enum class AtTheEnd
    {
        Answer,
        AnswerAndReset,
        Reset,
        ResetOneOctetBefore, // the last octet has not come
        AnswerLate,
    };

    explicit MailSink(QObject *parent = nullptr)
        : QTcpServer(parent)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                converse(socket);
            }
        });
    }

    AtTheEnd atTheEnd = AtTheEnd::Answer;
    std::chrono::milliseconds late = std::chrono::seconds(1);
    QHash<QByteArray, int> taken; // how often
    int connections = 0;

Q_SIGNALS:
    /// As its sender wrote it.
    void mailTaken(const QByteArray &message);

private:
    void converse(QTcpSocket *socket)
    {
        ++connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->write("220 sink\r\n");
        auto input = std::make_shared<QByteArray>();
        auto inMessage = std::make_shared<bool>(false);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, input, inMessage] {
            *input += socket->readAll();
            while (step(socket, *input, *inMessage)) {
            }
        });
    }

    /// Whether there may be more to do.
    bool step(QTcpSocket *socket, QByteArray &input, bool &inMessage)
    {
        if (!inMessage) {
            const qsizetype end = input.indexOf("\r\n");
            if (end < 0) {
                return false;
            }
            const QByteArray verb = input.first(std::min<qsizetype>(end, 4)).toUpper();
            input.remove(0, end + 2);
            inMessage = verb == "DATA";
            socket->write(verb == "EHLO"   ? "250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n"
                          : verb == "DATA" ? "354 go\r\n"
                          : verb == "QUIT" ? "221 bye\r\n"
                                           : "250 ok\r\n");
            if (verb == "QUIT") {
                socket->disconnectFromHost();
            }
            return true;
        }
        if (atTheEnd == AtTheEnd::ResetOneOctetBefore && input.endsWith("\r\n.")) {
            socket->abort();
            return false;
        }
        const qsizetype end = input.indexOf("\r\n.\r\n");
        if (end < 0) {
            return false;
        }
        take(input.first(end));
        input.remove(0, end + 5);
        inMessage = false;
        answer(socket);
        return socket->state() == QAbstractSocket::ConnectedState;
    }

    void take(const QByteArray &message)
    {
        const qsizetype at = message.toLower().indexOf("message-id: ") + 12;
        ++taken[message.sliced(at, message.indexOf("\r\n", at) - at)];
        // RFC 5321 4.5.2
        Q_EMIT mailTaken(QByteArray(message).replace("\r\n..", "\r\n."));
    }

    void answer(QTcpSocket *socket)
    {
        switch (atTheEnd) {
        case AtTheEnd::Answer:
        case AtTheEnd::ResetOneOctetBefore: socket->write("250 2.0.0 taken\r\n"); return;
        case AtTheEnd::AnswerAndReset:
            socket->write("250 2.0.0 taken\r\n");
            socket->flush();
            // After the answer has been read: a reset may overtake it in the peer's buffer.
            QTimer::singleShot(std::chrono::milliseconds(100), socket, &QTcpSocket::abort);
            return;
        case AtTheEnd::Reset: socket->abort(); return;
        case AtTheEnd::AnswerLate:
            QTimer::singleShot(late, socket, [socket] { socket->write("250 2.0.0 taken\r\n"); });
            return;
        }
    }
};
