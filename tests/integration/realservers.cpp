// SPDX-License-Identifier: GPL-3.0-or-later
#include "realservers.h"

#include "clientcertificate.h"
#include "filecontent.h"
#include "jsonwebtoken.h"
#include "practice/certificates.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using practice::CertificateKind;

RealServers::RealServers() = default;

RealServers::~RealServers()
{
    m_script.closeWriteChannel(); // the script stops its servers and ends
    m_script.waitForFinished(10'000);
}

const QList<RealServers::User> &RealServers::users()
{
    static const QList<User> all{
        {u"simple"_s, "word-pass"},
        {u"quoted"_s, R"( "double" 'single' back\slash  two spaces ﾊﾟｽﾜｰﾄﾞ 📧 )"},
        {u"long"_s, QByteArray("0123456789").repeated(30)},
    };
    return all;
}

QString RealServers::addressOf(const QString &user)
{
    return user + u"@example.test"_s;
}

bool RealServers::writeInputs() const
{
    const practice::CertificateAuthority authority;
    const struct
    {
        const char *name;
        CertificateKind kind;
    } certificates[] = {{"good", CertificateKind::Good},
                        {"expired", CertificateKind::Expired},
                        {"notyet", CertificateKind::NotYetValid},
                        {"selfsigned", CertificateKind::SelfSigned},
                        {"unknownissuer", CertificateKind::UnknownIssuer},
                        {"wronghost", CertificateKind::WrongHost}};
    bool written =
        writeFile(caFile(), authority.certificatePem()) && QDir(m_state.path()).mkdir(u"certs"_s);
    for (const auto &certificate : certificates) {
        const auto identity =
            authority.issue(certificate.kind, {u"localhost"_s, u"127.0.0.1"_s, nameThere()});
        written =
            written &&
            writeFile(m_state.filePath(u"certs/%1.pem"_s.arg(QLatin1String(certificate.name))),
                      identity.keyPem + identity.certificatePem);
    }
    QByteArray lines;
    for (const User &user : users()) {
        lines += user.name.toUtf8() + '\t' + user.password.toBase64() + '\n';
    }
    const auto client = ClientCertificate::make(addressOf(users()[0].name));
    return written && writeFile(clientCertificateFile(), client.certificatePem) &&
           writeFile(clientKeyFile(), client.keyPem) &&
           writeFile(m_state.filePath(u"users"_s), lines) &&
           writeFile(m_state.filePath(u"tokenkey"_s), m_tokenKey.toBase64());
}

QByteArray RealServers::token(const QJsonObject &claims) const
{
    return jsonWebToken(claims, m_tokenKey);
}

bool RealServers::start()
{
    if (!writeInputs()) {
        return false;
    }
    m_script.start(QStringLiteral(PROSERPINA_SOURCE "/tests/integration/realservers.sh"),
                   {u"run"_s, QStringLiteral(PROSERPINA_BUILD "/realservers"), m_state.path()});
    bool ready = false;
    return QTest::qWaitFor(
               [&] {
                   while (m_script.canReadLine()) {
                       const QString line = QString::fromUtf8(m_script.readLine()).trimmed();
                       m_values.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
                       ready = ready || line == u"ready"_s;
                   }
                   return ready || m_script.state() == QProcess::NotRunning;
               },
               90'000) &&
           ready;
}

QByteArray RealServers::takeMail(const QString &user) const
{
    const QDir folder(m_values.value(u"MAILDIR"_s) + u'/' + user + u"/new"_s);
    QStringList files;
    if (!QTest::qWaitFor(
            [&] {
                files = folder.entryList(QDir::Files);
                return !files.isEmpty();
            },
            20'000)) {
        return {};
    }
    QFile file(folder.filePath(files.constFirst()));
    const QByteArray content = contentOf(file.fileName());
    file.remove();
    return content;
}

QByteArray RealServers::attachmentIn(const QByteArray &mail)
{
    const qsizetype head = mail.indexOf("Content-Disposition: attachment");
    const qsizetype encoded = head < 0 ? -1 : mail.indexOf("\n\n", head);
    return encoded < 0
               ? QByteArray()
               : QByteArray::fromBase64(mail.mid(encoded, mail.indexOf("\n--", encoded) - encoded));
}
