// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "core/systemtext.h"
#include "filecontent.h"
#include "mime/givenmessage.h"

#include "octets.h"
#include "spooled.h"
#include "testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using core::Note;
using testmime::complaintAbout;
using testmime::octetsOf;
using testmime::Spooled;
using testmime::traitsFit;

/// What was given arrives, or is refused with the reason before anything is sent.
class GivenMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginnings_data();
    void beginnings();
    void mboxes_data();
    void mboxes();
    void refused_data();
    void refused();
    void contentSurvives_data();
    void contentSurvives();
    void untouched_data();
    void untouched();
    void headers_data();
    void headers();
    void headersRefused_data();
    void headersRefused();
    void namesOfParts_data();
    void namesOfParts();
    void signatures_data();
    void signatures();
    void signedInsideSigned();
    void betterIsNotWorthASignature();
    void anyFileName();

private:
    [[nodiscard]] core::Result<mime::Recoded> give(const QByteArray &eml,
                                                   bool breakSignature = false) const;
    [[nodiscard]] core::Result<mime::Recoded> forServer(const QByteArray &eml,
                                                        const mime::Recoding &wanted) const;

    QTemporaryDir m_folder;
    const core::Envelope m_envelope{"taro@example.org", {"jiro@example.net"}};
};

namespace
{

const QByteArray head = "From: a@x.org\r\nTo: b@x.org\r\nSubject: hi\r\n"
                        "Date: Thu, 26 Nov 2026 10:00:00 +0900\r\n";
const QByteArray mime1 = "MIME-Version: 1.0\r\n";
const QByteArray dkim =
    "DKIM-Signature: v=1; a=rsa-sha256; d=x.org; s=x; h=from; bh=abc=; b=def=\r\n";
const mime::Recoding bare{.sevenBitBody = true, .asciiHeader = true};

QByteArray inMixed(const QByteArrayList &parts)
{
    QByteArray text = "Content-Type: multipart/mixed; boundary=\"bb\"\r\n\r\n";
    for (const QByteArray &part : parts) {
        text += "--bb\r\n" + part + "\r\n";
    }
    return text + "--bb--\r\n";
}

QByteArray inSigned(const QByteArray &part, const QByteArray &boundary = "ss")
{
    return "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=\"" +
           boundary + "\"\r\n\r\n--" + boundary + "\r\n" + part + "\r\n--" + boundary +
           "\r\nContent-Type: application/pgp-signature\r\n\r\nsig\r\n--" + boundary + "--\r\n";
}

const QByteArray eightBitText = "Content-Type: text/plain; charset=utf-8\r\n"
                                "Content-Transfer-Encoding: 8bit\r\n\r\nGr\xc3\xbc\xc3\x9f"
                                "e";
const QByteArray plainText = "Content-Type: text/plain\r\n\r\nplain";

QByteArray headerOf(const mime::Recoded &given)
{
    const QByteArray octets = octetsOf(Spooled(given.message));
    return octets.first(octets.indexOf("\r\n\r\n") + 2);
}

} // namespace

core::Result<mime::Recoded> GivenMessageTest::give(const QByteArray &eml, bool breakSignature) const
{
    const QString path = m_folder.filePath(u"mail.eml"_s);
    if (!writeFile(path, eml)) {
        return core::Error{core::Failure::None, u"the test cannot write its file"_s};
    }
    return mime::givenMessage(path, m_envelope, breakSignature);
}

core::Result<mime::Recoded> GivenMessageTest::forServer(const QByteArray &eml,
                                                        const mime::Recoding &wanted) const
{
    const auto given = give(eml, wanted.breakSignature);
    return given ? mime::recoded(given->message, wanted) : given;
}

void GivenMessageTest::beginnings_data()
{
    QTest::addColumn<QByteArray>("front");
    const QByteArray mark("\xef\xbb\xbf");
    const QByteArray from("From a@x.org Thu Nov 26 10:00:00 2026\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a byte order mark") << mark;
    QTest::newRow("two of them") << mark + mark;
    QTest::newRow("an mbox line") << from;
    QTest::newRow("an mbox line without a date") << QByteArray("From \r\n");
    QTest::newRow("an mbox line with CR CR LF") << QByteArray("From - Thu\r\r\n");
    QTest::newRow("a mark before an mbox line") << mark + from;
    QTest::newRow("a mark behind it") << from + mark;
}

void GivenMessageTest::beginnings()
{
    QFETCH(QByteArray, front);
    const auto given = give(front + head + "\r\nText\r\n");
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    QCOMPARE(octetsOf(Spooled(given->message)), head + "\r\nText\r\n");
    QVERIFY(given->notes.isEmpty());
}

void GivenMessageTest::mboxes_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<int>("mails");
    const QByteArray dated = "From c@x.org Thu Nov 26 11:00:00 2026\n";
    QTest::newRow("one") << QByteArray("Text\n") << 1;
    QTest::newRow("two") << "Text\n\n" + dated + "Subject: private\n\nsecret\n" << 2;
    QTest::newRow("two, no empty line between") << "Text\n" + dated + "Subject: private\n\nsecret\n"
                                                << 2;
    QTest::newRow("two, with CR LF")
        << QByteArray("Text\n\n" + dated + "Subject: private\n\nsecret\n").replace("\n", "\r\n")
        << 2;
    QTest::newRow("two, with CR CR LF")
        << QByteArray("Text\n\n" + dated + "Subject: private\n\nsecret\n").replace("\n", "\r\r\n")
        << 2;
    QTest::newRow("two, with CR")
        << QByteArray("Text\n\n" + dated + "Subject: private\n\nsecret\n").replace("\n", "\r") << 2;
    QTest::newRow("two, without a date")
        << QByteArray("Text\n\nFrom \nX-Mozilla-Status: 0001\nSubject: p\n\nsecret\n") << 2;
    QTest::newRow("three") << "Text\n\n" + dated + "A: b\n\nx\n\n" + dated + "A: b\n\nx\n" << 3;
    QTest::newRow("a sentence") << QByteArray("Text\n\nFrom here on it rains.\nAll day.\n") << 1;
    QTest::newRow("a sentence, then a note")
        << QByteArray("Text\n\nFrom here on it rains.\nNote: all day.\n") << 1;
    QTest::newRow("a sentence in the middle")
        << QByteArray("Text\nFrom Thursday 10:00 on\nSubject: rain\n") << 1;
    QTest::newRow("quoted, as mbox does it")
        << QByteArray("Text\n\n>From c@x.org Thu Nov 26 11:00:00 2026\nSubject: x\n") << 1;
    QTest::newRow("the last line") << QByteArray("Text\n\n") + dated << 1;
}

void GivenMessageTest::mboxes()
{
    QFETCH(QByteArray, behind);
    QFETCH(int, mails);
    const QByteArray end = behind.contains("\r\r\n") ? "\r\r\n"
                           : behind.contains("\r\n") ? "\r\n"
                           : behind.contains('\r')   ? "\r"
                                                     : "\n";
    QByteArray file = "From a@x.org Thu Nov 26 10:00:00 2026\r\n" + head + "\r\n";
    const auto given = give(file.replace("\r\n", end) + behind);
    QCOMPARE(given.ok(), mails == 1);
    if (!given) {
        QCOMPARE(given.error().failure, core::Failure::BadInput);
        QVERIFY2(given.error().detail.english().contains(u"holds %1 mails"_s.arg(mails)),
                 qPrintable(given.error().detail.english()));
    }
    // Without the first line it is no mbox, and the rest is text.
    QVERIFY(give(head + "\r\n" + behind).ok());
}

void GivenMessageTest::refused_data()
{
    QTest::addColumn<QByteArray>("eml");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &eml, const QString &named) {
        QTest::newRow(name) << eml << named;
    };
    row("UTF-16", QByteArray::fromHex("fffe46007200"), u"UTF-16"_s);
    // NOLINTNEXTLINE(bugprone-string-literal-with-embedded-nul): whose length is said
    row("a NUL in the header", QByteArray("Subject: a\0b\r\n\r\nText\r\n", 22), u"NUL"_s);
    row("mixed line ends", "A: b\r\nC: d\r\rBcc: s@x.org\r\n\r\nText\r\n", u"mixed line ends"_s);
    row("a binary part, and the line ends are not the file's own",
        QByteArray(head + mime1 + "Content-Transfer-Encoding: binary\r\n\r\na\r\n")
            .replace("\r\n", "\r\r\n"),
        u"binary"_s);
    row("a header line of 2,000 letters", "Subject: " + QByteArray(2000, 'x') + "\r\n\r\nText\r\n",
        u"998"_s);
}

void GivenMessageTest::refused()
{
    QFETCH(QByteArray, eml);
    QFETCH(QString, named);
    const auto given = give(eml);
    QVERIFY2(!given.ok(), given ? octetsOf(Spooled(given->message)).constData() : "");
    QVERIFY2(given.error().detail.english().contains(named),
             qPrintable(given.error().detail.english()));
}

void GivenMessageTest::contentSurvives_data()
{
    QTest::addColumn<QByteArray>("header"); // of the part
    QTest::addColumn<QByteArray>("given");  // as it stands in the file
    QTest::addColumn<QByteArray>("content");
    const QByteArray octets = everyOctet().repeated(20);
    const QByteArray binary = "Content-Type: application/octet-stream\r\n";
    const QByteArray base64 = binary + "Content-Transfer-Encoding: base64\r\n";
    QTest::newRow("base64 on one line") << base64 << octets.toBase64() << octets;
    QByteArray wide;
    for (qsizetype i = 0; i < octets.toBase64().size(); i += 100) {
        wide += octets.toBase64().mid(i, 100) + "\r\n";
    }
    QTest::newRow("base64 in lines of 100") << base64 << wide << octets;
    QTest::newRow("base64, its label folded")
        << binary + "content-transfer-encoding:\r\n BASE64\r\n"
        << octets.toBase64() << octets;
    const QByteArray quoted = "Content-Type: text/plain; charset=utf-8\r\n"
                              "Content-Transfer-Encoding: quoted-printable\r\n";
    QTest::newRow("quoted-printable in a long line")
        << quoted << QByteArray("=C3=BC word ").repeated(200) + "=3D"
        << QByteArray("\xc3\xbc word ").repeated(200) + '=';
    QTest::newRow("called binary") << binary + "Content-Transfer-Encoding: binary\r\n"
                                   << octets << octets;
    QTest::newRow("called Binary, text with LF")
        << QByteArray("Content-Type: text/plain\r\nContent-Transfer-Encoding: Binary\r\n")
        << QByteArray("a\nb\rc\n") << QByteArray("a\nb\rc\n");
    QTest::newRow("with NUL, not called anything") << binary << octets << octets;
    QTest::newRow("text with NUL") << QByteArray("Content-Type: text/plain\r\n")
                                   << QByteArray("a\0b\r\nc", 6) << QByteArray("a\0b\r\nc", 6);
    QTest::newRow("text in one line of 5,000")
        << QByteArray("Content-Type: text/html\r\n") << QByteArray("x y ").repeated(1250)
        << QByteArray("x y ").repeated(1250);
    QTest::newRow("text as usual") << QByteArray("Content-Type: text/plain\r\n")
                                   << QByteArray("a\r\nb") << QByteArray("a\r\nb");
}

/// By itself, in a multipart, and in a message within one; for a server that takes everything and
/// for one that takes nothing.
void GivenMessageTest::contentSurvives()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, content);
    const QByteArray alone = header + "\r\n" + given;
    const QByteArray enclosed =
        "Content-Type: message/rfc822\r\n\r\nSubject: inside\r\n" + mime1 + inMixed({alone});
    for (const QByteArray &body : {alone, inMixed({plainText, alone}), enclosed}) {
        const auto whole = give(head + mime1 + body);
        QVERIFY2(whole.ok(), whole ? "" : qPrintable(whole.error().detail.english()));
        for (const mime::Recoding &wanted : {mime::Recoding(), bare}) {
            const auto sent = mime::recoded(whole->message, wanted);
            QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().detail.english()));
            const QByteArray octets = octetsOf(Spooled(sent->message));
            QVERIFY(traitsFit(Spooled(sent->message)));
            QVERIFY2(!octets.contains('\0') && longestLineOf(octets) <= 998, octets.constData());
            const ParsedMail mail(*sent->message);
            GMimeObject *part = g_mime_message_get_mime_part(mail.message());
            if (GMIME_IS_MESSAGE_PART(part)) {
                part = g_mime_message_get_mime_part(
                    g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)));
            }
            if (GMIME_IS_MULTIPART(part)) {
                part = g_mime_multipart_get_part(
                    GMIME_MULTIPART(part), g_mime_multipart_get_count(GMIME_MULTIPART(part)) - 1);
            }
            QByteArray got = ParsedMail::content(GMIME_PART(part));
            if (got.size() == content.size() + 2) {
                got.chop(2); // a message ends with a line end
            }
            QCOMPARE(got.toPercentEncoding(), content.toPercentEncoding());
            if (GMIME_IS_PART(part) && header.contains("ncoding: base64")) {
                QVERIFY(longestLineOf(octets) <= 78);
            }
        }
    }
}

void GivenMessageTest::untouched_data()
{
    QTest::addColumn<QByteArray>("eml");
    QTest::newRow("8 bit") << head + mime1 + eightBitText + "\r\n";
    QTest::newRow("a raw UTF-8 subject") << "Subject: Gr\xc3\xbc\xc3\x9f"
                                            "e\r\n" +
                                                head + "\r\nText\r\n";
    QTest::newRow("base64 in lines of 76") << head + mime1 +
                                                  "Content-Transfer-Encoding: base64\r\n\r\n" +
                                                  QByteArray(76, 'A') + "\r\nAAAA\r\n";
    QTest::newRow("a long header beside base64")
        << head + mime1 +
               inMixed({"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
                        "filename=\"a rather long name of a file, longer than a line.txt\"\r\n\r\n"
                        "AAAA"});
    QTest::newRow("signed, 8 bit") << head + mime1 + inSigned(eightBitText);
    QTest::newRow("DKIM, odd folding") << dkim + head + "X-Odd:  a\r\n\t b \r\n\r\n  Text \r\n";
}

void GivenMessageTest::untouched()
{
    QFETCH(QByteArray, eml);
    const auto given = give(eml);
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    QCOMPARE(octetsOf(Spooled(given->message)), eml);
    QVERIFY(given->notes.isEmpty());
}

void GivenMessageTest::headers_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("meant"); // read back by GMime
    const auto row = [](const char *name, const QByteArray &line, const char *charset,
                        const QString &meant) {
        QTest::newRow(name) << line << QByteArray(charset) << meant;
    };
    const QString long1 = u"とても長い件名です、"_s.repeated(12) + u"終わり"_s;
    row("subject",
        "Subject: Gr\xc3\xbc\xc3\x9f"
        "e",
        "utf-8", u"Grüße"_s);
    row("long subject", "Subject: " + long1.toUtf8(), "utf-8", long1);
    row("folded subject", "Subject: \xe8\xa6\x8b\r\n \xe7\xa9\x8d", "utf-8", u"見 積"_s);
    row("beside an encoded word", "Subject: =?utf-8?B?44GC?= \xe3\x81\x84", "utf-8", u"あ い"_s);
    row("a word that only looks encoded", "Subject: =?x \xe3\x81\x84", "utf-8", u"=?x い"_s);
    row("a field of one's own", "X-Note: \xe3\x81\x84", "utf-8", u"い"_s);
    row("a field with a long name", "X-A-Rather-Long-Name-Of-A-Field: " + long1.toUtf8(), "utf-8",
        long1);
    row("a name before an address", "Reply-To: Gr\xc3\xbc\xc3\x9f <g@x.org>", "utf-8",
        u"Grüß <g@x.org>"_s);
    row("a quoted name with a comma", "Reply-To: \"M\xc3\xbcller, J.\" <g@x.org>, k@x.org", "utf-8",
        u"\"Müller, J.\" <g@x.org>, k@x.org"_s);
    row("a domain",
        "Reply-To: g@b\xc3\xbc"
        "cher.example",
        "utf-8", u"g@xn--bcher-kva.example"_s);
    row("Shift_JIS by the message's charset", "Subject: \x8c\xa9\x90\xcf", "Shift_JIS", u"見積"_s);
    row("Latin-1 in a name", "Reply-To: Gr\xfc\xdf <g@x.org>", "iso-8859-1", u"Grüß <g@x.org>"_s);
    row("EUC-JP in a field of one's own", "X-Note: \xa4\xb3\xa4\xf3", "euc-jp", u"こん"_s);
}

void GivenMessageTest::headers()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, charset);
    QFETCH(QString, meant);
    const QByteArray name = line.first(line.indexOf(':'));
    const QByteArray others = "From: a@x.org\r\nDate: Thu, 26 Nov 2026 10:00:00 +0900\r\n";
    const auto given =
        forServer(others + line + "\r\n" + mime1 + "Content-Type: text/plain; charset=" + charset +
                      "\r\n\r\nText\r\n",
                  {.asciiHeader = true});
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    QCOMPARE(complaintAbout(octetsOf(Spooled(given->message))), QByteArray());
    QVERIFY(!given->message->traits().needsSmtpUtf8);
    QVERIFY2(longestLineOf(headerOf(*given)) <= 78, headerOf(*given).constData());
    const ParsedMail mail(*given->message);
    const char *value = g_mime_object_get_header(GMIME_OBJECT(mail.message()), name.constData());
    char *decoded = g_mime_utils_header_decode_text(nullptr, value);
    const QString got = QString::fromUtf8(decoded);
    g_free(decoded);
    if (name == "Reply-To") {
        char *list = internet_address_list_to_string(g_mime_message_get_reply_to(mail.message()),
                                                     nullptr, FALSE);
        QCOMPARE(QString::fromUtf8(list), meant);
        g_free(list);
    } else {
        QCOMPARE(got, meant);
    }
    QVERIFY(headerOf(*given).startsWith(others));
}

void GivenMessageTest::headersRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &line, const char *charset,
                        const QString &named) {
        QTest::newRow(name) << line << QByteArray(charset) << named;
    };
    row("a local part in To", "To: gr\xc3\xbc\xc3\x9f@x.org", "utf-8",
        u"To has an address with letters before the @"_s);
    row("a local part in a list", "Cc: a@x.org, B <gr\xc3\xbc@x.org>", "utf-8", u"Cc"_s);
    row("a local part in a group", "Cc: us: a@x.org, gr\xc3\xbc@x.org;", "utf-8", u"Cc"_s);
    row("no charset that fits", "Subject: \x8c\xa9\x90\xcf", "utf-8",
        u"Subject has letters in an encoding"_s);
    row("Latin-1 called ASCII", "Subject: Gr\xfc\xdf", "us-ascii", u"Subject"_s);
    row("a Message-ID", "Message-ID: <\xc3\xbc@x.org>", "utf-8", u"Message-ID"_s);
}

void GivenMessageTest::headersRefused()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, charset);
    QFETCH(QString, named);
    const auto given =
        forServer(head + line + "\r\n" + mime1 + "Content-Type: text/plain; charset=" + charset +
                      "\r\n\r\nText\r\n",
                  {.asciiHeader = true});
    QVERIFY2(!given.ok(), given ? octetsOf(Spooled(given->message)).constData() : "");
    QCOMPARE(given.error().failure, core::Failure::BadInput);
    QVERIFY2(given.error().detail.english().contains("The header "_L1 + named),
             qPrintable(given.error().detail.english()));
}

void GivenMessageTest::namesOfParts_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("name");
    QTest::newRow("raw UTF-8") << u"見積.txt"_s.toUtf8() << QByteArray("utf-8") << u"見積.txt"_s;
    QTest::newRow("raw Shift_JIS, the part's charset")
        << QByteArray("\x8c\xa9\x90\xcf.txt") << QByteArray("Shift_JIS") << u"見積.txt"_s;
    QTest::newRow("raw UTF-8, long") << u"とても長い名前"_s.repeated(9).toUtf8()
                                     << QByteArray("utf-8") << u"とても長い名前"_s.repeated(9);
}

void GivenMessageTest::namesOfParts()
{
    QFETCH(QByteArray, disposition);
    QFETCH(QByteArray, charset);
    QFETCH(QString, name);
    const QByteArray part = "Content-Type: text/plain; charset=" + charset +
                            "\r\nContent-Disposition: attachment; filename=\"" + disposition +
                            "\"\r\n\r\nText";
    const auto given = forServer(head + mime1 + inMixed({plainText, part}), bare);
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    QCOMPARE(complaintAbout(octetsOf(Spooled(given->message))), QByteArray());
    const ParsedMail mail(*given->message);
    QCOMPARE(QString::fromUtf8(g_mime_part_get_filename(mail.part(1))), name);
}

void GivenMessageTest::signatures_data()
{
    QTest::addColumn<QByteArray>("eml");
    QTest::addColumn<bool>("takenOff"); // else it stays, encrypted
    const QByteArray binary = "Content-Type: application/pdf\r\n"
                              "Content-Transfer-Encoding: binary\r\n\r\nGr\xc3\xbc\xc3\x9f"
                              "e";
    QTest::newRow("multipart/signed") << head + mime1 + inSigned(eightBitText) << true;
    QTest::newRow("multipart/signed within mixed")
        << head + mime1 + inMixed({plainText, inSigned(eightBitText)}) << true;
    QTest::newRow("a binary part, signed") << head + mime1 + inSigned(binary) << true;
    QTest::newRow("DKIM") << dkim + head + mime1 + eightBitText + "\r\n" << true;
    QTest::newRow("DKIM twice, and ARC")
        << dkim + dkim + "ARC-Seal: i=1; a=rsa-sha256; b=x=\r\n" + head + mime1 + eightBitText
        << true;
    QTest::newRow("DKIM over a raw subject")
        << dkim + "Subject: Gr\xc3\xbc\xc3\x9f\r\nFrom: a@x.org\r\nDate: x\r\n\r\nText\r\n"
        << true;
    QTest::newRow("encrypted, in 8 bit")
        << head + mime1 +
               "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; "
               "boundary=\"ee\"\r\n\r\n--ee\r\nContent-Type: application/pgp-encrypted\r\n\r\n"
               "Version: 1\r\n--ee\r\nContent-Type: application/octet-stream\r\n\r\n"
               "Gr\xc3\xbc\xc3\x9f"
               "e\r\n--ee--\r\n"
        << false;
}

void GivenMessageTest::signatures()
{
    QFETCH(QByteArray, eml);
    QFETCH(bool, takenOff);
    const auto refusedOne = forServer(eml, bare);
    QVERIFY(!refusedOne.ok());
    QCOMPARE(refusedOne.error().failure, core::Failure::SignatureWouldBreak);

    mime::Recoding chosen = bare;
    chosen.breakSignature = true;
    const auto given = give(eml, true);
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    const auto sent = mime::recoded(given->message, chosen);
    QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().detail.english()));
    const QByteArray octets = octetsOf(Spooled(sent->message));
    QCOMPARE(complaintAbout(octets), QByteArray());
    const QList<Note> notes = given->notes + sent->notes;
    QCOMPARE(notes.contains(Note::SignatureTakenOff), takenOff);
    for (const char *gone : {"DKIM-Signature", "ARC-", "multipart/signed", "pgp-signature"}) {
        QVERIFY2(!octets.contains(gone), octets.constData());
    }
    const bool content = octets.contains("Gr=C3=BC=C3=9F") ||
                         octets.contains(QByteArray("Gr\xc3\xbc\xc3\x9f").toBase64().first(8));
    QVERIFY2(content, octets.constData());
}

void GivenMessageTest::signedInsideSigned()
{
    const QByteArray eml =
        head + mime1 + inSigned(inMixed({plainText, inSigned(eightBitText, "inner")}), "outer");
    const auto sent = forServer(eml, {.sevenBitBody = true, .breakSignature = true});
    QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().detail.english()));
    QCOMPARE(complaintAbout(octetsOf(Spooled(sent->message))), QByteArray());
    QVERIFY(!octetsOf(Spooled(sent->message)).contains("pgp-signature"));
    QCOMPARE(sent->notes.count(Note::SignatureTakenOff), 1);
}

/// Lines of base64 over 76 are carried by every server; a signature over them stays valid.
void GivenMessageTest::betterIsNotWorthASignature()
{
    const QByteArray wide = "Content-Type: application/pdf\r\nContent-Transfer-Encoding: "
                            "base64\r\n\r\n" +
                            QByteArray(200, 'A');
    for (const QByteArray &eml :
         {head + mime1 + inSigned(wide), dkim + head + mime1 + wide + "\r\n"}) {
        const auto given = forServer(eml, bare);
        QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
        QCOMPARE(octetsOf(Spooled(given->message)), eml);
    }
}

void GivenMessageTest::anyFileName()
{
    const QByteArray path = m_folder.path().toUtf8() + "/\x95\xf1\x8d\x90.eml";
    const int descriptor = open(path.constData(), O_CREAT | O_WRONLY, 0600);
    QVERIFY(descriptor >= 0);
    const QByteArray eml = head + "\r\nText\r\n";
    QCOMPARE(write(descriptor, eml.constData(), static_cast<size_t>(eml.size())), eml.size());
    close(descriptor);
    const auto given = mime::givenMessage(core::fromSystem(path), m_envelope, false);
    QVERIFY2(given.ok(), given ? "" : qPrintable(given.error().detail.english()));
    const auto missing = mime::givenMessage(core::fromSystem(path + "x"), m_envelope, false);
    QVERIFY(!missing.ok());
    QVERIFY(missing.error().detail.english().contains("<95><F1>"_L1));
}

PROSERPINA_TEST(GivenMessageTest)

#include "tst_givenmessage.moc"
