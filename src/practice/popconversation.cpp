// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/popconversation.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>

#include <utility>

namespace practice
{

PopConversation::PopConversation(qintptr descriptor, Behaviour behaviour,
                                 const QSslConfiguration &tls, sasl::PasswordLookup passwords,
                                 bool tlsFromTheStart, QObject *parent)
    : QObject(parent)
    , m_behaviour(std::move(behaviour))
    , m_passwords(std::move(passwords))
{
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSslConfiguration(tls);
    connect(&m_socket, &QSslSocket::readyRead, this, &PopConversation::onReadyRead);
    connect(&m_socket, &PacedSocket::repliesLeft, this, &PopConversation::onReadyRead);
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this] {
        if (m_socket.state() == QAbstractSocket::UnconnectedState) {
            deleteLater();
        }
    });
    if (tlsFromTheStart) {
        connect(&m_socket, &QSslSocket::encrypted, this, &PopConversation::greet);
        m_socket.startServerEncryption();
    } else {
        greet();
    }
}

void PopConversation::greet()
{
    if (m_behaviour.popStamp) {
        m_stamp = '<' + QByteArray::number(QRandomGenerator::system()->generate()) + '.' +
                  QByteArray::number(QDateTime::currentSecsSinceEpoch()) + "@practice.test>";
    }
    reply("+OK Proserpina practice server " + m_stamp);
}

void PopConversation::onReadyRead()
{
    if (m_socket.isHeldUp()) {
        return;
    }
    m_lines.append(m_socket.readAll());
    while (const std::optional<core::LineBuffer::Line> line = m_lines.takeLine()) {
        Q_EMIT lineReceived(line->text);
        const qsizetype space = line->text.indexOf(' ');
        const QByteArray verb = (space < 0 ? line->text : line->text.left(space)).toUpper();
        onCommand(verb, space < 0 ? QByteArray() : line->text.mid(space + 1));
        if (m_socket.isHeldUp()) {
            return;
        }
    }
    if (m_lines.overflow()) {
        m_socket.disconnectFromHost();
    }
}

void PopConversation::onCommand(const QByteArray &verb, const QByteArray &rest)
{
    if (verb == "QUIT") {
        reply("+OK goodbye");
        m_socket.disconnectFromHost();
    } else if (verb == "CAPA") {
        listCapabilities();
    } else if (m_loggedIn) {
        onMailboxCommand(verb);
    } else if (verb == "STLS") {
        onStls();
    } else if (verb == "USER") {
        m_userId = rest;
        reply("+OK now the password");
    } else if (verb == "PASS" && !m_userId.isEmpty()) {
        onPass(rest);
    } else if (verb == "APOP" && !m_stamp.isEmpty()) {
        onApop(rest);
    } else {
        reply("-ERR not known here, or not now");
    }
}

void PopConversation::listCapabilities()
{
    reply("+OK");
    reply("USER");
    reply("RESP-CODES");
    reply("AUTH-RESP-CODE");
    if (!m_socket.isEncrypted()) {
        reply("STLS");
    }
    reply(".");
}

void PopConversation::onStls()
{
    if (m_socket.isEncrypted() || !m_behaviour.startTls) {
        reply("-ERR not known here, or not now");
        return;
    }
    m_socket.write("+OK begin TLS\r\n" + m_behaviour.injected);
    m_socket.flush();
    m_lines.clear();
    m_userId.clear();
    m_socket.startServerEncryption();
}

void PopConversation::onPass(const QByteArray &password)
{
    const std::optional<core::Secret> right = m_passwords(m_userId);
    onLogin(right && right->reveal() == password);
}

void PopConversation::onApop(const QByteArray &rest)
{
    const qsizetype space = rest.lastIndexOf(' ');
    const std::optional<core::Secret> password = m_passwords(rest.left(space));
    const auto digest = [this](const core::Secret &secret) {
        return QCryptographicHash::hash(m_stamp + secret.reveal(), QCryptographicHash::Md5).toHex();
    };
    onLogin(space > 0 && password && digest(*password) == rest.mid(space + 1));
}

void PopConversation::onLogin(bool right)
{
    if (const QByteArray told = m_behaviour.replies.value("POP"); !told.isEmpty()) {
        reply(told);
    } else if (right) {
        m_loggedIn = true;
        reply("+OK the mailbox is empty");
        Q_EMIT loggedIn();
    } else {
        reply("-ERR [AUTH] ID or password are wrong");
    }
}

void PopConversation::onMailboxCommand(const QByteArray &verb)
{
    if (verb == "STAT") {
        reply("+OK 0 0");
    } else if (verb == "LIST" || verb == "UIDL") {
        reply("+OK none\r\n.");
    } else if (verb == "NOOP" || verb == "RSET") {
        reply("+OK");
    } else {
        reply("-ERR there is no such mail");
    }
}

void PopConversation::reply(const QByteArray &text)
{
    m_socket.write(text + "\r\n");
}

} // namespace practice
