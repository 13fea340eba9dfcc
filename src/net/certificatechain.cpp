// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatechain.h"

#include <QMultiHash>
#include <QRegularExpression>
#include <QSet>
#include <QSslCertificateExtension>
#include <QSslKey>
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

core::Text weakKey(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    const int enough = key.algorithm() == QSsl::Ec ? 224 : 2048;
    int bits = key.length();
    if (key.isNull() || key.algorithm() == QSsl::Opaque) {
        // Of a kind that Qt does not know: RSA for PSS alone, or Ed25519, which has one size.
        static const QRegularExpression size(u"Public-Key: \\((\\d+) bit"_s);
        const auto read = size.match(certificate.toText());
        bits = read.hasMatch() ? read.captured(1).toInt() : enough;
    }
    return bits < enough
               ? core::Text(QT_TRANSLATE_NOOP("core", "its key of %1 bits is too weak"), {bits})
               : core::Text();
}

core::Text weakSignature(const QSslCertificate &certificate)
{
    static const QRegularExpression signature(
        u"(?:Signature|Hash) Algorithm: (\\S*(?:md[245]|mdc2|ripemd|sha1)\\S*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString weakOne = signature.match(certificate.toText()).captured(1);
    return weakOne.isEmpty()
               ? core::Text()
               : core::Text(QT_TRANSLATE_NOOP("core", "its signature, %1, is too weak"), {weakOne});
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

core::Text weaknessOf(const QSslCertificate &certificate)
{
    if (certificate.isNull()) {
        return {};
    }
    const core::Text weakness = weakKey(certificate);
    // Nobody relies on a signature of its own.
    return weakness.isEmpty() && !certificate.isSelfSigned() ? weakSignature(certificate)
                                                             : weakness;
}

/// Rather one too many than one too few is looked at: a server may send a strong certificate along
/// that has the name of the weak issuer, and one that looks signed by itself need not be.
core::Text weaknessIn(const QList<QSslCertificate> &sent, const QList<QSslCertificate> &trusted)
{
    if (sent.isEmpty()) {
        return {};
    }
    const QList<QSslCertificate> chain =
        QList{sent.constFirst()} + possibleIssuers(sent.constFirst(), sent + trusted);
    for (const QSslCertificate &certificate : chain) {
        core::Text weakness = weakKey(certificate);
        if (weakness.isEmpty() && !trusted.contains(certificate)) {
            weakness = weakSignature(certificate); // of a trusted one it does not matter
        }
        if (!weakness.isEmpty()) {
            return weakness;
        }
    }
    return {};
}

} // namespace net
