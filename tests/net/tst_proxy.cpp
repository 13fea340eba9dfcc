// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "net/httptunnel.h"
#include "silentport.h"
#include "testmain.h"
#include "testproxy.h"

#include <QElapsedTimer>
#include <QNetworkProxyFactory>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::ProxyKind;
using core::Security;
using core::Stage;

namespace
{

/// A name that nobody knows: whoever looks it up fails.
const QString host = u"mail.practice.invalid"_s;

practice::Behaviour namedServer()
{
    practice::Behaviour behaviour;
    behaviour.certificateHosts = {host};
    return behaviour;
}

net::Target behind(const TestProxy &proxy, const service::PracticeEntry &entry,
                   Security security = Security::StartTls)
{
    net::Target target = targetFor(entry, security);
    target.host = host;
    target.proxy = proxy.settings();
    return target;
}

QByteArray socksReply(char code)
{
    return QByteArray("\x05", 1) + code + QByteArray("\x00\x01\x00\x00\x00\x00\x00\x00", 8);
}

} // namespace

/// A server behind a proxy, SOCKS5 or HTTP CONNECT.
class ProxyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sends_data();
    void sends();
    void trustsNobodyOnTheWay_data();
    void trustsNobodyOnTheWay();
    void refuses_data();
    void refuses();
    void saysWhy_data();
    void saysWhy();
    void endlessReply_data();
    void endlessReply();
    void isDown_data();
    void isDown();
    void isSilent_data();
    void isSilent();
    void cancelled_data();
    void cancelled();
    void offUnlessChosen();
};

void ProxyTest::sends_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("greetingInTheReply");
    QTest::newRow("SOCKS5, STARTTLS") << ProxyKind::Socks5 << Security::StartTls << false;
    QTest::newRow("SOCKS5, SMTPs") << ProxyKind::Socks5 << Security::Smtps << false;
    QTest::newRow("HTTP CONNECT, STARTTLS")
        << ProxyKind::HttpConnect << Security::StartTls << false;
    QTest::newRow("HTTP CONNECT, SMTPs") << ProxyKind::HttpConnect << Security::Smtps << false;
    QTest::newRow("SOCKS5, the greeting comes in its last packet")
        << ProxyKind::Socks5 << Security::StartTls << true;
    QTest::newRow("HTTP CONNECT, the greeting comes in its last packet")
        << ProxyKind::HttpConnect << Security::StartTls << true;
}

/// The name goes to the proxy as it is, and TLS ends at the server.
void ProxyTest::sends()
{
    QFETCH(ProxyKind, kind);
    QFETCH(Security, security);
    QFETCH(bool, greetingInTheReply);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    ProxyBehaviour behaviour;
    behaviour.repliesWithFirstBytes = greetingInTheReply;
    TestProxy proxy(kind, behaviour);
    const net::Target target = behind(proxy, entry, security);
    Attempt attempt(settingsFor(entry, Goal::SendMail, security), target,
                    "Subject: x\r\n\r\ny\r\n");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QCOMPARE(proxy.asked(),
             QByteArrayList{"name " + host.toLatin1() + ':' + QByteArray::number(target.port)});
    QCOMPARE(entry.mailbox().size(), 1);
    QVERIFY(entry.mailbox()[0].encrypted);
    QVERIFY(attempt.facts().tls->trusted());
    QCOMPARE(attempt.facts().tls->verifiedHost, host);
    QVERIFY(!attempt.stages().contains(Stage::Dns));
    const QList<core::AddressAttempt> addresses = attempt.addresses();
    QCOMPARE(addresses.size(), 1);
    QCOMPARE(addresses[0].address, u"127.0.0.1:%1"_s.arg(target.proxy.port));
    QVERIFY(addresses[0].ofProxy);
    QCOMPARE(addresses[0].error.english(), QString());
}

void ProxyTest::trustsNobodyOnTheWay_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::newRow("B43: SOCKS5, the certificate is for another host") << ProxyKind::Socks5;
    QTest::newRow("B43: HTTP CONNECT, the certificate is for another host")
        << ProxyKind::HttpConnect;
}

/// A certificate for the proxy's own address, or for anybody but the server, does not do.
void ProxyTest::trustsNobodyOnTheWay()
{
    QFETCH(ProxyKind, kind);
    service::PracticeEntry entry; // its certificate is for localhost and 127.0.0.1
    QVERIFY(entry.start());
    TestProxy proxy(kind);
    Attempt attempt(settingsFor(entry, Goal::SendMail, Security::Smtps),
                    behind(proxy, entry, Security::Smtps), "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().failure, Failure::CertificateRejected);
    QCOMPARE(attempt.facts().tls->faults,
             QList<core::CertificateFault>{core::CertificateFault::WrongHost});
    QVERIFY(entry.mailbox().isEmpty());
}

void ProxyTest::refuses_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<ProxyBehaviour>("behaviour");
    QTest::addColumn<Failure>("failure");
    const auto row = [](const char *name, ProxyKind kind, const QByteArray &refusal,
                        Failure failure, bool closes = true) {
        ProxyBehaviour behaviour;
        behaviour.refusal = refusal;
        behaviour.closesAfterRefusal = closes;
        QTest::newRow(name) << kind << behaviour << failure;
    };
    const auto socks = [&](const char *name, char code, Failure failure, bool closes = true) {
        row(name, ProxyKind::Socks5, socksReply(code), failure, closes);
    };
    // RFC 1928 6
    socks("SOCKS5 1: general failure", 1, Failure::ProxyFailed);
    socks("SOCKS5 1: general failure, and it does not close", 1, Failure::ProxyFailed, false);
    socks("SOCKS5 2: not allowed by its rules", 2, Failure::ProxyFailed);
    socks("SOCKS5 3: network unreachable", 3, Failure::Unreachable);
    socks("SOCKS5 4: host unreachable", 4, Failure::ProxyFailed);
    socks("SOCKS5 5: connection refused", 5, Failure::ConnectionRefused);
    socks("SOCKS5 6: TTL expired", 6, Failure::Unreachable);
    socks("SOCKS5 7: command not supported", 7, Failure::ProxyFailed);
    socks("SOCKS5 8: address type not supported", 8, Failure::ProxyFailed);
    socks("SOCKS5 99: unassigned", 99, Failure::ProxyFailed);
    row("SOCKS5: speaks something else", ProxyKind::Socks5, "220 mail.example ESMTP\r\n",
        Failure::ProxyFailed);
    ProxyBehaviour login;
    login.method = 2;
    QTest::newRow("SOCKS5: wants user name and password")
        << ProxyKind::Socks5 << login << Failure::ProxyFailed;
    login.method = '\xFF';
    QTest::newRow("SOCKS5: no method is acceptable")
        << ProxyKind::Socks5 << login << Failure::ProxyFailed;

    const auto http = [&](const char *name, const QByteArray &head, bool closes = true) {
        row(name, ProxyKind::HttpConnect, head, Failure::ProxyFailed, closes);
    };
    http("HTTP 403", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    http("HTTP 403 with a page, and it does not close",
         "HTTP/1.1 403 Forbidden\r\nContent-Length: 9\r\n\r\nforbidden", false);
    http("HTTP 404", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    http("HTTP 502", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
    http("HTTP 503", "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    http("HTTP 504", "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\n\r\n");
    const QByteArray wantsLogin = "HTTP/1.1 407 Proxy Authentication Required\r\n"
                                  "Proxy-Authenticate: Basic realm=\"staff\"\r\n"
                                  "Content-Length: 0\r\n\r\n";
    http("HTTP 407: wants a login", wantsLogin);
    http("HTTP 407: wants a login, and does not close", wantsLogin, false);
    http("HTTP: speaks something else", "220 mail.example ESMTP\r\n");
    http("HTTP: closes without a word", "\r\n");
    http("HTTP: closes within the header", "HTTP/1.1 200 ok\r\nVia: ");
    http("HTTP: only says that it goes on", "HTTP/1.1 100 Continue\r\n\r\n");
    http("HTTP: no number", "HTTP/1.1 fine\r\n\r\n");
}

void ProxyTest::refuses()
{
    QFETCH(ProxyKind, kind);
    QFETCH(ProxyBehaviour, behaviour);
    QFETCH(Failure, failure);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    TestProxy proxy(kind, behaviour);
    net::Target target = behind(proxy, entry);
    target.connectTime = std::chrono::seconds(20);
    Attempt attempt(settingsFor(entry, Goal::SendMail), target, "x");
    QElapsedTimer timer;
    timer.start();
    attempt.start();
    QVERIFY(attempt.waitForEnd(30'000));
    QVERIFY(timer.elapsed() < 15'000); // its no, not our time-out
    qInfo("%lld ms: %s", static_cast<long long>(timer.elapsed()),
          qPrintable(attempt.facts().detail.english()));
    QCOMPARE(attempt.facts().failure, failure);
    QCOMPARE(attempt.facts().outcome, Outcome::Failed);
    QCOMPARE(attempt.facts().stage, Stage::Connect);
    QVERIFY(!attempt.facts().detail.isEmpty());
    QCOMPARE(attempt.addresses().size(), 1);
    QCOMPARE(attempt.addresses()[0].error.english(), attempt.facts().detail.english());
    QCOMPARE(entry.server().connections(), 0);
    QCOMPARE(proxy.connections(), 1);
    QTRY_COMPARE(proxy.open(), 0);
}

void ProxyTest::saysWhy_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("words");
    const QString tooLong = u"the header of its reply has more than 16 KB"_s;
    const auto row = [](const char *name, const QByteArray &reply, const QString &words) {
        QTest::newRow(name) << reply << words;
    };
    const auto padded = [](qsizetype size) {
        const QByteArray begin = "HTTP/1.1 403 Forbidden\r\nX: ";
        return begin + QByteArray(size - begin.size() - 4, 'x') + "\r\n\r\n";
    };
    row("its own words", "HTTP/1.1 403 Forbidden by staff\r\n\r\n",
        u"it replied 403 Forbidden by staff"_s);
    row("a number alone", "HTTP/1.0 502\r\n\r\n", u"it replied 502"_s);
    row("lines that end with LF alone", "HTTP/1.1 502 no\nVia: x\n\n", u"it replied 502 no"_s);
    row("the longest header", padded(net::longestTunnelHeader - 1), u"it replied 403 Forbidden"_s);
    row("one octet longer", padded(net::longestTunnelHeader), tooLong);
    row("interim replies that are too much together",
        QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(700), tooLong);
    row("a mail server", "220 mail.example ESMTP\r\n", u"its reply is not HTTP"_s);
    row("nothing", "\r\n", u"its reply is not HTTP"_s);
    row("half a header", "HTTP/1.1 200 ok\r\n", u"it closed the connection without a reply"_s);
}

void ProxyTest::saysWhy()
{
    QFETCH(QByteArray, reply);
    QFETCH(QString, words);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    ProxyBehaviour behaviour;
    behaviour.refusal = reply;
    behaviour.closesAfterRefusal = true;
    TestProxy proxy(ProxyKind::HttpConnect, behaviour);
    Attempt attempt(settingsFor(entry, Goal::Check), behind(proxy, entry));
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().failure, Failure::ProxyFailed);
    QCOMPARE(attempt.facts().detail.english(), words);
}

void ProxyTest::endlessReply_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("flood");
    const auto http = [](const char *name, const QByteArray &begin, const QByteArray &flood) {
        QTest::newRow(name) << ProxyKind::HttpConnect << begin << flood;
    };
    const QByteArray yes = "HTTP/1.1 200 ok\r\n";
    http("HTTP: lines of a header", yes, "X-Line: and another\r\n");
    http("HTTP: one line of a header", yes + "X-Line: ", "and on ");
    http("HTTP: the status line", "HTTP/1.1 200 ", "ok ");
    http("HTTP: a refusal's header", "HTTP/1.1 407 no\r\n", "X-Line: and another\r\n");
    http("HTTP: NULs", yes, QByteArray(64, '\0'));
    http("HTTP: interim replies", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n");
    http("HTTP: a refusal's page", "HTTP/1.1 403 no\r\n\r\n", "<p>no</p>");
    http("HTTP: behind its yes, as if it were the server", yes + "\r\n", "220-mail.example");
    const auto socks = [](const char *name, const QByteArray &begin, const QByteArray &flood) {
        QTest::newRow(name) << ProxyKind::Socks5 << begin << flood;
    };
    socks("SOCKS5: no such reply", "xxxx", "xxxx");
    socks("SOCKS5: replies without an end", socksReply(0), socksReply(0));
    socks("SOCKS5: a refusal, and on", socksReply(1), "xxxx");
    socks("SOCKS5: a name as bound address",
          QByteArray("\x05\x00\x00\x03\xFF", 5) + QByteArray(257, 'x'), "xxxx");
}

/// However much it sends: what is not needed is not read.
void ProxyTest::endlessReply()
{
    QFETCH(ProxyKind, kind);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, flood);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    ProxyBehaviour behaviour;
    behaviour.refusal = begin;
    behaviour.flood = flood;
    TestProxy proxy(kind, behaviour);
    Attempt attempt(settingsFor(entry, Goal::Check), behind(proxy, entry));
    attempt.start();
    QVERIFY(attempt.waitForEnd(20'000));
    qInfo("%lld KB: %s", static_cast<long long>(proxy.flooded() / 1024),
          qPrintable(attempt.facts().detail.english()));
    QCOMPARE(attempt.facts().outcome, Outcome::Failed);
    QTRY_COMPARE(proxy.open(), 0);
    // What the system itself buffers of a connection is some megabytes.
    QVERIFY(proxy.flooded() < TestProxy::mostFlood / 2);
}

void ProxyTest::isDown_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<QString>("proxyHost");
    QTest::newRow("SOCKS5, its port is closed") << ProxyKind::Socks5 << u"127.0.0.1"_s;
    QTest::newRow("HTTP CONNECT, its port is closed") << ProxyKind::HttpConnect << u"127.0.0.1"_s;
    QTest::newRow("SOCKS5, no such proxy") << ProxyKind::Socks5 << u"proxy.practice.invalid"_s;
    QTest::newRow("HTTP CONNECT, no such proxy")
        << ProxyKind::HttpConnect << u"proxy.practice.invalid"_s;
}

void ProxyTest::isDown()
{
    QFETCH(ProxyKind, kind);
    QFETCH(QString, proxyHost);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    core::Proxy settings;
    {
        const TestProxy gone(kind);
        settings = gone.settings();
    }
    net::Target target = targetFor(entry);
    target.proxy = settings;
    target.proxy.host = proxyHost;
    Attempt attempt(settingsFor(entry, Goal::SendMail), target, "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd(30'000));
    qInfo("%s", qPrintable(attempt.facts().detail.english()));
    QCOMPARE(attempt.facts().failure, Failure::ProxyFailed);
    QCOMPARE(attempt.facts().stage, Stage::Connect);
    QCOMPARE(entry.server().connections(), 0); // never past it
}

void ProxyTest::isSilent_data()
{
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<ProxyBehaviour>("behaviour");
    ProxyBehaviour greeting;
    greeting.silentAtGreeting = true;
    ProxyBehaviour request;
    request.silentAtRequest = true;
    QTest::newRow("SOCKS5, at the greeting") << ProxyKind::Socks5 << greeting;
    QTest::newRow("SOCKS5, at the request") << ProxyKind::Socks5 << request;
    QTest::newRow("HTTP CONNECT") << ProxyKind::HttpConnect << request;
}

void ProxyTest::isSilent()
{
    QFETCH(ProxyKind, kind);
    QFETCH(ProxyBehaviour, behaviour);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    TestProxy proxy(kind, behaviour);
    net::Target target = behind(proxy, entry);
    target.connectTime = std::chrono::milliseconds(300);
    Attempt attempt(settingsFor(entry, Goal::SendMail), target, "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().failure, Failure::ProxyFailed);
    QCOMPARE(attempt.facts().detail.english(), u"no answer in time"_s);
    QCOMPARE(attempt.facts().stage, Stage::Connect);
    QCOMPARE(attempt.addresses().size(), 1);
    QCOMPARE(attempt.addresses()[0].error.english(), u"no answer in time"_s);
    QTRY_COMPARE(proxy.open(), 0);
}

void ProxyTest::cancelled_data()
{
    isSilent_data();
}

void ProxyTest::cancelled()
{
    QFETCH(ProxyKind, kind);
    QFETCH(ProxyBehaviour, behaviour);
    service::PracticeEntry entry(namedServer());
    QVERIFY(entry.start());
    TestProxy proxy(kind, behaviour);
    Attempt attempt(settingsFor(entry, Goal::SendMail), behind(proxy, entry), "x");
    attempt.start();
    QTRY_COMPARE(proxy.open(), 1);
    QElapsedTimer timer;
    timer.start();
    attempt.cancel();
    QVERIFY(attempt.waitForEnd());
    qInfo("cancelled in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(attempt.facts().outcome, Outcome::Cancelled);
    QCOMPARE(attempt.facts().stage, Stage::Connect);
    QTRY_COMPARE(proxy.open(), 0);
}

/// What the environment says about proxies is about browsers, even if Qt would follow it.
void ProxyTest::offUnlessChosen()
{
    TestProxy http(ProxyKind::HttpConnect);
    TestProxy socks(ProxyKind::Socks5);
    const QByteArray httpUrl = "http://127.0.0.1:" + QByteArray::number(http.settings().port);
    const QByteArray socksUrl = "socks5://127.0.0.1:" + QByteArray::number(socks.settings().port);
    const auto restore = qScopeGuard([] {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}) {
            qunsetenv(name);
        }
        QNetworkProxyFactory::setUseSystemConfiguration(false);
    });
    qputenv("http_proxy", httpUrl);
    qputenv("https_proxy", httpUrl);
    qputenv("all_proxy", socksUrl);
    qputenv("no_proxy", "");
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    Attempt attempt(settingsFor(entry, Goal::SendMail), targetFor(entry), "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QCOMPARE(http.connections(), 0);
    QCOMPARE(socks.connections(), 0);
}

PROSERPINA_TEST(ProxyTest)

#include "tst_proxy.moc"
