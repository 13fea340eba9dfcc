// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filecontent.h"
#include "realservers.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program against real Postfix (with Dovecot SASL) and Dovecot's submission server.
class RealServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMethod_data();
    void everyMethod();
    void ladder();
    void wrongPassword_data();
    void wrongPassword();
    void certificates_data();
    void certificates();
    void bytesArrive_data();
    void bytesArrive();
    void composedMailArrives();
    void noLoginOnPort25();
    void plaintextPassword();
    void roundTrips();
    void recipients();
    void tooLarge();
    void replyBeforeAndAfterTls();

private:
    struct Login
    {
        QString key;      // of the port
        QString security; // the command line's word
        RealServers::User user;
    };
    [[nodiscard]] QStringList optionsFor(const Login &login) const;
    /// The first ones of optionsFor(), without ID and password.
    static constexpr int connectionOptions = 9;
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &content) const;
    static CliInput passwordOf(const QByteArray &password);

    RealServers m_servers;
    QTemporaryDir m_folder;
};

void RealServersTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error());
}

QStringList RealServersTest::optionsFor(const Login &login) const
{
    return {u"--json"_s,
            u"--host"_s,
            u"localhost"_s,
            u"--port"_s,
            QString::number(m_servers.port(login.key)),
            u"--security"_s,
            login.security,
            u"--ca-file"_s,
            m_servers.caFile(),
            u"--id"_s,
            login.user.name,
            u"--password-env"_s,
            u"REAL_PASSWORD"_s};
}

CliInput RealServersTest::passwordOf(const QByteArray &password)
{
    CliInput input;
    input.environment.insert(u"REAL_PASSWORD"_s, QString::fromUtf8(password));
    return input;
}

QString RealServersTest::writeFile(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    return ::writeFile(path, content) ? path : QString();
}

namespace
{

constexpr const char *methods[] = {"scram-sha-256", "cram-md5", "login", "plain1", "plain2"};

} // namespace

void RealServersTest::everyMethod_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("user");
    for (const auto &port : RealServers::loginPorts) {
        for (const char *method : methods) {
            for (int user = 0; user < RealServers::users().size(); ++user) {
                QTest::addRow("%s, %s, %s password", port.name, method,
                              qPrintable(RealServers::users()[user].name))
                    << QString::fromLatin1(port.key) << QString::fromLatin1(port.security)
                    << QString::fromLatin1(method) << user;
            }
        }
    }
}

void RealServersTest::everyMethod()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, method);
    QFETCH(int, user);
    const RealServers::User &who = RealServers::users()[user];
    const QString address = RealServers::addressOf(who.name);
    const CliRun run = runCli(
        QStringList{u"test"_s, u"--auth"_s, method, u"--from"_s, address, u"--subject"_s, method} +
            optionsFor({key, security, who}),
        passwordOf(who.password));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"accepted"_s);
    QCOMPARE(run.json()[u"method"_s].toString(), method);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 1);
    QVERIFY(!run.out.contains(who.password.toBase64()));
    QVERIFY(m_servers.takeMail(who.name).contains("\nSubject: " + method.toLatin1() + "\n"));
}

void RealServersTest::ladder()
{
    // auto starts on the top rung; what both servers offer is SCRAM-SHA-256.
    const RealServers::User &who = RealServers::users()[0];
    for (const auto &port : RealServers::loginPorts) {
        const CliRun run =
            runCli(QStringList{u"check"_s} + optionsFor({QString::fromLatin1(port.key),
                                                         QString::fromLatin1(port.security), who}),
                   passwordOf(who.password));
        QVERIFY2(run.exitCode == 0, run.out + run.error);
        QCOMPARE(run.json()[u"method"_s].toString(), u"scram-sha-256"_s);
        QCOMPARE(run.json()[u"causeId"_s].toString(), u"checked"_s);
    }
}

void RealServersTest::wrongPassword_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("method");
    for (const auto &port : RealServers::loginPorts) {
        for (const char *method : methods) {
            QTest::addRow("%s, %s", port.name, method)
                << QString::fromLatin1(port.key) << QString::fromLatin1(port.security)
                << QString::fromLatin1(method);
        }
    }
}

void RealServersTest::wrongPassword()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, method);
    const CliRun run = runCli(QStringList{u"check"_s, u"--auth"_s, method} +
                                  optionsFor({key, security, RealServers::users()[0]}),
                              passwordOf("wrong-word"));
    QCOMPARE(run.exitCode, 77);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"AUTH"_s);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"wrong-password"_s);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 1);
}

void RealServersTest::certificates_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("causeId");
    const struct
    {
        const char *key;
        const char *causeId;
    } faults[] = {{"EXPIRED", "certificate-expired"},
                  {"NOTYET", "certificate-not-yet-valid"},
                  {"SELFSIGNED", "certificate-self-signed"},
                  {"UNKNOWNISSUER", "certificate-unknown-issuer"},
                  {"WRONGHOST", "certificate-wrong-host"}};
    for (const auto &fault : faults) {
        QTest::addRow("%s, SMTPs", fault.causeId)
            << u"POSTFIX_SMTPS_"_s + QLatin1String(fault.key) << u"smtps"_s
            << QString::fromLatin1(fault.causeId);
        QTest::addRow("%s, STARTTLS", fault.causeId)
            << u"POSTFIX_STARTTLS_"_s + QLatin1String(fault.key) << u"starttls"_s
            << QString::fromLatin1(fault.causeId);
    }
}

void RealServersTest::certificates()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, causeId);
    const RealServers::User &who = RealServers::users()[0];
    const CliRun run = runCli(QStringList{u"check"_s} + optionsFor({key, security, who}),
                              passwordOf(who.password));
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"failed"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"TLS"_s);
    QCOMPARE(run.json()[u"causeId"_s].toString(), causeId);
    QVERIFY(run.json()[u"tls"_s][u"certificate"_s][u"sha256"_s].toString().size() == 64);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 0);
}

void RealServersTest::bytesArrive_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    for (const auto &port : RealServers::loginPorts) {
        QTest::addRow("%s", port.name)
            << QString::fromLatin1(port.key) << QString::fromLatin1(port.security);
    }
}

void RealServersTest::bytesArrive()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    const QByteArray header = "From: simple@example.test\nTo: someone@example.test\n";
    const QByteArray rest =
        "Subject: =?utf-8?b?6Kmm6aiT?=\nX-Folded: one\n two\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n"
        ".a dot first\n.\n..\n...three\nFrom the start of a line\n\n"
        "caf\xC3\xA9 \xE8\xA9\xA6\xE9\xA8\x93\n" +
        QByteArray(998, 'x') + "\n\n \n.last line with no end";
    // Bcc goes into the envelope only; bare CR and LF become line ends.
    const QByteArray given = header + "Bcc: simple@example.test,\n quoted@example.test\n" + rest;
    const RealServers::User &who = RealServers::users()[0];
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--from"_s, u"simple@example.test"_s, u"--to"_s,
                           u"quoted@example.test"_s, u"--to"_s, u"long@example.test"_s,
                           u"--message-file"_s, writeFile(u"given.eml"_s, given)} +
                   optionsFor({key, security, who}),
               passwordOf(who.password));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    for (const char *user : {"quoted", "long"}) {
        const QByteArray stored = m_servers.takeMail(QString::fromLatin1(user));
        const qsizetype start = stored.indexOf("\n" + header) + 1;
        QVERIFY2(start > 0, stored.left(2000));
        QVERIFY(!stored.left(start).contains("Bcc"));
        QCOMPARE(stored.mid(start), header + rest + "\n");
    }
}

void RealServersTest::composedMailArrives()
{
    const RealServers::User &who = RealServers::users()[1];
    const QByteArray attachment = QByteArray::fromHex("00010d0a2e0d0a0aff").repeated(100'000);
    const CliRun run = runCli(
        QStringList{u"test"_s, u"--from"_s, u"\"山田\" <quoted@example.test>"_s, u"--subject"_s,
                    u"試験 📧"_s, u"--body-file"_s, writeFile(u"body.txt"_s, "本文\n.点\n"),
                    u"--attach"_s, writeFile(u"添付.bin"_s, attachment)} +
            optionsFor({u"POSTFIX_STARTTLS"_s, u"starttls"_s, who}),
        passwordOf(who.password));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    const QByteArray stored = m_servers.takeMail(who.name);
    QVERIFY(std::all_of(stored.begin(), stored.end(), [](char c) { return c > 0; }));
    QVERIFY(RealServers::attachmentIn(stored) == attachment);
}

void RealServersTest::noLoginOnPort25()
{
    const CliRun run = runCli({u"test"_s, u"--json"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                               QString::number(m_servers.port(u"POSTFIX_PLAIN"_s)), u"--security"_s,
                               u"none"_s, u"--auth"_s, u"none"_s, u"--from"_s, u"a@example.test"_s,
                               u"--to"_s, u"simple@example.test"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QCOMPARE(run.json()[u"loggedIn"_s].toBool(), false);
    QVERIFY(!m_servers.takeMail(u"simple"_s).isEmpty());
}

void RealServersTest::plaintextPassword()
{
    const RealServers::User &who = RealServers::users()[0];
    const QStringList options = QStringList{u"check"_s, u"--auth"_s, u"plain1"_s} +
                                optionsFor({u"POSTFIX_PLAINAUTH"_s, u"none"_s, who});
    const CliRun refused = runCli(options, passwordOf(who.password));
    QCOMPARE(refused.exitCode, 77);
    QCOMPARE(refused.json()[u"causeId"_s].toString(), u"plaintext-password-not-allowed"_s);
    QVERIFY(!refused.out.contains("\"C: AUTH"));
    QCOMPARE(
        runCli(options + QStringList{u"--allow-plaintext-password"_s}, passwordOf(who.password))
            .exitCode,
        0);
    // CRAM-MD5 does not send the password.
    QCOMPARE(runCli(QStringList{u"check"_s, u"--auth"_s, u"cram-md5"_s} +
                        optionsFor({u"POSTFIX_PLAINAUTH"_s, u"none"_s, who}),
                    passwordOf(who.password))
                 .exitCode,
             0);
    // STARTTLS required on a port without it: nothing but QUIT follows.
    const CliRun stripped =
        runCli(QStringList{u"check"_s} + optionsFor({u"POSTFIX_PLAINAUTH"_s, u"starttls"_s, who}),
               passwordOf(who.password));
    QCOMPARE(stripped.exitCode, 69);
    QCOMPARE(stripped.json()[u"causeId"_s].toString(), u"starttls-not-offered"_s);
}

void RealServersTest::roundTrips()
{
    // msmtp needs as many with the same servers and method.
    const RealServers::User &who = RealServers::users()[0];
    const QStringList mail{u"test"_s, u"--auth"_s, u"plain1"_s, u"--from"_s,
                           u"simple@example.test"_s};
    const CliRun startTls = runCli(mail + optionsFor({u"POSTFIX_STARTTLS"_s, u"starttls"_s, who}),
                                   passwordOf(who.password));
    QCOMPARE(startTls.json()[u"roundTrips"_s].toInt(), 8);
    const CliRun smtps =
        runCli(mail + optionsFor({u"POSTFIX_SMTPS"_s, u"smtps"_s, who}), passwordOf(who.password));
    QCOMPARE(smtps.json()[u"roundTrips"_s].toInt(), 6);
    QVERIFY(!m_servers.takeMail(who.name).isEmpty());
    QVERIFY(!m_servers.takeMail(who.name).isEmpty());
}

void RealServersTest::recipients()
{
    const RealServers::User &who = RealServers::users()[0];
    const QStringList common = QStringList{u"test"_s, u"--from"_s, u"simple@example.test"_s} +
                               optionsFor({u"POSTFIX_SMTPS"_s, u"smtps"_s, who});
    const CliRun refused =
        runCli(common + QStringList{u"--to"_s, u"nobody@example.test"_s}, passwordOf(who.password));
    QCOMPARE(refused.exitCode, 67);
    QCOMPARE(refused.json()[u"causeId"_s].toString(), u"recipient-unknown"_s);
    const CliRun partial = runCli(common + QStringList{u"--to"_s, u"nobody@example.test"_s,
                                                       u"--to"_s, u"long@example.test"_s},
                                  passwordOf(who.password));
    QCOMPARE(partial.exitCode, 67);
    QCOMPARE(partial.json()[u"outcome"_s].toString(), u"partial"_s);
    QVERIFY(!m_servers.takeMail(u"long"_s).isEmpty());
}

void RealServersTest::tooLarge()
{
    const RealServers::User &who = RealServers::users()[0];
    const CliRun run = runCli(
        QStringList{u"test"_s, u"--from"_s, u"simple@example.test"_s, u"--attach"_s,
                    writeFile(u"large.bin"_s, QByteArray(qsizetype{16} * 1024 * 1024, 'x'))} +
            optionsFor({u"POSTFIX_SMTPS"_s, u"smtps"_s, who}),
        passwordOf(who.password));
    QCOMPARE(run.exitCode, 65);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"message-too-large"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"MAIL"_s);
}

void RealServersTest::replyBeforeAndAfterTls()
{
    const RealServers::User &who = RealServers::users()[0];
    const CliRun run =
        runCli(QStringList{u"reply"_s} +
               optionsFor({u"POSTFIX_STARTTLS"_s, u"starttls"_s, who}).first(connectionOptions));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject reply = run.json()[u"reply"_s].toObject();
    QVERIFY(reply[u"beforeTls"_s].toArray().contains(u"250-STARTTLS"_s));
    QVERIFY(!reply[u"afterTls"_s].toArray().contains(u"250-STARTTLS"_s));
    QVERIFY(reply[u"afterTls"_s].toArray().contains(
        u"250-AUTH PLAIN LOGIN CRAM-MD5 SCRAM-SHA-256 OAUTHBEARER XOAUTH2"_s));
}

PROSERPINA_TEST(RealServersTest)
#include "tst_realservers.moc"
