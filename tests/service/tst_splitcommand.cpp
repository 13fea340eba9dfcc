// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/commandline.h"

#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A password command as one writes it for a shell.
class SplitCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void openQuotationMarks();
    void writtenAndReadBack();
};

void SplitCommandTest::words_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("argv");

    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("words") << u" pass  show\tmail "_s
                           << QStringList{u"pass"_s, u"show"_s, u"mail"_s};
    QTest::newRow("'...'") << u"x -p 'a b'"_s << QStringList{u"x"_s, u"-p"_s, u"a b"_s};
    QTest::newRow("\"...\"") << uR"(x -p "a b")"_s << QStringList{u"x"_s, u"-p"_s, u"a b"_s};
    QTest::newRow("one kind within the other")
        << uR"(x "it's" 'say "a"')"_s << QStringList{u"x"_s, u"it's"_s, uR"(say "a")"_s};
    QTest::newRow("quotes within a word") << uR"(a'b c'd" e")"_s << QStringList{u"ab cd e"_s};
    QTest::newRow("empty words") << uR"(x '' "")"_s << QStringList{u"x"_s, u""_s, u""_s};
    QTest::newRow("a backslash before a space and a quotation mark")
        << uR"(a\ b \')"_s << QStringList{u"a b"_s, u"'"_s};
    QTest::newRow("a backslash in '...' is itself") << uR"('a\n')"_s << QStringList{uR"(a\n)"_s};
    QTest::newRow("a backslash in \"...\"") << uR"("a\"b\\c\n")"_s << QStringList{uR"(a"b\c\n)"_s};
    QTest::newRow("a backslash at the end") << uR"(a\)"_s << QStringList{uR"(a\)"_s};
    QTest::newRow("no shell: $HOME, *, | and ; are letters")
        << u"echo $HOME * | x;y"_s << QStringList{u"echo"_s, u"$HOME"_s, u"*"_s, u"|"_s, u"x;y"_s};
}

void SplitCommandTest::words()
{
    QFETCH(QString, line);
    QFETCH(QStringList, argv);
    const auto read = service::splitCommand(line);
    QVERIFY(read.ok());
    QCOMPARE(*read, argv);
}

void SplitCommandTest::openQuotationMarks()
{
    for (const QString &line : {u"x 'a b"_s, u"x \"a b"_s, u"x 'a\""_s, u"'"_s}) {
        const auto read = service::splitCommand(line);
        QVERIFY2(!read.ok(), qPrintable(line));
        QCOMPARE(read.error().failure, core::Failure::BadInput);
    }
}

void SplitCommandTest::writtenAndReadBack()
{
    const QStringList argv{u"sh"_s,     u"-c"_s,          uR"(echo 'a' "b" \c)"_s,
                           u""_s,       u"it's"_s,        uR"(\)"_s,
                           u"a\tb\n"_s, u"--key=value"_s, u"山田　太郎"_s};
    const auto read = service::splitCommand(service::commandLineOf(argv));
    QVERIFY(read.ok());
    QCOMPARE(*read, argv);
    QCOMPARE(service::commandLineOf({u"pass"_s, u"show"_s, u"mail"_s}), u"pass show mail"_s);
}

PROSERPINA_TEST(SplitCommandTest)

#include "tst_splitcommand.moc"
