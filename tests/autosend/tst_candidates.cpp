// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/brake.h"
#include "autosend/candidates.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using autosend::Brake;
using autosend::Candidates;

/// When a file has been left alone for long enough, and when there are too many of them.
class CandidatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilAFileIsStill();
    void everyChangeBeginsAnew_data();
    void everyChangeBeginsAnew();
    void anEmptyFileWaits();
    void forgets();
    void theLongestStillFirst();
    void brakesAtTooManyFiles();
    void brakesAtTooManyOctets();
};

void CandidatesTest::waitsUntilAFileIsStill()
{
    Candidates candidates(3s);
    QVERIFY(!candidates.next(0s));
    candidates.see(u"a"_s, {1, 10, 1}, 10s);
    QCOMPARE(candidates.still(12s), QStringList());
    QCOMPARE(*candidates.next(12s), 13s);
    candidates.see(u"a"_s, {1, 10, 1}, 12s); // as before
    QCOMPARE(candidates.still(13s), QStringList{u"a"_s});
    QVERIFY(!candidates.next(13s));
}

void CandidatesTest::everyChangeBeginsAnew_data()
{
    QTest::addColumn<quint64>("inode");
    QTest::addColumn<qint64>("octets");
    QTest::addColumn<qint64>("changed");
    QTest::newRow("it grows") << quint64{1} << qint64{11} << qint64{1};
    QTest::newRow("it shrinks") << quint64{1} << qint64{9} << qint64{1};
    QTest::newRow("it is written again") << quint64{1} << qint64{10} << qint64{2};
    QTest::newRow("a clock that was set back") << quint64{1} << qint64{10} << qint64{-5};
    QTest::newRow("another file took its place") << quint64{2} << qint64{10} << qint64{1};
}

void CandidatesTest::everyChangeBeginsAnew()
{
    QFETCH(quint64, inode);
    QFETCH(qint64, octets);
    QFETCH(qint64, changed);
    Candidates candidates(3s);
    candidates.see(u"a"_s, {1, 10, 1}, 10s);
    candidates.see(u"a"_s, {inode, octets, changed}, 12s);
    QCOMPARE(candidates.still(14s), QStringList());
    QCOMPARE(candidates.still(15s), QStringList{u"a"_s});
    candidates.touch(u"a"_s, 15s); // somebody has it open
    QCOMPARE(candidates.still(17s), QStringList());
    QCOMPARE(candidates.still(18s), QStringList{u"a"_s});
}

void CandidatesTest::anEmptyFileWaits()
{
    Candidates candidates(3s);
    candidates.see(u"a"_s, {1, 0, 1}, 10s);
    QCOMPARE(candidates.still(100s), QStringList());
    QCOMPARE(candidates.empty(), QStringList{u"a"_s});
    QVERIFY(!candidates.next(10s));
    candidates.see(u"a"_s, {1, 5, 2}, 100s);
    QCOMPARE(candidates.empty(), QStringList());
    QCOMPARE(candidates.still(103s), QStringList{u"a"_s});
}

void CandidatesTest::forgets()
{
    Candidates candidates(3s);
    candidates.see(u"a"_s, {1, 10, 1}, 0s);
    QCOMPARE(candidates.snapshot(u"a"_s)->octets, 10);
    candidates.forget(u"a"_s);
    candidates.touch(u"a"_s, 1s);
    QCOMPARE(candidates.count(), 0);
    QVERIFY(!candidates.snapshot(u"a"_s));
    QCOMPARE(candidates.still(10s), QStringList());
}

void CandidatesTest::theLongestStillFirst()
{
    Candidates candidates(3s);
    candidates.see(u"late"_s, {1, 10, 1}, 2s);
    candidates.see(u"early"_s, {2, 10, 1}, 1s);
    candidates.see(u"later"_s, {3, 10, 1}, 9s);
    QCOMPARE(candidates.still(10s), (QStringList{u"early"_s, u"late"_s}));
    QCOMPARE(*candidates.next(10s), 12s);
}

void CandidatesTest::brakesAtTooManyFiles()
{
    Brake brake(3, 0);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(brake.admit(1, 1s * i));
    }
    QVERIFY(!brake.admit(1, 3s));
    QVERIFY(brake.isOn());
    QVERIFY(!brake.admit(1, 10min)); // it stays on until a person says so
    brake.release();
    QVERIFY(!brake.isOn());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(brake.admit(1, 11min));
    }
    QVERIFY(!brake.admit(1, 11min));
    // A minute later they are other files.
    Brake slow(3, 0);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(slow.admit(1, 30s * i));
    }
    Brake none(0, 0);
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(none.admit(1'000'000'000, 0s));
    }
}

void CandidatesTest::brakesAtTooManyOctets()
{
    Brake brake(0, 100);
    QVERIFY(brake.admit(60, 0s));
    QVERIFY(brake.admit(40, 1s));
    QVERIFY(!brake.admit(1, 2s));
    Brake one(0, 100);
    QVERIFY(!one.admit(101, 0s));
}

PROSERPINA_TEST(CandidatesTest)
#include "tst_candidates.moc"
