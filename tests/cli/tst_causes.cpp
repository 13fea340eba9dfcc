// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "diagnosis/causerow.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// `causes`, and docs/causes.md, which is made of it.
class CausesCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theManualIsTheTable();
    void json();
    void speaksJapanese();
    void takesNoWord();
};

void CausesCommandTest::theManualIsTheTable()
{
    const CliRun run = runCli({u"causes"_s});
    QCOMPARE(run.exitCode, 0);
    QFile manual(u"" PROSERPINA_SOURCE "/docs/causes.md"_s);
    QVERIFY(manual.open(QIODevice::ReadOnly));
    const QByteArray text = manual.readAll();
    const qsizetype table = text.indexOf("## ");
    QVERIFY(table > 0);
    QVERIFY2(text.sliced(table).trimmed() == run.out.trimmed(),
             "after the first heading put what proserpina-cli causes prints");
}

void CausesCommandTest::json()
{
    const CliRun run = runCli({u"causes"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    const QJsonArray causes = run.json()[u"causes"_s].toArray();
    qsizetype rows = 0;
    for (const auto part : diagnosis::causeTable()) {
        rows += qsizetype(part.size());
    }
    QCOMPARE(causes.size(), rows);
    for (const auto &cause : causes) {
        if (cause[u"id"_s] == u"wrong-password"_s) {
            QCOMPARE(cause[u"class"_s].toString(), u"wrong-password"_s);
            QCOMPARE(cause[u"whose"_s].toString(), u"person"_s);
            QCOMPARE(cause[u"again"_s].toString(), u"after-change"_s);
            QCOMPARE(cause[u"exitCode"_s].toInt(), 77);
            QCOMPARE(cause[u"remedies"_s].toArray(),
                     (QJsonArray{u"change-login"_s, u"try-next-method"_s}));
            return;
        }
    }
    QFAIL("no row for a wrong password");
}

void CausesCommandTest::speaksJapanese()
{
    CliInput input;
    input.environment.insert(u"LANGUAGE"_s, u"ja"_s);
    const CliRun run = runCli({u"causes"_s}, input);
    QCOMPARE(run.exitCode, 0);
    for (const auto part : diagnosis::causeTable()) {
        for (const diagnosis::CauseRow &row : part) {
            QVERIFY2(QByteArray(row.sentence).startsWith('{') || !run.out.contains(row.sentence),
                     row.verdict.id);
        }
    }
}

void CausesCommandTest::takesNoWord()
{
    const CliRun run = runCli({u"causes"_s, u"nonsense"_s});
    QCOMPARE(run.exitCode, 64);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.error.contains("nonsense"), run.error);
}

PROSERPINA_TEST(CausesCommandTest)
#include "tst_causes.moc"
