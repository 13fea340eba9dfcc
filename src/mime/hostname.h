// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace mime
{

/// What stands behind EHLO (RFC 5321 4.1.1.1): a host name with its labels as A-labels, or an
/// address literal. Nothing typed gives [127.0.0.1], which tells neither the machine's name nor its
/// network. Error BadInput.
core::Result<QByteArray> parseEhloName(const QString &typed);

/// A server's host as the resolver and TLS take it: A-labels, or a bare IP address. Error BadInput.
core::Result<QByteArray> hostToAscii(const QString &typed);

/// What stands behind the @ of a mail address: a host name or an address literal. Error BadInput.
core::Result<QByteArray> domainToAscii(const QString &typed);

} // namespace mime
