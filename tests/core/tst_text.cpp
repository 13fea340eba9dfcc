// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Text;

namespace
{

/// A language in which everything is in capitals and the second place comes first.
QString shouted(const char *context, const char *source)
{
    return QLatin1StringView(context) == "core"_L1
               ? QString::fromUtf8(source).toUpper().replace("%1 HAS %2"_L1, "%2 IS IN %1"_L1)
               : QString();
}

} // namespace

/// A text on its way to where it is shown.
class TextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaks_data();
    void speaks();
    void isAValue();
};

void TextTest::speaks_data()
{
    QTest::addColumn<Text>("text");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("translated");
    const auto row = [](const char *name, const Text &text, const QString &english,
                        const QString &translated) {
        QTest::newRow(name) << text << english << translated;
    };
    row("nothing stays nothing", {}, {}, {});
    row("a sentence is translated", "The mail has no recipient.", u"The mail has no recipient."_s,
        u"THE MAIL HAS NO RECIPIENT."_s);
    row("letters beyond ASCII", "“%1” is missing", u"“%1” is missing"_s, u"“%1” IS MISSING"_s);
    row("what was typed is not translated", {"%1 is empty.", {u"a.txt"_s}}, u"a.txt is empty."_s,
        u"a.txt IS EMPTY."_s);
    row("a text inside a text is translated too", {"%1 is empty.", {"The subject"}},
        u"The subject is empty."_s, u"THE SUBJECT IS EMPTY."_s);
    row("and one inside that", {"no: %1", {{"%1 is damaged", {{"version %1", {2}}}}}},
        u"no: version 2 is damaged"_s, u"NO: VERSION 2 IS DAMAGED"_s);
    row("another language may turn the places round", {"%1 has %2", {u"a"_s, -7}}, u"a has -7"_s,
        u"-7 IS IN a"_s);
    row("a place may come twice", {"%1, %1", {u"a"_s}}, u"a, a"_s, u"a, a"_s);
    row("what fills a place is not searched for places", {"%1 has %2", {u"%2"_s, u"%1"_s}},
        u"%2 has %1"_s, u"%1 IS IN %2"_s);
    row("places for which there is nothing stay", {"%1 %2 %0 % %", {u"a"_s}}, u"a %2 %0 % %"_s,
        u"a %2 %0 % %"_s);
    row("a stranger's words are harmless", {"%1: %2", {u"\u202Eevil"_s, u"a\r\nb\u001B"_s}},
        u"<U+202E>evil: a␍␊b␛"_s, u"<U+202E>evil: a␍␊b␛"_s);
    row("octets that are no text are harmless", QByteArray("a\xFF\0b", 4), u"a<FF>␀b"_s,
        u"a<FF>␀b"_s);
    row("a file name of such octets too", u"a\xDCFF"_s, u"a<FF>"_s, u"a<FF>"_s);
}

void TextTest::speaks()
{
    QFETCH(Text, text);
    QTEST(text.english(), "english");
    QTEST(text.translated({}), "english");
    QTEST(text.translated(shouted), "translated");
    QCOMPARE(text.isEmpty(), text.english().isEmpty());
}

void TextTest::isAValue()
{
    const Text text("%1 is empty.", {u"a"_s});
    QCOMPARE(text, Text("%1 is empty.", {QByteArray("a")}));
    QCOMPARE(Text(2), Text(u"2"_s));
    QCOMPARE(Text(QString()), Text());
    // The same English, but not the same in every language.
    QVERIFY(text != Text(u"a is empty."_s));
    QVERIFY(text != Text("a is empty."));
    QVERIFY(text != Text("%1 is empty.", {u"b"_s}));
    QVERIFY(text != Text("%1 is empty."));
}

PROSERPINA_TEST(TextTest)
#include "tst_text.moc"
