// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"
#include "testmain.h"

#include <QTest>

/// Every scripted dialogue, run whole, by line and byte by byte: how the bytes came must not
/// matter.
class SessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialogues_data();
    void dialogues();

private:
    QList<dialogue::Row> m_rows =
        dialogue::greetingRows() + dialogue::ehloRows() + dialogue::replyRows() +
        dialogue::tlsRows() + dialogue::authRows() + dialogue::ladderRows() +
        dialogue::nextMethodRows() + dialogue::tokenRows() + dialogue::hostileLoginRows() +
        dialogue::fewRoundsRows() + dialogue::digestInTheOpenRows() + dialogue::envelopeRows() +
        dialogue::dataRows() + dialogue::deliveryRows() + dialogue::parameterRows() +
        dialogue::heldEndRows() + dialogue::restingRows();
};

void SessionTest::dialogues_data()
{
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<int>("feeding");
    static const char *const names[] = {"whole", "by line", "by byte"};
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        for (int feeding = 0; feeding < 3; ++feeding) {
            QTest::addRow("%s (%s)", m_rows[i].name.constData(), names[feeding]) << i << feeding;
        }
    }
}

void SessionTest::dialogues()
{
    QFETCH(qsizetype, index);
    QFETCH(int, feeding);
    const dialogue::Row &row = m_rows[index];
    const dialogue::Run run = dialogue::run(row, static_cast<dialogue::Feeding>(feeding));
    QVERIFY2(run.problem.isEmpty(), run.problem + "\n" + run.shown.join('\n'));
    QCOMPARE(static_cast<int>(run.facts.failure), static_cast<int>(row.failure));
    QCOMPARE(static_cast<int>(run.facts.outcome), static_cast<int>(row.outcome));
    if (row.stage && row.outcome != core::Outcome::Accepted) {
        QCOMPARE(core::stageName(run.facts.stage), core::stageName(*row.stage));
    }
    if (run.sentBody) {
        QCOMPARE(run.bodyOnWire, row.wire);
    } else {
        QCOMPARE(run.bodyOnWire, run.sentLoneDot ? QByteArray(".\r\n") : QByteArray());
    }
    QVERIFY2(run.checkHolds, run.shown.join('\n'));
}

PROSERPINA_TEST(SessionTest)
#include "tst_session.moc"
