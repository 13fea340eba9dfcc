// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QList>
#include <QSslCertificate>

namespace net
{

/// Every certificate of `known` that may stand above `leaf` in a chain, judged by their names
/// alone: QSslSocket tells what the server sent, not which chain was verified, and the chain is
/// among these.
[[nodiscard]] QList<QSslCertificate> possibleIssuers(const QSslCertificate &leaf,
                                                     const QList<QSslCertificate> &known);

/// RFC 5280 4.2.1.10: an authority that vouches for some names only.
[[nodiscard]] bool hasNameConstraints(const QSslCertificate &authority);

/// What is too weak in a certificate for OpenSSL's security level 2, the usual one (112 bits,
/// SSL_CTX_set_security_level(3)), or nothing.
[[nodiscard]] core::Text weaknessOf(const QSslCertificate &certificate);

/// The same of any certificate that may be part of the chain from the first of `sent` to one of
/// `trusted`. Where old TLS is allowed, the library does not look.
[[nodiscard]] core::Text weaknessIn(const QList<QSslCertificate> &sent,
                                    const QList<QSslCertificate> &trusted);

} // namespace net
