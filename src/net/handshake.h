// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "core/tlsfacts.h"
#include "net/tlspolicy.h"

#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

#include <optional>

namespace net
{

/// The TLS of one connection: what its socket is set up with, and what became of it. Where a
/// certificate is pinned it is the only one that will do, whatever its faults and whoever vouches
/// for another. Owned by a Connection, which tells it what the socket says.
class Handshake
{
public:
    /// How it ended; the failure is None where the connection may be used.
    struct End
    {
        core::Failure failure = core::Failure::None;
        core::TlsFacts facts;
        QString words = {}; // the library's, where it failed
    };

    explicit Handshake(TlsSettings settings)
        : m_settings(std::move(settings))
    {}

    /// Reads the files. Error CaFileUnreadable, ClientCertificateUnreadable.
    [[nodiscard]] std::optional<core::Error> prepare();
    /// `host` is whom the certificate must name.
    void setUp(QSslSocket &socket, const QString &host) const;

    /// At QSslSocket::sslErrors. Ignores them for the pinned certificate; otherwise the library
    /// breaks off, and its error comes next.
    void onErrors(QSslSocket &socket, const QList<QSslError> &errors);
    /// At QSslSocket::encrypted.
    [[nodiscard]] End onEncrypted(const QSslSocket &socket) const;
    /// The library's error in the handshake, in its words.
    [[nodiscard]] End onFailed(const QString &words) const;

private:
    [[nodiscard]] bool isPinned(const core::TlsFacts &facts) const;

    TlsSettings m_settings;
    QSslConfiguration m_configuration;
    std::optional<core::TlsFacts> m_refused;
};

} // namespace net
