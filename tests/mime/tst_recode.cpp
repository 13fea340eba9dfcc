// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "filecontent.h"
#include "mime/importmessage.h"
#include "mime/recode.h"

#include "spooled.h"
#include "testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using testmime::complaintAbout;
using testmime::octetsOf;
using testmime::Spooled;
using testmime::traitsFit;

/// Given messages re-encoded for a server without 8BITMIME.
class RecodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigMessageInConstantMemory(); // first, while the peak of memory is low
    void onePart_data();
    void onePart();
    void manyParts();
    void enclosedMessage();
    void protectedParts_data();
    void protectedParts();
    void protectedPartsStayAsTheyAre();
    void impossible_data();
    void impossible();
    void rawHeaderStays();

private:
    [[nodiscard]] Spooled import(const QByteArray &eml) const;
    [[nodiscard]] Spooled copyOf(const QByteArray &eml) const;

    QTemporaryDir m_folder;
    const core::Envelope m_envelope{"taro@example.org", {"jiro@example.net"}};
};

namespace
{

const QByteArray plainHeader = "From: taro@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n";
const QByteArray text8Bit = "Content-Type: text/plain; charset=utf-8\r\n"
                            "Content-Transfer-Encoding: 8bit\r\n\r\nGr\xc3\xbc\xc3\x9f"
                            "e\r\n";
const QByteArray text7Bit = "Content-Type: text/plain\r\n\r\nplain  \r\ntext\r\n";
const QByteArray signature = "Content-Type: application/pgp-signature\r\n\r\nsignature\r\n";

Spooled sevenBitCopy(const Spooled &spooled)
{
    const auto copy = mime::recoded(spooled.value(), {.sevenBitBody = true});
    return copy ? Spooled(copy->message) : copy.error();
}

QByteArray multipart(const QByteArray &type, const QByteArrayList &parts)
{
    QByteArray text = "Content-Type: " + type + "; boundary=\"b\"\r\n\r\n";
    for (const QByteArray &part : parts) {
        text += "--b\r\n" + part;
    }
    return text + "--b--\r\n";
}

QByteArray signedPart(const QByteArray &part)
{
    return multipart("multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256",
                     {part, signature});
}

} // namespace

Spooled RecodeTest::import(const QByteArray &eml) const
{
    const QString path = m_folder.filePath(u"mail.eml"_s);
    if (!writeFile(path, eml)) {
        return core::Error{core::Failure::None, u"the test cannot write its file"_s};
    }
    return mime::importMessage(path, m_envelope);
}

Spooled RecodeTest::copyOf(const QByteArray &eml) const
{
    const Spooled spooled = import(eml);
    return spooled ? sevenBitCopy(spooled) : spooled;
}

void RecodeTest::onePart_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");

    const QByteArray utf8 = "Content-Type: text/plain; charset=utf-8\r\n";
    const QByteArray eight = "Content-Transfer-Encoding: 8bit\r\n";
    QTest::newRow("B84 a few 8-bit octets") << utf8 + eight
                                            << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                          "e and more text\r\n");
    QTest::newRow("B84 much 8 bit") << utf8 + eight << u"こんにちは\r\n日本語\r\n"_s.toUtf8();
    QTest::newRow("B84 8 bit without any label") << QByteArray()
                                                 << QByteArray("Gr\xfc\xdf"
                                                               "e\r\n");
    QTest::newRow("B83 a line over 998")
        << utf8 << QByteArray("word ").repeated(1000) + "\r\nend\r\n";
    QTest::newRow("B83 a line over 998 in 8 bit")
        << utf8 + eight << u"語"_s.repeated(1000).toUtf8() + "\r\n";
    QTest::newRow("B83 a line of 999") << utf8 << QByteArray(999, 'x') + "\r\n";
    const QByteArray seven = "Content-Transfer-Encoding: 7bit\r\n";
    QTest::newRow("B83 a line over 998 called 7bit")
        << utf8 + seven << QByteArray("word ").repeated(1000) + "\r\n";
    QTest::newRow("B84 8 bit called 7bit") << utf8 + seven << QByteArray("Gr\xc3\xbc\xc3\x9f\r\n");
    QTest::newRow("7bit that is 7bit") << utf8 + seven << QByteArray("plain\r\n");
    QTest::newRow("8bit that is 7bit") << utf8 + eight << QByteArray("plain\r\n");
    QTest::newRow("quoted-printable") << utf8 + "Content-Transfer-Encoding: quoted-printable\r\n"
                                      << QByteArray("plain\r\n");
    QTest::newRow("a binary part")
        << QByteArray("Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n")
        << QByteArray("\x89PNG\r\n\x1a\x00\xff\r\n", 11);
    QTest::newRow("nothing to do") << utf8 << QByteArray("plain\r\n");
    QTest::newRow("dots and From at line starts")
        << utf8 + eight << QByteArray(".\r\nFrom \xc3\xbc\r\n..\r\n");
}

void RecodeTest::onePart()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    const QByteArray given =
        "From: taro@example.org\r\nTo: x@y.org\r\nSubject: x\r\n" + header + "\r\n" + body;
    const Spooled copy = copyOf(given);
    QVERIFY2(copy.ok(), octetsOf(copy).constData());
    QCOMPARE(complaintAbout(octetsOf(copy)), QByteArray());
    QVERIFY(traitsFit(copy));
    QCOMPARE(copy.value()->envelope(), m_envelope);
    const bool untouched = octetsOf(copy) == octetsOf(import(given));
    QVERIFY(untouched || octetsOf(copy).contains("\r\nMIME-Version: 1.0\r\n"));
    QVERIFY(octetsOf(copy).contains("\r\nTo: x@y.org\r\n"));
    const ParsedMail mail(*copy.value());
    QCOMPARE(ParsedMail::content(mail.part()), body);
}

void RecodeTest::manyParts()
{
    const QByteArray encoded = "Content-Type: text/plain; charset=utf-8\r\n"
                               "Content-Transfer-Encoding: base64\r\n\r\nw7w=\r\n";
    const Spooled copy = copyOf(plainHeader + "Content-Transfer-Encoding: 8bit\r\n" +
                                multipart("multipart/mixed", {text8Bit, text7Bit, encoded}));
    QVERIFY2(copy.ok(), octetsOf(copy).constData());
    QCOMPARE(complaintAbout(octetsOf(copy)), QByteArray());
    QVERIFY(!octetsOf(copy).contains("8bit")); // the container's own label is right, too
    const ParsedMail mail(*copy.value());
    QCOMPARE(ParsedMail::content(mail.part(0)), QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                           "e"));
    QCOMPARE(ParsedMail::content(mail.part(1)), QByteArray("plain  \r\ntext"));
    QCOMPARE(ParsedMail::content(mail.part(2)), QByteArray("\xc3\xbc"));
    QVERIFY(!mail.part(3));
}

void RecodeTest::enclosedMessage()
{
    const QByteArray enclosed = "Content-Type: message/rfc822\r\n"
                                "Content-Transfer-Encoding: 8bit\r\n\r\n" +
                                plainHeader + text8Bit;
    const Spooled copy = copyOf(plainHeader + multipart("multipart/mixed", {text7Bit, enclosed}));
    QVERIFY2(copy.ok(), octetsOf(copy).constData());
    QCOMPARE(complaintAbout(octetsOf(copy)), QByteArray());
    // An enclosed message may not be encoded as a whole, RFC 2046 5.2.1.
    QVERIFY(octetsOf(copy).contains(
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n"));
}

void RecodeTest::protectedParts_data()
{
    QTest::addColumn<QByteArray>("eml");

    const QByteArray pkcs7 = "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
                             "Content-Transfer-Encoding: 8bit\r\n\r\n\x80\x81\r\n";
    QTest::newRow("B84 signed, 8 bit") << plainHeader + signedPart(text8Bit);
    QTest::newRow("B83 signed, a long line")
        << plainHeader +
               signedPart("Content-Type: text/plain\r\n\r\n" + QByteArray(1500, 'x') + "\r\n");
    QTest::newRow("B84 signed, deeper inside")
        << plainHeader +
               multipart("multipart/mixed",
                         {text7Bit,
                          signedPart(text8Bit).replace("\"b\"", "\"c\"").replace("--b", "--c")});
    QTest::newRow("B84 encrypted with 8-bit parts")
        << plainHeader + multipart("multipart/encrypted; protocol=\"application/pgp-encrypted\"",
                                   {"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n",
                                    "Content-Type: application/octet-stream\r\n\r\n\x80\r\n"});
    QTest::newRow("B84 pkcs7-mime, 8 bit") << plainHeader + pkcs7;
    QTest::newRow("B84 x-pkcs7-mime, 8 bit")
        << plainHeader + QByteArray(pkcs7).replace("pkcs7", "x-pkcs7");
}

void RecodeTest::protectedParts()
{
    QFETCH(QByteArray, eml);
    const Spooled copy = copyOf(eml);
    QVERIFY2(!copy.ok(), octetsOf(copy).constData());
    QCOMPARE(copy.error().failure, core::Failure::SignatureWouldBreak);
    QVERIFY(copy.error().detail.english().contains("would break the signature"_L1));
}

void RecodeTest::protectedPartsStayAsTheyAre()
{
    // The list's footer beside the signed part is what needs encoding.
    const QByteArray untouched =
        signedPart("Content-type: TEXT/plain;\r\n\tcharset=us-ascii\r\nX-Odd :  header\r\n\r\n"
                   "trailing space \r\nFrom a line\r\n.\r\n- --dashes\r\n\r\n")
            .replace("\"b\"", "\"c\"")
            .replace("--b", "--c");
    const Spooled copy = copyOf(plainHeader + multipart("multipart/mixed", {untouched, text8Bit}));
    QVERIFY2(copy.ok(), octetsOf(copy).constData());
    QCOMPARE(complaintAbout(octetsOf(copy)), QByteArray());
    const qsizetype start = untouched.indexOf("--c\r\n");
    QVERIFY2(octetsOf(copy).contains(untouched.mid(start)), octetsOf(copy).constData());

    const QByteArray base64 = "Content-Type: application/pkcs7-mime\r\n"
                              "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\nBBBB\r\n";
    const Spooled beside = copyOf(plainHeader + multipart("multipart/mixed", {base64, text8Bit}));
    QVERIFY2(beside.ok(), octetsOf(beside).constData());
    QVERIFY(octetsOf(beside).contains(base64));
}

void RecodeTest::impossible_data()
{
    QTest::addColumn<QByteArray>("eml");
    QTest::addColumn<core::Failure>("failure");

    QTest::newRow("B83 a header line over 998")
        << plainHeader + "X-Long: " + QByteArray("x ").repeated(600) + "\r\n\r\nText\r\n"
        << core::Failure::LineTooLong;
    QTest::newRow("8 bit before the first part")
        << plainHeader + multipart("multipart/mixed", {text7Bit})
                             .replace("\r\n\r\n--b\r\n", "\r\n\r\n\xff\r\n--b\r\n")
        << core::Failure::NeedsEightBit;
    QTest::newRow("8 bit in a multipart without a boundary: nothing gets lost")
        << plainHeader + "Content-Type: multipart/mixed\r\n\r\n--b\r\n" + text8Bit
        << core::Failure::NeedsEightBit;
}

void RecodeTest::impossible()
{
    QFETCH(QByteArray, eml);
    QFETCH(core::Failure, failure);
    const Spooled copy = copyOf(eml);
    QVERIFY2(!copy.ok(), octetsOf(copy).constData());
    QCOMPARE(copy.error().failure, failure);
}

void RecodeTest::rawHeaderStays()
{
    const Spooled copy = copyOf("Subject: \xe6\x97\xa5\r\nFrom: a@b.org\r\n" + text8Bit);
    QVERIFY2(copy.ok(), octetsOf(copy).constData());
    QVERIFY(octetsOf(copy).contains("Subject: \xe6\x97\xa5\r\n"));
    QVERIFY(copy.value()->traits().needsSmtpUtf8);
    QVERIFY(!copy.value()->traits().eightBit);
}

void RecodeTest::bigMessageInConstantMemory()
{
    QVERIFY(copyOf(plainHeader + text8Bit).ok());
    const QString path = m_folder.filePath(u"big.eml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(plainHeader + text8Bit);
    const QByteArray block = u"日本語の長い行が続く\r\n"_s.toUtf8().repeated(1000);
    for (int i = 0; i < 1500; ++i) { // 48 MB
        file.write(block);
    }
    file.close();
    const Spooled spooled = mime::importMessage(path, m_envelope);
    const qint64 before = testmime::peakMemory();
    const Spooled copy = sevenBitCopy(spooled);
    QVERIFY(copy.ok());
    QVERIFY(!copy.value()->traits().eightBit);
    QVERIFY2(testmime::peakMemory() - before < testmime::memoryAllowance,
             qPrintable(QString::number(testmime::peakMemory() - before)));
}

PROSERPINA_TEST(RecodeTest)

#include "tst_recode.moc"
