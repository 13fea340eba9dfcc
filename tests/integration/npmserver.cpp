// SPDX-License-Identifier: GPL-3.0-or-later
#include "npmserver.h"

#include "clientcertificate.h"
#include "filecontent.h"
#include "practice/certificates.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

NpmServer::NpmServer() = default;

NpmServer::~NpmServer()
{
    m_script.closeWriteChannel(); // the script ends
    m_script.waitForFinished(10'000);
}

quint16 NpmServer::port(const QString &name) const
{
    return quint16(m_ports.value(name).toInt());
}

QJsonObject NpmServer::config() const
{
    const practice::CertificateAuthority authority;
    const auto identity = authority.issue(practice::CertificateKind::Good, {u"localhost"_s});
    const auto client = ClientCertificate::make(u"taro"_s);
    if (!writeFile(caFile(), authority.certificatePem()) ||
        !writeFile(clientFile(), client.certificatePem + client.keyPem)) {
        return {};
    }
    return {{u"key"_s, QString::fromLatin1(identity.keyPem)},
            {u"cert"_s, QString::fromLatin1(identity.certificatePem)},
            {u"ca"_s, QJsonArray{QString::fromLatin1(client.certificatePem)}},
            {u"users"_s, QJsonObject{{user(), QString::fromUtf8(password())}}},
            {u"tokens"_s, QJsonObject{{user(), QString::fromLatin1(token())}}},
            {u"folder"_s, m_folder.path()}};
}

bool NpmServer::start()
{
    m_script.start(u"node"_s, {QStringLiteral(PROSERPINA_SOURCE "/tests/integration/npm/server.js"),
                               QStringLiteral(PROSERPINA_BUILD "/npm")});
    m_script.write(QJsonDocument(config()).toJson(QJsonDocument::Compact) + '\n');
    return QTest::qWaitFor(
               [&] { return m_script.canReadLine() || m_script.state() == QProcess::NotRunning; },
               60'000) &&
           !(m_ports = QJsonDocument::fromJson(m_script.readLine()).object()).isEmpty();
}

QList<NpmServer::Mail> NpmServer::takeMails()
{
    QList<Mail> mails;
    for (;;) {
        const QString base = m_folder.filePath(QString::number(m_taken + 1));
        if (!QFile::exists(base + u".eml"_s)) {
            return mails;
        }
        mails.append({contentOf(base + u".eml"_s),
                      QJsonDocument::fromJson(contentOf(base + u".json"_s)).object()});
        ++m_taken;
    }
}
