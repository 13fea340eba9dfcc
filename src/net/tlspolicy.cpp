// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlspolicy.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSslCertificate>
#include <QSslCipher>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

QString protocolName(QSsl::SslProtocol protocol)
{
    if (protocol == QSsl::TlsV1_3) {
        return u"TLSv1.3"_s;
    }
    return protocol == QSsl::TlsV1_2 ? u"TLSv1.2"_s : QString();
}

core::CertificateFault faultOf(const QSslError &error)
{
    static const QHash<QSslError::SslError, core::CertificateFault> known{
        {QSslError::CertificateExpired, core::CertificateFault::Expired},
        {QSslError::CertificateNotYetValid, core::CertificateFault::NotYetValid},
        {QSslError::SelfSignedCertificate, core::CertificateFault::SelfSigned},
        {QSslError::SelfSignedCertificateInChain, core::CertificateFault::UnknownIssuer},
        {QSslError::UnableToGetIssuerCertificate, core::CertificateFault::UnknownIssuer},
        {QSslError::UnableToGetLocalIssuerCertificate, core::CertificateFault::UnknownIssuer},
        {QSslError::UnableToVerifyFirstCertificate, core::CertificateFault::UnknownIssuer},
        {QSslError::CertificateSignatureFailed, core::CertificateFault::UnknownIssuer},
        {QSslError::CertificateUntrusted, core::CertificateFault::UnknownIssuer},
        {QSslError::HostNameMismatch, core::CertificateFault::WrongHost},
    };
    // Qt passes "EE certificate key too weak" and the like on as unspecified errors with their
    // text.
    const bool weak = error.errorString().contains("weak"_L1);
    return known.value(error.error(),
                       weak ? core::CertificateFault::Weak : core::CertificateFault::Other);
}

QString commonName(const QStringList &names, const QString &otherwise)
{
    return names.isEmpty() ? otherwise : names.join(u", "_s);
}

} // namespace

core::Result<QSslConfiguration> clientConfiguration(const QString &caFile)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty()) {
        return configuration;
    }
    if (const QFileInfo info(caFile); info.exists() && !info.isFile()) {
        return core::Error{core::Failure::CaFileUnreadable, caFile + u": not a regular file"_s};
    }
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::Error{core::Failure::CaFileUnreadable, caFile + u": "_s + file.errorString()};
    }
    const QList<QSslCertificate> added = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (added.isEmpty()) {
        return core::Error{core::Failure::CaFileUnreadable,
                           caFile + u": there is no PEM certificate in it"_s};
    }
    // Setting certificates of our own turns off Qt's loading of the system's on demand: give both.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + added);
    return configuration;
}

core::Certificate readCertificate(const QSslCertificate &certificate)
{
    core::Certificate read;
    read.der = certificate.toDer();
    read.subject = commonName(certificate.subjectInfo(QSslCertificate::CommonName),
                              certificate.subjectDisplayName());
    read.issuer = commonName(certificate.issuerInfo(QSslCertificate::CommonName),
                             certificate.issuerDisplayName());
    read.hostNames = certificate.subjectAlternativeNames().values();
    read.hostNames.sort();
    read.validFrom = certificate.effectiveDate();
    read.validUntil = certificate.expiryDate();
    read.sha256 = QCryptographicHash::hash(read.der, QCryptographicHash::Sha256);
    return read;
}

core::TlsFacts readTlsFacts(const QSslSocket &socket, const QList<QSslError> &errors)
{
    core::TlsFacts facts;
    facts.encrypted = socket.isEncrypted();
    facts.version = protocolName(socket.sessionProtocol());
    facts.cipher = socket.sessionCipher().name();
    facts.verifiedHost = socket.peerVerifyName();
    const QList<QSslCertificate> chain = socket.peerCertificateChain();
    for (const QSslCertificate &certificate : chain) {
        facts.chain.append(readCertificate(certificate));
    }
    for (const QSslError &error : errors) {
        facts.errors.append(error.errorString());
        if (!facts.faults.contains(faultOf(error))) {
            facts.faults.append(faultOf(error));
        }
    }
    return facts;
}

core::Failure handshakeFailure(const QString &libraryWords)
{
    const QString words = libraryWords.toLower();
    if (words.contains("wrong version number"_L1) || words.contains("packet length too long"_L1) ||
        words.contains("http request"_L1)) {
        return core::Failure::WrongTlsMode;
    }
    if (words.contains("protocol version"_L1) || words.contains("unsupported protocol"_L1) ||
        words.contains("version too low"_L1)) {
        return core::Failure::TlsTooOld;
    }
    return core::Failure::TlsHandshakeFailed;
}

} // namespace net
