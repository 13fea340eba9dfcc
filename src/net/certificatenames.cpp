// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a host that is an IP address is compared, as a number, with the addresses of the
// certificate alone. Any other host has to be plain ASCII of the letters that host names are made
// of; then whatever equals it is too, and no conversion of what a certificate says is needed, or
// made: full-width letters, other dots, a NUL or an address spelt as a name equal no host.
#include "net/certificatenames.h"

#include <QByteArrayList>
#include <QHostAddress>
#include <QSslCertificateExtension>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

constexpr auto alternativeNamesOid = "2.5.29.17"_L1;

/// Without regard to case, which is ASCII's alone (RFC 4343 3): of other alphabets some letters
/// fold to ASCII, as the Kelvin sign does.
QByteArray folded(const QString &name)
{
    const bool ascii =
        std::all_of(name.begin(), name.end(), [](QChar c) { return c > u' ' && c < u'\x7F'; });
    return ascii ? name.toLatin1().toLower() : QByteArray();
}

bool isLabel(const QByteArray &label)
{
    // RFC 5890 2.3.1, and the underscore, which local networks have.
    return !label.isEmpty() && std::all_of(label.begin(), label.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isHostName(const QByteArray &name)
{
    const QByteArrayList labels = name.split('.');
    return std::all_of(labels.begin(), labels.end(), isLabel);
}

/// `host` is a folded host name.
bool isNameOf(const QString &presented, const QByteArray &host)
{
    const QByteArray name = folded(presented);
    if (!name.startsWith("*.")) {
        return name == host;
    }
    // RFC 9525 6.3: it stands for one whole label, the leftmost. How much it may cover is left to
    // policy (7.1): nothing as large as a top-level domain.
    const qsizetype dot = host.indexOf('.');
    return dot > 0 && name.indexOf('.', 2) > 0 && name.sliced(1) == host.sliced(dot);
}

/// RFC 9525 6.4: octet by octet, so that an IPv4 address mapped into IPv6 is another one.
bool isSameAddress(const QHostAddress &one, const QHostAddress &other)
{
    if (one.protocol() != other.protocol()) {
        return false;
    }
    if (one.protocol() == QAbstractSocket::IPv4Protocol) {
        return one.toIPv4Address() == other.toIPv4Address();
    }
    const Q_IPV6ADDR a = one.toIPv6Address(); // without the zone, which is no part of it
    const Q_IPV6ADDR b = other.toIPv6Address();
    return std::memcmp(&a, &b, sizeof a) == 0;
}

} // namespace

PresentedNames presentedNames(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    PresentedNames read;
    read.dns = names.values(QSsl::DnsEntry);
    read.addresses = names.values(QSsl::IpAddressEntry);
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    // RFC 6125 6.4.4 has the common name as a last resort. An empty list of alternative names, or
    // one of mailboxes alone, says that there is no host.
    if (std::none_of(extensions.begin(), extensions.end(),
                     [](const auto &one) { return one.oid() == alternativeNamesOid; })) {
        read.commonNames = certificate.subjectInfo(QSslCertificate::CommonName);
    }
    return read;
}

bool nameHost(const PresentedNames &names, const QString &host)
{
    if (const QHostAddress address(host); !address.isNull()) {
        return std::any_of(names.addresses.begin(), names.addresses.end(),
                           [&address](const QString &presented) {
                               return isSameAddress(QHostAddress(presented), address);
                           });
    }
    QByteArray name = folded(host);
    if (name.endsWith('.')) {
        name.chop(1); // absolute, which every host here is anyway
    }
    if (!isHostName(name)) {
        return false;
    }
    const auto isIts = [&name](const QString &presented) { return isNameOf(presented, name); };
    return std::any_of(names.dns.begin(), names.dns.end(), isIts) ||
           // Which of several were the most specific one is not clear to everybody.
           (names.commonNames.size() == 1 && isIts(names.commonNames.constFirst()));
}

} // namespace net
