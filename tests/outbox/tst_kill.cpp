// SPDX-License-Identifier: GPL-3.0-or-later
#include "killrounds.h"
#include "testmain.h"

#include <QTest>

/// No mail is lost, doubled or stuck, whenever its programs are killed. `./dev stress outbox` goes
/// on with it.
class KillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAtRandom();
};

void KillTest::killedAtRandom()
{
    KillRounds rounds(QRandomGenerator::global()->generate());
    QVERIFY(rounds.play(20));
    const KillCounts &counts = rounds.counts();
    qInfo("%s", qPrintable(counts.text()));
    QVERIFY(counts.accepted > 0);
    QCOMPARE(counts.lost, 0);
    QCOMPARE(counts.doubled, 0);
    QCOMPARE(counts.stuck, 0);
}

PROSERPINA_TEST(KillTest)
#include "tst_kill.moc"
