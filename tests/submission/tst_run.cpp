// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "scriptedtransport.h"
#include "submission/run.h"
#include "testmain.h"

#include <QTemporaryFile>
#include <QTest>

#include <functional>
#include <list>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Method;
using core::Outcome;
using core::Stage;
using Script = QList<QByteArrayList>; // one list a connection

namespace
{

const QByteArray plainEhlo = "250-hi\r\n250 8BITMIME";
const QByteArrayList opening{"220 hi", plainEhlo};
const QByteArrayList popLogin{"+OK hi", "+OK", "+OK in", "+OK bye"};

/// What a server says to one mail, without PIPELINING.
QByteArrayList mail()
{
    return {"250 ok", "250 ok", "354 go", "250 taken"};
}

submission::Job job(Goal goal)
{
    submission::Job job;
    job.goal = goal;
    job.profile.host = u"mail.example.org"_s;
    job.profile.security = core::Security::None;
    job.profile.method = Method::None;
    if (goal == Goal::SendMail) {
        job.mail = core::Draft{u"a@example.org"_s, {u"b@example.org"_s}, u"s"_s, u"t"_s, {}};
    }
    return job;
}

submission::Job copies(int count)
{
    submission::Job several = job(Goal::SendMail);
    several.delivery.copies = count;
    return several;
}

submission::Job popBeforeSmtp(std::chrono::milliseconds wait = {})
{
    submission::Job popping = job(Goal::SendMail);
    popping.profile.method = Method::PopBeforeSmtp;
    popping.profile.allowPlaintextPassword = true;
    popping.profile.pop.security = core::PopSecurity::None;
    popping.profile.pop.auth = core::PopAuth::User;
    popping.profile.pop.wait = wait;
    popping.credentials = core::Credentials{u"taro"_s, core::Secret("word-pass")};
    return popping;
}

submission::Job nextMethod()
{
    submission::Job trying = job(Goal::Check);
    trying.profile.security = core::Security::Smtps;
    trying.profile.method = Method::CramMd5;
    trying.profile.tryNextMethod = true;
    trying.credentials = core::Credentials{u"taro"_s, core::Secret("word-pass")};
    return trying;
}

} // namespace

/// What a job makes of how its connections end, without a socket.
class RunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void goesOn_data();
    void goesOn();
    void cancelled_data();
    void cancelled();
    void goneInEveryStage_data();
    void goneInEveryStage();

private:
    using Hear = std::function<void(const core::AttemptEvent &)>;

    void start(const submission::Job &job, const Script &script, const Hear &hear = {});
    /// Does that from the event loop, once the row's event has come for the last time.
    [[nodiscard]] Hear whenTold(const std::function<void()> &act);
    /// By the client, connection by connection.
    [[nodiscard]] QByteArray said() const;
    [[nodiscard]] submission::Job eightBitMessage() const;
    [[nodiscard]] qsizetype connections() const { return qsizetype(m_verbs.size()); }

    submission::Background m_background;
    submission::LetIn m_letIn;
    std::unique_ptr<submission::Run> m_run;
    std::optional<core::AttemptReport> m_report;
    int m_reports = 0;
    std::list<QByteArrayList> m_verbs; // by connection
    QTemporaryFile m_message;
};

void RunTest::initTestCase()
{
    QVERIFY(m_message.open());
    m_message.write("From: a@example.org\nMIME-Version: 1.0\n"
                    "Content-Type: text/plain; charset=utf-8\n"
                    "Content-Transfer-Encoding: 8bit\n\ncaf\xC3\xA9\n");
    m_message.close();
}

void RunTest::init()
{
    m_run.reset();
    m_letIn = {};
    m_report.reset();
    m_reports = 0;
    m_verbs.clear();
}

submission::Job RunTest::eightBitMessage() const
{
    submission::Job sending = job(Goal::SendMail);
    sending.mail =
        submission::MessageFile{m_message.fileName(), u"a@example.org"_s, {u"b@example.org"_s}};
    return sending;
}

void RunTest::start(const submission::Job &job, const Script &script, const Hear &hear)
{
    const auto connect = [this, script](const auto &protocol, const net::Target &,
                                        net::BodySource body, core::Tell tell) {
        QByteArrayList &verbs = m_verbs.emplace_back();
        return std::make_unique<ScriptedTransport>(protocol, std::move(body), std::move(tell),
                                                   script.value(connections() - 1), verbs);
    };
    m_run = std::make_unique<submission::Run>(
        job, m_background, m_letIn, connect, [this, hear](const core::AttemptEvent &event) {
            if (const auto *report = std::get_if<core::AttemptReport>(&event)) {
                m_report = *report;
                ++m_reports;
            } else if (hear) {
                hear(event);
            }
        });
    m_run->start();
}

QByteArray RunTest::said() const
{
    QByteArrayList connections;
    for (const QByteArrayList &verbs : m_verbs) {
        connections.append(verbs.join(' '));
    }
    return connections.join(" | ");
}

void RunTest::goesOn_data()
{
    QTest::addColumn<submission::Job>("job");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("mails");

    const QByteArrayList bye{"221 bye"};
    const QByteArrayList authEhlo{"220 hi", "250-hi\r\n250 AUTH CRAM-MD5 LOGIN"};
    const QByteArrayList pipelining{"220 hi", "250-hi\r\n250-8BITMIME\r\n250 PIPELINING"};
    QTest::newRow("a check") << job(Goal::Check) << Script{opening + bye} << QByteArray("EHLO QUIT")
                             << Outcome::Accepted << 0;
    QTest::newRow("the server cannot be reached: no other connection")
        << job(Goal::SendMail) << Script{{"refuse"}} << QByteArray() << Outcome::Failed << 0;
    QTest::newRow("B34 closed between two mails: another connection for the rest")
        << copies(3)
        << Script{opening + mail() + QByteArrayList{"421 enough", "close"},
                  opening + mail() + mail() + bye}
        << QByteArray("EHLO MAIL RCPT DATA 7bit MAIL | "
                      "EHLO MAIL RCPT DATA 7bit MAIL RCPT DATA 7bit QUIT")
        << Outcome::Accepted << 3;
    QTest::newRow("B54 closed after a refused login: another connection for the next method")
        << nextMethod()
        << Script{authEhlo + QByteArrayList{"334 PDE=", "535 no", "close"},
                  authEhlo + QByteArrayList{"334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6", "235 in"} + bye}
        << QByteArray("EHLO AUTH ... AUTH | EHLO AUTH ... ... QUIT") << Outcome::Accepted << 0;
    QTest::newRow("lost step: another connection, one command at a time")
        << job(Goal::SendMail)
        << Script{pipelining + QByteArrayList{"250 ok", "554 5.5.0 synchronization error",
                                              "503 5.5.1 no recipients"},
                  pipelining + mail() + bye}
        << QByteArray("EHLO MAIL RCPT DATA RSET QUIT | EHLO MAIL RCPT DATA 7bit QUIT")
        << Outcome::Accepted << 1;
    QTest::newRow("8-bit mail without 8BITMIME: another connection, another form")
        << eightBitMessage()
        << Script{{"220 hi", "250 hi", "221 bye"},
                  QByteArrayList{"220 hi", "250 hi"} + mail() + bye}
        << QByteArray("EHLO QUIT | EHLO MAIL RCPT DATA 7bit QUIT") << Outcome::Accepted << 1;
    QTest::newRow("POP3 login first")
        << popBeforeSmtp() << Script{popLogin, opening + mail() + bye}
        << QByteArray("USER PASS QUIT | EHLO MAIL RCPT DATA 7bit QUIT") << Outcome::Accepted << 1;
    QTest::newRow("B103 POP3 login refused: no SMTP")
        << popBeforeSmtp() << Script{{"+OK hi", "+OK", "-ERR no", "+OK bye"}}
        << QByteArray("USER PASS QUIT") << Outcome::Refused << 0;
    QTest::newRow("B104 not let in: one more POP3 login")
        << popBeforeSmtp()
        << Script{popLogin,
                  opening + QByteArrayList{"250 ok", "550 5.7.1 POP before SMTP please"} + bye,
                  popLogin, opening + mail() + bye}
        << QByteArray("USER PASS QUIT | EHLO MAIL RCPT RSET QUIT | "
                      "USER PASS QUIT | EHLO MAIL RCPT DATA 7bit QUIT")
        << Outcome::Accepted << 1;
    QTest::newRow("B104 not let in again: the end")
        << popBeforeSmtp()
        << Script{popLogin,
                  opening + QByteArrayList{"250 ok", "550 5.7.1 POP before SMTP please"} + bye,
                  popLogin,
                  opening + QByteArrayList{"250 ok", "550 5.7.1 POP before SMTP please"} + bye}
        << QByteArray("USER PASS QUIT | EHLO MAIL RCPT RSET QUIT | "
                      "USER PASS QUIT | EHLO MAIL RCPT RSET QUIT")
        << Outcome::Refused << 0;
}

void RunTest::goesOn()
{
    QFETCH(submission::Job, job);
    QFETCH(Script, script);
    QFETCH(QByteArray, said);
    QFETCH(Outcome, outcome);
    QFETCH(int, mails);
    start(job, script);
    QTRY_COMPARE(m_reports, 1);
    QCOMPARE(this->said(), said);
    QCOMPARE(connections(), script.size());
    QCOMPARE(m_report->facts.outcome, outcome);
    QCOMPARE(m_report->facts.mailsAccepted, mails);
}

void RunTest::cancelled_data()
{
    QTest::addColumn<submission::Job>("job");
    QTest::addColumn<Script>("script");
    QTest::addColumn<core::AttemptEvent>("when");
    QTest::addColumn<int>("mails");
    const auto stage = [](Stage one) { return core::AttemptEvent(core::StageStarted{one}); };
    const auto note = [](const core::Text &words) {
        return core::AttemptEvent(
            core::TranscriptLine{0, core::TranscriptLine::Direction::Note, false, {}, words});
    };
    QTest::newRow("while it is prepared")
        << job(Goal::SendMail) << Script{} << stage(Stage::Message) << 0;
    QTest::newRow("in the POP3 login")
        << popBeforeSmtp() << Script{{"+OK hi", "stay"}} << stage(Stage::PopLogin) << 0;
    QTest::newRow("while it waits after the POP3 login")
        << popBeforeSmtp(std::chrono::minutes(1)) << Script{popLogin}
        << note({QT_TRANSLATE_NOOP("core", "waiting %1 s after the POP3 login"), {u"60"_s}}) << 0;
    QTest::newRow("in the session")
        << job(Goal::SendMail) << Script{{"220 hi", "stay"}} << stage(Stage::Ehlo) << 0;
    // The second break is followed by a pause of a second.
    QTest::newRow("B96 in a pause before another connection")
        << copies(9)
        << Script{opening + mail() + mail() + QByteArrayList{"421 enough", "close"},
                  opening + mail() + QByteArrayList{"421 enough", "close"}}
        << note(QT_TRANSLATE_NOOP("core", "the server closed between two mails: connecting again"))
        << 3;
    QTest::newRow("while the message is written anew")
        << eightBitMessage() << Script{{"220 hi", "250 hi", "221 bye"}} << stage(Stage::Quit) << 0;
}

/// After what the event led to, which is in the event loop's queue already.
RunTest::Hear RunTest::whenTold(const std::function<void()> &act)
{
    QFETCH(core::AttemptEvent, when);
    QFETCH(Script, script);
    return [this, when, act, script](const core::AttemptEvent &event) {
        core::AttemptEvent timeless = event;
        if (auto *line = std::get_if<core::TranscriptLine>(&timeless)) {
            line->ms = 0;
        }
        if (timeless == when && connections() == script.size()) {
            const auto queued = [this](const std::function<void()> &what) {
                QMetaObject::invokeMethod(this, what, Qt::QueuedConnection);
            };
            if (script.isEmpty()) {
                queued(act); // before what the preparation brings, however fast it is
            } else {
                queued([queued, act] { queued(act); });
            }
        }
    };
}

void RunTest::cancelled()
{
    QFETCH(submission::Job, job);
    QFETCH(Script, script);
    QFETCH(int, mails);
    start(job, script, whenTold([this] { m_run->cancel(); }));
    QTRY_COMPARE(m_reports, 1);
    QCOMPARE(m_report->facts.outcome, Outcome::Cancelled);
    QCOMPARE(m_report->facts.failure, Failure::Cancelled);
    QCOMPARE(m_report->facts.mailsAccepted, mails);
    QCOMPARE(connections(), script.size());
}

void RunTest::goneInEveryStage_data()
{
    cancelled_data();
}

/// Nobody is told, and what is in the background finds nobody.
void RunTest::goneInEveryStage()
{
    QFETCH(submission::Job, job);
    QFETCH(Script, script);
    start(job, script, whenTold([this] { m_run.reset(); }));
    QTRY_VERIFY(!m_run);
    QTest::qWait(0);
    QCOMPARE(m_reports, 0);
    QCOMPARE(connections(), script.size());
}

PROSERPINA_TEST(RunTest)

#include "tst_run.moc"
