// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "core/tlsfacts.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

namespace net
{

/// What a person may set about TLS. File names may be empty.
struct TlsSettings
{
    QString caFile;            // PEM, added to the system's store
    QByteArray pinnedSha256;   // the one certificate to trust; empty: by its issuer
    bool allowOld = false;     // TLS 1.0 and 1.1 too
    QString clientCertificate; // PEM, the leaf first
    QString clientKey;         // PEM; empty: in the certificate's file

    bool operator==(const TlsSettings &) const = default;
};

/// TLS 1.2 and newer unless old ones are allowed, the peer verified. Error CaFileUnreadable,
/// ClientCertificateUnreadable.
core::Result<QSslConfiguration> clientConfiguration(const TlsSettings &settings);

/// The authorities whose word counts with that configuration.
QList<QSslCertificate> trustedAuthorities(const QSslConfiguration &configuration);

/// The fields of a certificate that people ask for.
core::Certificate readCertificate(const QSslCertificate &certificate);

/// What the socket knows of its TLS now, with what was wrong.
core::TlsFacts readTlsFacts(const QSslSocket &socket, const QList<QSslError> &errors);

/// Why a handshake without certificate errors failed, from the library's words: WrongTlsMode,
/// TlsTooOld, ClientCertificateUnreadable or TlsHandshakeFailed.
core::Failure handshakeFailure(const QString &libraryWords);

} // namespace net
