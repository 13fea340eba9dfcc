// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "core/protocol.h"
#include "net/bodypump.h"
#include "net/dialer.h"
#include "net/handshake.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace net
{

/// Where to and with which trust.
struct Target
{
    QString host; // a name as A-label, or an address
    quint16 port = 0;
    TlsSettings tls;
    core::Proxy proxy;
    std::chrono::milliseconds connectTime = std::chrono::seconds(30);
};

/// Does `work` in another thread, then `done` in this one, from the event loop.
using Elsewhere = std::function<void(std::function<void()> work, std::function<void()> done)>;

/// Drives one core::Protocol over one connection: name look-up, connecting address by address, TLS,
/// timers, streaming the body. It knows no SMTP. One attempt, then it is of no more use; lives in
/// the thread that made it and never blocks.
class Connection final : public QObject, public core::Transport
{
    Q_OBJECT

public:
    Connection(core::Protocol &protocol, Target target, BodySource body, core::Tell tell);
    ~Connection() override;

    /// Before start(); `tickets` outlives this.
    void useTickets(SessionTickets &tickets) { m_handshake.useTickets(tickets); }
    /// The same: who has the thread for answers to a login, which may take a second to compute.
    void computeBy(Elsewhere elsewhere) { m_elsewhere = std::move(elsewhere); }
    void start() override;
    void cancel() override;
    void proceed() override { advance(); }

private:
    void onConnected(const QString &address);
    void listenTo(QSslSocket &socket);
    void onEncrypted();
    void onSocketError();
    void onReadyRead();
    void onDisconnected();
    void onDeadline();
    /// Whether the protocol is busy in another thread; then the input comes again after that.
    [[nodiscard]] bool comesLater(void (Connection::*input)());
    void computeWith(const QByteArray &bytes);
    void onComputed(std::chrono::milliseconds left);
    void advance();
    void obey(const core::Send &send);
    void obeyStartTls();
    void obey(const core::SendBody &body);
    void obey(const core::Close &close);
    void feedPendingBytes();
    void onBodyState(BodyPump::State state);
    void armDeadline();
    void onProgress();
    void takeEvents();
    void enter(core::Stage stage);
    void tellLine(core::TranscriptLine::Direction direction, const QByteArray &text);
    void tellNote(const core::Text &text);
    void end();

    core::Protocol &m_protocol;
    Target m_target;
    BodySource m_bodySource;
    core::Tell m_tell;
    Elsewhere m_elsewhere;
    Handshake m_handshake;
    Dialer m_dialer;
    std::unique_ptr<QSslSocket> m_socket; // null until something has answered
    QTimer m_deadline;
    std::optional<BodyPump> m_body; // of m_socket
    QByteArrayList m_shownAfterBody;
    QList<void (Connection::*)()> m_later; // inputs
    core::Stage m_stage = core::Stage::Dns;
    int m_serial = -1;
    bool m_connected = false;
    bool m_encrypted = false;
    bool m_handshaking = false;
    bool m_computing = false;
    bool m_opening = false; // the body
    bool m_advancing = false;
    bool m_closing = false;
    bool m_ended = false;
};

} // namespace net
