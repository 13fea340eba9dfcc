// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// The Dialer looks the name up and connects. From then on every socket signal becomes an input of
// the protocol, and advance() does what the protocol wants: it takes the events, obeys actions
// until Wait or Close, and sets the timer for what is awaited.
//
// Before STARTTLS is obeyed every byte that has arrived is fed to the protocol: QSslSocket
// (measured on Qt 6.4.2) hands plaintext that came with the 220 out later as if it had come over
// TLS.
#include "net/connection.h"

#include <QScopeGuard>

#include <utility>

using core::Failure;
using core::Stage;
using Direction = core::TranscriptLine::Direction;

namespace net
{

namespace
{

constexpr qint64 pieceSize = qint64{64} * 1024;
/// How long a polite close may take to flush before the socket is cut.
constexpr auto lingerTime = std::chrono::milliseconds(1500);

} // namespace

Connection::Connection(core::Protocol &protocol, Target target, BodySource body, QObject *parent)
    : QObject(parent)
    , m_protocol(protocol)
    , m_target(std::move(target))
    , m_bodySource(std::move(body))
    , m_handshake(m_target.host, m_target.port, m_target.tls, m_target.proxy)
    , m_dialer(m_target.host, m_target.port, m_target.proxy, m_target.connectTime)
{
    connect(&m_recorder, &Recorder::stageStarted, this, &Connection::stageStarted);
    connect(&m_recorder, &Recorder::lineAdded, this, &Connection::lineAdded);
    connect(&m_dialer, &Dialer::stageStarted, &m_recorder, &Recorder::enter);
    connect(&m_dialer, &Dialer::addressFailed, this, [this](const core::AddressAttempt &attempt) {
        m_recorder.note({attempt.ofProxy
                             ? QT_TRANSLATE_NOOP("core", "no connection to proxy %1: %2")
                             : QT_TRANSLATE_NOOP("core", "no connection to %1: %2"),
                         {attempt.address, attempt.error}});
    });
    connect(&m_dialer, &Dialer::connected, this, &Connection::onConnected);
    connect(&m_dialer, &Dialer::failed, this,
            [this](Failure failure, Stage stage, const core::Text &detail) {
                m_protocol.onConnectFailed(failure, stage, detail);
                advance();
            });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Connection::onDeadline);
}

Connection::~Connection()
{
    m_ended = true; // the socket's last signals find nobody
    m_dialer.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
}

// ---- reaching the server

void Connection::start()
{
    m_recorder.start();
    if (const std::optional<core::Error> error = m_handshake.prepare()) {
        m_protocol.onConnectFailed(error->failure, Stage::Tls, error->detail);
        advance();
        return;
    }
    m_dialer.start();
}

void Connection::cancel()
{
    if (m_ended) {
        return;
    }
    if (m_closing) {
        end();
        return;
    }
    if (m_connected) {
        m_protocol.cancel();
    } else {
        m_protocol.onConnectFailed(Failure::Cancelled, m_dialer.stage(), {});
    }
    advance();
}

void Connection::onConnected(const QString &address)
{
    m_connected = true;
    m_socket = m_dialer.takeSocket();
    m_body.emplace(m_protocol, *m_socket);
    listenTo(*m_socket);
    m_handshake.setUp(*m_socket);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const core::Text peer(address);
    const core::Text port(m_target.port);
    if (m_target.proxy.isUsed()) {
        m_recorder.note({QT_TRANSLATE_NOOP("core", "connected by proxy %1 to %2 port %3"),
                         {peer, m_target.host, port}});
    } else {
        m_recorder.note({QT_TRANSLATE_NOOP("core", "connected to %1 port %2"), {peer, port}});
    }
    m_protocol.onConnected();
    advance();
    // What came with the last packet of the proxy or before we listened is announced to nobody.
    if (m_socket->bytesAvailable() > 0) {
        onReadyRead();
    }
}

void Connection::listenTo(QSslSocket &socket)
{
    connect(&socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_handshake.onErrors(*m_socket, errors); });
    connect(&socket, &QSslSocket::encrypted, this, &Connection::onEncrypted);
    connect(&socket, &QSslSocket::newSessionTicketReceived, this,
            [this] { m_handshake.onTicket(*m_socket); });
    connect(&socket, &QSslSocket::errorOccurred, this, &Connection::onSocketError);
    connect(&socket, &QSslSocket::readyRead, this, &Connection::onReadyRead);
    connect(&socket, &QSslSocket::disconnected, this, &Connection::onDisconnected);
    connect(&socket, &QSslSocket::bytesWritten, this, &Connection::onProgress);
    connect(&socket, &QSslSocket::encryptedBytesWritten, this, &Connection::onProgress);
}

// ---- TLS

void Connection::obeyStartTls()
{
    feedPendingBytes();
    takeEvents();
    if (const core::Action next = m_protocol.nextAction();
        std::holds_alternative<core::Close>(next)) {
        obey(std::get<core::Close>(next)); // those bytes were injected
        return;
    }
    m_handshaking = true;
    m_socket->startClientEncryption();
}

void Connection::onEncrypted()
{
    m_handshaking = false;
    const Handshake::End end = m_handshake.onEncrypted(*m_socket);
    if (end.failure != Failure::None) {
        m_protocol.onTlsFailed(end.failure, end.facts, end.words);
        advance();
        return;
    }
    m_recorder.setEncrypted();
    m_recorder.note({end.facts.resumed
                         ? QT_TRANSLATE_NOOP("core", "encrypted: %1, %2, session resumed")
                         : QT_TRANSLATE_NOOP("core", "encrypted: %1, %2"),
                     {end.facts.version, end.facts.cipher}});
    m_protocol.onEncrypted(end.facts);
    advance();
}

// ---- the socket

void Connection::onSocketError()
{
    if (m_ended || m_closing || !m_connected) {
        return;
    }
    const QString words = m_socket->errorString();
    if (m_handshaking) {
        m_handshaking = false;
        const Handshake::End end = m_handshake.onFailed(words);
        m_protocol.onTlsFailed(end.failure, end.facts, end.words);
        advance();
        return;
    }
    feedPendingBytes();
    m_protocol.onClosed(words);
    advance();
}

void Connection::onDisconnected()
{
    if (m_ended || !m_connected) {
        return;
    }
    if (m_closing) {
        end();
        return;
    }
    feedPendingBytes();
    m_protocol.onClosed({});
    advance();
}

void Connection::feedPendingBytes()
{
    while (m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(pieceSize);
        if (bytes.isEmpty()) {
            return;
        }
        m_protocol.onBytes(bytes);
    }
}

void Connection::onReadyRead()
{
    if (m_closing || m_handshaking) {
        return;
    }
    feedPendingBytes();
    advance();
}

// ---- obeying

void Connection::advance()
{
    if (m_advancing || m_ended) {
        return;
    }
    m_advancing = true;
    const auto done = qScopeGuard([this] { m_advancing = false; });
    while (!m_closing && !m_ended) {
        takeEvents();
        const core::Action action = m_protocol.nextAction();
        if (std::holds_alternative<core::Wait>(action)) {
            break;
        }
        if (const auto *send = std::get_if<core::Send>(&action)) {
            obey(*send);
        } else if (std::holds_alternative<core::StartTls>(action)) {
            obeyStartTls();
        } else if (const auto *body = std::get_if<core::SendBody>(&action)) {
            obey(*body);
        } else if (const auto *close = std::get_if<core::Close>(&action)) {
            obey(*close);
        }
    }
    armDeadline();
}

void Connection::obey(const core::Send &send)
{
    m_recorder.add(Direction::Client, send.shown);
    m_socket->write(send.bytes);
    m_socket->flush();
}

void Connection::obey(const core::SendBody &body)
{
    m_shownAfterBody = body.shownAfter;
    onBodyState(m_body->start(m_bodySource, body));
}

void Connection::onBodyState(BodyPump::State state)
{
    if (m_body->octetsTotal() > 0) {
        Q_EMIT bodyProgress(m_body->octetsRead(), m_body->octetsTotal());
    }
    if (state == BodyPump::State::Unreadable) {
        m_protocol.onBodyFailed(m_body->error());
    } else if (state == BodyPump::State::Done) {
        m_recorder.note(
            {QT_TRANSLATE_NOOP("core", "message sent: %1 octets"), {m_body->octetsRead()}});
        m_recorder.add(Direction::Client, ".");
        m_recorder.add(Direction::Client, m_shownAfterBody);
        m_protocol.onBodySent();
    }
}

void Connection::obey(const core::Close &close)
{
    takeEvents();
    if (m_body) {
        m_body->stop();
    }
    m_deadline.stop();
    m_dialer.stop();
    m_closing = true;
    if (close.abort || !m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        end();
        return;
    }
    m_deadline.start(lingerTime);
    // Nobody reads any more. Qt stops too, as measured on 6.4.2, but does not say that it will.
    m_socket->setReadBufferSize(pieceSize);
    m_socket->disconnectFromHost();
}

void Connection::end()
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_closing = true;
    m_deadline.stop();
    m_recorder.stop();
    if (m_socket) {
        m_socket->abort();
    }
    // Queued: whoever listens may delete us.
    QMetaObject::invokeMethod(this, &Connection::finished, Qt::QueuedConnection);
}

// ---- time

void Connection::armDeadline()
{
    if (m_closing || m_ended || !m_connected) {
        return;
    }
    const std::optional<core::Deadline> deadline = m_protocol.deadline();
    if (!deadline) {
        m_deadline.stop();
        m_serial = -1;
    } else if (deadline->serial != m_serial) {
        m_serial = deadline->serial;
        m_deadline.start(deadline->time);
    }
}

void Connection::onProgress()
{
    if (m_closing || m_ended || !m_body->isGoing()) {
        return;
    }
    if (const std::optional<core::Deadline> deadline = m_protocol.deadline();
        deadline && deadline->onProgress) {
        m_deadline.start(deadline->time);
    }
    onBodyState(m_body->pump());
    advance();
}

void Connection::onDeadline()
{
    if (m_closing) {
        end();
        return;
    }
    m_handshaking = false;
    m_protocol.onTimeout();
    advance();
}

void Connection::takeEvents()
{
    m_recorder.add(m_protocol.takeEvents());
}

} // namespace net
