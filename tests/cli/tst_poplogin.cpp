// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"
#include "practiceserver.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QStringList byPop{u"--auth"_s, u"pbs"_s, u"--pop-wait"_s, u"0"_s};

QStringList popOptionsFor(const service::PracticeEntry &entry)
{
    return optionsFor(entry) + byPop +
           QStringList{u"--pop-port"_s, QString::number(entry.pop({}).port)};
}

QStringList withoutPassword(QStringList options)
{
    options.remove(options.indexOf(u"--password-env"_s), 2);
    return options;
}

/// What we said.
QByteArray saidBy(const QJsonObject &json)
{
    QByteArray text;
    for (const QJsonValue line : json[u"transcript"_s].toArray()) {
        if (line[u"direction"_s].toString() == u"client"_s) {
            text += line[u"text"_s].toString().toUtf8() + '\n';
        }
    }
    return text;
}

} // namespace

/// POP before SMTP by the built command line.
class PopLoginTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void practice_data();
    void practice();
    void faults_data();
    void faults();
    void ownIdAndPassword();
    void savedWithAPasswordOfItsOwn();
    void keptPasswordDoesNotGoElsewhereUnasked();
};

void PopLoginTest::practice_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("apop");
    QTest::newRow("POP3S") << QStringList() << true;
    QTest::newRow("STLS") << QStringList{u"--pop-security"_s, u"stls"_s} << true;
    QTest::newRow("no encryption") << QStringList{u"--pop-security"_s, u"none"_s} << true;
    QTest::newRow("APOP") << QStringList{u"--pop-auth"_s, u"apop"_s} << true;
    QTest::newRow("USER and PASS") << QStringList{u"--pop-auth"_s, u"user"_s} << false;
}

void PopLoginTest::practice()
{
    QFETCH(QStringList, options);
    const CliRun run = runCli(QStringList{u"test"_s, u"practice"_s, u"--json"_s} + byPop + options);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"method"_s].toString(), u"pbs"_s);
    QCOMPARE(run.json()[u"pop"_s][u"loggedIn"_s].toBool(), true);
    QTEST(run.json()[u"pop"_s][u"apop"_s].toBool(), "apop");
    QVERIFY(run.json()[u"timings"_s].toObject().contains(u"POP login"_s));
    QVERIFY(!saidBy(run.json()).contains("AUTH"));
}

void PopLoginTest::faults_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("causeId");
    QTest::newRow("pop-refused") << 77 << u"refused"_s << u"pop-wrong-password"_s;
    QTest::newRow("pop-in-use") << 75 << u"deferred"_s << u"pop-mailbox-in-use"_s;
    QTest::newRow("pop-no-stamp") << 0 << u"accepted"_s << u"accepted"_s;
    QTest::newRow("pop-never-lets-in") << 67 << u"refused"_s << u"pop-not-let-in"_s;
    QTest::newRow("cert-expired") << 69 << u"failed"_s << u"certificate-expired"_s;
}

void PopLoginTest::faults()
{
    QFETCH(int, exitCode);
    const auto entry =
        service::PracticeEntry::withFault(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(entry->start());
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--json"_s, u"--from"_s, u"a@practice.test"_s} +
                   popOptionsFor(*entry),
               passwordFor(*entry));
    QCOMPARE(run.exitCode, exitCode);
    QTEST(run.json()[u"outcome"_s].toString(), "outcome");
    QTEST(run.json()[u"causeId"_s].toString(), "causeId");
    QVERIFY(!run.out.contains(entry->credentials().password.reveal()));
    if (exitCode == 77 || exitCode == 75) {
        QVERIFY(!saidBy(run.json()).contains("EHLO")); // B103
    }
}

void PopLoginTest::ownIdAndPassword()
{
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    CliInput input;
    input.environment.insert(u"POP_WORD"_s,
                             QString::fromUtf8(entry.credentials().password.reveal()));
    QStringList options = withoutPassword(popOptionsFor(entry));
    options[options.indexOf(u"--id"_s) + 1] = u"somebody"_s;
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--from"_s, u"a@practice.test"_s, u"--pop-id"_s,
                           entry.credentials().userId, u"--pop-password-env"_s, u"POP_WORD"_s} +
                   options,
               input);
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QVERIFY(!run.out.contains(entry.credentials().password.reveal()));
}

void PopLoginTest::savedWithAPasswordOfItsOwn()
{
    Keyring keyring;
    keyring.unlock("keyring-word");
    service::PracticeEntry entry(practice::popBeforeSmtp(std::chrono::minutes(5)));
    QVERIFY(entry.start());
    CliInput input;
    input.environment = keyring.environment();
    input.home = keyring.home();
    input.environment.insert(u"POP_WORD"_s,
                             QString::fromUtf8(entry.credentials().password.reveal()));
    QStringList options = withoutPassword(popOptionsFor(entry));
    const CliRun added =
        runCli(QStringList{u"server"_s, u"add"_s, u"old"_s, u"--address"_s, u"a@practice.test"_s,
                           u"--pop-password-env"_s, u"POP_WORD"_s} +
                   options,
               input);
    QVERIFY2(added.exitCode == 0, added.error);
    input.environment.remove(u"POP_WORD"_s);
    const QJsonObject shown = runCli({u"server"_s, u"show"_s, u"old"_s, u"--json"_s}, input).json();
    QCOMPARE(shown[u"pop"_s][u"ownPassword"_s].toBool(), true);
    QCOMPARE(shown[u"pop"_s][u"port"_s].toInt(), int{entry.server().pop3sPort()});
    const CliRun sent = runCli({u"test"_s, u"old"_s}, input);
    QVERIFY2(sent.exitCode == 0, sent.out + sent.error);
    QCOMPARE(entry.mailbox().size(), 1);
    // By another way the POP password does not go along, nor to another host.
    const CliRun other =
        runCli({u"check"_s, u"old"_s, u"--auth"_s, u"plain1"_s, u"--json"_s}, input);
    QVERIFY(!saidBy(other.json()).contains("AUTH"));
    input.environment.insert(u"WORD"_s, u"another"_s);
    const CliRun moved = runCli({u"server"_s, u"edit"_s, u"old"_s, u"--pop-host"_s,
                                 u"pop.example.net"_s, u"--password-env"_s, u"WORD"_s},
                                input);
    QCOMPARE(moved.exitCode, 64);
    QVERIFY2(moved.error.contains("pop.example.net"), moved.error);
    // Taken back: nothing is left to log in with.
    QCOMPARE(runCli({u"server"_s, u"edit"_s, u"old"_s, u"--forget-password"_s}, input).exitCode, 0);
    QCOMPARE(runCli({u"test"_s, u"old"_s}, input).exitCode, 77);
}

void PopLoginTest::keptPasswordDoesNotGoElsewhereUnasked()
{
    Keyring keyring;
    CliInput input;
    input.environment = keyring.environment();
    input.home = keyring.home();
    QCOMPARE(runCli({u"server"_s, u"add"_s, u"old"_s, u"--host"_s, u"mail.example.org"_s, u"--id"_s,
                     u"taro"_s},
                    input)
                 .exitCode,
             0);
    const CliRun elsewhere = runCli({u"server"_s, u"edit"_s, u"old"_s, u"--auth"_s, u"pbs"_s,
                                     u"--pop-host"_s, u"pop.example.net"_s},
                                    input);
    QCOMPARE(elsewhere.exitCode, 64);
    QVERIFY2(elsewhere.error.contains("pop.example.net, port 995"), elsewhere.error);
    const CliRun unencrypted = runCli(
        {u"server"_s, u"edit"_s, u"old"_s, u"--auth"_s, u"pbs"_s, u"--pop-security"_s, u"none"_s},
        input);
    QCOMPARE(unencrypted.exitCode, 64);
    QCOMPARE(runCli({u"server"_s, u"edit"_s, u"old"_s, u"--auth"_s, u"pbs"_s}, input).exitCode, 0);
    // For this one run neither.
    QCOMPARE(runCli({u"server"_s, u"edit"_s, u"old"_s, u"--auth"_s, u"pbs"_s, u"--pop-host"_s,
                     u"pop.example.net"_s, u"--keep-password"_s},
                    input)
                 .exitCode,
             0);
    const CliRun once = runCli({u"check"_s, u"old"_s, u"--auth"_s, u"login"_s}, input);
    QCOMPARE(once.exitCode, 64);
    QVERIFY2(once.error.contains("mail.example.org"), once.error);
}

PROSERPINA_TEST(PopLoginTest)

#include "tst_poplogin.moc"
