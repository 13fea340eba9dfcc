// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "reports.h"
#include "service/mailer.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Method;
using core::Outcome;

namespace
{

/// Takes the first mail with BODY=8BITMIME, refuses that parameter from then on, and counts mails.
class FickleServer final : public QTcpServer
{
public:
    FickleServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *link = nextPendingConnection();
            m_inMessage = false;
            link->write("220 hi\r\n");
            connect(link, &QTcpSocket::readyRead, link, [this, link] {
                while (link->canReadLine()) {
                    link->write(answer(link->readLine().trimmed()));
                }
            });
        });
    }

    [[nodiscard]] int mails() const { return m_mails; }

private:
    QByteArray answer(const QByteArray &line)
    {
        if (m_inMessage) {
            m_inMessage = line != ".";
            m_mails += m_inMessage ? 0 : 1;
            return m_inMessage ? "" : "250 taken\r\n";
        }
        if (line.startsWith("EHLO")) {
            return "250-hi\r\n250 8BITMIME\r\n";
        }
        if (line.contains("BODY=8BITMIME") && m_mails > 0) {
            return "555 5.5.4 BODY=8BITMIME not now\r\n";
        }
        m_inMessage = line == "DATA";
        return m_inMessage ? "354 go\r\n" : line == "QUIT" ? "221 bye\r\n" : "250 ok\r\n";
    }

    bool m_inMessage = false;
    int m_mails = 0;
};

} // namespace

/// One job over several connections, where the server closes earlier than the job ends.
class ReconnectingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restOfTheMails();
    void breaksAgainAndAgain();
    void encryptedOnceIsEncryptedAgain();
    void onceMoreAfterARefusal_data();
    void onceMoreAfterARefusal();
    void writtenAnewBetweenCopies();
    void nextMethod_data();
    void nextMethod();

private:
    [[nodiscard]] static core::AttemptReport run(const service::Request &request);
    [[nodiscard]] static service::Request request(const service::PracticeEntry &server,
                                                  core::Goal goal);
    [[nodiscard]] static service::Request copies(const service::PracticeEntry &server, int count);
};

core::AttemptReport ReconnectingTest::run(const service::Request &request)
{
    service::Mailer mailer;
    std::optional<core::AttemptReport> ended;
    hearReports(mailer, &mailer,
                [&](service::JobId, const core::AttemptReport &report) { ended = report; });
    mailer.start(request);
    return QTest::qWaitFor([&] { return ended.has_value(); }, 20'000) ? *ended
                                                                      : core::AttemptReport();
}

service::Request ReconnectingTest::request(const service::PracticeEntry &server, core::Goal goal)
{
    service::Request request;
    request.job.goal = goal;
    request.job.profile = server.profile(core::Security::StartTls);
    request.password = server.credentials().password;
    return request;
}

service::Request ReconnectingTest::copies(const service::PracticeEntry &server, int count)
{
    service::Request mails = request(server, core::Goal::SendMail);
    const QString address = service::PracticeEntry::address();
    mails.job.mail = core::Draft{address, {address}, u"s"_s, u"t"_s, {}};
    mails.job.delivery.copies = count;
    return mails;
}

/// B34
void ReconnectingTest::restOfTheMails()
{
    practice::Behaviour behaviour;
    behaviour.mostMails = 2;
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    const service::Request mails = copies(server, 5);
    const core::AttemptReport report = run(mails);
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QCOMPARE(report.facts.mailsAccepted, 5);
    QCOMPARE(server.server().connections(), 3);
    QCOMPARE(server.mailbox().size(), 5);
    QSet<QByteArray> ids; // each once, and each a mail of its own
    for (const service::ReceivedMail &mail : server.mailbox()) {
        const qsizetype at = mail.message.indexOf("Message-Id: ");
        QVERIFY(at > 0);
        ids.insert(mail.message.mid(at, mail.message.indexOf('\r', at) - at));
    }
    QCOMPARE(ids.size(), 5);
}

/// B96: cancelled in the pause, what has been sent stays told.
void ReconnectingTest::breaksAgainAndAgain()
{
    practice::Behaviour behaviour;
    behaviour.mostMails = 1;
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    const service::Request mails = copies(server, 50);
    service::Mailer mailer;
    std::optional<core::AttemptReport> ended;
    hearReports(mailer, &mailer,
                [&](service::JobId, const core::AttemptReport &report) { ended = report; });
    int pauses = 0;
    connect(&mailer, &service::Mailer::told, &mailer,
            [&](service::JobId, const core::AttemptEvent &event) {
                const auto *line = std::get_if<core::TranscriptLine>(&event);
                pauses += line != nullptr && line->note.english().contains("connecting again"_L1);
            });
    const service::JobId id = mailer.start(mails);
    QTRY_COMPARE_WITH_TIMEOUT(pauses, 3, 20'000);
    mailer.cancel(id);
    QTRY_VERIFY(ended);
    QCOMPARE(ended->facts.outcome, Outcome::Cancelled);
    QCOMPARE(ended->facts.mailsAccepted, 3);
    QCOMPARE(qsizetype(ended->facts.mailsAccepted), server.mailbox().size());
}

/// A man in the middle cuts the first connection and strips STARTTLS from the second.
void ReconnectingTest::encryptedOnceIsEncryptedAgain()
{
    practice::Behaviour behaviour;
    behaviour.brokenMechanisms = {"SCRAM-SHA-256"};
    behaviour.mostRefusedLogins = 1;
    behaviour.authBeforeTls = true;
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    QByteArrayList logins;
    connect(
        &server.server(), &practice::Server::lineReceived, &server, [&](const QByteArray &line) {
            if (line.startsWith("AUTH")) {
                logins.append(line);
                server.server().setReply("EHLO", "250-practice.test\r\n250 AUTH CRAM-MD5 LOGIN");
            }
        });
    service::Request check = request(server, core::Goal::Check);
    check.job.profile.security = core::Security::StartTlsIfOffered;
    check.job.profile.tryNextMethod = true;
    check.job.profile.allowPlaintextPassword = true;
    const core::AttemptReport report = run(check);
    QCOMPARE(report.facts.failure, core::Failure::StartTlsNotOffered);
    QCOMPARE(server.server().connections(), 2);
    QCOMPARE(logins.size(), 1);
}

void ReconnectingTest::onceMoreAfterARefusal_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("reply"); // on the first connection
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("connections");

    QTest::newRow("lost step: one command at a time")
        << QByteArray("RCPT") << QByteArray("554 5.5.0 synchronization error") << QByteArray("t")
        << 2;
    QTest::newRow("a refused BODY: the message as 7-bit")
        << QByteArray("MAIL") << QByteArray("555 5.5.4 BODY=8BITMIME not implemented")
        << QByteArray("\xE3\x81\x82") << 2;
    QTest::newRow("a refusal of the recipient: no other connection")
        << QByteArray("RCPT") << QByteArray("550 5.1.1 no such user") << QByteArray("t") << 1;
}

void ReconnectingTest::onceMoreAfterARefusal()
{
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, text);
    QFETCH(int, connections);
    service::PracticeEntry server;
    server.server().setReply(verb, reply);
    QVERIFY(server.start());
    connect(&server.server(), &practice::Server::lineReceived, &server,
            [&] { server.server().unsetReply(verb); });
    service::Request mail = copies(server, 1);
    const QString address = service::PracticeEntry::address();
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("From: " + address.toLatin1() +
               "\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" +
               text + '\n');
    file.close();
    mail.job.mail = service::MessageFile{file.fileName(), address, {address}};
    const core::AttemptReport report = run(mail);
    QCOMPARE(server.server().connections(), connections);
    QCOMPARE(report.facts.outcome, connections == 2 ? Outcome::Accepted : Outcome::Refused);
    QCOMPARE(server.mailbox().size(), connections - 1);
}

/// What has gone is not sent again.
void ReconnectingTest::writtenAnewBetweenCopies()
{
    FickleServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("From: a@example.org\nContent-Type: text/plain; charset=UTF-8\n"
               "Content-Transfer-Encoding: 8bit\n\n\xE3\x81\x82\n");
    file.close();
    service::Request mails;
    mails.job.goal = core::Goal::SendMail;
    mails.job.profile.host = u"127.0.0.1"_s;
    mails.job.profile.port = server.serverPort();
    mails.job.profile.security = core::Security::None;
    mails.job.profile.method = Method::None;
    mails.job.mail =
        service::MessageFile{file.fileName(), u"a@example.org"_s, {u"b@example.org"_s}};
    mails.job.delivery.copies = 3;
    const core::AttemptReport report = run(mails);
    QCOMPARE(report.facts.outcome, Outcome::Accepted);
    QCOMPARE(report.facts.mailsAccepted, 3);
    QCOMPARE(server.mails(), 3);
}

void ReconnectingTest::nextMethod_data()
{
    QTest::addColumn<QByteArrayList>("broken");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<int>("connections");
    QTest::addColumn<QList<Method>>("tried");
    QTest::addColumn<bool>("loggedIn");

    QTest::newRow("B53 not allowed: one refusal, and the end")
        << QByteArrayList{"SCRAM-SHA-256"} << false << 1 << QList{Method::ScramSha256} << false;
    QTest::newRow("B54 the server closes after each: the next by another connection")
        << QByteArrayList{"SCRAM-SHA-256"} << true << 2
        << QList{Method::ScramSha256, Method::CramMd5} << true;
    QTest::newRow("B54 the third one works")
        << QByteArrayList{"SCRAM-SHA-256", "CRAM-MD5"} << true << 3
        << QList{Method::ScramSha256, Method::CramMd5, Method::Login} << true;
    QTest::newRow("B54 three refusals are the end, although PLAIN is left")
        << QByteArrayList{"SCRAM-SHA-256", "CRAM-MD5", "LOGIN"} << true << 3
        << QList{Method::ScramSha256, Method::CramMd5, Method::Login} << false;
}

void ReconnectingTest::nextMethod()
{
    QFETCH(QByteArrayList, broken);
    QFETCH(bool, allowed);
    QFETCH(int, connections);
    QFETCH(QList<Method>, tried);
    QFETCH(bool, loggedIn);
    practice::Behaviour behaviour;
    behaviour.brokenMechanisms = broken;
    behaviour.mostRefusedLogins = 1;
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    service::Request check = request(server, core::Goal::Check);
    check.job.profile.tryNextMethod = allowed;
    const core::AttemptReport report = run(check);
    QList<Method> methods;
    for (const core::AuthAttempt &attempt : report.facts.attempts) {
        if (attempt.reply) { // cut off otherwise
            methods.append(attempt.method);
        }
    }
    QCOMPARE(methods, tried);
    QCOMPARE(report.facts.loggedIn, loggedIn);
    QCOMPARE(report.facts.outcome, loggedIn ? Outcome::Accepted : Outcome::Refused);
    QCOMPARE(server.server().connections(), connections);
}

PROSERPINA_TEST(ReconnectingTest)

#include "tst_reconnecting.moc"
