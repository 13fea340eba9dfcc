// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "mime/composer.h"

#include "spooled.h"
#include "testmain.h"

#include <QSysInfo>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using testmime::complaintAbout;
using testmime::octetsOf;
using testmime::Spooled;
using testmime::traitsFit;
using testmime::unfoldedHeaderOf;

/// Drafts made into messages, and read back.
class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data();
    void text();
    void subject_data();
    void subject();
    void copies();
    void people();
    void addressesOutsideAscii();
    void manyRecipients();
    void envelope();
    void date();
    void messageIds();
    void refused_data();
    void refused();

private:
    [[nodiscard]] static core::Draft simpleDraft();
    [[nodiscard]] static Spooled compose(const core::Draft &draft);
};

core::Draft ComposerTest::simpleDraft()
{
    return {u"Taro <taro@example.org>"_s, {u"jiro@example.net"_s}, u"Subject"_s, u"Text\n"_s, {}};
}

Spooled ComposerTest::compose(const core::Draft &draft)
{
    return mime::compose(draft, QDateTime(QDate(2026, 7, 8), QTime(9, 5, 3), Qt::UTC));
}

void ComposerTest::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("content"); // decoded
    QTest::addColumn<QByteArray>("encoding");

    const QByteArray sevenBit = "7bit";
    const QByteArray quoted = "quoted-printable";
    const QByteArray base64 = "base64";
    QTest::newRow("ASCII in short lines: 7bit")
        << u"a\nb\n"_s << QByteArray("a\r\nb\r\n") << sevenBit;
    QTest::newRow("empty: 7bit") << u""_s << QByteArray() << sevenBit;
    QTest::newRow("no line end at the end") << u"a"_s << QByteArray("a\r\n") << sevenBit;
    QTest::newRow("B81 dots: 7bit")
        << u".\n..\n.a\n"_s << QByteArray(".\r\n..\r\n.a\r\n") << sevenBit;
    QTest::newRow("B82 line ends of all kinds")
        << u"a\rb\r\nc\n\u2028d\u2029e\r\r\n"_s << QByteArray("a\r\nb\r\nc\r\n\r\nd\r\ne\r\n\r\n")
        << sevenBit;
    const QString longLine = u"word "_s.repeated(500);
    QTest::newRow("B83 a long line: quoted-printable") << longLine << longLine.toUtf8() << quoted;
    QTest::newRow("a few accents: quoted-printable")
        << u"Viele Grüße und noch ein etwas längerer Text, damit sich das lohnt = so \n\t\n"_s
        << u"Viele Grüße und noch ein etwas längerer Text, damit sich das lohnt = so \r\n\t\r\n"_s
               .toUtf8()
        << quoted;
    for (int i = 60; i < 80; ++i) {
        const QString line = QString(i, u'x') + u"é=é"_s + QString(100, u'y');
        QTest::addRow("an accent at column %d of a quoted line", i)
            << line << line.toUtf8() << quoted;
    }
    QTest::newRow("Japanese: base64")
        << u"こんにちは。\n日本語\n"_s << u"こんにちは。\r\n日本語\r\n"_s.toUtf8() << base64;
    QTest::newRow("NUL and ESC: encoded") << QString(u"a plain text "_s + QChar(u'\0') + u"\x1b"_s)
                                          << QByteArray("a plain text \0\x1b", 15) << quoted;
    QTest::newRow("emoji") << u"😀"_s << u"😀"_s.toUtf8() << base64;
}

void ComposerTest::text()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, encoding);
    core::Draft draft = simpleDraft();
    draft.text = text;
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QVERIFY(traitsFit(spooled));
    QVERIFY(spooled.value()->traits().longestLine <= 78);
    if (encoding == "quoted-printable") {
        QVERIFY(spooled.value()->traits().longestLine <= 76);
    }

    const ParsedMail mail(*spooled.value());
    QCOMPARE(ParsedMail::type(mail.part()), QByteArray("text/plain"));
    QCOMPARE(
        QByteArray(g_mime_object_get_content_type_parameter(GMIME_OBJECT(mail.part()), "charset")),
        QByteArray("utf-8"));
    QCOMPARE(ParsedMail::header(mail.part(), "Content-Transfer-Encoding"), encoding);
    // Only a line end at the very end may have come along with the message's own.
    const QByteArray decoded = ParsedMail::content(mail.part());
    QVERIFY2(decoded == content || decoded == content + "\r\n", decoded.constData());
}

void ComposerTest::subject_data()
{
    QTest::addColumn<QString>("subject");

    QTest::newRow("ASCII") << u"Hello, world"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("Japanese") << u"件名"_s;
    QTest::newRow("long Japanese") << u"とても長い件名です。"_s.repeated(50);
    QTest::newRow("Japanese and ASCII mixed") << u"Re: 見積書 2026 (final) について"_s;
    QTest::newRow("emoji across encoded words") << u"😀"_s.repeated(60);
    QTest::newRow("long ASCII") << u"word "_s.repeated(300) + u"end"_s;
    QTest::newRow("one long ASCII word") << QString(3000, u'x');
    QTest::newRow("what looks like an encoded word") << u"=?utf-8?q?fake?= x"_s;
    QTest::newRow("what looks like another field") << u"a Bcc: b@example.org"_s;
}

void ComposerTest::subject()
{
    QFETCH(QString, subject);
    core::Draft draft = simpleDraft();
    draft.subject = subject;
    draft.from = "\""_L1 + subject + "\" <taro@example.org>"_L1;
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QVERIFY(spooled.value()->traits().longestLine <= 78);
    const ParsedMail mail(*spooled.value());
    QCOMPARE(mail.subject(), subject);
    InternetAddress *from =
        internet_address_list_get_address(g_mime_message_get_from(mail.message()), 0);
    QCOMPARE(QString::fromUtf8(internet_address_get_name(from)), subject);
    // RFC 2047 2: no encoded word over 75 characters.
    for (const QByteArray &line : octetsOf(spooled).split('\n')) {
        QVERIFY2(!line.contains("=?UTF-8") || line.trimmed().size() <= 76, line.constData());
    }
}

void ComposerTest::copies()
{
    core::Draft draft = simpleDraft();
    draft.to = {u"a@example.org"_s};
    draft.cc = {u"会計 <b@example.org>"_s, u"a@EXAMPLE.org"_s};
    draft.bcc = {u"hidden@example.org"_s};
    draft.replyTo = u"返信 <reply@example.org>"_s;
    draft.organisation = u"株式会社"_s;
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QCOMPARE(spooled.value()->envelope().to,
             (QList<QByteArray>{"a@example.org", "b@example.org", "hidden@example.org"}));
    QVERIFY(!octetsOf(spooled).contains("hidden"));
    QVERIFY(!octetsOf(spooled).contains("Bcc"));
    const QByteArray header = unfoldedHeaderOf(spooled);
    QVERIFY(header.contains("<b@example.org>"));
    QVERIFY(header.contains("\r\nReply-To: "));
    QVERIFY(header.contains("\r\nOrganization: =?"));
    // Blind copies alone are a mail too.
    draft.to.clear();
    draft.cc.clear();
    QVERIFY(compose(draft).ok());
    draft.bcc.clear();
    QVERIFY(!compose(draft).ok());
}

void ComposerTest::people()
{
    core::Draft draft = simpleDraft();
    draft.from = u"山田　太郎 <taro@日本語.example>"_s;
    draft.to = {u"\"Yamada, Jiro\" <jiro@example.net>"_s, u"\"a b\"@example.org"_s,
                u"佐藤花子 <hanako@[127.0.0.1]>"_s, u"O\"Brien\" <ob@example.org>"_s};
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    const QByteArray header = unfoldedHeaderOf(spooled);
    QVERIFY(header.contains("<taro@xn--wgv71a119e.example>\r\n"));
    QVERIFY(header.contains("\r\nMIME-Version: 1.0\r\n"));
    QVERIFY(header.contains("\r\nUser-Agent: Proserpina/" PROSERPINA_VERSION "\r\n"));
    QVERIFY(!header.contains("Bcc"));

    const ParsedMail mail(*spooled.value());
    QCOMPARE(internet_address_list_length(g_mime_message_get_to(mail.message())), 4);
    QCOMPARE(mail.recipientName(0), u"Yamada, Jiro"_s);
    QCOMPARE(mail.recipientAddress(0), QByteArray("jiro@example.net"));
    QCOMPARE(mail.recipientAddress(1), QByteArray("\"a b\"@example.org"));
    QCOMPARE(mail.recipientName(2), u"佐藤花子"_s);
    QCOMPARE(mail.recipientAddress(2), QByteArray("hanako@[127.0.0.1]"));
    QCOMPARE(mail.recipientName(3), u"O\"Brien\""_s);
}

/// RFC 6532 3.2: the address stands in the header in UTF-8, not in encoded words.
void ComposerTest::addressesOutsideAscii()
{
    core::Draft draft = simpleDraft();
    draft.from = u"山田　太郎 <太郎@日本語.example>"_s;
    draft.to += u"花子@example.net"_s;
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QVERIFY(spooled.value()->traits().needsSmtpUtf8);
    QVERIFY(!spooled.value()->traits().eightBit); // the text is 7-bit as ever
    QCOMPARE(spooled.value()->envelope().from, u"太郎@xn--wgv71a119e.example"_s.toUtf8());
    const QByteArray octets = octetsOf(spooled);
    QVERIFY2(octets.contains(u"<太郎@xn--wgv71a119e.example>"_s.toUtf8()), octets.constData());
    QVERIFY2(octets.contains(u" 花子@example.net"_s.toUtf8()), octets.constData());
    const ParsedMail mail(*spooled.value());
    InternetAddress *from =
        internet_address_list_get_address(g_mime_message_get_from(mail.message()), 0);
    QCOMPARE(QString::fromUtf8(internet_address_get_name(from)), u"山田　太郎"_s);
}

void ComposerTest::manyRecipients()
{
    core::Draft draft = simpleDraft();
    draft.to.clear();
    for (int i = 0; i < 1000; ++i) {
        draft.to += u"宛先%1 <recipient%1@example.org>"_s.arg(i);
    }
    const Spooled spooled = compose(draft);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QVERIFY(spooled.value()->traits().longestLine <= 78);
    QCOMPARE(spooled.value()->envelope().to.size(), 1000);
    const ParsedMail mail(*spooled.value());
    QCOMPARE(internet_address_list_length(g_mime_message_get_to(mail.message())), 1000);
    QCOMPARE(mail.recipientName(999), u"宛先999"_s);
}

void ComposerTest::envelope()
{
    core::Draft draft = simpleDraft();
    draft.to = {u"B <b@example.org>"_s, u"a@日本語.example"_s,         u"b@EXAMPLE.org"_s,
                u"B@example.org"_s,     u"a@xn--wgv71a119e.example"_s, u"c@example.org"_s};
    const core::Envelope expected{
        "taro@example.org",
        {"b@example.org", "a@xn--wgv71a119e.example", "B@example.org", "c@example.org"}};
    QVERIFY(compose(draft).value()->envelope() == expected);
}

void ComposerTest::date()
{
    const auto dateOf = [](const QDateTime &now) {
        const Spooled spooled = mime::compose(simpleDraft(), now);
        const QByteArray header = unfoldedHeaderOf(spooled);
        const qsizetype start = header.startsWith("Date: ") ? 6 : header.indexOf("\r\nDate: ") + 8;
        return header.mid(start, header.indexOf("\r\n", start) - start);
    };
    const QDate day(2026, 1, 2);
    const QTime time(3, 4, 5);
    QCOMPARE(dateOf(QDateTime(day, time, QTimeZone("Asia/Tokyo"))),
             QByteArray("Fri, 02 Jan 2026 03:04:05 +0900"));
    QCOMPARE(dateOf(QDateTime(day, time, QTimeZone("America/St_Johns"))),
             QByteArray("Fri, 02 Jan 2026 03:04:05 -0330"));
    QCOMPARE(dateOf(QDateTime(day, time, Qt::UTC)), QByteArray("Fri, 02 Jan 2026 03:04:05 +0000"));
}

void ComposerTest::messageIds()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        const Spooled spooled = compose(simpleDraft());
        const ParsedMail mail(*spooled.value());
        const QByteArray id = g_mime_message_get_message_id(mail.message());
        QVERIFY(id.endsWith("@example.org"));
        QVERIFY(!seen.contains(id));
        seen += id;
        const QByteArray hostName = QSysInfo::machineHostName().toUtf8();
        QVERIFY(hostName.size() < 4 || !octetsOf(spooled).contains(hostName));
    }
}

void ComposerTest::refused_data()
{
    QTest::addColumn<core::Draft>("draft");
    QTest::addColumn<core::Failure>("failure");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *name, auto change, const QString &detail,
                        core::Failure failure = core::Failure::BadInput) {
        core::Draft draft = simpleDraft();
        change(draft);
        QTest::newRow(name) << draft << failure << detail;
    };
    row(
        "no recipient", [](auto &d) { d.to.clear(); }, u"The mail has no recipient."_s);
    row(
        "an empty recipient", [](auto &d) { d.to += QString(); }, u"The address is empty."_s);
    row(
        "no sender", [](auto &d) { d.from.clear(); }, u"The address is empty."_s);
    row(
        "a bad recipient, named", [](auto &d) { d.to += u"jiro"_s; },
        u"The address has no @. It reads: jiro"_s);
    row(
        "B70 a line break in a recipient", [](auto &d) { d.to += u"a\n@b.org"_s; },
        u"The address has a line break inside. It reads: a\u240a@b.org"_s);
    row(
        "B72 CR LF in the sender's name",
        [](auto &d) { d.from = u"T\r\nBcc: x@b.org <a@b.org>"_s; },
        u"The address has a line break inside. It reads: T\u240d\u240aBcc: x@b.org <a@b.org>"_s);
    row(
        "B72 CR LF in the subject", [](auto &d) { d.subject = u"a\r\nBcc: x@b.org"_s; },
        u"The subject has a line break inside."_s);
    row(
        "B72 a lone LF in the subject", [](auto &d) { d.subject = u"a\n"_s; },
        u"The subject has a line break inside."_s);
    row(
        "B72 a lone CR in the subject", [](auto &d) { d.subject = u"\ra"_s; },
        u"The subject has a line break inside."_s);
    row(
        "B72 a line separator in the subject", [](auto &d) { d.subject = u"a\u2028b"_s; },
        u"The subject has a line break inside."_s);
    row(
        "B72 NUL in the subject", [](auto &d) { d.subject = QChar(u'\0'); },
        u"The subject has a NUL character inside."_s);
}

void ComposerTest::refused()
{
    QFETCH(core::Draft, draft);
    QFETCH(core::Failure, failure);
    QFETCH(QString, detail);
    const Spooled spooled = compose(draft);
    QVERIFY2(!spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(spooled.error().failure, failure);
    QCOMPARE(spooled.error().detail.english(), detail);
}

PROSERPINA_TEST(ComposerTest)

#include "tst_composer.moc"
