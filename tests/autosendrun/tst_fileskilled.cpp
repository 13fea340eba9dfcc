// SPDX-License-Identifier: GPL-3.0-or-later
#include "filekillrounds.h"
#include "testmain.h"

#include <QTest>

/// No file is lost, mailed twice or left in a claim, whenever its programs are killed. `./dev
/// stress autosend` goes on with it.
class FilesKilledTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandom();
};

void FilesKilledTest::killedAtRandom()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    FileKillRounds rounds(seed);
    QVERIFY(rounds.play(20));
    const FileKillCounts &counts = rounds.counts();
    qInfo("%s", qPrintable(counts.text()));
    QVERIFY(counts.arrived > 0);
    QCOMPARE(counts.lost, 0);
    QCOMPARE(counts.doubled, 0);
    QCOMPARE(counts.claimed, 0);
    QCOMPARE(counts.different, 0);
    QCOMPARE(counts.misplaced, 0);
}

PROSERPINA_TEST(FilesKilledTest)
#include "tst_fileskilled.moc"
