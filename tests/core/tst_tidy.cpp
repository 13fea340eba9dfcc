// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tidy.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What hands type and clipboards bring along.
class TidyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ids_data();
    void ids();
    void addresses_data();
    void addresses();
    void unseenEnds();
};

void TidyTest::ids_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tidied");

    const QString id = u"taro@example.org"_s;
    const auto row = [](const char *name, const QString &typed, const QString &tidied) {
        QTest::newRow(name) << typed << tidied;
    };
    row("nothing to do", id, id);
    row("spaces around it", u"  "_s + id + u' ', id);
    row("a no-break space", id + u'\u00a0', id);
    row("an ideographic space", id + u'\u3000', id);
    row("a tab and CR LF", u'\t' + id + u"\r\n"_s, id);
    row("a line separator", id + u'\u2028', id);
    row("a zero-width space before it", u'\u200b' + id, id);
    row("a zero-width space inside", u"taro\u200b@example.org"_s, id);
    row("a byte order mark", u'\ufeff' + id, id);
    row("direction marks", u'\u200e' + id + u'\u200f', id);
    row("an embedding around it, as address books copy it", u'\u202a' + id + u'\u202c', id);
    row("isolates around it", u'\u2068' + id + u'\u2069', id);
    row("a soft hyphen inside", u"ta\u00adro@example.org"_s, id);
    row("a joiner at the end", id + u'\u200d', id);
    row("marks and spaces in turn", u" \u200b \ufeff"_s + id + u"\u200b \n"_s, id);
    row("full width", u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｏｒｇ"_s, id);
    row("a space inside stays", u"taro yamada"_s, u"taro yamada"_s);
    row("a backslash stays", u"DOMAIN\\taro"_s, u"DOMAIN\\taro"_s);
    row("an override inside stays: it turns letters round", u"a\u202eb"_s, u"a\u202eb"_s);
    row("a joiner inside stays", u"👩\u200d💻"_s, u"👩\u200d💻"_s);
    row("NUL stays, to be refused", id + QChar(u'\0'), id + QChar(u'\0'));
    row("only what nobody sees", u" \u200b\ufeff\n"_s, QString());
}

void TidyTest::ids()
{
    QFETCH(QString, typed);
    QFETCH(QString, tidied);
    QCOMPARE(core::tidied(typed), tidied);
    QCOMPARE(core::tidied(tidied), tidied);
    QCOMPARE(core::losesUnseen(typed), typed.size() != tidied.size());
}

void TidyTest::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tidied");

    QTest::newRow("bare") << u"\ufeffｔａｒｏ@example.org \n"_s << u"taro@example.org"_s;
    QTest::newRow("the name stays in full width")
        << u" Ｔａｒｏ＜ｔａｒｏ@example.org＞"_s << u"Ｔａｒｏ <taro@example.org>"_s;
    QTest::newRow("marks in the address go, those in the name stay")
        << u"T\u200fa <\u200btaro@example.org\u00a0>"_s << u"T\u200fa <taro@example.org>"_s;
    QTest::newRow("brackets alone") << u"<taro@example.org>\n"_s << u"<taro@example.org>"_s;
    QTest::newRow("a bracket left open stays open")
        << u"Taro <taro@example.org"_s << u"Taro <taro@example.org"_s;
    QTest::newRow("a quoted name")
        << u"\"a <b@c> d\" <taro@example.org>"_s << u"\"a <b@c> d\" <taro@example.org>"_s;
    QTest::newRow("a line break inside stays, to be refused")
        << u"taro@example.org>\r\nRCPT TO:<x@example.org"_s
        << u"taro@example.org>\r\nRCPT TO: <x@example.org"_s;
}

void TidyTest::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, tidied);
    QCOMPARE(core::tidiedAddress(typed), tidied);
    QCOMPARE(core::tidiedAddress(tidied), tidied);
}

void TidyTest::unseenEnds()
{
    for (const QString &text : {u" a"_s, u"a "_s, u"a\n"_s, u"a\u00a0"_s, u"\ufeffa"_s, u" "_s}) {
        QVERIFY2(core::hasUnseenEnd(text), qPrintable(text));
    }
    for (const QString &text : {QString(), u"a"_s, u"a b"_s, u"ä\u200bx"_s}) {
        QVERIFY2(!core::hasUnseenEnd(text), qPrintable(text));
    }
}

PROSERPINA_TEST(TidyTest)

#include "tst_tidy.moc"
