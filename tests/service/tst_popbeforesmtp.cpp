// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "reports.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::PopAuth;
using core::PopSecurity;
using core::Security;
using core::Stage;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// POP before SMTP as a whole job on the sender thread, against the practice server, which takes
/// mail only from who logged in by POP3.
class PopBeforeSmtpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sends_data();
    void sends();
    void checkLogsInByPop();
    void checkWithoutPassword();
    void readingTheReplyNeedsNoPop();
    void manyMailsOneLogin();
    void wrongPasswordTriesNoSmtp();
    void popServerThatIsNotThere();
    void userAndPassOnlyEncrypted();
    void apopThatIsNotOffered();
    void letInExpired();
    void letInExpiredBetweenCopies();
    void neverLetIn();
    void secondLoginRefused();
    void severalRecipientsAlwaysLogIn();
    void ownId();
    void cancelledWhileWaiting();
    void smtpRepeatsThePassword();

private:
    void startServer(practice::Behaviour behaviour);
    [[nodiscard]] service::Request request(Goal goal) const;
    core::AttemptReport run(const service::Request &request);
    /// How often that verb came, over both protocols.
    [[nodiscard]] qsizetype heard(const QByteArray &verb) const;

    std::unique_ptr<service::PracticeEntry> m_entry;
    std::unique_ptr<service::Mailer> m_mailer;
    std::map<submission::JobId, core::AttemptReport> m_reports;
    QByteArrayList m_lines;
};

namespace
{

QStringList stagesOf(const core::AttemptReport &report)
{
    QStringList names;
    for (const core::StageTime &time : report.timings) {
        names.append(core::stageName(time.stage));
    }
    return names;
}

QByteArrayList notesOf(const core::AttemptReport &report)
{
    QByteArrayList notes;
    for (const core::TranscriptLine &line : report.transcript) {
        if (line.direction == core::TranscriptLine::Direction::Note) {
            notes.append(line.note.english().toUtf8());
        }
    }
    return notes;
}

bool mentions(const core::AttemptReport &report, const QByteArray &words)
{
    for (const core::TranscriptLine &line : report.transcript) {
        if ((line.text + line.note.english().toUtf8()).contains(words)) {
            return true;
        }
    }
    return false;
}

} // namespace

void PopBeforeSmtpTest::init()
{
    m_reports.clear();
    m_mailer = std::make_unique<service::Mailer>();
    hearReports(*m_mailer, this, [this](service::JobId id, const core::AttemptReport &report) {
        m_reports.emplace(id, report);
    });
    startServer(practice::popBeforeSmtp(minutes(5)));
}

void PopBeforeSmtpTest::startServer(practice::Behaviour behaviour)
{
    m_lines.clear();
    m_entry = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    connect(&m_entry->server(), &practice::Server::lineReceived, this,
            [this](const QByteArray &line) { m_lines.append(line.toUpper()); });
    QVERIFY(m_entry->start());
}

service::Request PopBeforeSmtpTest::request(Goal goal) const
{
    service::Request request;
    request.job.goal = goal;
    request.job.profile = m_entry->profile(Security::StartTls);
    request.job.profile.method = core::Method::PopBeforeSmtp;
    request.job.profile.pop.wait = {};
    request.password = m_entry->credentials().password;
    if (goal == Goal::SendMail) {
        request.job.mail = core::Draft{
            practice::Server::address(), {u"a@practice.test"_s}, u"subject"_s, u"text"_s, {}};
    }
    return request;
}

core::AttemptReport PopBeforeSmtpTest::run(const service::Request &request)
{
    const submission::JobId id = m_mailer->start(request);
    return QTest::qWaitFor([&] { return m_reports.contains(id); }, 20'000) ? m_reports.at(id)
                                                                           : core::AttemptReport();
}

qsizetype PopBeforeSmtpTest::heard(const QByteArray &verb) const
{
    return std::count_if(m_lines.begin(), m_lines.end(),
                         [&](const QByteArray &line) { return line.startsWith(verb); });
}

void PopBeforeSmtpTest::sends_data()
{
    QTest::addColumn<PopSecurity>("security");
    QTest::addColumn<PopAuth>("auth");
    QTest::addColumn<bool>("apop");
    QTest::newRow("POP3S, APOP") << PopSecurity::Pop3s << PopAuth::Auto << true;
    QTest::newRow("POP3S, USER and PASS") << PopSecurity::Pop3s << PopAuth::User << false;
    QTest::newRow("STLS, APOP") << PopSecurity::Stls << PopAuth::Apop << true;
    QTest::newRow("STLS, USER and PASS") << PopSecurity::Stls << PopAuth::User << false;
    QTest::newRow("no encryption, APOP") << PopSecurity::None << PopAuth::Auto << true;
}

void PopBeforeSmtpTest::sends()
{
    QFETCH(PopSecurity, security);
    QFETCH(PopAuth, auth);
    service::Request sending = request(Goal::SendMail);
    core::PopProfile &pop = sending.job.profile.pop;
    pop.security = security;
    pop.auth = auth;
    pop = m_entry->pop(pop);
    const core::AttemptReport report = run(sending);
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QCOMPARE(report.facts.method, core::Method::PopBeforeSmtp);
    QVERIFY(!report.facts.loggedIn);
    QCOMPARE(report.facts.pop->outcome, Outcome::Accepted);
    QTEST(report.facts.pop->usedApop, "apop");
    QCOMPARE(m_entry->mailbox().size(), 1);
    QCOMPARE(heard("AUTH"), 0);

    QStringList stages{u"POP DNS"_s, u"POP connect"_s};
    if (security == PopSecurity::Pop3s) {
        stages += {u"POP TLS"_s, u"POP greeting"_s};
    } else if (security == PopSecurity::Stls) {
        stages += {u"POP greeting"_s, u"POP STLS"_s, u"POP TLS"_s};
    } else {
        stages += {u"POP greeting"_s};
    }
    stages += {u"POP login"_s, u"POP QUIT"_s, u"DNS"_s,  u"connect"_s, u"greeting"_s, u"EHLO"_s,
               u"STARTTLS"_s,  u"TLS"_s,      u"MAIL"_s, u"RCPT"_s,    u"DATA"_s,     u"body"_s};
    QCOMPARE(stagesOf(report).mid(0, stages.size()), stages);
    QVERIFY(std::is_sorted(report.transcript.begin(), report.transcript.end(),
                           [](const auto &a, const auto &b) { return a.ms < b.ms; }));
    QVERIFY(!mentions(report, m_entry->credentials().password.reveal()));
}

void PopBeforeSmtpTest::checkLogsInByPop()
{
    const core::AttemptReport report = run(request(Goal::Check));
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QCOMPARE(report.facts.pop->outcome, Outcome::Accepted);
    QVERIFY(report.facts.pop->tls.has_value());
    QVERIFY(report.facts.afterTls.has_value());
}

void PopBeforeSmtpTest::checkWithoutPassword()
{
    service::Request checking = request(Goal::Check);
    checking.password = {};
    const core::AttemptReport report = run(checking);
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QVERIFY(report.facts.notes.contains(core::Note::LoginSkippedNoPassword));
    service::Request sending = request(Goal::SendMail);
    sending.password = {};
    const core::AttemptReport refused = run(sending);
    QCOMPARE(refused.facts.failure, Failure::PasswordUnavailable);
    QCOMPARE(heard("APOP") + heard("USER") + heard("MAIL"), 0);
}

void PopBeforeSmtpTest::readingTheReplyNeedsNoPop()
{
    const core::AttemptReport report = run(request(Goal::ReadReply));
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QVERIFY(!report.facts.pop.has_value());
    QCOMPARE(heard("APOP") + heard("USER"), 0);
}

void PopBeforeSmtpTest::manyMailsOneLogin()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(run(request(Goal::SendMail)).facts.outcome, Outcome::Accepted);
    }
    QCOMPARE(heard("APOP"), 1);
    QCOMPARE(m_entry->mailbox().size(), 3);
    // A check always shows the login.
    QCOMPARE(run(request(Goal::Check)).facts.outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP"), 2);
    // Another password has not let anybody in.
    service::Request other = request(Goal::SendMail);
    other.password = core::Secret("another");
    QCOMPARE(run(other).facts.outcome, Outcome::Refused);
    QCOMPARE(heard("APOP"), 3);
}

void PopBeforeSmtpTest::wrongPasswordTriesNoSmtp()
{
    service::Request sending = request(Goal::SendMail);
    sending.password = core::Secret("wrong-word");
    const core::AttemptReport report = run(sending);
    QCOMPARE(report.facts.outcome, Outcome::Refused);
    QCOMPARE(report.facts.stage, Stage::PopLogin);
    QVERIFY(report.facts.reply->lines.value(0).startsWith("-ERR"));
    QCOMPARE(m_entry->server().connections(), 1);
    QCOMPARE(heard("EHLO"), 0);
    QVERIFY(!mentions(report, "wrong-word"));
}

void PopBeforeSmtpTest::popServerThatIsNotThere()
{
    service::Request sending = request(Goal::SendMail);
    sending.job.profile.pop.port = 1; // nobody listens below 1024 here
    const core::AttemptReport report = run(sending);
    QCOMPARE(report.facts.failure, Failure::ConnectionRefused);
    QCOMPARE(report.facts.stage, Stage::PopConnect);
    QCOMPARE(m_entry->server().connections(), 0);
}

void PopBeforeSmtpTest::userAndPassOnlyEncrypted()
{
    service::Request sending = request(Goal::SendMail);
    core::PopProfile &pop = sending.job.profile.pop;
    pop.security = PopSecurity::None;
    pop.auth = PopAuth::User;
    pop = m_entry->pop(pop);
    const core::AttemptReport report = run(sending);
    QCOMPARE(report.facts.failure, Failure::PlaintextPasswordNotAllowed);
    QCOMPARE(heard("USER") + heard("PASS"), 0);
    sending.job.profile.allowPlaintextPassword = true;
    const core::AttemptReport allowed = run(sending);
    QCOMPARE(allowed.facts.outcome, Outcome::Accepted);
    QVERIFY(allowed.facts.notes.contains(core::Note::PasswordOverPlaintext));
}

void PopBeforeSmtpTest::apopThatIsNotOffered()
{
    practice::Behaviour behaviour = practice::popBeforeSmtp(minutes(5));
    behaviour.popStamp = false;
    startServer(behaviour);
    service::Request sending = request(Goal::SendMail);
    sending.job.profile.pop.auth = PopAuth::Apop;
    const core::AttemptReport report = run(sending);
    QCOMPARE(report.facts.failure, Failure::MethodNotOffered);
    QCOMPARE(report.facts.stage, Stage::PopLogin);
}

/// B104: let in once, then no longer; one more login heals it.
void PopBeforeSmtpTest::letInExpired()
{
    QCOMPARE(run(request(Goal::SendMail)).facts.outcome, Outcome::Accepted);
    m_entry->server().forgetPopLogins();
    m_lines.clear();
    const core::AttemptReport healed = run(request(Goal::SendMail));
    QCOMPARE(healed.facts.outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP"), 1);
    QVERIFY(notesOf(healed).contains("not let in: one more POP3 login"));
}

/// B104 with several mails: what was taken before is not sent again.
void PopBeforeSmtpTest::letInExpiredBetweenCopies()
{
    connect(&m_entry->server(), &practice::Server::mailReceived, m_entry.get(), [this] {
        if (m_entry->mailbox().size() == 2) {
            m_entry->server().forgetPopLogins();
        }
    });
    service::Request mails = request(Goal::SendMail);
    mails.job.delivery.copies = 3;
    const core::AttemptReport report = run(mails);
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP"), 2);
    QCOMPARE(report.facts.mailsAccepted, 3);
    QCOMPARE(m_entry->mailbox().size(), 3);
}

/// B104: then it fails.
void PopBeforeSmtpTest::neverLetIn()
{
    startServer(practice::popBeforeSmtp(milliseconds(0)));
    const core::AttemptReport report = run(request(Goal::SendMail));
    QCOMPARE(report.facts.outcome, Outcome::Refused);
    QCOMPARE(report.facts.pop->outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP"), 2);
    QCOMPARE(heard("MAIL"), 2);
    QVERIFY(m_entry->mailbox().isEmpty());
}

/// The SMTP server's answer counts, not the POP3 server's later one.
void PopBeforeSmtpTest::secondLoginRefused()
{
    QCOMPARE(run(request(Goal::SendMail)).facts.outcome, Outcome::Accepted);
    m_entry->server().forgetPopLogins();
    // The same login, so it is spared; then its server refuses.
    m_entry->server().setReply("POP", "-ERR [LOGIN-DELAY] too soon");
    const core::AttemptReport report = run(request(Goal::SendMail));
    QCOMPARE(report.facts.outcome, Outcome::Refused);
    QCOMPARE(report.facts.stage, Stage::Rcpt);
    QVERIFY(report.facts.reply->lines.value(0).startsWith("550"));
    QCOMPARE(report.facts.pop->failure, Failure::ReplyDeferred);
    QVERIFY(mentions(report, "LOGIN-DELAY"));
}

void PopBeforeSmtpTest::severalRecipientsAlwaysLogIn()
{
    QCOMPARE(run(request(Goal::SendMail)).facts.outcome, Outcome::Accepted);
    service::Request two = request(Goal::SendMail);
    std::get<core::Draft>(two.job.mail).to.append(u"b@practice.test"_s);
    QCOMPARE(run(two).facts.outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP"), 2);
}

void PopBeforeSmtpTest::ownId()
{
    service::Request sending = request(Goal::SendMail);
    sending.job.profile.pop.userId = sending.job.profile.userId;
    sending.job.profile.userId = u"another"_s;
    QCOMPARE(run(sending).facts.outcome, Outcome::Accepted);
    QCOMPARE(heard("APOP " + m_entry->credentials().userId.toUtf8().toUpper()), 1);
}

void PopBeforeSmtpTest::cancelledWhileWaiting()
{
    service::Request sending = request(Goal::SendMail);
    sending.job.profile.pop.wait = minutes(1);
    bool waits = false;
    connect(m_mailer.get(), &service::Mailer::told, this,
            [&waits](service::JobId, const core::AttemptEvent &event) {
                const auto *line = std::get_if<core::TranscriptLine>(&event);
                waits = waits || (line != nullptr &&
                                  line->note.english() == "waiting 60 s after the POP3 login"_L1);
            });
    const submission::JobId id = m_mailer->start(sending);
    QTRY_VERIFY_WITH_TIMEOUT(waits, 10'000);
    m_mailer->cancel(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_reports.contains(id), 5'000);
    QCOMPARE(m_reports.at(id).facts.outcome, Outcome::Cancelled);
    QCOMPARE(m_entry->server().connections(), 1);
    // The sender goes on with the next.
    QCOMPARE(run(request(Goal::Check)).facts.outcome, Outcome::Accepted);
}

/// The SMTP server was not told it, but is likely to be the same machine (B69). The second mail
/// makes no POP3 login of its own.
void PopBeforeSmtpTest::smtpRepeatsThePassword()
{
    const QByteArray password = "word-pass-7";
    practice::Behaviour behaviour = practice::popBeforeSmtp(minutes(5));
    behaviour.popOnly = false;
    behaviour.greeting = "220 hi " + ("x" + password).toBase64();
    behaviour.keywords +=
        {"X-HEX " + password.toHex(), "X-URL word%2Dpass-7", "X-PLAIN " + password};
    behaviour.replies["POP"] = "+OK hello " + password;
    behaviour.replies["."] = "250-2.0.0 word-\r\n250 2.0.0 pass-7";
    startServer(behaviour);
    service::Request sending = request(Goal::SendMail);
    sending.password = core::Secret(password);
    for (const bool popped : {true, false}) {
        const core::AttemptReport report = run(sending);
        QCOMPARE(report.facts.outcome, Outcome::Accepted);
        QCOMPARE(report.facts.pop.has_value(), popped);
        QByteArrayList told = report.facts.afterTls->lines +
                              report.facts.recipients[0].reply->lines +
                              report.facts.recipients[0].reply->text;
        for (const core::TranscriptLine &line : report.transcript) {
            told += line.text + line.note.english().toUtf8();
        }
        const QByteArray all = told.join('\n').toLower();
        for (const QByteArray &hidden :
             {password, ("x" + password).toBase64().toLower(), password.toHex(), QByteArray("%2d"),
              QByteArray("pass-")}) {
            QVERIFY2(!all.contains(hidden), all);
        }
        QCOMPARE(all.count("220 hi ****"), 1);
        QCOMPARE(all.count("+ok hello ****"), popped ? 1 : 0);
    }
}

PROSERPINA_TEST(PopBeforeSmtpTest)

#include "tst_popbeforesmtp.moc"
