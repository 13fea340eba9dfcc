// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// The Dialer looks the name up and connects. From then on every socket signal becomes an input of
// the protocol, and advance() does what the protocol wants: it takes the events, obeys actions
// until Wait or Close, and sets the timer for what is awaited.
//
// What a server says during a login is given to the protocol in another thread, since the answer
// may be a hash of a million rounds. Until it is back, nothing else is done with the protocol: what
// happens meanwhile is handed in then.
//
// Before STARTTLS is obeyed every byte that has arrived is fed to the protocol: QSslSocket
// (measured on Qt 6.4.2) hands plaintext that came with the 220 out later as if it had come over
// TLS.
#include "net/connection.h"

#include <QPointer>
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

Connection::Connection(core::Protocol &protocol, Target target, BodySource body, core::Tell tell)
    : m_protocol(protocol)
    , m_target(std::move(target))
    , m_bodySource(std::move(body))
    , m_tell(std::move(tell))
    , m_handshake(m_target.host, m_target.port, m_target.tls, m_target.proxy)
    , m_dialer(m_target.host, m_target.port, m_target.proxy, m_target.connectTime)
{
    connect(&m_dialer, &Dialer::stageStarted, this, &Connection::enter);
    connect(&m_dialer, &Dialer::addressFailed, this, [this](const core::AddressAttempt &attempt) {
        tellNote({attempt.ofProxy ? QT_TRANSLATE_NOOP("core", "no connection to proxy %1: %2")
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
    if (const std::optional<core::Error> error = m_handshake.prepare()) {
        m_protocol.onConnectFailed(error->failure, Stage::Tls, error->detail);
        advance();
        return;
    }
    m_dialer.start();
}

void Connection::cancel()
{
    if (m_ended || comesLater(&Connection::cancel)) {
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
        tellNote({QT_TRANSLATE_NOOP("core", "connected by proxy %1 to %2 port %3"),
                  {peer, m_target.host, port}});
    } else {
        tellNote({QT_TRANSLATE_NOOP("core", "connected to %1 port %2"), {peer, port}});
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
    m_encrypted = true;
    tellNote({end.facts.resumed ? QT_TRANSLATE_NOOP("core", "encrypted: %1, %2, session resumed")
                                : QT_TRANSLATE_NOOP("core", "encrypted: %1, %2"),
              {end.facts.version, end.facts.cipher}});
    m_protocol.onEncrypted(end.facts);
    advance();
}

// ---- the socket

void Connection::onSocketError()
{
    if (m_ended || m_closing || !m_connected || comesLater(&Connection::onSocketError)) {
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
    if (m_ended || !m_connected || comesLater(&Connection::onDisconnected)) {
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
    if (m_closing || m_handshaking || comesLater(&Connection::onReadyRead)) {
        return;
    }
    if (m_stage == Stage::Auth && m_elsewhere && m_socket->bytesAvailable() > 0) {
        computeWith(m_socket->read(pieceSize));
        return;
    }
    feedPendingBytes();
    advance();
}

// ---- in another thread

bool Connection::comesLater(void (Connection::*input)())
{
    if (m_computing && !m_later.contains(input)) {
        m_later.append(input);
    }
    return m_computing;
}

void Connection::computeWith(const QByteArray &bytes)
{
    m_computing = true;
    m_later = {&Connection::onReadyRead}; // for what is there already
    const std::chrono::milliseconds left = m_deadline.remainingTimeAsDuration();
    m_deadline.stop(); // the server is not waited for
    m_elsewhere([&protocol = m_protocol, bytes] { protocol.onBytes(bytes); },
                [self = QPointer(this), left] {
                    if (self) {
                        self->onComputed(left);
                    }
                });
}

void Connection::onComputed(std::chrono::milliseconds left)
{
    m_computing = false;
    if (left.count() >= 0) {
        m_deadline.start(left); // unless something new is awaited
    }
    advance();
    for (const auto input : std::exchange(m_later, {})) {
        (this->*input)();
    }
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
    for (const QByteArray &line : send.shown) {
        tellLine(Direction::Client, line);
    }
    m_socket->write(send.bytes);
    m_socket->flush();
}

void Connection::obey(const core::SendBody &body)
{
    m_shownAfterBody = body.shownAfter;
    if (body.empty || !m_bodySource) {
        onBodyState(m_body->start(nullptr, body));
        return;
    }
    m_opening = true;
    m_bodySource([self = QPointer(this), body](std::unique_ptr<QIODevice> device) {
        if (self && !self->m_closing) {
            self->m_opening = false;
            self->onBodyState(self->m_body->start(std::move(device), body));
            self->advance();
        }
    });
}

void Connection::onBodyState(BodyPump::State state)
{
    if (m_body->octetsTotal() > 0) {
        m_tell(core::BodyProgress{m_body->octetsRead(), m_body->octetsTotal()});
    }
    if (state == BodyPump::State::Unreadable) {
        m_protocol.onBodyFailed(m_body->error());
    } else if (state == BodyPump::State::Done) {
        tellNote({QT_TRANSLATE_NOOP("core", "message sent: %1 octets"), {m_body->octetsRead()}});
        for (const QByteArray &line : m_shownAfterBody) {
            tellLine(Direction::Client, line);
        }
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
    if (m_socket) {
        m_socket->abort();
    }
    // Queued: whoever listens may delete us, and m_tell with us.
    const auto last = [this] {
        const core::Tell tell = m_tell;
        tell(core::AttemptReport{{}, {}, m_dialer.attempts(), {}});
    };
    QMetaObject::invokeMethod(this, last, Qt::QueuedConnection);
}

// ---- time

void Connection::armDeadline()
{
    if (m_closing || m_ended || !m_connected) {
        return;
    }
    const std::optional<core::Deadline> deadline = m_protocol.deadline();
    if (!deadline || m_opening) { // while we write the message, the server is not waited for
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
    for (const core::Event &event : m_protocol.takeEvents()) {
        if (const auto *started = std::get_if<core::StageStarted>(&event)) {
            enter(started->stage);
        } else if (const auto *line = std::get_if<core::LineReceived>(&event)) {
            tellLine(Direction::Server, line->text);
        } else if (const auto *remark = std::get_if<core::Remark>(&event)) {
            tellNote(remark->text);
        } else {
            m_tell(core::Halted{});
        }
    }
}

void Connection::enter(Stage stage)
{
    m_stage = stage;
    m_tell(core::StageStarted{stage});
}

void Connection::tellLine(Direction direction, const QByteArray &text)
{
    m_tell(core::TranscriptLine{0, direction, m_encrypted, text});
}

void Connection::tellNote(const core::Text &text)
{
    m_tell(core::TranscriptLine{0, Direction::Note, m_encrypted, {}, text});
}

} // namespace net
