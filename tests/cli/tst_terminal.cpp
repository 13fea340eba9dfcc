// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"
#include "testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

class WrappedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wraps_data();
    void wraps();
    void losesNothing();
    void takesTimeByTheLength_data();
    void takesTimeByTheLength();
    void tellsTheTerminalNothing();
};

void WrappedTest::wraps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("lines"); // separated by "|"
    const auto row = [](const char *name, const char *text, int width, const char *lines) {
        QTest::addRow("%s", name) << QString::fromUtf8(text) << width << QString::fromUtf8(lines);
    };
    row("nothing", "", 20, "");
    row("short text stays", "one two", 20, "one two");
    row("English breaks at spaces", "The server took the mail", 12, "The server|took the|mail");
    row("a space at the end of the line", "0123456789 next", 10, "0123456789|next");
    row("a long word is cut", "AUTH abcdefghijklmnop", 12, "AUTH abcdefg|hijklmnop");
    row("a long word alone is cut", "abcdefghijklmnop", 12, "abcdefghijkl|mnop");
    row("a word that fits into a line is kept", "AUTH abcdefghijk", 12, "AUTH|abcdefghijk");
    row("Japanese breaks between letters", "サーバの返答をご覧ください", 12,
        "サーバの返答|をご覧くださ|い");
    row("a phrase is kept together", "サーバの返答は正しいです", 16, "サーバの返答は|正しいです");
    row("no line begins with a full stop", "サーバの返答。次の行", 12, "サーバの返|答。次の行");
    row("no line begins with a comma", "サーバの返答、次の行", 12, "サーバの返|答、次の行");
    row("no line begins with a closing bracket", "あいうえ「お」かき", 12, "あいうえ|「お」かき");
    row("no line ends with an opening bracket", "あいうえお「かき」", 12, "あいうえお|「かき」");
    row("no line begins with a small letter", "あいうえおちょっと", 12, "あいうえお|ちょっと");
    row("a Latin word in Japanese is kept", "方式のはPLAIN1です", 12, "方式のは|PLAIN1です");
    row("a comma stays with its Latin word", "方式 CRAM-MD5、次", 13, "方式|CRAM-MD5、次");
    row("a number keeps its counter", "あいうえ 15 秒です", 12, "あいうえ|15 秒です");
    row("stops alone are cut", "。。。。。。。", 12, "。。。。。。|。");
    row("an accent stays with its letter", "漢漢漢漢e\u0301漢", 10, "漢漢漢漢e\u0301|漢");
    row("emoji are wide", "😀😀😀😀😀😀😀", 12, "😀😀😀😀😀😀|😀");
}

void WrappedTest::wraps()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QFETCH(QString, lines);
    QCOMPARE(cli::wrapped(text, width).join(u'|'), lines);
}

void WrappedTest::takesTimeByTheLength_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("a word") << QString(1'000'000, u'a');
    QTest::addRow("a word after others") << u"one two "_s + QString(1'000'000, u'a') + u" three"_s;
    QTest::addRow("Japanese") << QString(1'000'000, u'漢');
    QTest::addRow("stops") << QString(1'000'000, u'。');
}

void WrappedTest::takesTimeByTheLength()
{
    QFETCH(QString, text);
    // Where it goes by the square of the length, the limit that ctest has is not enough.
    QString joined = cli::wrapped(text, 80).join(u""_s);
    QCOMPARE(joined.remove(u' ').size(), QString(text).remove(u' ').size());
}

void WrappedTest::tellsTheTerminalNothing()
{
    std::FILE *file = std::tmpfile();
    QVERIFY(file != nullptr);
    const QString evil = u"a\x1b]0;x\x07\u009b2J\u202eb\r\n\x7f"_s;
    {
        cli::Terminal terminal(file, file);
        terminal.line(evil);
        terminal.lines({evil, evil});
        terminal.error(evil);
        terminal.json(QJsonObject{{u"key"_s, evil}});
    }
    std::fflush(file);
    std::rewind(file);
    QByteArray octets(4096, '\0');
    octets.resize(static_cast<qsizetype>(std::fread(octets.data(), 1, 4096, file)));
    std::fclose(file);
    const QString printed = QString::fromUtf8(octets);
    for (const QChar c : printed) {
        QVERIFY2(c == u'\n' ||
                     (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format),
                 octets);
    }
    const QByteArray json = octets.sliced(octets.indexOf('{'));
    QCOMPARE(QJsonDocument::fromJson(json).object()[u"key"_s].toString(), evil);
}

void WrappedTest::losesNothing()
{
    const QString text =
        u"{host} の証明書は、2026-11-24 に期限が切れました。「SMTPs (最初から TLS)」を選び、"
        "ポート 465 で 30 秒ほど待ってください😀。AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA。"_s;
    for (int width = 10; width < 60; ++width) {
        const QStringList lines = cli::wrapped(text, width);
        for (const QString &line : lines) {
            QVERIFY2(cli::columns(line) <= width, qPrintable(line));
        }
        QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
        QCOMPARE(cli::wrapped(text, width + 2, u"> "_s, u"  "_s).size(), lines.size());
    }
}

PROSERPINA_TEST(WrappedTest)
#include "tst_terminal.moc"
