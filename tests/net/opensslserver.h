// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/certificates.h"

#include <QByteArrayList>
#include <QObject>
#include <QTcpServer>

#include <memory>

struct ssl_ctx_st;

/// What an OpenSslServer does.
struct OpenSslBehaviour
{
    practice::ServerIdentity identity;
    QByteArray clientCa; // PEM: demands a client certificate by this authority
    bool startTls = false;
    int newest = 0;  // TLS1_2_VERSION ...; 0: what the library has
    int oldest = 0;  // the same
    int tickets = 2; // of TLS 1.3, given behind the handshake
    /// The octets of the message after which TCP ends without a close_notify; below 0: never.
    qint64 cutsInBody = -1;
    /// What it says to the end of the message before it ends TCP so; empty: nothing special.
    QByteArray cutsAfterSaying;
};

/// An SMTP server on OpenSSL itself, for what QSslSocket's server side does not do: one context for
/// many connections, so that sessions can be resumed; a client certificate demanded by an alert;
/// weak certificates; an end without close_notify. It takes every login and every mail.
class OpenSslServer final : public QObject
{
    Q_OBJECT

public:
    explicit OpenSslServer(const OpenSslBehaviour &behaviour);
    ~OpenSslServer() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Handshakes that were completed, and how many of them resumed a session.
    [[nodiscard]] int handshakes() const { return m_handshakes; }
    [[nodiscard]] int resumed() const { return m_resumed; }
    /// Connections that have not ended.
    [[nodiscard]] int open() const { return m_open; }
    /// How often a client certificate was shown to it.
    [[nodiscard]] int clientsShown() const { return m_clientsShown; }
    /// The commands, and the size of what came between DATA and the dot.
    [[nodiscard]] const QByteArrayList &heard() const { return m_heard; }
    /// Another certificate from now on, as after a renewal. Sessions stay good.
    void setIdentity(const practice::ServerIdentity &identity);
    /// Tickets given so far are worth nothing any more, as after a restart.
    void forgetSessions();

private:
    class Peer;
    struct Context
    {
        void operator()(ssl_ctx_st *context) const;
    };

    OpenSslBehaviour m_behaviour;
    std::unique_ptr<ssl_ctx_st, Context> m_context;
    QByteArrayList m_heard;
    int m_handshakes = 0;
    int m_resumed = 0;
    int m_clientsShown = 0;
    int m_open = 0;
    QTcpServer m_server; // its connections go first
};
