// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include "texts/traits.h"
#include "texts/wording.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Stage;
using texts::Wording;

/// A reply's words, and what two replies have in common.
class WordingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWords_data();
    void readsWords();
    void findsCodes();
    void findsLinks();
    void traitsAreWordsPairsCodesAndMoments();
    void traitsWithoutAStageSayNothingOfIt();
};

void WordingTest::readsWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("case, articles, plurals") << u"The Mailboxes are FULL"_s << u"mailbox full"_s;
    QTest::newRow("one word in many forms") << u"Please log in, e-mail"_s << u"login mail"_s;
    QTest::newRow("marks") << u"550 <a@b.example> 192.0.2.1 mx.b.example said no"_s
                           << u"@address @ip @host said no"_s;
    QTest::newRow("a name of many words")
        << u"RecipientNotFound"_s << u"recipientnotfound recipient not found"_s;
    QTest::newRow("a library's name") << u"SMTPDataError"_s << u"smtpdataerror"_s;
    QTest::newRow("elided") << u"Code d'authentification"_s << u"code authentification"_s;
    QTest::newRow("accents") << u"Empfänger unbekannt"_s << u"empfanger unbekannt"_s;
    QTest::newRow("each letter a word") << u"认证失败"_s << u"认 证 失 败"_s;
    QTest::newRow("sentences") << u"No. Try again!"_s << u"no . try again ."_s;
    QTest::newRow("misspelt") << u"limit exeeded"_s << u"limit exceeded"_s;
}

void WordingTest::readsWords()
{
    QFETCH(QString, text);
    QTEST(Wording(text).words().join(u' '), "words");
}

void WordingTest::findsCodes()
{
    const Wording wording(u"550-first line\n550 sorry (#5.1.1), see 4.7.0"_s);
    QCOMPARE(wording.code(), 550);
    QCOMPARE(wording.enhanced(),
             (QList<core::EnhancedCode>{core::EnhancedCode{5, 1, 1}, core::EnhancedCode{4, 7, 0}}));
}

void WordingTest::findsLinks()
{
    const Wording wording(u"see https://Support.example.com/a?p=Quota. or help.example.org"_s);
    QCOMPARE(wording.links(),
             (QStringList{u"support.example.com/a?p=quota"_s, u"help.example.org"_s}));
}

void WordingTest::traitsAreWordsPairsCodesAndMoments()
{
    const QStringList traits = texts::traitsOf(
        Wording(u"552 5.2.2 mailbox is full, see www.example.com/x"_s), Stage::Rcpt);
    for (const QString &trait :
         {u"mailbox"_s, u"mailbox full"_s, u"mailb*"_s, u"mail:full"_s, u"2.2"_s,
          u"code 552"_s, u"during RCPT 552"_s, u"at example.com"_s}) {
        QVERIFY2(traits.contains(trait), qPrintable(traits.join(u'|')));
    }
    QCOMPARE(QSet<QString>(traits.begin(), traits.end()).size(), traits.size());
}

void WordingTest::traitsWithoutAStageSayNothingOfIt()
{
    for (const QString &trait : texts::traitsOf(Wording(u"552 mailbox full"_s), {})) {
        QVERIFY2(!trait.startsWith("during"_L1) && !trait.contains(u':'), qPrintable(trait));
    }
}

PROSERPINA_TEST(WordingTest)
#include "tst_wording.moc"
