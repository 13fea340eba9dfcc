// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include "twohosts.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// Dead addresses do not answer, not even with a no; see twohosts.sh.
const QByteArray names = "live.example.test 10.88.1.1\n"
                         "dead6.example.test fd88:2::1\n"
                         "dead6.example.test 10.88.1.1\n"
                         "dead4.example.test fd88:1::1\n"
                         "dead4.example.test 10.88.2.1\n"
                         "two.example.test 10.88.2.1\n"
                         "two.example.test 10.88.1.1\n"
                         "noway6.example.test fd99::1\n"
                         "noway6.example.test 10.88.1.1\n"
                         "alldead.example.test 10.88.2.1\n"
                         "alldead.example.test 10.88.2.2\n"
                         "alldead.example.test fd88:2::1\n"
                         "lossy.example.test 10.88.5.1\n"
                         "cut.example.test 10.88.6.1\n";

QStringList checkOf(const QString &host)
{
    return {u"check"_s,      u"--json"_s,
            u"--host"_s,     host,
            u"--port"_s,     QString::fromLatin1(TwoHosts::mailPort),
            u"--security"_s, u"none"_s};
}

/// "fd88:2::1 250 ms (given up: another address answered first), 10.88.1.1 1 ms; connected after
/// 251 ms"
QString wayOf(const CliRun &run)
{
    QStringList parts;
    for (const QJsonValue address : run.json()[u"addresses"_s].toArray()) {
        const QString error = address[u"error"_s].toString();
        parts += u"%1 %2 ms"_s.arg(address[u"address"_s].toString()).arg(address[u"ms"_s].toInt()) +
                 (error.isEmpty() ? QString() : u" (%1)"_s.arg(error));
    }
    return u"%1; connect took %2 ms"_s.arg(parts.join(u", "_s))
        .arg(run.json()[u"timings"_s][u"connect"_s].toInt());
}

} // namespace

/// The command line on one host, its server on another, and a network between them that has its
/// faults (RFC 8305, and what no resolver looks like).
class TwoHostsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void race_data();
    void race();
    void nobodyAnswers();
    void lostPackets();
    void networkGoesAway();
    void namesThatCannotBeFound_data();
    void namesThatCannotBeFound();
    void noWayOut();

private:
    [[nodiscard]] CliRun sendLargeMail(const QString &host, const QString &security,
                                       const QStringList &options = {});

    TwoHosts m_hosts;
};

void TwoHostsTest::initTestCase()
{
    QVERIFY2(m_hosts.start(names), m_hosts.error().constData());
}

void TwoHostsTest::race_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("ipv4First");
    QTest::addColumn<QStringList>("addresses"); // as they were tried; the last one answers
    QTest::addColumn<bool>("waits");            // for the delay of RFC 8305
    QTest::newRow("one address") << u"live.example.test"_s << false << QStringList{u"10.88.1.1"_s}
                                 << false;
    QTest::newRow("B90 dead IPv6, live IPv4")
        << u"dead6.example.test"_s << false << QStringList{u"fd88:2::1"_s, u"10.88.1.1"_s} << true;
    QTest::newRow("B91 dead IPv4, live IPv6")
        << u"dead4.example.test"_s << true << QStringList{u"10.88.2.1"_s, u"fd88:1::1"_s} << true;
    QTest::newRow("B91 the dead IPv4 is not asked where IPv6 comes first")
        << u"dead4.example.test"_s << false << QStringList{u"fd88:1::1"_s} << false;
    QTest::newRow("B92 the first of two IPv4 addresses is dead")
        << u"two.example.test"_s << false << QStringList{u"10.88.2.1"_s, u"10.88.1.1"_s} << true;
    QTest::newRow("no way to the IPv6 address: IPv4 at once")
        << u"noway6.example.test"_s << false << QStringList{u"10.88.1.1"_s} << false;
}

void TwoHostsTest::race()
{
    QFETCH(QString, host);
    QFETCH(bool, ipv4First);
    QFETCH(QStringList, addresses);
    QFETCH(bool, waits);
    QVERIFY(m_hosts.preferIpv4(ipv4First));
    const CliRun run = m_hosts.run(checkOf(host));
    QVERIFY(m_hosts.preferIpv4(false));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    const QJsonArray tried = run.json()[u"addresses"_s].toArray();
    QCOMPARE(tried.size(), addresses.size());
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        QCOMPARE(tried[i][u"address"_s].toString(), addresses[i]);
        QCOMPARE(tried[i][u"error"_s].toString().isEmpty(), i == addresses.size() - 1);
    }
    const int took = run.json()[u"timings"_s][u"connect"_s].toInt();
    QVERIFY(!waits || took >= 240);                  // 250 by RFC 8305; clocks round
    QVERIFY2(took < 10'000, qPrintable(wayOf(run))); // not TCP's time-out
    qInfo().noquote() << wayOf(run);
}

void TwoHostsTest::nobodyAnswers()
{
    const CliRun run =
        m_hosts.run(checkOf(u"alldead.example.test"_s) + QStringList{u"--timeout"_s, u"2"_s});
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"connect-timed-out"_s);
    const QJsonArray tried = run.json()[u"addresses"_s].toArray();
    QCOMPARE(tried.size(), 3);
    for (const QJsonValue address : tried) {
        QVERIFY(!address[u"error"_s].toString().isEmpty());
    }
    qInfo().noquote() << wayOf(run);
}

CliRun TwoHostsTest::sendLargeMail(const QString &host, const QString &security,
                                   const QStringList &options)
{
    const QTemporaryDir folder;
    QFile attachment(folder.filePath(u"large.bin"_s));
    if (!attachment.open(QIODevice::WriteOnly) || !attachment.resize(3'000'000)) {
        return {};
    }
    attachment.close();
    QStringList words{
        u"test"_s,
        u"--json"_s,
        u"--host"_s,
        host,
        u"--port"_s,
        QString::fromLatin1(security == u"smtps"_s ? TwoHosts::smtpsPort : TwoHosts::mailPort),
        u"--security"_s,
        security,
        u"--auth"_s,
        u"cram-md5"_s,
        u"--id"_s,
        u"far"_s,
        u"--password-env"_s,
        u"FAR_WORD"_s,
        u"--from"_s,
        u"a@example.test"_s,
        u"--attach"_s,
        attachment.fileName()};
    if (security == u"smtps"_s) {
        const CliRun shown = m_hosts.run(words);
        words += {u"--pin"_s, shown.json()[u"tls"_s][u"certificate"_s][u"sha256"_s].toString()};
    }
    return m_hosts.run(words + options);
}

void TwoHostsTest::lostPackets()
{
    // A lost SYN costs a second, by TCP.
    QList<int> times;
    for (int i = 0; i < 8; ++i) {
        const CliRun run = m_hosts.run(checkOf(u"lossy.example.test"_s));
        QVERIFY2(run.exitCode == 0, run.out + run.error);
        times += run.json()[u"timings"_s][u"connect"_s].toInt();
    }
    qInfo() << "every 20th packet lost; milliseconds to connect:" << times;

    for (const char *security : {"none", "smtps"}) {
        QElapsedTimer timer;
        timer.start();
        const CliRun mail = sendLargeMail(u"lossy.example.test"_s, QString::fromLatin1(security));
        const qint64 took = timer.elapsed();
        QVERIFY2(mail.exitCode == 0, mail.out + mail.error);
        QCOMPARE(mail.json()[u"outcome"_s].toString(), u"accepted"_s);
        const int lost = m_hosts.lostPackets();
        QVERIFY2(lost > 20, qPrintable(QString::number(lost)));
        qInfo() << "a mail of 4 MB," << security << "took" << took << "ms;" << lost
                << "packets were lost until then";
    }
}

/// The network goes away in the middle of a message: an end within the time for a block, and no
/// success.
void TwoHostsTest::networkGoesAway()
{
    const CliRun run = sendLargeMail(u"cut.example.test"_s, u"none"_s, {u"--timeout"_s, u"2"_s});
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"failed"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"body"_s);
    QVERIFY(run.json()[u"timings"_s][u"body"_s].toInt() < 20'000); // not TCP's quarter of an hour
    qInfo().noquote() << run.json()[u"causeId"_s].toString() << run.json()[u"cause"_s].toString()
                      << run.json()[u"timings"_s][u"body"_s].toInt() << "ms";
}

void TwoHostsTest::namesThatCannotBeFound_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("resolver");
    QTest::addColumn<bool>("network");
    QTest::addColumn<QString>("causeId");
    QTest::addColumn<int>("exitCode");
    const QByteArray good = "nameserver 10.77.0.2\n";
    const QByteArray once = "options timeout:1 attempts:1\n";
    QTest::newRow("B106 an unknown name")
        << u"unknown.example.test"_s << good << true << u"name-not-found"_s << 68;
    QTest::newRow("B106 the resolver does not answer")
        << u"live.example.test"_s << "nameserver 10.88.2.53\n" + once << true << u"no-resolver"_s
        << 68;
    QTest::newRow("B106 nobody listens at the resolver's address")
        << u"live.example.test"_s << "nameserver 10.88.1.1\n" + once << true << u"no-resolver"_s
        << 68;
    QTest::newRow("B106 no network")
        << u"live.example.test"_s << good + once << false << u"unreachable"_s << 69;
}

void TwoHostsTest::namesThatCannotBeFound()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, resolver);
    QFETCH(bool, network);
    QFETCH(QString, causeId);
    QFETCH(int, exitCode);
    QVERIFY(m_hosts.setResolver(resolver));
    const CliRun run =
        m_hosts.run(checkOf(host), network ? TwoHosts::Network::Client : TwoHosts::Network::None);
    QVERIFY(m_hosts.setResolver("nameserver 10.77.0.2\n"));
    qInfo().noquote() << run.json()[u"causeId"_s].toString() << run.json()[u"cause"_s].toString()
                      << run.json()[u"detail"_s].toString()
                      << run.json()[u"timings"_s][u"DNS"_s].toInt() << "ms";
    QCOMPARE(run.json()[u"causeId"_s].toString(), causeId);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"DNS"_s);
}

/// An address needs no resolver.
void TwoHostsTest::noWayOut()
{
    const CliRun run = m_hosts.run(checkOf(u"10.88.1.1"_s), TwoHosts::Network::None);
    QCOMPARE(run.exitCode, 69);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"unreachable"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"connect"_s);
    qInfo().noquote() << wayOf(run);
}

PROSERPINA_TEST(TwoHostsTest)

#include "tst_twohosts.moc"
