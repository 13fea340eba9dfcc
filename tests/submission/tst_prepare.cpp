// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/prepare.h"
#include "testmain.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using core::Goal;

/// What a job becomes for the wire.
class PrepareTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForTheGreetingByTheGoal_data();
    void waitsForTheGreetingByTheGoal();
};

void PrepareTest::waitsForTheGreetingByTheGoal_data()
{
    QTest::addColumn<Goal>("goal");
    QTest::addColumn<std::chrono::milliseconds>("greeting");
    QTest::addRow("check") << Goal::Check << std::chrono::milliseconds(30s);
    QTest::addRow("reply") << Goal::ReadReply << std::chrono::milliseconds(30s);
    QTest::addRow("mail") << Goal::SendMail << std::chrono::milliseconds(5min);
}

void PrepareTest::waitsForTheGreetingByTheGoal()
{
    QFETCH(Goal, goal);
    QFETCH(std::chrono::milliseconds, greeting);
    submission::Job job;
    job.goal = goal;
    job.profile.host = u"mail.example.org"_s;
    job.profile.method = core::Method::PopBeforeSmtp;
    job.credentials = core::Credentials{u"taro"_s, core::Secret("word-pass")};
    job.mail = core::Draft{u"a@example.org"_s, {u"b@example.org"_s}, u"S"_s, u"text"_s, {}};
    const auto made = submission::prepare(job, QDateTime::currentDateTime());
    const auto *prepared = std::get_if<submission::Prepared>(&made);
    QVERIFY(prepared != nullptr);
    QCOMPARE(prepared->settings.deadlines.greeting, greeting);
    QCOMPARE(prepared->settings.deadlines.command, std::chrono::milliseconds(5min));
    QCOMPARE(prepared->pop.has_value(), goal != Goal::ReadReply);
    if (prepared->pop) {
        QCOMPARE(prepared->pop->settings.deadlines.greeting, greeting);
    }
}

PROSERPINA_TEST(PrepareTest)

#include "tst_prepare.moc"
