// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server.h"
#include "testmain.h"

#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// A client of the practice server that sends commands and does not read what they are answered.
class UnreadRepliesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdUpTheClient_data();
    void holdUpTheClient();
};

void UnreadRepliesTest::holdUpTheClient_data()
{
    QTest::addColumn<bool>("pop");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("SMTP") << false << false << QByteArray("EHLO x\r\n");
    QTest::newRow("SMTP under TLS") << false << true << QByteArray("EHLO x\r\n");
    QTest::newRow("POP3") << true << false << QByteArray("CAPA\r\n");
    QTest::newRow("POP3 under TLS") << true << true << QByteArray("CAPA\r\n");
}

/// It is heard no more until it reads; then every command gets its reply.
void UnreadRepliesTest::holdUpTheClient()
{
    QFETCH(bool, pop);
    QFETCH(bool, tls);
    QFETCH(QByteArray, command);
    practice::Server server;
    QVERIFY(server.listen());
    qint64 handled = 0;
    connect(&server, &practice::Server::lineReceived, this, [&handled] { ++handled; });
    QSslSocket client;
    client.setReadBufferSize(1);
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    const quint16 smtpPort = tls ? server.smtpsPort() : server.startTlsPort();
    client.connectToHost(u"127.0.0.1"_s,
                         pop ? (tls ? server.pop3sPort() : server.popPort()) : smtpPort);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    if (tls) {
        client.startClientEncryption();
        QTRY_VERIFY(client.isEncrypted());
    }
    constexpr qint64 replies = qint64{24} * 1024 * 1024;
    const qint64 count = replies / (pop ? 50 : 100);
    client.write(command.repeated(count) + "QUIT\r\n");
    // Until nothing moves any more.
    for (qint64 still = 0, before = -1; still < 1000; ++still) {
        QCoreApplication::processEvents();
        if (handled != before) {
            before = handled;
            still = 0;
        }
    }
    const qint64 handledUnread = handled;
    QByteArray received;
    connect(&client, &QSslSocket::readyRead, this, [&] { received += client.readAll(); });
    client.setReadBufferSize(0);
    received += client.readAll();
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, 60'000);
    received += client.readAll();
    QCOMPARE(handled, count + 1);
    QVERIFY(received.endsWith("goodbye\r\n"));
    const qint64 replySize = received.size() / count;
    QCOMPARE(received.count(pop ? "\r\n.\r\n" : "250-practice"), count);
    qInfo("held up after %lld KB of replies",
          static_cast<long long>(handledUnread * replySize / 1024));
    // What the system itself buffers of a connection is some megabytes.
    QVERIFY(handledUnread * replySize < qint64{8} * 1024 * 1024);
}

PROSERPINA_TEST(UnreadRepliesTest)

#include "tst_unreadreplies.moc"
