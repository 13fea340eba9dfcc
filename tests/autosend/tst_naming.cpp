// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/naming.h"
#include "core/systemtext.h"
#include "testmain.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using core::AutosendRule;

/// Which files rules take, and what a mail about them says.
class NamingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void theFirstRuleThatFits();
    void fills_data();
    void fills();
    void namesCannotBecomeHeaders_data();
    void namesCannotBecomeHeaders();
};

void NamingTest::takes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("patterns");
    QTest::addColumn<bool>("subFolders");
    QTest::addColumn<bool>("taken");
    const QStringList pdf{u"*.pdf"_s};
    QTest::newRow("every file without patterns") << u"a"_s << QStringList() << false << true;
    QTest::newRow("by its extension") << u"scan.pdf"_s << pdf << false << true;
    QTest::newRow("case does not matter") << u"SCAN.PDF"_s << pdf << false << true;
    QTest::newRow("another extension") << u"scan.txt"_s << pdf << false << false;
    QTest::newRow("the end of a longer one") << u"scan.pdf.bak"_s << pdf << false << false;
    QTest::newRow("one of several")
        << u"a.csv"_s << QStringList{u"*.pdf"_s, u"*.csv"_s} << false << true;
    QTest::newRow("Japanese") << u"請求書1.pdf"_s << QStringList{u"請求書?.pdf"_s} << false << true;
    QTest::newRow("octets that are no UTF-8")
        << core::fromSystem("\xFF\xFE.pdf") << pdf << false << true;
    QTest::newRow("a temporary file with such a name")
        << core::fromSystem("\xFF.part") << QStringList() << false << false;
    QTest::newRow("a line break in the name") << u"a\nb.pdf"_s << pdf << false << true;
    QTest::newRow("a sub-folder, not wanted") << u"x/scan.pdf"_s << pdf << false << false;
    QTest::newRow("a sub-folder") << u"x/scan.pdf"_s << pdf << true << true;
    QTest::newRow("a pattern for the path")
        << u"out/a.pdf"_s << QStringList{u"out/*.pdf"_s} << true << true;
    QTest::newRow("a pattern for another path")
        << u"in/a.pdf"_s << QStringList{u"out/*.pdf"_s} << true << false;
    for (const char *name :
         {"a.part", "a.pdf.crdownload", "a.TMP", "a~", ".~lock.a.odt#", ".goutputstream-X1",
          ".hidden", ".a.pdf.Xy12aB", ".syncthing.a.pdf.tmp", ".DS_Store", "._a.pdf", "Thumbs.db",
          "desktop.ini", "~$a.docx", "#a#"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << QStringList() << false << false;
    }
    for (const char *path : {"sent/a.pdf", "failed/a.pdf", ".proserpina/1/a.pdf", "@eaDir/a.pdf",
                             "__MACOSX/a.pdf", "x/sent/a.pdf", ".stfolder/a"}) {
        QTest::newRow(path) << QString::fromLatin1(path) << QStringList() << true << false;
    }
}

void NamingTest::takes()
{
    QFETCH(QString, path);
    QFETCH(QStringList, patterns);
    QFETCH(bool, subFolders);
    QFETCH(bool, taken);
    AutosendRule rule;
    rule.patterns = patterns;
    rule.subFolders = subFolders;
    QCOMPARE(autosend::takes(rule, path), taken);
    rule.passedOver = {u"*"_s};
    QVERIFY(!autosend::takes(rule, path));
}

void NamingTest::theFirstRuleThatFits()
{
    AutosendRule off;
    off.folder = u"/out"_s;
    off.enabled = false;
    AutosendRule pdf = off;
    pdf.enabled = true;
    pdf.patterns = {u"*.pdf"_s};
    pdf.subject = u"pdf"_s;
    AutosendRule all = pdf;
    all.patterns = {};
    all.subject = u"all"_s;
    const QList rules{off, pdf, all};
    QCOMPARE(autosend::ruleFor(rules, u"/out/a.pdf"_s)->subject, u"pdf"_s);
    QCOMPARE(autosend::ruleFor(rules, u"/out/a.txt"_s)->subject, u"all"_s);
    QVERIFY(!autosend::ruleFor(rules, u"/outside/a.pdf"_s));
    QVERIFY(!autosend::ruleFor(rules, u"/out/a.part"_s));
}

void NamingTest::fills_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("filled");
    QTest::newRow("nothing to fill") << u"Backup"_s << u"Backup"_s;
    QTest::newRow("file and name") << u"{file} ({name})"_s << u"a.tar.gz, b (a.tar, b)"_s;
    QTest::newRow("count and folder") << u"{count} of {folder}"_s << u"2 of 出力"_s;
    QTest::newRow("size") << u"{size}"_s << QLocale().formattedDataSize(1500);
    QTest::newRow("other braces stay") << u"{ {} {FILE} {other} {"_s << u"{ {} {FILE} {other} {"_s;
}

void NamingTest::fills()
{
    QFETCH(QString, words);
    QFETCH(QString, filled);
    const autosend::Filling filling{{u"a.tar.gz"_s, u"b"_s},
                                    1500,
                                    QDateTime(QDate(2026, 3, 1), QTime(12, 0)),
                                    u"/home/taro/出力/"_s};
    QCOMPARE(autosend::filled(words, filling), filled);
}

void NamingTest::namesCannotBecomeHeaders_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a header") << u"a\nBcc: thief@example.org"_s;
    QTest::newRow("a header by CR LF") << u"a\r\nBcc: thief@example.org"_s;
    QTest::newRow("a line separator") << u"a\u2028b\u2029c\u0085d"_s;
    QTest::newRow("controls") << u"a\u001b[31m\u0000b\u007f"_s;
    QTest::newRow("another direction") << u"a\u202Efdp.exe"_s;
    QTest::newRow("a place to fill") << u"{folder}{file}"_s;
}

void NamingTest::namesCannotBecomeHeaders()
{
    QFETCH(QString, name);
    const QString filled =
        autosend::filled(u"[{file}]"_s, {{name}, 1, QDateTime::currentDateTime(), u"/secret"_s});
    for (const QChar one : filled) {
        QVERIFY(one.category() != QChar::Other_Control && one.category() != QChar::Other_Format);
        QVERIFY(one.category() != QChar::Separator_Line &&
                one.category() != QChar::Separator_Paragraph);
    }
    QVERIFY(!filled.contains(u"secret"_s)); // a name is not filled in once more
}

PROSERPINA_TEST(NamingTest)
#include "tst_naming.moc"
