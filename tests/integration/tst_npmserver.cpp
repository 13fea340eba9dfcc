// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientcertificate.h"
#include "clirun.h"
#include "npmserver.h"
#include "realservers.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr const char *securities[] = {"starttls", "smtps"};
constexpr const char *methods[] = {"plain1", "plain2", "login", "cram-md5", "xoauth2"};

QByteArray secretFor(const QString &method)
{
    return method == u"xoauth2"_s ? NpmServer::token() : NpmServer::password();
}

/// All that a line can hold; what is sent has to arrive byte for byte.
const QByteArray message = "From: taro@example.test\r\n"
                           "To: hanako@example.test\r\n"
                           "Subject: =?utf-8?b?6Kmm6aiT?=\r\n"
                           "MIME-Version: 1.0\r\n"
                           "Content-Type: text/plain; charset=utf-8\r\n"
                           "Content-Transfer-Encoding: 8bit\r\n"
                           "\r\n"
                           ".a dot first\r\n.\r\n..\r\n...three\r\n\r\n"
                           "caf\xC3\xA9 \xE8\xA9\xA6\xE9\xA8\x93\r\n" +
                           QByteArray(998, 'x') + "\r\n\r\n \r\n.\r\n";

} // namespace

/// The real program against nodemailer's smtp-server: another implementation, in another language
/// and with another TLS library's defaults.
class NpmServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void check_data() { everyWay_data(); }
    void check();
    void bytesArrive_data() { everyWay_data(); }
    void bytesArrive();
    void refused_data() { everyWay_data(); }
    void refused();
    void composedMailArrives();
    void recipientRefused();
    void clientCertificate();
    void noClientCertificate();
    void otherClientCertificate();
    void tokenByItself();

private:
    static void everyWay_data();
    [[nodiscard]] QStringList optionsFor(const QString &security, const QString &method) const;
    [[nodiscard]] static CliInput inputOf(const QByteArray &secret);
    [[nodiscard]] QStringList mutualOptions() const;

    NpmServer m_server;
    QTemporaryDir m_folder;
};

void NpmServerTest::initTestCase()
{
    QVERIFY2(m_server.start(), m_server.error().constData());
}

void NpmServerTest::everyWay_data()
{
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("method");
    for (const char *security : securities) {
        for (const char *method : methods) {
            QTest::addRow("%s, %s", security, method)
                << QString::fromLatin1(security) << QString::fromLatin1(method);
        }
    }
}

QStringList NpmServerTest::optionsFor(const QString &security, const QString &method) const
{
    return {u"--json"_s,
            u"--host"_s,
            u"localhost"_s,
            u"--port"_s,
            QString::number(m_server.port(security.toUpper())),
            u"--security"_s,
            security,
            u"--auth"_s,
            method,
            u"--id"_s,
            NpmServer::user(),
            method == u"xoauth2"_s ? u"--token-env"_s : u"--password-env"_s,
            u"NPM_SECRET"_s,
            u"--ca-file"_s,
            m_server.caFile()};
}

CliInput NpmServerTest::inputOf(const QByteArray &secret)
{
    CliInput input;
    input.environment.insert(u"NPM_SECRET"_s, QString::fromUtf8(secret));
    return input;
}

void NpmServerTest::check()
{
    QFETCH(QString, security);
    QFETCH(QString, method);
    const CliRun run =
        runCli(QStringList{u"check"_s} + optionsFor(security, method), inputOf(secretFor(method)));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"method"_s].toString(), method);
    QCOMPARE(run.json()[u"loggedIn"_s].toBool(), true);
    QCOMPARE(run.json()[u"tls"_s][u"version"_s].toString(), u"TLSv1.3"_s);
    QCOMPARE(m_server.takeMails().size(), 0);
}

void NpmServerTest::bytesArrive()
{
    QFETCH(QString, security);
    QFETCH(QString, method);
    QFile file(m_folder.filePath(u"given.eml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(message) == message.size());
    file.close();
    const CliRun run = runCli(
        QStringList{u"test"_s, u"--from"_s, NpmServer::user(), u"--to"_s, u"hanako@example.test"_s,
                    u"--to"_s, u"jiro@example.test"_s, u"--message-file"_s, file.fileName()} +
            optionsFor(security, method),
        inputOf(secretFor(method)));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    const QList<NpmServer::Mail> mails = m_server.takeMails();
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails[0].content, message);
    QCOMPARE(mails[0].facts[u"user"_s].toString(), NpmServer::user());
    QCOMPARE(mails[0].facts[u"tls"_s].toBool(), true);
    QCOMPARE(mails[0].facts[u"from"_s].toString(), NpmServer::user());
    QCOMPARE(mails[0].facts[u"to"_s].toArray(),
             (QJsonArray{u"hanako@example.test"_s, u"jiro@example.test"_s}));
}

void NpmServerTest::refused()
{
    QFETCH(QString, security);
    QFETCH(QString, method);
    const QByteArray wrong = "not-the-right-one";
    const CliRun run =
        runCli(QStringList{u"check"_s} + optionsFor(security, method), inputOf(wrong));
    const bool token = method == u"xoauth2"_s;
    QCOMPARE(run.exitCode, 77);
    QCOMPARE(run.json()[u"causeId"_s].toString(), token ? u"token-refused"_s : u"wrong-password"_s);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 1);
    QVERIFY(!(run.out + run.error).contains(wrong));
    // B66: this server repeats what it refuses.
    QCOMPARE(run.json()[u"detail"_s].toString(),
             token ? u"said: ****, schemes: bearer, scope: mail, status: 401"_s : QString());
}

void NpmServerTest::composedMailArrives()
{
    QFile attached(m_folder.filePath(u"添付.bin"_s));
    const QByteArray content = QByteArray::fromHex("00010d0a2e0d0a0aff").repeated(100'000);
    QVERIFY(attached.open(QIODevice::WriteOnly) && attached.write(content) == content.size());
    attached.close();
    const CliRun run = runCli(QStringList{u"test"_s, u"--from"_s, u"\"山田\" <taro@example.test>"_s,
                                          u"--attach"_s, attached.fileName()} +
                                  optionsFor(u"starttls"_s, u"cram-md5"_s),
                              inputOf(NpmServer::password()));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    const QList<NpmServer::Mail> mails = m_server.takeMails();
    QCOMPARE(mails.size(), 1);
    QByteArray mail = mails[0].content;
    QVERIFY(RealServers::attachmentIn(mail.replace("\r\n", "\n")) == content);
}

void NpmServerTest::recipientRefused()
{
    const QStringList common = QStringList{u"test"_s, u"--from"_s, NpmServer::user(), u"--to"_s,
                                           u"nobody@example.test"_s} +
                               optionsFor(u"smtps"_s, u"login"_s);
    const CliRun none = runCli(common, inputOf(NpmServer::password()));
    QCOMPARE(none.exitCode, 67);
    QCOMPARE(none.json()[u"causeId"_s].toString(), u"recipient-unknown"_s);
    QCOMPARE(m_server.takeMails().size(), 0);

    const CliRun one =
        runCli(common + QStringList{u"--to"_s, NpmServer::user()}, inputOf(NpmServer::password()));
    QCOMPARE(one.exitCode, 67);
    QCOMPARE(one.json()[u"outcome"_s].toString(), u"partial"_s);
    const QList<NpmServer::Mail> mails = m_server.takeMails();
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails[0].facts[u"to"_s].toArray(), QJsonArray{NpmServer::user()});
}

/// What it offers is XOAUTH2, the lower one.
void NpmServerTest::tokenByItself()
{
    const CliRun run =
        runCli(QStringList{u"check"_s} + optionsFor(u"starttls"_s, u"xoauth2"_s)
                                             .replaceInStrings(u"xoauth2"_s, u"oauthbearer"_s),
               inputOf(NpmServer::token()));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"method"_s].toString(), u"xoauth2"_s);
}

QStringList NpmServerTest::mutualOptions() const
{
    return QStringList{u"check"_s} + optionsFor(u"smtps"_s, u"plain1"_s) +
           QStringList{u"--port"_s, QString::number(m_server.port(u"MUTUAL"_s))};
}

void NpmServerTest::clientCertificate()
{
    const CliRun run =
        runCli(mutualOptions() + QStringList{u"--client-cert"_s, m_server.clientFile()},
               inputOf(NpmServer::password()));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"loggedIn"_s].toBool(), true);
}

/// B50: with TLS 1.3 the server's no comes only after the handshake has succeeded here.
void NpmServerTest::noClientCertificate()
{
    const CliRun run = runCli(mutualOptions(), inputOf(NpmServer::password()));
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"client-certificate-wanted"_s);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 0);
}

/// Node sends no alert then: it closes.
void NpmServerTest::otherClientCertificate()
{
    const auto other = ClientCertificate::make(u"taro"_s);
    QFile file(m_folder.filePath(u"other.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write(other.certificatePem + other.keyPem) > other.keyPem.size());
    file.close();
    const CliRun run = runCli(mutualOptions() + QStringList{u"--client-cert"_s, file.fileName()},
                              inputOf(NpmServer::password()));
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"closed-by-server"_s);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 0);
}

PROSERPINA_TEST(NpmServerTest)

#include "tst_npmserver.moc"
