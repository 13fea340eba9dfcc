// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"
#include "clirun.h"
#include "diagnosis/causerow.h"
#include "practiceserver.h"
#include "testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the real program says, in which language, and how wide.
class LanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsInto80Columns_data();
    void fitsInto80Columns();
    void speaksJapanese_data();
    void speaksJapanese();
    void findsTheSameCauseInJapanese();
    void saysNothingOnStandardErrorWithoutAUtf8Locale();
    void speaksEnglishInTheLocaleC();
};

namespace
{

CliInput inLanguage(const QString &language)
{
    CliInput input;
    input.environment.insert(u"LANGUAGE"_s, language);
    return input;
}

/// The parts between the places of every sentence and advice of the causes.
QStringList englishPieces()
{
    static const QRegularExpression place(u"\\{\\w+\\}"_s);
    QStringList pieces;
    for (const auto part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            pieces += QString::fromUtf8(row.sentence).split(place);
            pieces += QString::fromUtf8(row.advice).split(place);
        }
    }
    pieces.removeIf([](const QString &piece) { return piece.size() < 10; });
    return pieces;
}

} // namespace

void LanguageTest::fitsInto80Columns_data()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("English") << u"en"_s;
    QTest::addRow("Japanese") << u"ja"_s;
}

void LanguageTest::fitsInto80Columns()
{
    QFETCH(QString, language);
    const CliInput input = inLanguage(language);
    const auto entry = service::PracticeEntry::withFault(u"hostile-text"_s);
    QVERIFY(entry->start());
    const QByteArrayList outputs{
        runCli({u"practice"_s, u"--tour"_s}, input).out,
        runCli({u"reply"_s, u"practice"_s}, input).out,
        runCli({u"test"_s, u"practice"_s, u"--subject"_s, u"長い題"_s.repeated(40)}, input).out,
        runCli(QStringList{u"check"_s, u"--auth"_s, u"none"_s} + optionsFor(*entry).mid(0, 6),
               input)
            .out,
        runCli({u"--help"_s}, input).out,
        runCli({u"check"_s, u"--help"_s}, input).out,
        runCli({u"reply"_s, u"--help"_s}, input).out,
        runCli({u"server"_s, u"--help"_s}, input).out,
        runCli({u"help"_s, u"connection"_s}, input).out,
        runCli({u"test"_s, u"--help"_s}, input).out,
        runCli({u"practice"_s, u"--help"_s}, input).out};
    for (const QByteArray &output : outputs) {
        QVERIFY(output.size() > 100);
        for (const QByteArray &line : output.split('\n')) {
            QVERIFY2(cli::columns(QString::fromUtf8(line)) <= 80, line);
        }
    }
}

void LanguageTest::speaksJapanese_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *arguments, const QString &says) {
        QTest::addRow("%s", arguments) << QString::fromLatin1(arguments) << says;
    };
    row("check practice",
        u"すべて正常です。サーバは SCRAM-SHA-256 で ID とパスワードを受け付けました。"_s);
    row("reply practice", u"この接続を途中から暗号化できます。"_s);
    row("test practice", u"サーバがメールを受け付けました。"_s);
    row("practice --tour", u"サーバがメールを受け付けました。"_s);
    row("check practice --auth login --ehlo x..y", u"何も送っていません。"_s);
    row("test practice --from a@example.test --to t@a..test --json",
        uR"("detail": "ドメイン名に、点だけで)"_s);
    row("chekc", u"もしかして: check"_s);
    row("check practice --port many", u"指定しないでください"_s);
    row("check --help", u"proserpina-cli help connection"_s);
    row("help connection", u"サーバのホスト名またはアドレス。"_s);
    row("practice --help", u"証明書の期限が切れている"_s);
    row("--help", u"終了コード"_s);
}

void LanguageTest::speaksJapanese()
{
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const CliRun run = runCli(arguments.split(u' '), inLanguage(u"ja"_s));
    // Lines end anywhere in Japanese, and at the spaces in it.
    const QString all = QString::fromUtf8(run.out + run.error);
    const auto joined = [](QString text) { return text.remove(u'\n').remove(u' '); };
    QVERIFY2(joined(all).contains(joined(says)), qPrintable(all));
    const QStringList pieces = englishPieces();
    QVERIFY(pieces.size() > 150);
    for (const QString &piece : pieces) {
        QVERIFY2(!joined(all).contains(joined(piece)), qPrintable(piece));
    }
}

/// Qt's own words are translated too; no cause may depend on them.
void LanguageTest::findsTheSameCauseInJapanese()
{
    for (const char *fault : {"tls-broken", "cert-expired", "cert-unknown-issuer", "no-greeting"}) {
        const auto entry = service::PracticeEntry::withFault(QString::fromLatin1(fault));
        QVERIFY(entry->start());
        QStringList ids;
        for (const QString &language : {u"en"_s, u"ja"_s}) {
            CliInput input = passwordFor(*entry);
            input.environment.insert(u"LANGUAGE"_s, language);
            const CliRun run = runCli(
                QStringList{u"check"_s, u"--json"_s, u"--timeout"_s, u"1.5"_s} + optionsFor(*entry),
                input);
            ids.append(run.json()[u"causeId"_s].toString());
        }
        QCOMPARE(ids[1], ids[0]);
    }
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    CliInput input = passwordFor(entry);
    input.environment.insert(u"LANGUAGE"_s, u"ja"_s);
    const CliRun run = runCli(QStringList{u"check"_s, u"--json"_s, u"--security"_s, u"smtps"_s} +
                                  optionsFor(entry),
                              input);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"wrong-tls-mode-server-speaks-plain"_s);
}

void LanguageTest::saysNothingOnStandardErrorWithoutAUtf8Locale()
{
    CliInput input;
    input.environment.insert(u"LC_ALL"_s, u"C"_s);
    const CliRun run = runCli({u"check"_s, u"practice"_s}, input);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.error, QByteArray());
}

void LanguageTest::speaksEnglishInTheLocaleC()
{
    CliInput input = inLanguage(u"ja"_s);
    input.environment.insert(u"LC_ALL"_s, u"C"_s);
    QCOMPARE(runCli({u"server"_s, u"list"_s}, input).out,
             QByteArray("There is no saved server.\n"));
}

PROSERPINA_TEST(LanguageTest)

#include "tst_language.moc"
