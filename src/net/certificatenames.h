// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QString>
#include <QStringList>

namespace net
{

/// What a certificate says about whose it is, as its octets read.
struct PresentedNames
{
    QStringList dns;         // alternative names
    QStringList addresses;   // the same, IP addresses as text
    QStringList commonNames; // of the subject; only where there is no list of alternative names
};

[[nodiscard]] PresentedNames presentedNames(const QSslCertificate &certificate);

/// Whether one of the names is that of the host, an A-label name or an IP address (RFC 9525 6). A
/// single common name counts as a DNS name would (RFC 6125 6.4.4, for certificates of old).
[[nodiscard]] bool nameHost(const PresentedNames &names, const QString &host);

} // namespace net
