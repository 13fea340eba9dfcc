// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systemtext.h"
#include "mime/charset.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Text a person gave in octets: read rightly or refused, never with U+FFFD in it.
class CharsetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data();
    void read();
    void refused_data();
    void refused();
    void everyEncodingComesBack_data();
    void everyEncodingComesBack();
    void lost();
    void names_data();
    void names();
    void namesByLocale();
    void systemTextLosesNothing_data();
    void systemTextLosesNothing();
};

namespace
{

const QByteArray inShiftJis("\x8c\xa9\x90\xcf\x8f\x91");              // 見積書
const QByteArray inEucJp("\xa4\xb3\xa4\xf3\xa4\xcb\xa4\xc1\xa4\xcf"); // こんにちは
const QByteArray inJis("\x1b$B$3$s$K$A$O\x1b(B\n");
const QByteArray inLatin1("Gr\xfc\xdf"
                          "e");
const QByteArray inWindows("\x93"
                           "10 \x80\x94"); // “10 €”

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray octets;
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        octets += bigEndian ? high : low;
        octets += bigEndian ? low : high;
    }
    return octets;
}

QByteArray utf32(const QString &text)
{
    QByteArray octets;
    const auto points = text.toUcs4();
    for (const uint point : points) {
        for (int shift = 0; shift < 32; shift += 8) {
            octets += static_cast<char>((point >> shift) & 0xFF);
        }
    }
    return octets;
}

} // namespace

void CharsetTest::read_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("text");

    const QString mixed = u"Grüße, 見積書 😀\r\n"_s;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
    QTest::newRow("ASCII") << QByteArray("plain\n") << QByteArray() << u"plain\n"_s;
    QTest::newRow("digits are no UTF-16")
        << QByteArray("10203040") << QByteArray() << u"10203040"_s;
    QTest::newRow("UTF-8") << mixed.toUtf8() << QByteArray() << mixed;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + mixed.toUtf8() << QByteArray() << mixed;
    QTest::newRow("UTF-8 with a mark, named")
        << "\xef\xbb\xbf" + mixed.toUtf8() << QByteArray("utf-8") << mixed;
    QTest::newRow("UTF-16, little end, marked")
        << "\xff\xfe" + utf16(mixed, false) << QByteArray() << mixed;
    QTest::newRow("UTF-16, big end, marked")
        << "\xfe\xff" + utf16(mixed, true) << QByteArray() << mixed;
    QTest::newRow("UTF-32, little end, marked")
        << QByteArray("\xff\xfe\0\0", 4) + utf32(mixed) << QByteArray() << mixed;
    QTest::newRow("UTF-16, named") << utf16(mixed, false) << QByteArray("UTF-16LE") << mixed;
    QTest::newRow("UTF-16 with a mark, named")
        << "\xff\xfe" + utf16(mixed, false) << QByteArray("UTF-16LE") << mixed;
    QTest::newRow("Shift_JIS, named") << inShiftJis << QByteArray("Shift_JIS") << u"見積書"_s;
    QTest::newRow("Shift_JIS under another name")
        << inShiftJis << QByteArray("sjis") << u"見積書"_s;
    QTest::newRow("Shift_JIS as Windows writes it, a backslash with it")
        << QByteArray("\xfb\xfc\x87\x40\\~") << QByteArray("Shift_JIS") << u"髙①\\~"_s;
    QTest::newRow("EUC-JP, named") << inEucJp << QByteArray("euc-jp") << u"こんにちは"_s;
    QTest::newRow("JIS, named") << inJis << QByteArray("ISO-2022-JP") << u"こんにちは\n"_s;
    QTest::newRow("Latin-1, named") << inLatin1 << QByteArray("iso-8859-1") << u"Grüße"_s;
    QTest::newRow("Windows' octets called Latin-1")
        << inWindows << QByteArray("latin1") << u"“10 €”"_s;
}

void CharsetTest::read()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArray, charset);
    QFETCH(QString, text);
    const core::Result<QString> read = mime::readText(octets, charset);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail.english()));
    QCOMPARE(*read, text);
}

void CharsetTest::refused_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("named"); // what the sentence says

    const auto row = [](const char *title, const QByteArray &octets, const char *charset,
                        const char *named) {
        QTest::newRow(title) << octets << QByteArray(charset) << QString::fromLatin1(named);
    };
    row("Shift_JIS", inShiftJis + inShiftJis, "", "Shift_JIS");
    row("a short word in Shift_JIS", QByteArray("\x83\x65\x83\x58\x83\x67"), "", "Shift_JIS");
    row("EUC-JP", inEucJp, "", "EUC-JP");
    row("JIS, which is ASCII to look at", inJis, "", "ISO-2022-JP");
    row("Latin-1", inLatin1, "", "ISO-8859-1");
    row("Windows", inWindows, "", "WINDOWS-1252");
    row("Cyrillic", QByteArray("\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0"), "",
        "WINDOWS-1251");
    row("UTF-16 without a mark", utf16(u"hello world"_s, false), "", "UTF-16LE");
    row("kana in UTF-16 without a mark", utf16(u"こんにちは"_s, true), "", "UTF-16BE");
    row("UTF-8 that is cut off", u"見"_s.toUtf8().chopped(1), "", "not UTF-8");
    row("a surrogate in UTF-8", "\xed\xa0\x80", "", "not UTF-8");
    row("Shift_JIS called UTF-8", inShiftJis, "utf-8", "not written in the encoding utf-8");
    row("Latin-1 called Shift_JIS", inLatin1, "shift_jis", "not written in the encoding");
    row("Shift_JIS cut in the middle", inShiftJis.chopped(1), "shift_jis", "not written");
    row("half a UTF-16 unit", QByteArray("\xff\xfe") + "a", "", "not written");
    row("an encoding nobody knows", "a", "klingon", "no encoding called klingon");
    row("a name with iconv's own words", "a", "ascii//translit", "no encoding called");
    row("lost already", u"Gr\uFFFDe"_s.toUtf8(), "", "U+FFFD");
    row("lost already, in UTF-16", "\xff\xfe" + utf16(u"a\uFFFD"_s, false), "", "U+FFFD");
}

void CharsetTest::refused()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArray, charset);
    QFETCH(QString, named);
    const core::Result<QString> read = mime::readText(octets, charset);
    QVERIFY2(!read.ok(), read ? qPrintable(*read) : "");
    QCOMPARE(read.error().failure, core::Failure::BadInput);
    QVERIFY2(read.error().detail.english().contains(named, Qt::CaseInsensitive),
             qPrintable(read.error().detail.english()));
}

void CharsetTest::everyEncodingComesBack_data()
{
    QTest::addColumn<QByteArray>("charset");
    for (const char *name :
         {"UTF-8", "utf8", "UTF-16LE", "UTF-32BE", "Shift_JIS", "cp932", "Windows-31J", "EUC-JP",
          "ISO-2022-JP", "GB18030", "gb2312", "Big5", "EUC-KR", "KOI8-R", "windows-1251",
          "windows-1252", "ISO-8859-15", "us-ascii"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

/// Every two octets: decoded to something that is whole, or refused.
void CharsetTest::everyEncodingComesBack()
{
    QFETCH(QByteArray, charset);
    QVERIFY(mime::isCharset(charset));
    int taken = 0;
    for (int first = 0; first < 256; first += 11) {
        for (int second = 0; second < 256; ++second) {
            const QByteArray octets{std::initializer_list<char>{static_cast<char>(first),
                                                                static_cast<char>(second), 'a'}
                                        .begin(),
                                    2};
            if (const auto text = mime::readText(octets, charset); text) {
                ++taken;
                QVERIFY(text->isValidUtf16());
                QVERIFY(!text->contains(QChar::ReplacementCharacter));
            }
        }
    }
    QVERIFY(taken > 0 || charset.startsWith("UTF-32"));
}

void CharsetTest::lost()
{
    QVERIFY(!mime::lostInside(u"見積書 😀"_s, "The text"));
    QVERIFY(mime::lostInside(u"a\uFFFD"_s, "The text"));
    QVERIFY(mime::lostInside(QString(QChar(char16_t(0xD83D))) + u"a"_s, "The text"));
    QCOMPARE(mime::lostInside(QString(QChar(char16_t(0xDC8C))), "The subject")
                 ->detail.english()
                 .left(11),
             u"The subject"_s);
}

void CharsetTest::names_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QString>("name");
    QTest::newRow("UTF-8") << u"報告書.pdf"_s.toUtf8() << u"報告書.pdf"_s;
    QTest::newRow("Shift_JIS") << QByteArray("\x95\xf1\x8d\x90\x8f\x91.pdf") << u"報告書.pdf"_s;
    QTest::newRow("EUC-JP") << QByteArray("\xca\xf3\xb9\xf0\xbd\xf1.pdf") << u"報告書.pdf"_s;
    QTest::newRow("half-width in Shift_JIS") << QByteArray("\xc3\xbd\xc4.txt") << u"ﾃｽﾄ.txt"_s;
    QTest::newRow("Latin-1") << QByteArray("Gr\xfc\xdf"
                                           "e.txt")
                             << u"Grüße.txt"_s;
    QTest::newRow("no encoding at all: octets beside what is UTF-8")
        << QByteArray("\xff\x81\xe8\xa6\x8b.txt") << u"%FF%81見.txt"_s;
}

void CharsetTest::names()
{
    QFETCH(QByteArray, octets);
    QFETCH(QString, name);
    QCOMPARE(mime::readableName(octets), name);
}

void CharsetTest::namesByLocale()
{
    QCOMPARE(mime::charsetOfLocale("ru_RU.KOI8-R"), QByteArray("KOI8-R"));
    QCOMPARE(mime::charsetOfLocale("ja_JP.eucJP@cjk"), QByteArray("eucJP"));
    QCOMPARE(mime::charsetOfLocale("ja_JP.UTF-8"), QByteArray());
    QCOMPARE(mime::charsetOfLocale("C"), QByteArray());
    QCOMPARE(mime::charsetOfLocale("C.utf8"), QByteArray());
    QCOMPARE(mime::charsetOfLocale("xx.nonsense"), QByteArray());
    QCOMPARE(mime::readableName("\xf0\xd2\xc9.txt", "KOI8-R"), u"При.txt"_s);
    QCOMPARE(mime::readableName(u"報告書"_s.toUtf8(), "KOI8-R"), u"報告書"_s);
}

void CharsetTest::systemTextLosesNothing_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("ASCII") << QByteArray("a/b.txt") << false;
    QTest::newRow("UTF-8") << u"報告書 😀"_s.toUtf8() << false;
    QTest::newRow("a mark in front stays") << u"\uFEFFa"_s.toUtf8() << false;
    QTest::newRow("U+FFFD stays") << u"\uFFFD"_s.toUtf8() << false;
    QTest::newRow("Shift_JIS") << inShiftJis << true;
    QTest::newRow("between UTF-8") << QByteArray("\xe8\xa6\x8b\xff\xf0\x9f\x98\x80\x80") << true;
    QTest::newRow("a surrogate in octets") << QByteArray("\xed\xa0\x80\xed\xb2\x80") << true;
    QTest::newRow("cut off") << QByteArray("\xf0\x9f\x98") << true;
    QByteArray all;
    for (int i = 1; i < 256; ++i) {
        all += static_cast<char>(i);
    }
    QTest::newRow("every octet") << all << true;
}

void CharsetTest::systemTextLosesNothing()
{
    QFETCH(QByteArray, octets);
    QFETCH(bool, foreign);
    QCOMPARE(core::toSystem(core::fromSystem(octets)), octets);
    QCOMPARE(core::hasForeignOctets(core::fromSystem(octets)), foreign);
}

PROSERPINA_TEST(CharsetTest)

#include "tst_charset.moc"
