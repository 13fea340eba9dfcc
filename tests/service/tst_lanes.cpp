// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "reports.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using core::Goal;
using core::Outcome;
using core::Stage;
using service::JobId;

namespace
{

constexpr qint64 megabyte = qint64{1024} * 1024;

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

bool isProgress(const core::AttemptEvent &event)
{
    return std::holds_alternative<core::BodyProgress>(event);
}

/// What the large mail is doing when the check is started.
enum class While
{
    Composing,
    Importing,
    Recoding,
    Hashing,
    Sending,
};

} // namespace

/// Jobs that go on beside each other, by the order of what they tell.
class LanesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void checkBesideALargeMail_data();
    void checkBesideALargeMail();
    void mailsOfOneServerInOrder();
    void mailsOfSeveralServers();
    void cancelledInEachLane();
    void goneMeanwhile_data();
    void goneMeanwhile();

private:
    [[nodiscard]] static std::unique_ptr<service::PracticeEntry>
    started(practice::Behaviour behaviour = {});
    [[nodiscard]] static service::Request check(const service::PracticeEntry &server);
    [[nodiscard]] static service::Request mail(const service::PracticeEntry &server);
    [[nodiscard]] service::Request largeMail(const service::PracticeEntry &server,
                                             While what) const;
    /// How many events of this job are like that.
    template <typename Is> [[nodiscard]] qsizetype count(JobId id, Is is) const
    {
        return std::count_if(m_told.begin(), m_told.end(),
                             [&](const Told &told) { return told.id == id && is(told.event); });
    }
    [[nodiscard]] Outcome outcome(JobId id) const;

    std::unique_ptr<service::Mailer> m_mailer;
    QList<Told> m_told;
    QTemporaryDir m_folder;
};

void LanesTest::initTestCase()
{
    QFile attachment(m_folder.filePath(u"attachment"_s));
    QVERIFY(attachment.open(QIODevice::WriteOnly) && attachment.resize(100 * megabyte));
    QFile message(m_folder.filePath(u"large.eml"_s));
    QVERIFY(message.open(QIODevice::WriteOnly));
    message.write("From: x@practice.test\nMIME-Version: 1.0\n"
                  "Content-Type: text/plain; charset=utf-8\n"
                  "Content-Transfer-Encoding: 8bit\n\n");
    const QByteArray lines = QByteArray("caf\xC3\xA9 ").repeated(10).append('\n').repeated(16'384);
    for (qint64 written = 0; written < 100 * megabyte; written += lines.size()) {
        QCOMPARE(message.write(lines), lines.size());
    }
}

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

service::Request LanesTest::largeMail(const service::PracticeEntry &server, While what) const
{
    service::Request request = mail(server);
    if (what == While::Composing) {
        std::get<core::Draft>(request.job.mail).attachments = {m_folder.filePath(u"attachment"_s)};
    } else if (what != While::Hashing) {
        request.job.mail = service::MessageFile{
            m_folder.filePath(u"large.eml"_s), u"x@practice.test"_s, {u"y@practice.test"_s}};
    }
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

void LanesTest::checkBesideALargeMail_data()
{
    QTest::addColumn<While>("what");
    QTest::addColumn<bool>("sameServer");
    for (const bool same : {true, false}) {
        const char *where = same ? "the same server" : "another server";
        QTest::addRow("composed, %s", where) << While::Composing << same;
        QTest::addRow("imported, %s", where) << While::Importing << same;
        QTest::addRow("recoded, %s", where) << While::Recoding << same;
        QTest::addRow("sent, %s", where) << While::Sending << same;
    }
    // Its own hash would take the same server as long.
    QTest::addRow("its login hashed, another server") << While::Hashing << false;
}

void LanesTest::checkBesideALargeMail()
{
    QFETCH(While, what);
    QFETCH(bool, sameServer);
    practice::Behaviour behaviour;
    behaviour.keywords = {"PIPELINING"};
    if (what != While::Recoding) {
        behaviour.keywords += "8BITMIME";
    }
    behaviour.scramRounds = what == While::Hashing ? 1'000'000 : 4096;
    const auto server = started(behaviour);
    const auto other = started();
    QVERIFY(server && other);
    const service::Request beside = check(sameServer ? *server : *other);

    const JobId large = m_mailer->start(largeMail(*server, what));
    const auto begun = [&]() -> qsizetype {
        switch (what) {
        case While::Composing:
        case While::Importing:
            return count(large, [](const auto &event) { return isStage(event, Stage::Message); });
        case While::Recoding:
            return count(large, [](const auto &event) { return isStage(event, Stage::Quit); });
        case While::Hashing:
            return count(large, [](const auto &event) { return isStage(event, Stage::Auth); });
        case While::Sending: return count(large, isProgress);
        }
        Q_UNREACHABLE();
    };
    QTRY_VERIFY_WITH_TIMEOUT(begun() > 0, 60'000);
    const qsizetype before = count(
        large, [](const auto &event) { return std::holds_alternative<core::StageStarted>(event); });
    const JobId checking = m_mailer->start(beside);
    QSignalSpy told(m_mailer.get(), &service::Mailer::told);
    while (count(checking, isReport) == 0) {
        QVERIFY(told.wait(60'000));
    }
    QCOMPARE(outcome(checking), Outcome::Accepted);

    // Until now the mail is where it was.
    qsizetype stages = 0;
    for (const Told &one : std::as_const(m_told)) {
        if (one.id == checking && isReport(one.event)) {
            break;
        }
        stages += one.id == large && std::holds_alternative<core::StageStarted>(one.event) ? 1 : 0;
    }
    QCOMPARE(stages, before);
    QCOMPARE(count(large, isReport), 0);
    m_mailer->cancel(large);
    QTRY_VERIFY_WITH_TIMEOUT(count(large, isReport) == 1, 60'000);
    QCOMPARE(outcome(large), Outcome::Cancelled);
    QVERIFY(server->mailbox().isEmpty());
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

void LanesTest::goneMeanwhile_data()
{
    QTest::addColumn<While>("what");
    QTest::addColumn<Stage>("stage");
    QTest::newRow("while it is composed") << While::Composing << Stage::Message;
    QTest::newRow("while its login is hashed") << While::Hashing << Stage::Auth;
}

/// The end of all waits for what is computed: within the test's time only where that stops.
void LanesTest::goneMeanwhile()
{
    QFETCH(While, what);
    QFETCH(Stage, stage);
    practice::Behaviour behaviour;
    behaviour.scramRounds = 1'000'000;
    const auto server = started(behaviour);
    QVERIFY(server);
    // Sparse: takes no room, and minutes to write.
    const QString path = m_folder.filePath(u"endless"_s);
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QVERIFY(QFile::resize(path, qint64{20} * 1024 * megabyte));
    service::Request sending = mail(*server);
    if (what == While::Composing) {
        std::get<core::Draft>(sending.job.mail).attachments = {path};
    }
    const JobId id = m_mailer->start(sending);
    QTRY_VERIFY(count(id, [&](const auto &event) { return isStage(event, stage); }) == 1);
    m_mailer.reset();
    QVERIFY(server->mailbox().isEmpty());
    QFile::remove(path);
}

PROSERPINA_TEST(LanesTest)

#include "tst_lanes.moc"
