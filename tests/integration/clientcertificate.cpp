// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientcertificate.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

ClientCertificate ClientCertificate::make(const QString &name)
{
    const QTemporaryDir folder;
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:P-256"_s, u"-noenc"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN="_s + name, u"-addext"_s, u"extendedKeyUsage=clientAuth"_s, u"-keyout"_s,
                   key, u"-out"_s, certificate});
    QFile keyFile(key);
    QFile certificateFile(certificate);
    if (!openssl.waitForFinished(20'000) || openssl.exitCode() != 0 ||
        !keyFile.open(QIODevice::ReadOnly) || !certificateFile.open(QIODevice::ReadOnly)) {
        return {};
    }
    return {certificateFile.readAll(), keyFile.readAll()};
}
