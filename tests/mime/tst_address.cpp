// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/address.h"
#include "mime/hostname.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Addresses and host names as people type them.
class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void everyControlCharacterIsRefused();
    void lengthLimits();
    void ehloName_data();
    void ehloName();
    void host_data();
    void host();
    void severalAddresses_data();
    void severalAddresses();
};

void AddressTest::accepted_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("address");

    const QByteArray taro = "taro@example.org";
    QTest::newRow("bare") << u"taro@example.org"_s << QString() << taro;
    QTest::newRow("spaces around it") << u"  taro@example.org \u3000"_s << QString() << taro;
    QTest::newRow("only angle brackets") << u"<taro@example.org>"_s << QString() << taro;
    QTest::newRow("a name") << u"Taro Yamada <taro@example.org>"_s << u"Taro Yamada"_s << taro;
    QTest::newRow("no space before the bracket")
        << u"Taro<taro@example.org>"_s << u"Taro"_s << taro;
    QTest::newRow("spaces inside the brackets")
        << u"Taro < taro@example.org >"_s << u"Taro"_s << taro;
    QTest::newRow("a Japanese name")
        << u"山田　太郎 <taro@example.org>"_s << u"山田　太郎"_s << taro;
    QTest::newRow("a quoted name with a comma")
        << u"\"Yamada, Taro\" <taro@example.org>"_s << u"Yamada, Taro"_s << taro;
    QTest::newRow("a quoted name with < > @ and escapes")
        << u"\"a <b@c> \\\"d\\\\\" <taro@example.org>"_s << u"a <b@c> \"d\\"_s << taro;
    QTest::newRow("quotation marks within a name stay")
        << u"Taro \"T\" Yamada <taro@example.org>"_s << u"Taro \"T\" Yamada"_s << taro;
    QTest::newRow("an address as the name")
        << u"taro@example.org <taro@example.org>"_s << u"taro@example.org"_s << taro;
    QTest::newRow("full-width signs and letters")
        << u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｏｒｇ"_s << QString() << taro;
    QTest::newRow("full-width brackets, the name stays as it is")
        << u"Ｔａｒｏ　＜taro＠example。org＞"_s << u"Ｔａｒｏ"_s << taro;
    QTest::newRow("a quoted local part")
        << u"\"a b\"@example.org"_s << QString() << QByteArray("\"a b\"@example.org");
    QTest::newRow("a quoted local part with @ and comma and escape, in brackets")
        << u"T <\"a@b,\\\"\"@example.org>"_s << u"T"_s << QByteArray("\"a@b,\\\"\"@example.org");
    QTest::newRow("an IPv4 literal")
        << u"user@[127.0.0.1]"_s << QString() << QByteArray("user@[127.0.0.1]");
    QTest::newRow("an IPv6 literal")
        << u"user@[IPv6:::1]"_s << QString() << QByteArray("user@[IPv6:::1]");
    QTest::newRow("an IPv6 literal without its tag")
        << u"user@[::1]"_s << QString() << QByteArray("user@[IPv6:::1]");
    QTest::newRow("a host without dots")
        << u"root@localhost"_s << QString() << QByteArray("root@localhost");
    QTest::newRow("B85 an IDN domain: A-label")
        << u"taro@日本語.example"_s << QString() << QByteArray("taro@xn--wgv71a119e.example");
    QTest::newRow("an IDN domain with an ideographic full stop")
        << u"taro@日本語。example"_s << QString() << QByteArray("taro@xn--wgv71a119e.example");
    QTest::newRow("all the signs of a dot-atom")
        << u"!#$%&'*+-/=?^_`{|}~@example.org"_s << QString()
        << QByteArray("!#$%&'*+-/=?^_`{|}~@example.org");
    QTest::newRow("dots as Japanese carriers gave them")
        << u"a..b.@example.org"_s << QString() << QByteArray("a..b.@example.org");
    QTest::newRow("B85 a local part outside ASCII")
        << u"太郎@example.org"_s << QString() << u"太郎@example.org"_s.toUtf8();
    QTest::newRow("B85 a quoted local part outside ASCII, the domain as A-label")
        << u"T <\"太 郎\"@日本語.example>"_s << u"T"_s
        << u"\"太 郎\"@xn--wgv71a119e.example"_s.toUtf8();
    QTest::newRow("B85 an emoji, two code units")
        << u"😀@example.org"_s << QString() << u"😀@example.org"_s.toUtf8();
    QTest::newRow("B85 letters in pieces are put together (NFC)")
        << u"e\u0301@example.org"_s << QString() << QByteArray("\xc3\xa9@example.org");
    QTest::newRow("an underscore in the domain")
        << u"taro@a_b.org"_s << QString() << QByteArray("taro@a_b.org");
    QTest::newRow("a dot at the end, as DNS tools print it")
        << u"taro@example.org."_s << QString() << taro;
    const QByteArray srs = "SRS0=HHH=TT=example.org=taro@forwarder.example";
    QTest::newRow("an SRS address") << QString::fromLatin1(srs) << QString() << srs;
    const QByteArray longer = "reply+" + QByteArray(84, 'a') + "@example.org";
    QTest::newRow("a reply address of more than 64 octets: the server decides")
        << QString::fromLatin1(longer) << QString() << longer;
    QTest::newRow("case stays") << u"Taro@Example.ORG"_s << QString()
                                << QByteArray("Taro@Example.ORG");
}

void AddressTest::accepted()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    QFETCH(QByteArray, address);
    const auto mailbox = mime::parseMailbox(typed);
    QVERIFY2(mailbox.ok(), mailbox ? "" : qPrintable(mailbox.error().detail.english()));
    QCOMPARE(mailbox->name, name);
    QCOMPARE(mailbox->address, address);
}

void AddressTest::refused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");

    const QString lineBreak = u"The address has a line break inside."_s;
    const QString nul = u"The address has a NUL character inside."_s;
    const QString angle = u"The address has a < or > inside."_s;
    const QString wrongPlace = u"The address has a < or > in the wrong place."_s;
    const QString empty = u"The address is empty."_s;
    const QString character =
        u"The address has a character before the @ that cannot stand there."_s;
    const QString noHost = u"The domain is no valid host name."_s;
    const QString emptyLabel = u"The domain has an empty part beside a dot."_s;

    QTest::newRow("empty") << u""_s << empty;
    QTest::newRow("only spaces") << u"  "_s << empty;
    QTest::newRow("only brackets") << u"Taro <>"_s << empty;
    QTest::newRow("no @") << u"taro"_s << u"The address has no @."_s;
    QTest::newRow("the @ only in the name") << u"a@b <taro>"_s << u"The address has no @."_s;
    QTest::newRow("no local part")
        << u"@example.org"_s << u"The address has nothing before the @."_s;
    QTest::newRow("an empty quoted local part")
        << u"\"\"@example.org"_s << u"The address has nothing before the @."_s;
    QTest::newRow("no domain") << u"taro@"_s << u"The address has nothing after the @."_s;
    QTest::newRow("two @") << u"taro@example@org"_s << u"The address has more than one @."_s;
    QTest::newRow("B70 CR LF and a command")
        << u"taro@example.org>\r\nRCPT TO:<x@example.org"_s << lineBreak;
    QTest::newRow("B70 a lone CR") << u"taro\r@example.org"_s << lineBreak;
    QTest::newRow("B70 a lone LF at the end") << u"taro@example.org\n"_s << lineBreak;
    QTest::newRow("B70 a line break in the name") << u"Ta\nro <taro@example.org>"_s << lineBreak;
    QTest::newRow("B70 a Unicode line separator") << u"taro\u2028@example.org"_s << lineBreak;
    QTest::newRow("B70 NUL") << QString(u"taro@example.org"_s + QChar(u'\0')) << nul;
    QTest::newRow("B70 < > inside") << u"ta<ro>@example.org"_s << wrongPlace;
    QTest::newRow("B70 brackets within brackets") << u"Taro <<taro@example.org>>"_s << wrongPlace;
    QTest::newRow("B70 a bracket left open") << u"Taro <taro@example.org"_s << wrongPlace;
    QTest::newRow("B70 something behind the bracket") << u"<taro@example.org> x"_s << wrongPlace;
    QTest::newRow("B71 CR LF inside a quoted local part")
        << u"\"a\r\nb\"@example.org"_s << lineBreak;
    QTest::newRow("B71 CR LF behind a backslash in a quoted local part")
        << u"\"a\\\r\\\nb\"@example.org"_s << lineBreak;
    QTest::newRow("B71 NUL inside a quoted local part")
        << QString(u"\"a"_s + QChar(u'\0') + u"b\"@example.org"_s) << nul;
    QTest::newRow("B71 > inside a quoted local part") << u"\"a>b\"@example.org"_s << angle;
    QTest::newRow("B71 < > inside a quoted local part, in brackets")
        << u"T <\"<a>\"@example.org>"_s << angle;
    QTest::newRow("two addresses")
        << u"taro@example.org, jiro@example.org"_s
        << u"The address has a comma: only one address can stand here."_s;
    QTest::newRow("a comma in a name without quotation marks")
        << u"Yamada, Taro <taro@example.org>"_s
        << u"The address has a comma in its name: put the name in quotation marks."_s;
    QTest::newRow("two addresses, the second with a name")
        << u"jiro@example.org, Taro <taro@example.org>"_s
        << u"The address has a comma: only one address can stand here."_s;
    QTest::newRow("two addresses with a full-width comma")
        << u"taro@example.org，jiro@example.org"_s
        << u"The address has a comma: only one address can stand here."_s;
    QTest::newRow("two addresses with a semicolon")
        << u"taro@example.org;jiro@example.org"_s << u"The address has more than one @."_s;
    QTest::newRow("a space before the @")
        << u"ta ro@example.org"_s << u"The address has a space inside."_s;
    QTest::newRow("a space in the domain")
        << u"taro@exam ple.org"_s << u"The address has a space inside."_s;
    QTest::newRow("a quotation mark left open")
        << u"\"taro@example.org"_s << u"The address has a quotation mark that is not closed."_s;
    QTest::newRow("a backslash before the last quotation mark")
        << u"\"taro\\\"@example.org"_s << u"The address has a quotation mark that is not closed."_s;
    QTest::newRow("letters behind a quoted local part") << u"\"a\"b@example.org"_s << character;
    QTest::newRow("two quoted pieces") << u"\"a\"\"b\"@example.org"_s << character;
    QTest::newRow("a comment") << u"taro(T)@example.org"_s << character;
    QTest::newRow("a mailto link") << u"mailto:taro@example.org"_s << character;
    QTest::newRow("two dots at the end") << u"taro@example.org.."_s << emptyLabel;
    QTest::newRow("a dot alone") << u"taro@."_s << emptyLabel;
    QTest::newRow("two dots") << u"taro@example..org"_s << emptyLabel;
    QTest::newRow("a dot at the start") << u"taro@.example.org"_s << emptyLabel;
    QTest::newRow("a hyphen at the start of a label") << u"taro@-a.org"_s << noHost;
    QTest::newRow("a slash in the domain") << u"taro@a/b.org"_s << noHost;
    QTest::newRow("a domain no IDN knows") << u"taro@a\u202eb.org"_s << noHost;
    QTest::newRow("an IP address without brackets")
        << u"taro@127.0.0.1"_s
        << u"The domain is an IP address, which stands in square brackets here."_s;
    QTest::newRow("half an IP address")
        << u"taro@127.1"_s << u"The domain looks like an IP address but is none."_s;
    QTest::newRow("a literal that is no address")
        << u"taro@[example.org]"_s
        << u"The domain has square brackets, but no IP address in them."_s;
    QTest::newRow("a literal left open")
        << u"taro@[127.0.0.1"_s << u"The domain has square brackets, but no IP address in them."_s;
    QTest::newRow("B85 a bidi override in the local part")
        << u"a\u202eb@example.org"_s << character;
    QTest::newRow("B85 a zero-width space in the local part")
        << u"a\u200bb@example.org"_s << character;
    QTest::newRow("B85 half a surrogate pair in the local part")
        << QString(u"a"_s + QChar(0xd83d) + u"@example.org"_s) << character;
    QTest::newRow("B85 a bidi override in a quoted local part")
        << u"\"太\u202e郎\"@example.org"_s << character;
}

void AddressTest::refused()
{
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    const auto mailbox = mime::parseMailbox(typed);
    QVERIFY2(!mailbox.ok(), mailbox ? mailbox->address.constData() : "");
    QCOMPARE(mailbox.error().detail.english(), sentence);
    QCOMPARE(mailbox.error().failure, core::Failure::BadInput);
}

void AddressTest::everyControlCharacterIsRefused()
{
    for (char16_t c = 0; c < 0xa0; ++c) {
        if (c >= 0x20 && c < 0x7f) {
            continue;
        }
        for (const char16_t *format : {u"ta%1ro@example.org", u"\"ta%1ro\"@example.org",
                                       u"taro@exa%1mple.org", u"Ta%1ro <taro@example.org>"}) {
            QString typed = QString::fromUtf16(format);
            typed.replace("%1"_L1, QString(QChar(c)));
            const auto mailbox = mime::parseMailbox(typed);
            QVERIFY2(!mailbox.ok(), qPrintable(QString::number(c, 16)));
            QCOMPARE(mailbox.error().failure, core::Failure::BadInput);
        }
        const QString inHost = u"exa"_s + QChar(c) + u"mple.org"_s;
        QVERIFY2(!mime::parseEhloName(inHost).ok(), qPrintable(QString::number(c, 16)));
        QVERIFY2(!mime::hostToAscii(inHost).ok(), qPrintable(QString::number(c, 16)));
    }
}

void AddressTest::lengthLimits()
{
    const auto ok = [](const QString &typed) { return mime::parseMailbox(typed).ok(); };
    // RFC 5321 4.5.3.1.1 has 64 octets; only the server knows what it takes.
    QVERIFY(ok(QString(500, u'a') + "@example.org"_L1));
    QVERIFY(ok(QString(100, u'郎') + "@example.org"_L1));
    QVERIFY(ok("a@"_L1 + QString(63, u'a') + ".org"_L1));
    QVERIFY(!ok("a@"_L1 + QString(64, u'a') + ".org"_L1));
    QVERIFY(!ok("a@"_L1 + QString(63, u'日') + ".org"_L1));       // the A-label is what counts
    const QString domain = QString(u"a23456789."_s).repeated(25); // 250
    QVERIFY(ok("a@"_L1 + domain + "org"_L1));
    QVERIFY(!ok("a@"_L1 + domain + "info"_L1));
}

void AddressTest::ehloName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("name"); // empty: refused

    QTest::newRow("B12 nothing: [127.0.0.1]") << u""_s << QByteArray("[127.0.0.1]");
    QTest::newRow("B12 spaces: [127.0.0.1]") << u" 　"_s << QByteArray("[127.0.0.1]");
    QTest::newRow("B12 a host name") << u" mail.example.org "_s << QByteArray("mail.example.org");
    QTest::newRow("B12 a host name without dots") << u"localhost"_s << QByteArray("localhost");
    QTest::newRow("B12 IDN: A-label") << u"メール.example"_s << QByteArray("xn--4dkua4c.example");
    QTest::newRow("B12 full width") << u"ｍａｉｌ．ｅｘａｍｐｌｅ"_s << QByteArray("mail.example");
    QTest::newRow("B12 IPv4, bare") << u"192.0.2.1"_s << QByteArray("[192.0.2.1]");
    QTest::newRow("B12 IPv4, in brackets") << u"[192.0.2.1]"_s << QByteArray("[192.0.2.1]");
    QTest::newRow("B12 IPv6, bare") << u"2001:db8::1"_s << QByteArray("[IPv6:2001:db8::1]");
    QTest::newRow("B12 IPv6, in brackets") << u"[::1]"_s << QByteArray("[IPv6:::1]");
    QTest::newRow("B12 IPv6, tagged") << u"[ipv6:::1]"_s << QByteArray("[IPv6:::1]");
    QTest::newRow("B13 CR LF: refused") << u"a\r\nMAIL FROM:<>"_s << QByteArray();
    QTest::newRow("B13 CR LF at the end: refused") << u"mail.example\r\n"_s << QByteArray();
    QTest::newRow("B13 NUL: refused") << QString(u"a"_s + QChar(u'\0')) << QByteArray();
    QTest::newRow("a space inside: refused") << u"mail example"_s << QByteArray();
    QTest::newRow("half a bracket: refused") << u"[192.0.2.1"_s << QByteArray();
    QTest::newRow("a name in brackets: refused") << u"[localhost]"_s << QByteArray();
    QTest::newRow("no IP address: refused") << u"192.0.2.256"_s << QByteArray();
    QTest::newRow("an underscore: refused") << u"my_pc"_s << QByteArray();
}

void AddressTest::ehloName()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, name);
    const auto result = mime::parseEhloName(typed);
    QCOMPARE(result.ok(), !name.isEmpty());
    if (result) {
        QCOMPARE(*result, name);
    } else {
        QCOMPARE(result.error().failure, core::Failure::BadInput);
        QVERIFY(result.error().detail.english().startsWith("The host name "_L1));
    }
}

void AddressTest::host_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("host"); // empty: refused

    QTest::newRow("a name, trimmed") << u" smtp.example.org　"_s << QByteArray("smtp.example.org");
    QTest::newRow("a name with an underscore") << u"mail_server"_s << QByteArray("mail_server");
    QTest::newRow("IDN: A-label") << u"メール.日本語。example"_s
                                  << QByteArray("xn--4dkua4c.xn--wgv71a119e.example");
    QTest::newRow("full width") << u"ｓｍｔｐ．ｅｘａｍｐｌｅ"_s << QByteArray("smtp.example");
    QTest::newRow("IPv4") << u"192.0.2.1"_s << QByteArray("192.0.2.1");
    QTest::newRow("IPv4 in full width") << u"１９２．０．２．１"_s << QByteArray("192.0.2.1");
    QTest::newRow("IPv4 in brackets: bare") << u"[192.0.2.1]"_s << QByteArray("192.0.2.1");
    QTest::newRow("IPv6") << u"2001:db8::1"_s << QByteArray("2001:db8::1");
    QTest::newRow("IPv6 in brackets: bare") << u"[2001:db8::1]"_s << QByteArray("2001:db8::1");
    QTest::newRow("nothing: refused") << u" "_s << QByteArray();
    QTest::newRow("a port behind it: refused") << u"smtp.example.org:587"_s << QByteArray();
    QTest::newRow("a URL: refused") << u"smtp://example.org"_s << QByteArray();
    QTest::newRow("a line break: refused") << u"smtp.example.org\n"_s << QByteArray();
    QTest::newRow("a space inside: refused") << u"smtp example.org"_s << QByteArray();
    QTest::newRow("an old short IPv4: refused") << u"127.1"_s << QByteArray();
    QTest::newRow("a dot at the end: left out")
        << u"smtp.example.org."_s << QByteArray("smtp.example.org");
    QTest::newRow("two dots at the end: refused") << u"smtp.example.org.."_s << QByteArray();
    QTest::newRow("IPv6 with its interface") << u"fe80::1%eth0"_s << QByteArray("fe80::1%eth0");
    QTest::newRow("IPv6 with its interface, in brackets")
        << u"[fe80::1%eth0]"_s << QByteArray("fe80::1%eth0");
    QTest::newRow("IPv6 without the interface's name: refused") << u"fe80::1%"_s << QByteArray();
    QTest::newRow("IPv6 with a slash in it: refused") << u"fe80::1%a/b"_s << QByteArray();
}

void AddressTest::host()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, host);
    const auto result = mime::hostToAscii(typed);
    QCOMPARE(result.ok(), !host.isEmpty());
    if (result) {
        QCOMPARE(*result, host);
    } else {
        QCOMPARE(result.error().failure, core::Failure::BadInput);
        QVERIFY(result.error().detail.english().startsWith("The host name "_L1));
    }
}

void AddressTest::severalAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("parts");

    QTest::newRow("a comma between two")
        << u"a@x.org, b@x.org"_s << QStringList{u"a@x.org"_s, u"b@x.org"_s};
    QTest::newRow("a quoted name") << u"\"Yamada, Taro\" <t@x.org>, b@x.org"_s
                                   << QStringList{u"\"Yamada, Taro\" <t@x.org>"_s, u"b@x.org"_s};
    QTest::newRow("a name without quotation marks stays whole, to be refused with the reason")
        << u"a@x.org, Yamada, Taro <t@x.org>, b@x.org"_s
        << QStringList{u"a@x.org"_s, u"Yamada, Taro <t@x.org>"_s, u"b@x.org"_s};
    QTest::newRow("names with one word each")
        << u"Jiro <j@x.org>, Taro <t@x.org>"_s
        << QStringList{u"Jiro <j@x.org>"_s, u"Taro <t@x.org>"_s};
    QTest::newRow("a word that is no address, before another sign")
        << u"jiro; Taro <t@x.org>"_s << QStringList{u"jiro"_s, u"Taro <t@x.org>"_s};
    QTest::newRow("nothing between commas") << u", ,a@x.org,"_s << QStringList{u"a@x.org"_s};
}

void AddressTest::severalAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, parts);
    QCOMPARE(mime::splitAddresses(typed), parts);
}

PROSERPINA_TEST(AddressTest)

#include "tst_address.moc"
