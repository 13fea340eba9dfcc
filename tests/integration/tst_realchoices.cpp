// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientcertificate.h"
#include "clirun.h"
#include "filecontent.h"
#include "realservers.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// What few servers need or a person has to choose, with the real servers: pins, certificates as a
/// login, the next method, several mails at once, delivery reports, addresses outside ASCII.
class RealChoicesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void external_data();
    void external();
    void externalRefused();
    void pin_data();
    void pin();
    void nextMethod();
    void severalMails();
    void deliveryReport();
    void allOrNone();
    void addressOutsideAscii();

private:
    [[nodiscard]] CliRun run(const QString &command, const QString &key, const QString &security,
                             const QStringList &options) const;
    [[nodiscard]] bool logHas(const QByteArray &text) const;

    const RealServers::User &m_who = RealServers::users()[0];
    const QString m_address = RealServers::addressOf(m_who.name);
    const QStringList m_login{u"--id"_s, m_who.name, u"--password-env"_s, u"REAL_PASSWORD"_s};
    RealServers m_servers;
    QTemporaryDir m_folder;
};

void RealChoicesTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error().constData());
}

CliRun RealChoicesTest::run(const QString &command, const QString &key, const QString &security,
                            const QStringList &options) const
{
    CliInput input;
    input.environment.insert(u"REAL_PASSWORD"_s, QString::fromUtf8(m_who.password));
    input.environment.insert(u"WRONG_PASSWORD"_s, u"wrong-word"_s);
    return runCli(QStringList{command, u"--json"_s, u"--host"_s, u"localhost"_s, u"--port"_s,
                              QString::number(m_servers.port(key)), u"--security"_s, security,
                              u"--ca-file"_s, m_servers.caFile()} +
                      options,
                  input);
}

bool RealChoicesTest::logHas(const QByteArray &text) const
{
    return contentOf(m_servers.logFile(u"postfix.log"_s)).contains(text);
}

void RealChoicesTest::external_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("id");
    QTest::newRow("SMTPs") << u"DOVECOT_SUBMISSIONS"_s << u"smtps"_s << QString();
    QTest::newRow("STARTTLS") << u"DOVECOT_SUBMISSION"_s << u"starttls"_s << QString();
    QTest::newRow("STARTTLS, with the ID") << u"DOVECOT_SUBMISSION"_s << u"starttls"_s << m_address;
}

void RealChoicesTest::external()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, id);
    QStringList options{u"--auth"_s,        u"external"_s,
                        u"--client-cert"_s, m_servers.clientCertificateFile(),
                        u"--client-key"_s,  m_servers.clientKeyFile(),
                        u"--from"_s,        m_address};
    if (!id.isEmpty()) {
        options += {u"--id"_s, id};
    }
    const CliRun sent = run(u"test"_s, key, security, options);
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    QCOMPARE(sent.json()[u"loggedIn"_s].toBool(), true);
    QCOMPARE(sent.json()[u"method"_s].toString(), u"external"_s);
    QVERIFY(!m_servers.takeMail(m_who.name).isEmpty());
}

/// One that the server does not know, and none at all.
void RealChoicesTest::externalRefused()
{
    const auto other = ClientCertificate::make(m_address);
    QFile file(m_folder.filePath(u"other.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write(other.certificatePem + other.keyPem) > other.keyPem.size());
    file.close();
    const QStringList external{u"--auth"_s, u"external"_s, u"--id"_s, m_address};
    const CliRun unknown = run(u"check"_s, u"DOVECOT_SUBMISSION"_s, u"starttls"_s,
                               external + QStringList{u"--client-cert"_s, file.fileName()});
    QCOMPARE(unknown.json()[u"loggedIn"_s].toBool(), false);
    QCOMPARE(unknown.exitCode, 77);
    QCOMPARE(unknown.json()[u"causeId"_s].toString(), u"external-refused"_s);
    QCOMPARE(run(u"check"_s, u"DOVECOT_SUBMISSION"_s, u"starttls"_s, external).exitCode, 64);
}

void RealChoicesTest::pin_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("self-signed") << u"SELFSIGNED"_s;
    QTest::newRow("expired") << u"EXPIRED"_s;
    QTest::newRow("for another host") << u"WRONGHOST"_s;
    QTest::newRow("by an unknown issuer") << u"UNKNOWNISSUER"_s;
}

/// What the first run shows is what the second one takes; the third server shows another (B45).
void RealChoicesTest::pin()
{
    QFETCH(QString, suffix);
    for (const char *security : {"smtps", "starttls"}) {
        const QString kind = QString::fromLatin1(security);
        const QString key = u"POSTFIX_%1_"_s.arg(kind.toUpper()) + suffix;
        const CliRun first = run(u"check"_s, key, kind, m_login);
        QCOMPARE(first.exitCode, 69);
        const QStringList pinned =
            m_login + QStringList{u"--pin"_s,
                                  first.json()[u"tls"_s][u"certificate"_s][u"sha256"_s].toString()};
        const CliRun second = run(u"check"_s, key, kind, pinned);
        QVERIFY2(second.exitCode == 0, second.out + second.error);
        QCOMPARE(second.json()[u"loggedIn"_s].toBool(), true);
        const CliRun other = run(u"check"_s, u"POSTFIX_"_s + kind.toUpper(), kind, pinned);
        QCOMPARE(other.exitCode, 69);
        QCOMPARE(other.json()[u"causeId"_s].toString(), u"certificate-changed"_s);
        QCOMPARE(other.json()[u"attempts"_s].toArray().size(), 0);
    }
}

/// B53 as allowed: SCRAM-SHA-256, CRAM-MD5, LOGIN, and no further.
void RealChoicesTest::nextMethod()
{
    const QStringList wrong{u"--id"_s, m_who.name, u"--password-env"_s, u"WRONG_PASSWORD"_s};
    const CliRun once = run(u"check"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s, wrong);
    QCOMPARE(once.exitCode, 77);
    QCOMPARE(once.json()[u"attempts"_s].toArray().size(), 1);
    const CliRun all = run(u"check"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s,
                           wrong + QStringList{u"--try-next-method"_s});
    QCOMPARE(all.exitCode, 77);
    QStringList tried;
    for (const QJsonValue attempt : all.json()[u"attempts"_s].toArray()) {
        tried += attempt[u"method"_s].toString();
    }
    QCOMPARE(tried, (QStringList{u"scram-sha-256"_s, u"cram-md5"_s, u"login"_s}));
}

void RealChoicesTest::severalMails()
{
    const CliRun sent = run(u"test"_s, u"POSTFIX_STARTTLS"_s, u"starttls"_s,
                            m_login + QStringList{u"--from"_s, m_address, u"--count"_s, u"5"_s});
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!m_servers.takeMail(m_who.name).isEmpty());
    }
    QTRY_VERIFY(logHas(" ehlo=2 starttls=1 auth=1 mail=5 rcpt=5 data=5 quit=1 "));
}

/// RFC 3461, as Postfix does it: a report to the sender once the mail is in the mailbox.
void RealChoicesTest::deliveryReport()
{
    const CliRun sent =
        run(u"test"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s,
            m_login + QStringList{u"--from"_s, m_address, u"--to"_s, u"long@example.test"_s,
                                  u"--notify"_s, u"success,failure"_s});
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    QVERIFY(!m_servers.takeMail(u"long"_s).isEmpty());
    const QByteArray report = m_servers.takeMail(m_who.name);
    QVERIFY2(report.contains("\nFinal-Recipient: rfc822; long@example.test\n"), report);
    QVERIFY2(report.contains("\nAction: delivered\n"), report);
}

/// B76
void RealChoicesTest::allOrNone()
{
    const QStringList to{u"--from"_s, m_address,
                         u"--to"_s,   u"long@example.test"_s,
                         u"--to"_s,   u"nobody@example.test"_s};
    const CliRun none = run(u"test"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s,
                            m_login + to + QStringList{u"--all-or-none"_s});
    QCOMPARE(none.exitCode, 67);
    QVERIFY(none.json()[u"outcome"_s].toString() != u"partial"_s);
    // The next one is the first to arrive.
    const CliRun some = run(u"test"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s,
                            m_login + to + QStringList{u"--subject"_s, u"partial"_s});
    QCOMPARE(some.exitCode, 67);
    QVERIFY(m_servers.takeMail(u"long"_s).contains("\nSubject: partial\n"));
}

/// SMTPUTF8 (RFC 6531), which Postfix offers.
void RealChoicesTest::addressOutsideAscii()
{
    const QStringList mail{u"--from"_s, u"太郎@example.test"_s, u"--to"_s, u"long@example.test"_s};
    const CliRun sent = run(u"test"_s, u"POSTFIX_SMTPS"_s, u"smtps"_s, m_login + mail);
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    const QByteArray stored = m_servers.takeMail(u"long"_s);
    QVERIFY2(stored.startsWith("Return-Path: <太郎@example.test>\n"), stored);
    // B85: Dovecot's submission server does not.
    const CliRun refused = run(u"test"_s, u"DOVECOT_SUBMISSION"_s, u"starttls"_s, m_login + mail);
    QCOMPARE(refused.exitCode, 65);
    QCOMPARE(refused.json()[u"causeId"_s].toString(), u"needs-smtputf8"_s);
}

PROSERPINA_TEST(RealChoicesTest)

#include "tst_realchoices.moc"
