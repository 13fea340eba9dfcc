// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/readmessage.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class ReadMessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAndText();
    void attachments();
    void controlCharactersAreInert();
    void whatIsNoMessage_data();
    void whatIsNoMessage();
};

void ReadMessageTest::headersAndText()
{
    const mime::ReadMessage mail =
        mime::readMessage("From: =?UTF-8?B?5aSq6YOO?= <taro@example.org>\r\n"
                          "To: hanako@example.org\r\n"
                          "Subject: =?ISO-8859-1?Q?h=E9llo?=\r\n"
                          "Date: Fri, 27 Nov 2026 10:00:00 +0900\r\n"
                          "Content-Type: text/plain; charset=utf-8\r\n"
                          "Content-Transfer-Encoding: quoted-printable\r\n"
                          "\r\n"
                          "one=E2=80=A6\r\ntwo\r\n");
    QVERIFY2(mail.from.contains(u"太郎"_s), qPrintable(mail.from));
    QVERIFY(mail.from.contains(u"taro@example.org"_s));
    QCOMPARE(mail.to, u"hanako@example.org"_s);
    QCOMPARE(mail.subject, u"héllo"_s);
    QCOMPARE(mail.date, u"Fri, 27 Nov 2026 10:00:00 +0900"_s);
    QCOMPARE(mail.text, u"one…\ntwo\n"_s);
    QVERIFY(mail.attachments.isEmpty());
}

void ReadMessageTest::attachments()
{
    const mime::ReadMessage mail =
        mime::readMessage("Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                          "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                          "--b\r\nContent-Type: image/png\r\n"
                          "Content-Disposition: attachment; filename=\"a.png\"\r\n"
                          "Content-Transfer-Encoding: base64\r\n\r\nAAECAw==\r\n"
                          "--b\r\nContent-Type: text/html\r\n\r\n<b>hello</b>\r\n--b--\r\n");
    QCOMPARE(mail.text, u"hello"_s);
    QCOMPARE(mail.attachments.size(), 2);
    QCOMPARE(mail.attachments[0].name, u"a.png"_s);
    QCOMPARE(mail.attachments[0].type, u"image/png"_s);
    QCOMPARE(mail.attachments[0].octets, 4);
    QCOMPARE(mail.attachments[1].type, u"text/html"_s);
}

void ReadMessageTest::controlCharactersAreInert()
{
    const mime::ReadMessage mail = mime::readMessage("Subject: a\x1b[31mb\r\n\r\nc\x07\r\n");
    QVERIFY(!mail.subject.contains(u'\x1b'));
    QVERIFY(!mail.text.contains(u'\x07'));
}

void ReadMessageTest::whatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a line end") << QByteArray("\r\n");
    QTest::newRow("octets of no text") << QByteArray("\xff\xfe\x00\x01", 4);
    QTest::newRow("a boundary that never comes")
        << QByteArray("Content-Type: multipart/mixed; boundary=b\r\n\r\nhello");
}

void ReadMessageTest::whatIsNoMessage()
{
    QFETCH(QByteArray, octets);
    const mime::ReadMessage mail = mime::readMessage(octets);
    QVERIFY(mail.from.isEmpty());
    QVERIFY(mail.subject.isEmpty());
}

PROSERPINA_TEST(ReadMessageTest)

#include "tst_readmessage.moc"
