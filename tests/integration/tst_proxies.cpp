// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "realservers.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const struct Way
{
    const char *name;
    const char *scheme;
    const char *proxyKey;
    const char *log;
} ways[] = {{"SOCKS5", "socks5", "SOCKSPROXY", "microsocks.log"},
            {"HTTP CONNECT", "http", "HTTPPROXY", "tinyproxy.log"}};

const struct
{
    const char *name;
    const char *key;
    const char *security;
} mailPorts[] = {{"Postfix SMTPs", "POSTFIX_SMTPS", "smtps"},
                 {"Postfix STARTTLS", "POSTFIX_STARTTLS", "starttls"},
                 {"Dovecot STARTTLS", "DOVECOT_SUBMISSION", "starttls"}};

} // namespace

/// Real proxies (microsocks, tinyproxy) between the program and the servers: TLS goes through them
/// from end to end, and the server's name is for them to look up; this computer does not know it.
class ProxiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loggedInThroughProxy_data();
    void loggedInThroughProxy();
    void mailGoesThroughProxy_data() { everyProxy_data(); }
    void mailGoesThroughProxy();
    void proxyFindsNoServer_data() { everyProxy_data(); }
    void proxyFindsNoServer();
    void noProxyThere_data() { everyProxy_data(); }
    void noProxyThere();
    void wrongKindOfProxy_data() { everyProxy_data(); }
    void wrongKindOfProxy();
    void environmentDoesNotCount();

private:
    static void everyProxy_data();
    [[nodiscard]] QString proxyOf(const Way &way) const;
    [[nodiscard]] QByteArray logOf(const Way &way) const;
    [[nodiscard]] QStringList options(const QString &host, quint16 port,
                                      const QString &security) const;
    [[nodiscard]] static CliInput input();

    RealServers m_servers;
    const RealServers::User &m_who = RealServers::users()[0];
};

void ProxiesTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error().constData());
}

void ProxiesTest::everyProxy_data()
{
    QTest::addColumn<int>("way");
    for (int way = 0; way < 2; ++way) {
        QTest::addRow("%s", ways[way].name) << way;
    }
}

QString ProxiesTest::proxyOf(const Way &way) const
{
    return u"%1://127.0.0.1:%2"_s.arg(QString::fromLatin1(way.scheme))
        .arg(m_servers.port(QString::fromLatin1(way.proxyKey)));
}

QByteArray ProxiesTest::logOf(const Way &way) const
{
    QFile log(m_servers.logFile(QString::fromLatin1(way.log)));
    return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
}

QStringList ProxiesTest::options(const QString &host, quint16 port, const QString &security) const
{
    return {u"--json"_s,           u"--host"_s,     host,       u"--port"_s,
            QString::number(port), u"--security"_s, security,   u"--ca-file"_s,
            m_servers.caFile(),    u"--id"_s,       m_who.name, u"--password-env"_s,
            u"REAL_PASSWORD"_s};
}

CliInput ProxiesTest::input()
{
    CliInput input;
    input.environment.insert(u"REAL_PASSWORD"_s,
                             QString::fromUtf8(RealServers::users()[0].password));
    return input;
}

void ProxiesTest::loggedInThroughProxy_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("mailPort");
    for (int way = 0; way < 2; ++way) {
        for (int port = 0; port < 3; ++port) {
            QTest::addRow("%s, %s", ways[way].name, mailPorts[port].name) << way << port;
        }
    }
}

void ProxiesTest::loggedInThroughProxy()
{
    QFETCH(int, way);
    QFETCH(int, mailPort);
    const quint16 port = m_servers.port(QString::fromLatin1(mailPorts[mailPort].key));
    const CliRun run = runCli(QStringList{u"check"_s, u"--proxy"_s, proxyOf(ways[way])} +
                                  options(RealServers::nameThere(), port,
                                          QString::fromLatin1(mailPorts[mailPort].security)),
                              input());
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    const QJsonObject json = run.json();
    QCOMPARE(json[u"loggedIn"_s].toBool(), true);
    // The certificate is the server's, for the name that was asked for.
    QVERIFY(json[u"tls"_s][u"encrypted"_s].toBool());
    QCOMPARE(json[u"tls"_s][u"faults"_s].toArray(), QJsonArray());
    QVERIFY(
        json[u"tls"_s][u"certificate"_s][u"hosts"_s].toArray().contains(RealServers::nameThere()));
    // Nothing was looked up here; the proxy got the name.
    QVERIFY(!json[u"timings"_s].toObject().contains(u"DNS"_s));
    QCOMPARE(json[u"addresses"_s].toArray().size(), 1);
    QVERIFY(json[u"addresses"_s][0][u"address"_s].toString().startsWith(u"proxy 127.0.0.1:"_s));
    const QByteArray asked = RealServers::nameThere().toLatin1() + ':' + QByteArray::number(port);
    QTRY_VERIFY2(logOf(ways[way]).contains(asked), logOf(ways[way]));
}

void ProxiesTest::mailGoesThroughProxy()
{
    QFETCH(int, way);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large.bin"_s));
    const QByteArray content = QByteArray::fromHex("00010d0a2e0d0a0aff").repeated(200'000);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const CliRun run = runCli(
        QStringList{u"test"_s, u"--proxy"_s, proxyOf(ways[way]), u"--from"_s,
                    RealServers::addressOf(m_who.name), u"--attach"_s, file.fileName()} +
            options(RealServers::nameThere(), m_servers.port(u"POSTFIX_SMTPS"_s), u"smtps"_s),
        input());
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QVERIFY(RealServers::attachmentIn(m_servers.takeMail(m_who.name)) == content);
}

void ProxiesTest::proxyFindsNoServer()
{
    QFETCH(int, way);
    const CliRun run = runCli(QStringList{u"check"_s, u"--proxy"_s, proxyOf(ways[way])} +
                                  options(u"unknown.example.test"_s, 465, u"smtps"_s),
                              input());
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"proxy-failed"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"connect"_s);
    qInfo().noquote() << run.json()[u"cause"_s].toString();

    QTcpServer nobody; // a port that is free for sure once it is closed
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const quint16 port = nobody.serverPort();
    nobody.close();
    const CliRun closed = runCli(QStringList{u"check"_s, u"--proxy"_s, proxyOf(ways[way])} +
                                     options(u"localhost"_s, port, u"smtps"_s),
                                 input());
    QCOMPARE(closed.exitCode, 69);
    qInfo().noquote() << closed.json()[u"causeId"_s].toString()
                      << closed.json()[u"cause"_s].toString();
    // Only SOCKS5 has a word for it.
    QCOMPARE(closed.json()[u"causeId"_s].toString(),
             way == 0 ? u"connection-refused"_s : u"proxy-failed"_s);
}

void ProxiesTest::noProxyThere()
{
    QFETCH(int, way);
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const quint16 port = nobody.serverPort();
    nobody.close();
    const CliRun run = runCli(
        QStringList{u"check"_s, u"--proxy"_s,
                    u"%1://127.0.0.1:%2"_s.arg(QString::fromLatin1(ways[way].scheme)).arg(port)} +
            options(RealServers::nameThere(), m_servers.port(u"POSTFIX_SMTPS"_s), u"smtps"_s),
        input());
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"proxy-failed"_s);
    qInfo().noquote() << run.json()[u"cause"_s].toString();
}

/// SOCKS5 spoken to the HTTP proxy, and the reverse: a no, and no hanging.
void ProxiesTest::wrongKindOfProxy()
{
    QFETCH(int, way);
    Way wrong = ways[way];
    wrong.proxyKey = ways[1 - way].proxyKey;
    const CliRun run = runCli(
        QStringList{u"check"_s, u"--timeout"_s, u"2"_s, u"--proxy"_s, proxyOf(wrong)} +
            options(RealServers::nameThere(), m_servers.port(u"POSTFIX_SMTPS"_s), u"smtps"_s),
        input());
    QCOMPARE(run.exitCode, 69);
    qInfo().noquote() << run.json()[u"causeId"_s].toString() << run.json()[u"cause"_s].toString();
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"proxy-failed"_s);
    QCOMPARE(run.json()[u"attempts"_s].toArray().size(), 0);
}

/// What the environment names is not there; nobody asks it.
void ProxiesTest::environmentDoesNotCount()
{
    CliInput given = input();
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "socks_proxy"}) {
        given.environment.insert(QString::fromLatin1(name), u"http://127.0.0.1:9"_s);
    }
    const CliRun run =
        runCli(QStringList{u"check"_s} +
                   options(u"localhost"_s, m_servers.port(u"POSTFIX_SMTPS"_s), u"smtps"_s),
               given);
    QVERIFY2(run.exitCode == 0, run.out + run.error);
}

PROSERPINA_TEST(ProxiesTest)

#include "tst_proxies.moc"
