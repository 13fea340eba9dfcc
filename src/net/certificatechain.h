// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace net
