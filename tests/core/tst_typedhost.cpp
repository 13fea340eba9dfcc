// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/typedhost.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::HostFor;

/// Hosts as providers' pages and other programs write them.
class TypedHostTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takenApart_data();
    void takenApart();
    void refused_data();
    void refused();
    void contradictions();
};

void TypedHostTest::takenApart_data()
{
    QTest::addColumn<bool>("pop");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port"); // 0: none
    QTest::addColumn<bool>("tlsFirst");

    const auto smtp = [](const char *typed, const char *host, int port, bool tlsFirst) {
        QTest::newRow(typed) << false << QString::fromUtf8(typed) << QString::fromUtf8(host) << port
                             << tlsFirst;
    };
    smtp("smtp.example.org", "smtp.example.org", 0, false);
    smtp("smtp.example.org.", "smtp.example.org", 0, false);
    smtp("smtp.example.org/", "smtp.example.org", 0, false);
    smtp(" smtp.example.org:587 ", "smtp.example.org", 587, false);
    smtp("ｓｍｔｐ．ｅｘａｍｐｌｅ．ｏｒｇ：５８７", "smtp.example.org", 587, false);
    smtp("smtp://smtp.example.org", "smtp.example.org", 0, false);
    smtp("SMTPS://smtp.example.org:465/", "smtp.example.org", 465, true);
    smtp("ssl://smtp.example.org", "smtp.example.org", 0, true);
    smtp("tls://smtp.example.org:465", "smtp.example.org", 465, true);
    smtp("submission://smtp.example.org", "smtp.example.org", 0, false);
    smtp("submissions://smtp.example.org", "smtp.example.org", 0, true);
    smtp("192.0.2.1:25", "192.0.2.1", 25, false);
    smtp("::1", "::1", 0, false);
    smtp("[::1]", "::1", 0, false);
    smtp("[::1]:587", "::1", 587, false);
    smtp("smtps://[2001:db8::1]:465", "2001:db8::1", 465, true);
    smtp("fe80::1%eth0", "fe80::1%eth0", 0, false);
    smtp("[fe80::1%eth0]:25", "fe80::1%eth0", 25, false);
    smtp("mail_server:25", "mail_server", 25, false);
    QTest::newRow("pop3s://") << true << u"pop3s://pop.example.org:995"_s << u"pop.example.org"_s
                              << 995 << true;
    QTest::newRow("pop3://") << true << u"pop3://pop.example.org"_s << u"pop.example.org"_s << 0
                             << false;
}

void TypedHostTest::takenApart()
{
    QFETCH(bool, pop);
    QFETCH(QString, typed);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(bool, tlsFirst);
    const auto read = core::typedHost(typed, pop ? HostFor::Pop : HostFor::Smtp);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail.english()));
    QCOMPARE(read->host, host);
    QCOMPARE(int{read->port.value_or(0)}, port);
    QCOMPARE(read->tlsFirst, tlsFirst);
}

void TypedHostTest::refused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("pop");
    QTest::addColumn<QString>("word"); // of the reason

    QTest::newRow("another scheme") << u"https://mail.example.org"_s << false << u"https://"_s;
    QTest::newRow("POP3 for sending") << u"pop3://mail.example.org"_s << false << u"pop3://"_s;
    QTest::newRow("SMTP for POP3") << u"smtps://mail.example.org"_s << true << u"smtps://"_s;
    QTest::newRow("a mail address") << u"taro@example.org"_s << false << u"@"_s;
    QTest::newRow("a page") << u"smtp://mail.example.org/inbox"_s << false << u"slash"_s;
    QTest::newRow("port 0") << u"mail.example.org:0"_s << false << u"“0”"_s;
    QTest::newRow("port 65536") << u"mail.example.org:65536"_s << false << u"“65536”"_s;
    QTest::newRow("a port that is none") << u"mail.example.org:smtp"_s << false << u"“smtp”"_s;
    QTest::newRow("no port behind the colon") << u"mail.example.org:"_s << false << u"port"_s;
    QTest::newRow("a port that is none, behind brackets") << u"[::1]:x"_s << false << u"“x”"_s;
}

void TypedHostTest::refused()
{
    QFETCH(QString, typed);
    QFETCH(bool, pop);
    QFETCH(QString, word);
    const auto read = core::typedHost(typed, pop ? HostFor::Pop : HostFor::Smtp);
    QVERIFY2(!read.ok(), read ? qPrintable(read->host) : "");
    QCOMPARE(read.error().failure, core::Failure::BadInput);
    QVERIFY2(read.error().detail.english().contains(word),
             qPrintable(read.error().detail.english()));
    // What stands before an @ may be a password.
    const auto withPassword = core::typedHost(u"smtp://taro:word-pass@"_s + typed, HostFor::Smtp);
    QVERIFY(!withPassword.ok());
    QVERIFY(!withPassword.error().detail.english().contains("word-pass"_L1));
}

void TypedHostTest::contradictions()
{
    const auto read = core::typedHost(u"smtps://mail.example.org:465"_s, HostFor::Smtp);
    QVERIFY(read.ok());
    QVERIFY(core::contradiction(*read, {}, {}).isEmpty());
    QVERIFY(core::contradiction(*read, quint16{465}, true).isEmpty());
    QVERIFY(core::contradiction(*read, quint16{587}, {}).english().contains("587"_L1));
    QVERIFY(core::contradiction(*read, {}, false).english().contains("smtps://"_L1));
    const auto plain = core::typedHost(u"smtp://mail.example.org"_s, HostFor::Smtp);
    QVERIFY(plain.ok());
    QVERIFY(core::contradiction(*plain, quint16{465}, true).isEmpty());
    QVERIFY(core::contradiction(*plain, quint16{25}, false).isEmpty());
}

PROSERPINA_TEST(TypedHostTest)

#include "tst_typedhost.moc"
