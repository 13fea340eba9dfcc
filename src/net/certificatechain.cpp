// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatechain.h"

#include <QMultiHash>
#include <QSet>
#include <QSslCertificateExtension>
#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

constexpr auto nameConstraintsOid = "2.5.29.30"_L1;

/// OpenSSL compares names so: neither case nor the amount of white space matters.
QString comparable(const QByteArray &attribute, const QStringList &values)
{
    return QString::fromLatin1(attribute) + u'=' + values.join(u'+').simplified().toLower() + u'\n';
}

QString subjectOf(const QSslCertificate &certificate)
{
    QString name;
    for (const QByteArray &attribute : certificate.subjectInfoAttributes()) {
        name += comparable(attribute, certificate.subjectInfo(attribute));
    }
    return name;
}

QString issuerOf(const QSslCertificate &certificate)
{
    QString name;
    for (const QByteArray &attribute : certificate.issuerInfoAttributes()) {
        name += comparable(attribute, certificate.issuerInfo(attribute));
    }
    return name;
}

} // namespace

QList<QSslCertificate> possibleIssuers(const QSslCertificate &leaf,
                                       const QList<QSslCertificate> &known)
{
    QMultiHash<QString, QSslCertificate> bySubject;
    for (const QSslCertificate &certificate : known) {
        bySubject.insert(subjectOf(certificate), certificate);
    }
    QSet<QSslCertificate> found;
    QList<QSslCertificate> unseen{leaf};
    while (!unseen.isEmpty()) {
        const QList<QSslCertificate> issuers = bySubject.values(issuerOf(unseen.takeLast()));
        for (const QSslCertificate &issuer : issuers) {
            if (!found.contains(issuer)) {
                found.insert(issuer);
                unseen.append(issuer);
            }
        }
    }
    return found.values();
}

bool hasNameConstraints(const QSslCertificate &authority)
{
    const QList<QSslCertificateExtension> extensions = authority.extensions();
    return std::any_of(extensions.begin(), extensions.end(),
                       [](const auto &one) { return one.oid() == nameConstraintsOid; });
}

} // namespace net
