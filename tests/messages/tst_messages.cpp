// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagetrial.h"

#include "testmain.h"

#include <QTest>

/// Made-up messages: each arrives as it was meant, or nothing of it does.
class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arriveOrAreRefused();
};

void MessagesTest::arriveOrAreRefused()
{
    constexpr quint32 firstSeed = 20'261'126;
    constexpr quint32 messages = 5'000;
    MessageTrial trial;
    for (quint32 seed = firstSeed; seed < firstSeed + messages; ++seed) {
        const QString complaint = trial.complaintAbout(seed);
        QVERIFY2(complaint.isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(complaint)));
    }
    qInfo("%u messages from seed %u: %d arrived, %d refused", messages, firstSeed, trial.arrived(),
          trial.refused());
    QVERIFY(trial.arrived() > int(messages) / 3);
}

PROSERPINA_TEST(MessagesTest)

#include "tst_messages.moc"
