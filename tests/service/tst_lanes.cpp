// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/draft.h"
#include "reports.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using core::Goal;
using core::Outcome;
using core::Stage;
using service::JobId;

namespace
{

struct Told
{
    JobId id = 0;
    core::AttemptEvent event;
};

bool isStage(const core::AttemptEvent &event, Stage stage)
{
    return event == core::AttemptEvent(core::StageStarted{stage});
}

bool isReport(const core::AttemptEvent &event)
{
    return std::holds_alternative<core::AttemptReport>(event);
}

} // namespace

/// Jobs that go on beside each other, by the order of what they tell.
class LanesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mailsOfOneServerInOrder();
    void mailsOfSeveralServers();
    void cancelledInEachLane();

private:
    [[nodiscard]] static std::unique_ptr<service::PracticeEntry>
    started(practice::Behaviour behaviour = {});
    [[nodiscard]] static service::Request check(const service::PracticeEntry &server);
    [[nodiscard]] static service::Request mail(const service::PracticeEntry &server);
    /// How many events of this job are like that.
    template <typename Is> [[nodiscard]] qsizetype count(JobId id, Is is) const
    {
        return std::count_if(m_told.begin(), m_told.end(),
                             [&](const Told &told) { return told.id == id && is(told.event); });
    }
    [[nodiscard]] Outcome outcome(JobId id) const;

    std::unique_ptr<service::Mailer> m_mailer;
    QList<Told> m_told;
};

void LanesTest::init()
{
    m_told.clear();
    m_mailer = std::make_unique<service::Mailer>();
    connect(m_mailer.get(), &service::Mailer::told, this,
            [this](JobId id, const core::AttemptEvent &event) {
                m_told.append({id, event});
            });
}

std::unique_ptr<service::PracticeEntry> LanesTest::started(practice::Behaviour behaviour)
{
    auto server = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    return server->start() ? std::move(server) : nullptr;
}

service::Request LanesTest::check(const service::PracticeEntry &server)
{
    service::Request request;
    request.job.goal = Goal::Check;
    request.job.profile = server.profile(core::Security::StartTls);
    request.password = server.credentials().password;
    return request;
}

service::Request LanesTest::mail(const service::PracticeEntry &server)
{
    service::Request request = check(server);
    request.job.goal = Goal::SendMail;
    request.job.mail =
        core::Draft{u"x@practice.test"_s, {u"y@practice.test"_s}, u"s"_s, u"t"_s, {}};
    return request;
}

Outcome LanesTest::outcome(JobId id) const
{
    const auto report = std::find_if(m_told.begin(), m_told.end(), [&](const Told &told) {
        return told.id == id && isReport(told.event);
    });
    return report == m_told.end() ? Outcome::Unknown
                                  : std::get<core::AttemptReport>(report->event).facts.outcome;
}

void LanesTest::mailsOfOneServerInOrder()
{
    const auto server = started();
    QVERIFY(server);
    QList<JobId> started;
    for (int i = 0; i < 4; ++i) {
        started.append(m_mailer->start(mail(*server)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(count(started.constLast(), isReport) == 1, 20'000);
    QList<JobId> ids;
    for (const Told &told : std::as_const(m_told)) {
        if (ids.isEmpty() || ids.constLast() != told.id) {
            ids.append(told.id);
        }
    }
    QCOMPARE(ids, started); // nothing of one between what another tells
    QCOMPARE(server->mailbox().size(), 4);
}

void LanesTest::mailsOfSeveralServers()
{
    const auto hanging = started(*practice::behaviourWithFault(u"no-greeting"_s));
    const auto server = started();
    QVERIFY(hanging && server);
    const JobId first = m_mailer->start(mail(*hanging));
    const JobId behind = m_mailer->start(mail(*hanging));
    const JobId elsewhere = m_mailer->start(mail(*server));
    QTRY_VERIFY_WITH_TIMEOUT(count(elsewhere, isReport) == 1, 20'000);
    QCOMPARE(outcome(elsewhere), Outcome::Accepted);
    QCOMPARE(count(first, isReport), 0);
    QCOMPARE(count(behind, [](const auto &) { return true; }), 0);
}

void LanesTest::cancelledInEachLane()
{
    const auto one = started(*practice::behaviourWithFault(u"no-greeting"_s));
    const auto two = started(*practice::behaviourWithFault(u"no-greeting"_s));
    QVERIFY(one && two);
    QList<JobId> running;
    QList<JobId> waiting;
    for (const service::Request &request : {mail(*one), mail(*two), check(*one)}) {
        running.append(m_mailer->start(request));
        waiting.append(m_mailer->start(request));
    }
    for (const JobId id : std::as_const(running)) {
        QTRY_VERIFY(count(id, [](const auto &event) { return isStage(event, Stage::Greeting); }) ==
                    1);
    }
    for (const QList<JobId> &ids : {waiting, running}) {
        for (const JobId id : ids) {
            m_mailer->cancel(id);
            QTRY_COMPARE(count(id, isReport), 1);
            QCOMPARE(outcome(id), Outcome::Cancelled);
        }
    }
    QCOMPARE(count(waiting[0], [](const auto &) { return true; }), 1); // never begun
    QCOMPARE(m_mailer->running(), 0);
}

PROSERPINA_TEST(LanesTest)

#include "tst_lanes.moc"
