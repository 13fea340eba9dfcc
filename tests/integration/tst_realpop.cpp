// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "core/mail.h"
#include "realservers.h"
#include "reports.h"
#include "service/mailer.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace
{

const QString password = u"REAL_POP_WORD"_s;

/// What we said to both servers.
QByteArray saidBy(const CliRun &run)
{
    QByteArray text;
    for (const QJsonValue line : run.json()[u"transcript"_s].toArray()) {
        if (line[u"direction"_s].toString() == u"client"_s) {
            text += line[u"text"_s].toString().toUtf8() + '\n';
        }
    }
    return text;
}

} // namespace

/// POP before SMTP with real servers: Dovecot's POP3 has a post-login script that lets the client's
/// address through Postfix for 4 s.
class RealPopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusedWithoutPop();
    void everyWay_data();
    void everyWay();
    void everyPassword_data();
    void everyPassword();
    void expiresAndIsHealed();
    void wrongPasswordTriesNoSmtp_data();
    void wrongPasswordTriesNoSmtp();
    void stlsIsNotGivenUp();

private:
    [[nodiscard]] QStringList toPostfix(const RealServers::User &who) const;
    [[nodiscard]] QStringList byPop(const QString &key, const QString &security,
                                    const QString &auth) const;
    [[nodiscard]] static CliInput inputOf(const QByteArray &word);
    [[nodiscard]] bool isLetIn(const RealServers::User &who) const;
    [[nodiscard]] qsizetype smtpConnections() const;

    RealServers m_servers;
};

void RealPopTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error().constData());
}

QStringList RealPopTest::toPostfix(const RealServers::User &who) const
{
    const QString address = RealServers::addressOf(who.name);
    return {u"test"_s,      u"--json"_s,        u"--host"_s,
            u"localhost"_s, u"--port"_s,        QString::number(m_servers.port(u"POSTFIX_PBS"_s)),
            u"--ca-file"_s, m_servers.caFile(), u"--from"_s,
            address,        u"--to"_s,          address};
}

QStringList RealPopTest::byPop(const QString &key, const QString &security,
                               const QString &auth) const
{
    return {
        u"--auth"_s,         u"pbs"_s, u"--pop-port"_s,     QString::number(m_servers.port(key)),
        u"--pop-security"_s, security, u"--pop-auth"_s,     auth,
        u"--pop-wait"_s,     u"0"_s,   u"--password-env"_s, password};
}

CliInput RealPopTest::inputOf(const QByteArray &word)
{
    CliInput input;
    input.environment.insert(password, QString::fromUtf8(word));
    return input;
}

bool RealPopTest::isLetIn(const RealServers::User &who) const
{
    const bool letIn = runCli(toPostfix(who)).exitCode == 0;
    return letIn && !m_servers.takeMail(who.name).isEmpty();
}

qsizetype RealPopTest::smtpConnections() const
{
    QFile log(m_servers.logFile(u"postfix.log"_s));
    return log.open(QIODevice::ReadOnly) ? log.readAll().count("POSTFIX_PBS/smtpd[") : -1;
}

/// First of all: nobody has logged in yet.
void RealPopTest::refusedWithoutPop()
{
    const CliRun run = runCli(toPostfix(RealServers::users()[0]));
    QCOMPARE(run.exitCode, 67);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"RCPT"_s);
    QVERIFY(run.json()[u"serverReply"_s][0].toString().contains(u"Relay access denied"_s));
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"pop-login-needed-first"_s);
    QVERIFY(smtpConnections() > 0);
}

void RealPopTest::everyWay_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("auth");
    QTest::addColumn<QByteArray>("says");
    const struct
    {
        const char *key;
        const char *security;
    } ports[] = {{"DOVECOT_POP3S", "pop3s"}, {"DOVECOT_POP3", "stls"}, {"DOVECOT_POP3", "none"}};
    for (const auto &port : ports) {
        for (const char *auth : {"auto", "apop", "user"}) {
            if (QByteArray(port.security) == "none" && QByteArray(auth) == "user") {
                continue; // not without the person's word
            }
            QTest::addRow("%s, %s", port.security, auth)
                << QString::fromLatin1(port.key) << QString::fromLatin1(port.security)
                << QString::fromLatin1(auth)
                << QByteArray(QByteArray(auth) == "user" ? "USER simple\nPASS ****\n"
                                                         : "APOP simple ****\n");
        }
    }
}

void RealPopTest::everyWay()
{
    QFETCH(QString, key);
    QFETCH(QString, security);
    QFETCH(QString, auth);
    QFETCH(QByteArray, says);
    const RealServers::User &who = RealServers::users()[0];
    const CliRun run = runCli(toPostfix(who) + byPop(key, security, auth) +
                                  QStringList{u"--id"_s, who.name, u"--subject"_s, auth},
                              inputOf(who.password));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QVERIFY2(saidBy(run).contains(says), saidBy(run));
    QVERIFY(!saidBy(run).contains("AUTH"));
    QCOMPARE(run.json()[u"pop"_s][u"tls"_s].isObject(), security != u"none"_s);
    QVERIFY(m_servers.takeMail(who.name).contains("\nSubject: " + auth.toLatin1() + "\n"));
}

void RealPopTest::everyPassword_data()
{
    QTest::addColumn<int>("user");
    QTest::addColumn<QString>("auth");
    for (int user = 0; user < RealServers::users().size(); ++user) {
        for (const char *auth : {"apop", "user"}) {
            QTest::addRow("B64 %s password, %s", qPrintable(RealServers::users()[user].name), auth)
                << user << QString::fromLatin1(auth);
        }
    }
}

void RealPopTest::everyPassword()
{
    QFETCH(int, user);
    QFETCH(QString, auth);
    const RealServers::User &who = RealServers::users()[user];
    const CliRun run = runCli(toPostfix(who) + byPop(u"DOVECOT_POP3S"_s, u"pop3s"_s, auth) +
                                  QStringList{u"--id"_s, RealServers::addressOf(who.name)},
                              inputOf(who.password));
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QVERIFY(!run.out.contains(who.password));
    QVERIFY(!m_servers.takeMail(who.name).isEmpty());
}

/// B104: the sender remembers the login, Postfix no longer does.
void RealPopTest::expiresAndIsHealed()
{
    const RealServers::User &who = RealServers::users()[0];
    const QString address = RealServers::addressOf(who.name);
    service::Request request;
    request.job.goal = core::Goal::SendMail;
    core::ServerProfile &profile = request.job.profile;
    profile.host = u"localhost"_s;
    profile.port = m_servers.port(u"POSTFIX_PBS"_s);
    profile.method = core::Method::PopBeforeSmtp;
    profile.userId = who.name;
    profile.caFile = m_servers.caFile();
    profile.pop.port = m_servers.port(u"DOVECOT_POP3S"_s);
    profile.pop.wait = {};
    request.password = core::Secret(who.password);
    request.job.mail = core::Draft{address, {address}, u"subject"_s, u"text"_s, {}};

    service::Mailer mailer;
    std::map<service::JobId, core::AttemptReport> reports;
    hearReports(mailer, this, [&reports](service::JobId id, const core::AttemptReport &report) {
        reports.emplace(id, report);
    });
    const auto logins = [](const core::AttemptReport &report) {
        return std::count_if(
            report.transcript.begin(), report.transcript.end(),
            [](const core::TranscriptLine &line) { return line.text.startsWith("APOP "); });
    };
    const auto send = [&] {
        const service::JobId id = mailer.start(request);
        return QTest::qWaitFor([&] { return reports.contains(id); }, 30'000)
                   ? reports.at(id)
                   : core::AttemptReport();
    };
    const core::AttemptReport first = send();
    QCOMPARE(first.facts.outcome, core::Outcome::Accepted);
    QCOMPARE(logins(first), 1);
    QVERIFY(!m_servers.takeMail(who.name).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!isLetIn(who), 20'000);

    const core::AttemptReport healed = send();
    QCOMPARE(healed.facts.outcome, core::Outcome::Accepted);
    QCOMPARE(logins(healed), 1);
    const auto denied = std::find_if(
        healed.transcript.begin(), healed.transcript.end(),
        [](const core::TranscriptLine &line) { return line.text.contains("Relay access"); });
    QVERIFY(denied != healed.transcript.end());
    QVERIFY(!m_servers.takeMail(who.name).isEmpty());
}

void RealPopTest::wrongPasswordTriesNoSmtp_data()
{
    QTest::addColumn<QString>("auth");
    QTest::newRow("B103 APOP") << u"apop"_s;
    QTest::newRow("B103 USER and PASS") << u"user"_s;
}

void RealPopTest::wrongPasswordTriesNoSmtp()
{
    QFETCH(QString, auth);
    const RealServers::User &who = RealServers::users()[0];
    const qsizetype before = smtpConnections();
    const CliRun run = runCli(toPostfix(who) + byPop(u"DOVECOT_POP3S"_s, u"pop3s"_s, auth) +
                                  QStringList{u"--id"_s, who.name},
                              inputOf("wrong-word"));
    QCOMPARE(run.exitCode, 77);
    QCOMPARE(run.json()[u"causeId"_s].toString(), u"pop-wrong-password"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"POP login"_s);
    QVERIFY(!saidBy(run).contains("EHLO"));
    QVERIFY(!run.out.contains("wrong-word"));
    QCOMPARE(smtpConnections(), before);
}

/// POP3S' port does not speak plainly, and the plain one not TLS from the first byte.
void RealPopTest::stlsIsNotGivenUp()
{
    const RealServers::User &who = RealServers::users()[0];
    const CliRun plain = runCli(toPostfix(who) + byPop(u"DOVECOT_POP3"_s, u"pop3s"_s, u"auto"_s) +
                                    QStringList{u"--id"_s, who.name},
                                inputOf(who.password));
    QCOMPARE(plain.json()[u"causeId"_s].toString(), u"pop-server-speaks-plain"_s);
    QCOMPARE(plain.exitCode, 69);
}

PROSERPINA_TEST(RealPopTest)

#include "tst_realpop.moc"
