// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `preset` of the built command line.
class PresetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheManualsTable();
    void tellsTheIdAsJson();
    void listsAll();
    void unknownIsSaid();
    void ownFile_data();
    void ownFile();
};

void PresetTest::showsTheManualsTable()
{
    const CliRun run = runCli({u"preset"_s, u"taro@gmail.com"_s});
    QCOMPARE(run.exitCode, 0);
    const QStringList lines = QString::fromUtf8(run.out).split(u'\n');
    const auto row = [&lines](const QString &head) {
        const auto found = std::find_if(lines.cbegin(), lines.cend(),
                                        [&](const QString &line) { return line.startsWith(head); });
        return found == lines.cend() ? QStringList()
                                     : found->sliced(head.size()).split(u' ', Qt::SkipEmptyParts);
    };
    QCOMPARE(row(u"SMTPs"_s), (QStringList{u"465"_s, u"."_s, u"."_s}));
    QCOMPARE(row(u"STARTTLS"_s), (QStringList{u"587"_s, u"."_s, u"."_s}));
    QCOMPARE(row(u"no encryption"_s), (QStringList{u"."_s, u"."_s, u"."_s}));
    QVERIFY(run.out.contains("app password"));
    QVERIFY(run.out.contains("As of 2024-07."));
}

void PresetTest::tellsTheIdAsJson()
{
    const QJsonObject yahoo =
        runCli({u"preset"_s, u"taro.yamada@yahoo.co.jp"_s, u"--json"_s}).json();
    QCOMPARE(yahoo[u"userId"_s].toString(), u"taro.yamada"_s);
    QCOMPARE(yahoo[u"host"_s].toString(), u"smtp.mail.yahoo.co.jp"_s);
    QCOMPARE(yahoo[u"ways"_s].toArray().size(), 2);
    QVERIFY(!yahoo[u"own"_s].toBool(true));
    // By host nobody's ID is known.
    QVERIFY(!runCli({u"preset"_s, u"smtp.gmail.com"_s, u"--json"_s}).json().contains(u"userId"_s));
}

void PresetTest::listsAll()
{
    const QJsonObject all = runCli({u"preset"_s, u"list"_s, u"--json"_s}).json();
    QVERIFY(all[u"providers"_s].toArray().size() > 40);
    QVERIFY(runCli({u"preset"_s, u"list"_s}).out.contains("Gmail (smtp.gmail.com)"));
}

void PresetTest::unknownIsSaid()
{
    const CliRun run = runCli({u"preset"_s, u"taro@example.org"_s});
    QCOMPARE(run.exitCode, 68);
    QVERIFY(run.error.contains("taro@example.org"));
    QCOMPARE(runCli({u"preset"_s}).exitCode, 64);
}

void PresetTest::ownFile_data()
{
    QTest::addColumn<QByteArray>("month");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("comes first") << QByteArray("2026-11") << u"mine"_s << QByteArray();
    QTest::newRow("a mistake is said, the others stay")
        << QByteArray("soon") << u"gmail"_s << QByteArray("cannot be used as presets");
}

void PresetTest::ownFile()
{
    QFETCH(QByteArray, month);
    QFETCH(QString, id);
    QFETCH(QByteArray, error);
    const QTemporaryDir home;
    QVERIFY(QDir(home.path()).mkdir(u"proserpina"_s));
    QFile file(home.filePath(u"proserpina/presets.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"format": 1, "providers": [{"id": "mine", "name": "Mine", "domains":
        ["gmail.com"], "host": "mail.example.org", "ways": [{"security": "smtps", "login": "auth",
        "port": 465}], "userId": "local", "asOf": ")" +
               month + R"(", "source": "me"}]})");
    file.close();
    CliInput input;
    input.home = home.path();
    QCOMPARE(runCli({u"preset"_s, u"a@gmail.com"_s, u"--json"_s}, input).json()[u"id"_s].toString(),
             id);
    const QByteArray said = runCli({u"preset"_s, u"list"_s}, input).error.simplified();
    QVERIFY2(error.isEmpty() ? said.isEmpty() : said.contains(error), said);
}

PROSERPINA_TEST(PresetTest)

#include "tst_preset.moc"
