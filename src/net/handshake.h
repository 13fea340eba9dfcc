// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "core/tlsfacts.h"
#include "net/sessiontickets.h"
#include "net/tlspolicy.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

#include <optional>

namespace net
{

/// The TLS of one connection: what its socket is set up with, and what became of it. Whether the
/// certificate is the host's is judged here, not by QSslSocket. Where a certificate is pinned it is
/// the only one that will do, whatever its faults and whoever vouches for another. Owned by a
/// Connection, which tells it what the socket says.
class Handshake
{
public:
    /// How it ended; the failure is None where the connection may be used.
    struct End
    {
        core::Failure failure = core::Failure::None;
        core::TlsFacts facts;
        core::Text words = {}; // the library's, where it failed
    };

    /// The server, and the proxy on the way to it.
    Handshake(const QString &host, quint16 port, const TlsSettings &settings,
              const core::Proxy &proxy);

    /// Sessions are resumed from there and kept there; before setUp(), and it outlives this.
    void useTickets(SessionTickets &tickets) { m_tickets = &tickets; }

    /// Reads the files. Error CaFileUnreadable, ClientCertificateUnreadable.
    [[nodiscard]] std::optional<core::Error> prepare();
    void setUp(QSslSocket &socket);

    /// At QSslSocket::sslErrors. Ignores them for the pinned certificate, or where we see none;
    /// otherwise the library breaks off, and its error comes next.
    void onErrors(QSslSocket &socket, const QList<QSslError> &found);
    /// At QSslSocket::encrypted.
    [[nodiscard]] End onEncrypted(const QSslSocket &socket);
    /// At QSslSocket::newSessionTicketReceived, with TLS 1.3 somewhere behind the handshake.
    void onTicket(const QSslSocket &socket);
    /// The library's error in the handshake, in its words.
    [[nodiscard]] End onFailed(const QString &words) const;

private:
    /// What the library found, with our word on the host's name in place of its own.
    [[nodiscard]] QList<QSslError> judged(const QSslSocket &socket, QList<QSslError> found) const;
    [[nodiscard]] bool isForHost(const QSslSocket &socket) const;
    [[nodiscard]] QList<QSslCertificate> sentBy(const QSslSocket &socket) const;
    [[nodiscard]] core::TlsFacts factsOf(const QSslSocket &socket,
                                         const QList<QSslError> &errors) const;

    SessionTickets::Key m_key;
    SessionTickets *m_tickets = nullptr;
    std::optional<SessionTickets::Ticket> m_offered;
    std::optional<core::TlsFacts> m_accepted;
    std::optional<core::TlsFacts> m_refused;
};

} // namespace net
