// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filecontent.h"
#include "practiceserver.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// `send`, `outbox` and `identity` of the built program, with the practice server.
class OutboxCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void sendsAndEnds();
    void keepsWhereItIsTold();
    void readsAMessageFile();
    void leavesItToTheUnit();
    void tellsWhatNeedsAPerson();
    void failsByTheExitCodeOfTheCause();
    void waits();
    void changesWaitingMail();
    void resolvesTheUnknown();
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void identities();

private:
    void startServer(practice::Behaviour behaviour = {});
    CliRun run(const QStringList &arguments, const QByteArray &standardInput = {}) const;
    CliRun send(const QStringList &more = {}) const;
    QJsonArray list() const;
    void setPassword(const QByteArray &password) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<service::PracticeEntry> m_practice;
};

void OutboxCommandsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_practice.reset();
    startServer();
}

void OutboxCommandsTest::startServer(practice::Behaviour behaviour)
{
    const quint16 port = m_practice ? m_practice->startTlsPort() : 0;
    const bool first = m_practice == nullptr;
    m_practice.reset();
    m_practice = std::make_unique<service::PracticeEntry>(std::move(behaviour));
    QVERIFY(m_practice->start(port));
    setPassword(m_practice->credentials().password.reveal());
    const QStringList where{u"--port"_s, QString::number(m_practice->startTlsPort()),
                            u"--ca-file"_s, m_practice->caFile()};
    const CliRun saved =
        first ? run(QStringList{u"server"_s, u"add"_s, u"work"_s, u"--host"_s, u"127.0.0.1"_s,
                                u"--security"_s, u"starttls"_s, u"--id"_s, u"practice"_s,
                                u"--address"_s, u"taro@practice.test"_s, u"--password-command"_s,
                                u"cat '%1'"_s.arg(m_home->filePath(u"password"_s))} +
                    where)
              : run(QStringList{u"server"_s, u"edit"_s, u"work"_s} + where);
    QVERIFY2(saved.exitCode == 0, saved.error);
}

void OutboxCommandsTest::setPassword(const QByteArray &password) const
{
    QVERIFY(writeFile(m_home->filePath(u"password"_s), password));
}

CliRun OutboxCommandsTest::run(const QStringList &arguments, const QByteArray &standardInput) const
{
    CliInput input;
    input.standardInput = standardInput;
    input.home = m_home->path();
    return runCli(arguments, input);
}

CliRun OutboxCommandsTest::send(const QStringList &more) const
{
    return run(QStringList{u"send"_s, u"--to"_s, u"a@practice.test"_s, u"--subject"_s, u"件名"_s,
                           u"--body-file"_s, u"-"_s, u"--json"_s} +
                   more,
               "text\n");
}

QJsonArray OutboxCommandsTest::list() const
{
    return QJsonDocument::fromJson(run({u"outbox"_s, u"list"_s, u"--json"_s}).out).array();
}

void OutboxCommandsTest::sendsAndEnds()
{
    const CliRun sent =
        send({u"--cc"_s, u"b@practice.test"_s, u"--bcc"_s, u"hidden@practice.test"_s});
    QVERIFY2(sent.exitCode == 0, sent.error);
    const QJsonObject json = sent.json();
    QCOMPARE(json[u"state"_s], u"sent"_s);
    QCOMPARE(json[u"sender"_s], u"command"_s);
    QCOMPARE(json[u"subject"_s], u"件名"_s);
    QCOMPARE(json[u"recipients"_s].toArray().size(), 3);
    QCOMPARE(m_practice->server().mailbox().size(), 1);
    const practice::ReceivedMail &mail = m_practice->server().mailbox().constFirst();
    QCOMPARE(mail.to.size(), 3);
    QVERIFY(!mail.message.contains("hidden@"));
    QVERIFY(mail.message.contains(json[u"messageId"_s].toString().toUtf8()));
    QCOMPARE(list().size(), 1);
}

void OutboxCommandsTest::keepsWhereItIsTold()
{
    const CliRun kept = send({u"--queue-only"_s});
    QCOMPARE(kept.exitCode, 0);
    QCOMPARE(kept.json()[u"state"_s], u"queued"_s);
    QCOMPARE(kept.json()[u"sender"_s], u"nobody"_s);
    QVERIFY(!send({u"--queue-only"_s}).json()[u"next"_s].toString().isEmpty());
    QCOMPARE(m_practice->server().connections(), 0);
    QCOMPARE(send({u"--at"_s, u"2099-12-01T08:00"_s}).json()[u"state"_s], u"queued"_s);
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(m_practice->server().mailbox().size(), 2);
    QCOMPARE(m_practice->server().connections(), 1);
    QCOMPARE(list()[2][u"state"_s], u"queued"_s);
    const QStringList keep{u"outbox"_s, u"keep"_s, u"--json"_s};
    QCOMPARE(run(keep).json()[u"days"_s], 30);
    QCOMPARE(run(keep + QStringList{u"--days"_s, u"7"_s, u"--copies"_s, u"yes"_s}).exitCode, 0);
    QCOMPARE(run(keep).json()[u"days"_s], 7);
    QVERIFY(run(keep).json()[u"copies"_s].toBool());
}

void OutboxCommandsTest::readsAMessageFile()
{
    const QString path = m_home->filePath(u"mail.eml"_s);
    QVERIFY(writeFile(path,
                      "From: x@practice.test\nBcc: hidden@practice.test\n"
                      "Subject: =?utf-8?b?5Lu25ZCN?=\nMessage-ID: <own@practice.test>\n\nt\n"));
    const CliRun sent =
        run({u"send"_s, u"--to"_s, u"a@practice.test"_s, u"--message-file"_s, path, u"--json"_s});
    QVERIFY2(sent.exitCode == 0, sent.error);
    QCOMPARE(sent.json()[u"subject"_s], u"件名"_s);
    QCOMPARE(sent.json()[u"messageId"_s], u"<own@practice.test>"_s);
    QVERIFY(!m_practice->server().mailbox().constFirst().message.contains("hidden"));
}

void OutboxCommandsTest::leavesItToTheUnit()
{
    QProcess unit;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
        environment.insert(QString::fromLatin1(name), m_home->path());
    }
    unit.setProcessEnvironment(environment);
    unit.start(QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli"), {u"background"_s});
    QVERIFY(unit.waitForStarted());
    QJsonObject json;
    const bool unitSends = QTest::qWaitFor(
        [&] { return json = send().json(), json[u"sender"_s] == u"unit"_s; }, 20'000);
    QVERIFY2(unitSends, unit.readAllStandardError() + (unit.state() == QProcess::Running
                                                           ? QByteArray("the unit runs")
                                                           : QByteArray("the unit has ended")));
    const QString id = QString::number(json[u"id"_s].toInteger());
    QTRY_COMPARE_WITH_TIMEOUT(run({u"outbox"_s, u"show"_s, id, u"--json"_s}).json()[u"state"_s],
                              u"sent"_s, 20'000);
    unit.terminate();
    QVERIFY(unit.waitForFinished(20'000));
    QCOMPARE(unit.exitCode(), 0);
}

void OutboxCommandsTest::tellsWhatNeedsAPerson()
{
    setPassword("wrong");
    const CliRun kept = send();
    QCOMPARE(kept.exitCode, 0); // it is kept
    QCOMPARE(kept.json()[u"state"_s], u"waiting-for-you"_s);
    QVERIFY(kept.json()[u"sentence"_s].toString().contains(u"password"_s));
    QVERIFY(!kept.out.contains("wrong"));
    const int connections = m_practice->server().connections();
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(m_practice->server().connections(), connections);
    setPassword(m_practice->credentials().password.reveal());
    QCOMPARE(run({u"outbox"_s, u"send-now"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(list()[0][u"state"_s], u"sent"_s);
}

void OutboxCommandsTest::failsByTheExitCodeOfTheCause()
{
    practice::Behaviour behaviour;
    behaviour.recipients.insert("a@practice.test", "550 5.1.1 unknown");
    startServer(behaviour);
    const CliRun failed = send();
    QCOMPARE(failed.exitCode, 67);
    QCOMPARE(failed.json()[u"state"_s], u"failed"_s);
    QCOMPARE(failed.json()[u"recipients"_s][0][u"reply"_s], u"550 5.1.1 unknown"_s);
    QCOMPARE(send({u"--cc"_s, u"b@practice.test"_s}).json()[u"state"_s], u"partial"_s);
}

void OutboxCommandsTest::waits()
{
    practice::Behaviour behaviour;
    behaviour.replies.insert(".", "451 4.3.0 later");
    startServer(behaviour);
    QCOMPARE(send().exitCode, 0);
    QCOMPARE(send({u"--wait=1"_s}).exitCode, 75);
    startServer();
    QCOMPARE(send({u"--wait"_s}).exitCode, 0);
    QCOMPARE(list()[2][u"state"_s], u"sent"_s);
}

void OutboxCommandsTest::changesWaitingMail()
{
    send({u"--queue-only"_s});
    QCOMPARE(run({u"outbox"_s, u"edit"_s, u"1"_s, u"--to"_s, u"other@practice.test"_s}).exitCode,
             0);
    QCOMPARE(run({u"outbox"_s, u"pause"_s, u"--server"_s, u"nowhere"_s}).exitCode, 64);
    QCOMPARE(run({u"outbox"_s, u"pause"_s, u"--server"_s, u"work"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(list()[0][u"state"_s], u"queued"_s);
    QCOMPARE(run({u"outbox"_s, u"resume"_s, u"--server"_s, u"work"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"pause"_s}).exitCode, 0);
    QCOMPARE(send().json()[u"state"_s], u"queued"_s);
    QCOMPARE(run({u"outbox"_s, u"stop"_s, u"2"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"resume"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(list()[0][u"state"_s], u"sent"_s);
    QCOMPARE(list()[1][u"state"_s], u"stopped"_s);
    QCOMPARE(m_practice->server().mailbox().constFirst().to, QByteArrayList{"other@practice.test"});
    QVERIFY(m_practice->server().mailbox().constFirst().message.contains(
        "\r\nTo: other@practice.test\r\n")); // it was written here
    QCOMPARE(run({u"outbox"_s, u"retry"_s, u"2"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"retry"_s, u"2"_s}).exitCode, 65); // it waits already
    QCOMPARE(run({u"outbox"_s, u"delete"_s, u"1"_s, u"2"_s}).exitCode, 0);
    QCOMPARE(list().size(), 0);
    QCOMPARE(run({u"outbox"_s, u"show"_s, u"1"_s}).exitCode, 65);
}

void OutboxCommandsTest::resolvesTheUnknown()
{
    practice::Behaviour behaviour;
    behaviour.closesAt = ".";
    startServer(behaviour);
    QCOMPARE(send().exitCode, 74);
    QCOMPARE(send().exitCode, 74);
    startServer();
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(m_practice->server().mailbox().size(), 0); // never by itself
    QCOMPARE(run({u"outbox"_s, u"resolve"_s, u"1"_s, u"--arrived"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"resolve"_s, u"2"_s, u"--again"_s}).exitCode, 0);
    QCOMPARE(run({u"outbox"_s, u"run"_s}).exitCode, 0);
    QCOMPARE(m_practice->server().mailbox().size(), 1);
    QCOMPARE(list()[0][u"state"_s], u"sent"_s);
    QCOMPARE(list()[1][u"state"_s], u"sent"_s);
}

void OutboxCommandsTest::refusesWithTheReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("practice") << QStringList{u"practice"_s} << QByteArray("saved servers only");
    QTest::newRow("--host") << QStringList{u"--host"_s, u"x"_s} << QByteArray("saved servers only");
    QTest::newRow("--token-env") << QStringList{u"--token-env"_s, u"X"_s} << QByteArray("token");
    QTest::newRow("--count") << QStringList{u"--count"_s, u"3"_s} << QByteArray("one mail");
    QTest::newRow("no recipient") << QStringList() << QByteArray("--to");
    QTest::newRow("nothing to say")
        << QStringList{u"--to"_s, u"a@practice.test"_s} << QByteArray("--body-file");
    QTest::newRow("an unknown sender")
        << QStringList{u"--from"_s, u"nobody@practice.test"_s} << QByteArray("identity list");
    QTest::newRow("no time") << QStringList{u"--to"_s,        u"a@practice.test"_s,
                                            u"--body-file"_s, u"-"_s,
                                            u"--at"_s,        u"soon"_s}
                             << QByteArray("2026-12-01T08:00");
}

void OutboxCommandsTest::refusesWithTheReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const CliRun refused = run(QStringList{u"send"_s} + arguments, "text\n");
    QCOMPARE(refused.exitCode, 64);
    QVERIFY2(refused.error.simplified().contains(words), refused.error);
    QCOMPARE(list().size(), 0);
}

void OutboxCommandsTest::identities()
{
    QCOMPARE(run({u"identity"_s, u"add"_s, u"jiro@practice.test"_s, u"--name"_s, u"次郎"_s,
                  u"--server"_s, u"work"_s, u"--reply-to"_s, u"reply@practice.test"_s,
                  u"--signature"_s, u"Jiro"_s})
                 .exitCode,
             0);
    QCOMPARE(
        run({u"identity"_s, u"add"_s, u"x@practice.test"_s, u"--server"_s, u"wrok"_s}).exitCode,
        64);
    const QJsonArray all =
        QJsonDocument::fromJson(run({u"identity"_s, u"list"_s, u"--json"_s}).out).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][u"address"_s], u"taro@practice.test"_s);
    QVERIFY(all[0][u"default"_s].toBool());
    QCOMPARE(all[1][u"server"_s], u"work"_s);
    QCOMPARE(send({u"--from"_s, u"次郎"_s}).exitCode, 0);
    const practice::ReceivedMail &mail = m_practice->server().mailbox().constFirst();
    QCOMPARE(mail.from, "jiro@practice.test");
    QVERIFY(mail.message.contains("Reply-To: reply@practice.test"));
    QVERIFY(mail.message.contains("\r\n-- \r\nJiro\r\n"));
    QCOMPARE(run({u"identity"_s, u"default"_s, u"jiro@practice.test"_s}).exitCode, 0);
    QCOMPARE(run({u"identity"_s, u"remove"_s, u"taro@practice.test"_s}).exitCode, 0);
    QCOMPARE(run({u"server"_s, u"remove"_s, u"work"_s}).exitCode, 0);
    QVERIFY(run({u"identity"_s, u"list"_s}).out.simplified().contains("not there any more"));
    QCOMPARE(send().exitCode, 65);
}

PROSERPINA_TEST(OutboxCommandsTest)
#include "tst_outboxcommands.moc"
