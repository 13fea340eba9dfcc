// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/recorder.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::TranscriptLine;

namespace
{

constexpr qsizetype most = qsizetype{4} * 1024 * 1024;

/// Says ever so much; the octets of what was kept.
qsizetype fill(submission::Recorder &recorder, const QByteArray &line)
{
    recorder.start();
    for (int i = 0; i < 100'000; ++i) {
        core::AttemptEvent said = TranscriptLine{0, TranscriptLine::Direction::Server, false, line};
        if (!recorder.add(said)) {
            break;
        }
    }
    qsizetype octets = 0;
    for (const TranscriptLine &kept : recorder.transcript()) {
        octets += kept.text.size();
    }
    return octets;
}

} // namespace

/// How much of a job's transcript is kept.
class RecorderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSomeMegabytes_data();
    void keepsSomeMegabytes();
    void countsWhatWasKeptBefore();
};

void RecorderTest::keepsSomeMegabytes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("long lines") << QByteArray(1000, 'x');
    QTest::newRow("short lines") << QByteArray("250 ok");
    QTest::newRow("empty lines") << QByteArray();
}

/// And says, once, that there was more.
void RecorderTest::keepsSomeMegabytes()
{
    QFETCH(QByteArray, line);
    const submission::Job job;
    submission::Recorder recorder(job);
    QVERIFY(fill(recorder, line) <= most + 100);
    const core::Transcript &kept = recorder.transcript();
    QVERIFY(kept.size() < 100'000);
    QCOMPARE(kept.constLast().direction, TranscriptLine::Direction::Note);
    QCOMPARE(kept.constLast().note.english(), u"the rest is left out: too much was said"_s);
    QCOMPARE(kept[kept.size() - 2].text, line);
}

/// A server may end a connection after each of a thousand mails.
void RecorderTest::countsWhatWasKeptBefore()
{
    const submission::Job job;
    submission::Recorder recorder(job);
    qsizetype octets = 0;
    for (int connection = 0; connection < 10; ++connection) {
        octets = fill(recorder, QByteArray(1000, 'x'));
    }
    QVERIFY(octets <= most + 100);
}

PROSERPINA_TEST(RecorderTest)

#include "tst_recorder.moc"
