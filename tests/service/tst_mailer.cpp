// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "filecontent.h"
#include "reports.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Security;

/// Jobs as window and command line give them, on the real sender thread, against the practice
/// server.
class MailerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void checkLogsIn();
    void readReply();
    void sendsADraft();
    void sendsAnEmlWithoutBcc();
    void eightBitEmlWithout8BitMime();
    void signedEmlIsNotBroken();
    void badInput_data();
    void badInput();
    void passwordCommand();
    void passwordCommandFails();
    void passwordCommandSaysWhy_data();
    void passwordCommandSaysWhy();
    void unseenEndOfARefusedPassword_data();
    void unseenEndOfARefusedPassword();
    void cancelWaitingJob();
    void cancelPasswordCommand();
    void cancelWhileWriting_data();
    void cancelWhileWriting();
    void pipesAreRefused();
    void longPasswordOutput();

private:
    core::AttemptReport run(const service::Request &request);
    [[nodiscard]] service::Request request(Goal goal) const;
    void startServer(practice::Behaviour behaviour = {});
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &content) const;

    std::unique_ptr<service::PracticeEntry> m_entry;
    std::unique_ptr<service::Mailer> m_mailer;
    std::map<submission::JobId, core::AttemptReport> m_reports;
    QTemporaryDir m_folder;
};

void MailerTest::init()
{
    m_reports.clear();
    m_mailer = std::make_unique<service::Mailer>();
    hearReports(*m_mailer, this, [this](service::JobId id, const core::AttemptReport &report) {
        m_reports.emplace(id, report);
    });
    startServer();
}

void MailerTest::cleanup()
{
    m_mailer.reset();
    m_entry.reset();
}

void MailerTest::startServer(practice::Behaviour behaviour)
{
    m_entry = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    QVERIFY(m_entry->start());
}

service::Request MailerTest::request(Goal goal) const
{
    service::Request request;
    request.job.goal = goal;
    request.job.profile = m_entry->profile(Security::StartTls);
    request.password = m_entry->credentials().password;
    return request;
}

core::AttemptReport MailerTest::run(const service::Request &request)
{
    const submission::JobId id = m_mailer->start(request);
    if (!QTest::qWaitFor([&] { return m_reports.contains(id); }, 20'000)) {
        return {};
    }
    return m_reports.at(id);
}

QString MailerTest::writeFile(const QString &name, const QByteArray &content) const
{
    const QString path = m_folder.filePath(name);
    return ::writeFile(path, content) ? path : QString();
}

void MailerTest::checkLogsIn()
{
    const core::AttemptReport report = run(request(Goal::Check));
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Accepted));
    QVERIFY(report.facts.loggedIn);
    QCOMPARE(static_cast<int>(report.facts.method), static_cast<int>(core::Method::ScramSha256));
    QVERIFY(!report.timings.isEmpty());
}

void MailerTest::readReply()
{
    service::Request reading = request(Goal::ReadReply);
    reading.password = {};
    const core::AttemptReport report = run(reading);
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Accepted));
    QVERIFY(report.facts.beforeTls->startTls);
    QVERIFY(!report.facts.beforeTls->hasAuth);
    QVERIFY(report.facts.afterTls->hasAuth);
}

void MailerTest::sendsADraft()
{
    service::Request sending = request(Goal::SendMail);
    sending.job.mail = core::Draft{practice::Server::address(),
                                   {u"a@practice.test"_s, u"B <b@practice.test>"_s},
                                   u"試験"_s,
                                   u"本文\n.点\n"_s,
                                   {writeFile(u"添付.txt"_s, "attached")}};
    const core::AttemptReport report = run(sending);
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Accepted));
    QCOMPARE(m_entry->server().mailbox().size(), 1);
    const practice::ReceivedMail mail = m_entry->server().mailbox()[0];
    QCOMPARE(mail.to, (QByteArrayList{"a@practice.test", "b@practice.test"}));
    QCOMPARE(mail.userId, m_entry->credentials().userId.toUtf8());
    QVERIFY(mail.message.contains(QByteArray("attached").toBase64()));
}

void MailerTest::sendsAnEmlWithoutBcc()
{
    service::Request sending = request(Goal::SendMail);
    sending.job.mail = submission::MessageFile{
        writeFile(u"a.eml"_s,
                  "From: x@practice.test\nBcc: secret@practice.test\nSubject: s\n\n.dot\n"),
        u"x@practice.test"_s,
        {u"secret@practice.test"_s}};
    QCOMPARE(static_cast<int>(run(sending).facts.outcome), static_cast<int>(Outcome::Accepted));
    QCOMPARE(m_entry->server().mailbox()[0].message,
             QByteArray("From: x@practice.test\r\nSubject: s\r\n\r\n.dot\r\n"));
}

void MailerTest::eightBitEmlWithout8BitMime()
{
    practice::Behaviour behaviour;
    behaviour.keywords = {"PIPELINING"};
    startServer(behaviour);
    service::Request sending = request(Goal::SendMail);
    sending.job.mail = submission::MessageFile{
        writeFile(u"a.eml"_s, "From: x@practice.test\nMIME-Version: 1.0\n"
                              "Content-Type: text/plain; charset=utf-8\n"
                              "Content-Transfer-Encoding: 8bit\n\ncaf\xC3\xA9\n"),
        u"x@practice.test"_s,
        {u"y@practice.test"_s}};
    QCOMPARE(static_cast<int>(run(sending).facts.outcome), static_cast<int>(Outcome::Accepted));
    const QByteArray message = m_entry->server().mailbox()[0].message;
    QVERIFY(std::all_of(message.begin(), message.end(), [](char c) { return c > 0; }));
    QVERIFY(message.contains("caf=C3=A9") || message.contains("Y2Fmw6k"));
    QCOMPARE(m_entry->server().connections(), 2);
}

void MailerTest::signedEmlIsNotBroken()
{
    practice::Behaviour behaviour;
    behaviour.keywords = {"PIPELINING"};
    startServer(behaviour);
    service::Request sending = request(Goal::SendMail);
    sending.job.mail = submission::MessageFile{
        writeFile(
            u"a.eml"_s,
            "From: x@practice.test\nMIME-Version: 1.0\n"
            "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\n\n"
            "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            "caf\xC3\xA9\n--b\nContent-Type: application/pgp-signature\n\nsignature\n--b--\n"),
        u"x@practice.test"_s,
        {u"y@practice.test"_s}};
    const core::AttemptReport report = run(sending);
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Failed));
    QVERIFY(!report.facts.detail.isEmpty());
    QVERIFY(m_entry->server().mailbox().isEmpty());
}

void MailerTest::badInput_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("attachment");
    const auto row = [](const char *name, const char *from, const char *to, const char *subject,
                        const char *attachment) {
        QTest::addRow("%s", name) << QString::fromUtf8(from) << QString::fromUtf8(to)
                                  << QString::fromUtf8(subject) << QString::fromUtf8(attachment);
    };
    row("no @ in the recipient", "a@b.test", "nobody", "s", "");
    row("B70 CR LF in the recipient", "a@b.test", "a@b.test>\r\nDATA", "s", "");
    row("B72 CR LF in the subject", "a@b.test", "c@b.test", "s\r\nBcc: x@y.test", "");
    row("a missing attachment", "a@b.test", "c@b.test", "s", "/nowhere/file");
}

void MailerTest::badInput()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, subject);
    QFETCH(QString, attachment);
    service::Request sending = request(Goal::SendMail);
    const QStringList attachments = attachment.isEmpty() ? QStringList{} : QStringList{attachment};
    sending.job.mail = core::Draft{from, {to}, subject, u"text"_s, attachments};
    const core::AttemptReport report = run(sending);
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Failed));
    QCOMPARE(core::stageName(report.facts.stage), core::stageName(core::Stage::Message));
    QVERIFY(!report.facts.detail.isEmpty());
    QCOMPARE(m_entry->server().connections(), 0);
}

void MailerTest::passwordCommand()
{
    service::Request checking = request(Goal::Check);
    const QString file =
        writeFile(u"password"_s, m_entry->credentials().password.reveal() + "\nnotes\n");
    checking.password = service::PasswordCommand{{u"cat"_s, file}};
    QVERIFY(run(checking).facts.loggedIn);
}

void MailerTest::passwordCommandFails()
{
    service::Request checking = request(Goal::Check);
    checking.password = service::PasswordCommand{{u"false"_s}};
    core::AttemptReport report = run(checking);
    QCOMPARE(static_cast<int>(report.facts.failure),
             static_cast<int>(Failure::PasswordUnavailable));
    QVERIFY(report.facts.detail.english().contains("exit code 1"_L1));
    checking.password = service::PasswordCommand{{u"/nowhere/program"_s}};
    report = run(checking);
    QCOMPARE(static_cast<int>(report.facts.failure),
             static_cast<int>(Failure::PasswordUnavailable));
    QCOMPARE(m_entry->server().connections(), 0);
}

void MailerTest::passwordCommandSaysWhy_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("said"); // empty: only the exit code

    QTest::newRow("the first line with words in it")
        << QByteArray("echo >&2; echo ' no such entry ' >&2; echo more >&2; exit 3")
        << u"no such entry"_s;
    QTest::newRow("nothing was said") << QByteArray("exit 3") << QString();
    QTest::newRow("what it printed as a password is not told again")
        << QByteArray("echo half-a-word; echo got half-a-word >&2; exit 3") << QString();
    QTest::newRow("only the beginning of a long line")
        << QByteArray("head -c 5000 /dev/zero | tr '\\0' x >&2; exit 3") << QString(300, u'x');
}

void MailerTest::passwordCommandSaysWhy()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, said);
    service::Request checking = request(Goal::Check);
    checking.password = service::PasswordCommand{{u"sh"_s, u"-c"_s, QString::fromLatin1(script)}};
    const core::AttemptReport report = run(checking);
    QCOMPARE(static_cast<int>(report.facts.failure),
             static_cast<int>(Failure::PasswordUnavailable));
    const QString told = report.facts.detail.english();
    QVERIFY2(told.contains("exit code 3"_L1), qPrintable(told));
    QCOMPARE(told.contains("said: "_L1), !said.isEmpty());
    QVERIFY2(said.isEmpty() || told.endsWith("said: "_L1 + said + u'.'), qPrintable(told));
    QVERIFY(!told.contains("half-a-word"_L1));
    QCOMPARE(m_entry->server().connections(), 0);
}

void MailerTest::unseenEndOfARefusedPassword_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<bool>("refusedAnyway");
    QTest::addColumn<bool>("hinted");

    QTest::newRow("a space behind it") << QByteArray() << QByteArray(" ") << false << true;
    QTest::newRow("a line end behind it") << QByteArray() << QByteArray("\n") << false << true;
    QTest::newRow("a no-break space before it")
        << QByteArray("\xc2\xa0") << QByteArray() << false << true;
    QTest::newRow("wrong, but without an unseen end")
        << QByteArray() << QByteArray("x") << false << false;
    QTest::newRow("right, and refused") << QByteArray() << QByteArray() << true << false;
}

void MailerTest::unseenEndOfARefusedPassword()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, behind);
    QFETCH(bool, refusedAnyway);
    QFETCH(bool, hinted);
    practice::Behaviour behaviour;
    behaviour.mechanisms = {"PLAIN"};
    if (refusedAnyway) {
        behaviour.brokenMechanisms = {"PLAIN"};
    }
    startServer(behaviour);
    service::Request checking = request(Goal::Check);
    checking.password = core::Secret(before + m_entry->credentials().password.reveal() + behind);
    const core::AttemptReport report = run(checking);
    QCOMPARE(static_cast<int>(report.facts.outcome), static_cast<int>(Outcome::Refused));
    QCOMPARE(report.facts.notes.contains(core::Note::PasswordEndsUnseen), hinted);
}

void MailerTest::cancelWaitingJob()
{
    startServer(*practice::behaviourWithFault(u"no-greeting"_s));
    const submission::JobId hanging = m_mailer->start(request(Goal::Check));
    const submission::JobId waiting = m_mailer->start(request(Goal::Check));
    m_mailer->cancel(waiting);
    QVERIFY(QTest::qWaitFor([&] { return m_reports.contains(waiting); }));
    QCOMPARE(static_cast<int>(m_reports.at(waiting).facts.outcome),
             static_cast<int>(Outcome::Cancelled));
    QVERIFY(!m_reports.contains(hanging));
    m_mailer->cancel(hanging);
    QVERIFY(QTest::qWaitFor([&] { return m_reports.contains(hanging); }));
    QCOMPARE(static_cast<int>(m_reports.at(hanging).facts.outcome),
             static_cast<int>(Outcome::Cancelled));
}

void MailerTest::cancelPasswordCommand()
{
    service::Request checking = request(Goal::Check);
    checking.password = service::PasswordCommand{{u"sleep"_s, u"600"_s}};
    const submission::JobId id = m_mailer->start(checking);
    m_mailer->cancel(id);
    QVERIFY(m_reports.contains(id));
    QCOMPARE(static_cast<int>(m_reports.at(id).facts.outcome),
             static_cast<int>(Outcome::Cancelled));
}

void MailerTest::cancelWhileWriting_data()
{
    QTest::addColumn<bool>("eml");
    QTest::addRow("a draft with a large attachment") << false;
    QTest::addRow("a large .eml") << true;
}

void MailerTest::cancelWhileWriting()
{
    QFETCH(bool, eml);
    // Sparse: takes no room, and minutes to write.
    const QString path = writeFile(u"large"_s, "From: x@practice.test\n\n");
    QVERIFY(QFile::resize(path, qint64{20} * 1024 * 1024 * 1024));
    service::Request sending = request(Goal::SendMail);
    if (eml) {
        sending.job.mail =
            submission::MessageFile{path, u"x@practice.test"_s, {u"y@practice.test"_s}};
    } else {
        sending.job.mail =
            core::Draft{u"x@practice.test"_s, {u"y@practice.test"_s}, u"s"_s, u"t"_s, {path}};
    }
    QSignalSpy told(m_mailer.get(), &service::Mailer::told);
    const submission::JobId id = m_mailer->start(sending);
    QVERIFY(QTest::qWaitFor([&] { return !told.isEmpty(); }));
    QElapsedTimer timer;
    timer.start();
    m_mailer->cancel(id);
    QVERIFY(QTest::qWaitFor([&] { return m_reports.contains(id); }));
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(static_cast<int>(m_reports.at(id).facts.outcome),
             static_cast<int>(Outcome::Cancelled));
    QCOMPARE(m_entry->server().connections(), 0);
    QFile::remove(path);
}

void MailerTest::pipesAreRefused()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    service::Request sending = request(Goal::SendMail);
    sending.job.mail = submission::MessageFile{pipe, u"x@practice.test"_s, {u"y@practice.test"_s}};
    QVERIFY(run(sending).facts.detail.english().contains(u"not a regular file"_s));
    service::Request checking = request(Goal::Check);
    checking.job.profile.caFile = pipe;
    QCOMPARE(static_cast<int>(run(checking).facts.failure),
             static_cast<int>(Failure::CaFileUnreadable));
}

void MailerTest::longPasswordOutput()
{
    service::Request checking = request(Goal::Check);
    checking.password = service::PasswordCommand{{u"yes"_s}};
    const core::AttemptReport report = run(checking);
    QCOMPARE(static_cast<int>(report.facts.failure),
             static_cast<int>(Failure::PasswordUnavailable));
    QVERIFY(report.facts.detail.english().contains(u"more than a password"_s));
}

PROSERPINA_TEST(MailerTest)
#include "tst_mailer.moc"
