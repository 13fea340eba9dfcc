// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlspolicy.h"

#include "core/systemtext.h"
#include "net/certificatechain.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

QString protocolName(QSsl::SslProtocol protocol)
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED // the old ones are what a person must be told of
        static const QHash<QSsl::SslProtocol, QString>
            names{
                {QSsl::TlsV1_0, u"TLSv1.0"_s},
                {QSsl::TlsV1_1, u"TLSv1.1"_s},
                {QSsl::TlsV1_2, u"TLSv1.2"_s},
                {QSsl::TlsV1_3, u"TLSv1.3"_s},
            };
    QT_WARNING_POP
    return names.value(protocol);
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
    const bool weak =
        error.error() == QSslError::UnspecifiedError && !weaknessOf(error.certificate()).isEmpty();
    return known.value(error.error(),
                       weak ? core::CertificateFault::Weak : core::CertificateFault::Other);
}

/// The library's words, or ours for what it calls an unknown error.
core::Text wordsOf(const QSslError &error)
{
    const core::Text weakness = error.error() == QSslError::UnspecifiedError
                                    ? weaknessOf(error.certificate())
                                    : core::Text();
    return weakness.isEmpty() ? error.errorString() : weakness;
}

QString commonName(const QStringList &names, const QString &otherwise)
{
    return names.isEmpty() ? otherwise : names.join(u", "_s);
}

QT_WARNING_PUSH
QT_WARNING_DISABLE_DEPRECATED

void allowOldTls(QSslConfiguration &configuration)
{
    configuration.setProtocol(QSsl::TlsV1_0OrLater);
    // OpenSSL 3 has no such protocol at its usual level: their signatures are by SHA-1.
    configuration.setBackendConfigurationOption("CipherString", QByteArray("DEFAULT:@SECLEVEL=0"));
}

QT_WARNING_POP

constexpr qint64 mostPem = 2'000'000;

core::Error fileError(core::Failure failure, const char *fault, const QString &file)
{
    return {failure, core::Text(fault, {file})};
}

/// The file, open; its errors are in words.
core::Result<std::shared_ptr<QFile>> openPem(const QString &file, core::Failure failure)
{
    // By its octets, which may be no UTF-8; a pipe without a writer does not hold us up.
    const int descriptor =
        open(core::toSystem(file).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return core::Error{failure, core::Text(QT_TRANSLATE_NOOP("core", "%1: %2"),
                                               {file, qt_error_string(errno)})};
    }
    auto pem = std::make_shared<QFile>();
    struct stat status = {};
    if (!pem->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ||
        fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        return fileError(failure, QT_TRANSLATE_NOOP("core", "%1: not a regular file"), file);
    }
    // Each certificate takes about a millisecond to read, and nothing else happens meanwhile.
    if (status.st_size > mostPem) {
        return fileError(failure, QT_TRANSLATE_NOOP("core", "%1: larger than 2 MB"), file);
    }
    return pem;
}

core::Result<QByteArray> readPem(const QString &file, core::Failure failure)
{
    const auto pem = openPem(file, failure);
    if (!pem) {
        return pem.error();
    }
    return (*pem)->read(mostPem);
}

QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey); !key.isNull()) {
            return key;
        }
    }
    return {};
}

std::optional<core::Error> addClientCertificate(const TlsSettings &settings,
                                                QSslConfiguration &configuration)
{
    if (settings.clientCertificate.isEmpty()) {
        return {};
    }
    constexpr auto unreadable = core::Failure::ClientCertificateUnreadable;
    const auto chainPem = readPem(settings.clientCertificate, unreadable);
    if (!chainPem) {
        return chainPem.error();
    }
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*chainPem, QSsl::Pem);
    if (chain.isEmpty()) {
        return fileError(unreadable,
                         QT_TRANSLATE_NOOP("core", "%1: there is no PEM certificate in it"),
                         settings.clientCertificate);
    }
    const QString keyFile =
        settings.clientKey.isEmpty() ? settings.clientCertificate : settings.clientKey;
    const auto keyPem = readPem(keyFile, unreadable);
    if (!keyPem) {
        return keyPem.error();
    }
    const QSslKey key = keyIn(*keyPem);
    if (key.isNull()) {
        const bool locked = keyPem->contains("ENCRYPTED");
        return fileError(unreadable,
                         locked
                             ? QT_TRANSLATE_NOOP("core", "%1: its key is protected by a password")
                             : QT_TRANSLATE_NOOP("core", "%1: there is no PEM key in it"),
                         keyFile);
    }
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}

/// Qt reads them from their files each time, which takes a third of a second and more: once is
/// enough. Never destroyed, because the TLS library may go before.
const QList<QSslCertificate> &systemAuthorities()
{
    static const auto *const all = [] {
        const QList<QSslCertificate> read = QSslConfiguration::systemCaCertificates();
        return new QList(QSet(read.begin(), read.end()).values()); // several are there twice
    }();
    return *all;
}

std::optional<core::Error> addAuthorities(const QString &caFile, QSslConfiguration &configuration)
{
    if (caFile.isEmpty()) {
        return {};
    }
    const auto pem = openPem(caFile, core::Failure::CaFileUnreadable);
    if (!pem) {
        return pem.error();
    }
    // Given as a list they turn off Qt's looking for the system's on demand, and reading all of
    // those takes longer than a whole check; given as a file they do not. By its descriptor: the
    // name may be no UTF-8.
    const QString opened = u"/proc/self/fd/%1"_s.arg((*pem)->handle());
    if (!configuration.addCaCertificates(opened)) {
        return fileError(core::Failure::CaFileUnreadable,
                         QT_TRANSLATE_NOOP("core", "%1: there is no PEM certificate in it"),
                         caFile);
    }
    return {};
}

} // namespace

core::Result<QSslConfiguration> clientConfiguration(const TlsSettings &settings)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (settings.allowOld) {
        allowOldTls(configuration);
    }
    if (const auto error = addClientCertificate(settings, configuration)) {
        return *error;
    }
    if (const auto error = addAuthorities(settings.caFile, configuration)) {
        return *error;
    }
    return configuration;
}

QList<QSslCertificate> trustedAuthorities(const QSslConfiguration &configuration)
{
    // Those that OpenSSL looks up on demand are not in the configuration.
    return systemAuthorities() + configuration.caCertificates();
}

core::Certificate readCertificate(const QSslCertificate &certificate)
{
    core::Certificate read;
    read.der = certificate.toDer();
    read.subject = commonName(certificate.subjectInfo(QSslCertificate::CommonName),
                              certificate.subjectDisplayName());
    read.issuer = commonName(certificate.issuerInfo(QSslCertificate::CommonName),
                             certificate.issuerDisplayName());
    const auto names = certificate.subjectAlternativeNames(); // mail addresses too
    read.hostNames = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
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
        facts.errors.append(wordsOf(error));
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
    // OpenSSL has not begun: our own certificate and key do not belong together, or are too weak.
    if (words.contains("key values mismatch"_L1) || words.contains("key type mismatch"_L1) ||
        words.contains("ee key too small"_L1)) {
        return core::Failure::ClientCertificateUnreadable;
    }
    return core::Failure::TlsHandshakeFailed;
}

} // namespace net
