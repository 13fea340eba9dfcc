// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"
#include "core/tlsfacts.h"
#include "net/tlspolicy.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSslConfiguration>
#include <QString>

#include <chrono>
#include <optional>

namespace net
{

/// TLS sessions that later connections may resume, in memory only. A resumed handshake shows no
/// certificate and verifies none: what vouches for the server is that it still has the session's
/// keys. So a session is for the same host, port and settings only, comes with the chain that was
/// verified, and is not used once a certificate of that has expired, nor for longer than an hour.
/// Owned by whoever makes the connections; one thread.
class SessionTickets final
{
public:
    /// Everything on which it depended whom the session is with and whether to trust them.
    struct Key
    {
        QString host;
        quint16 port = 0;
        TlsSettings settings;
        core::Proxy proxy;               // what sees the ticket must not link two ways to a server
        QSslConfiguration configuration; // the content of the files that `settings` names

        bool operator==(const Key &) const = default;
    };
    struct Ticket
    {
        QByteArray session;
        QList<core::Certificate> chain; // as verified, the leaf first
        bool pinned = false;            // trusted whatever its dates
    };

    static constexpr auto longestUse = std::chrono::hours(1);
    static constexpr qsizetype most = 32;

    /// In place of an earlier one; `lifetime` is the server's word, 0: it gave none.
    void keep(const Key &key, const Ticket &ticket, std::chrono::seconds lifetime,
              const QDateTime &now);
    /// One that may still be used, for once: who reuses a ticket can be recognised (RFC 8446 C.4).
    [[nodiscard]] std::optional<Ticket> take(const Key &key, const QDateTime &now);
    [[nodiscard]] qsizetype count() const { return m_entries.size(); }

private:
    struct Entry
    {
        Key key;
        Ticket ticket;
        QDateTime from;
        QDateTime until;
    };

    QList<Entry> m_entries; // the oldest first
};

} // namespace net
