// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "core/tlsfacts.h"

#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

namespace net
{

/// TLS 1.2 and newer, the peer verified against the system's store and the certificates of `caFile`
/// (PEM) if that is not empty. Error CaFileUnreadable.
core::Result<QSslConfiguration> clientConfiguration(const QString &caFile);

/// The fields of a certificate that people ask for.
core::Certificate readCertificate(const QSslCertificate &certificate);

/// What the socket knows of its TLS now, with what was wrong.
core::TlsFacts readTlsFacts(const QSslSocket &socket, const QList<QSslError> &errors);

/// Why a handshake without certificate errors failed, from the library's words: WrongTlsMode,
/// TlsTooOld or TlsHandshakeFailed.
core::Failure handshakeFailure(const QString &libraryWords);

} // namespace net
