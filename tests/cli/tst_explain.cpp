// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// `explain`.
class ExplainCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItMeans();
    void readsStandardInput();
    void json();
    void showsWhy();
    void namesTheProvidersPage();
    void speaksJapanese();
    void hidesCredentials();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void ExplainCommandTest::saysWhatItMeans()
{
    const CliRun run =
        runCli({u"explain"_s, u"550 5.1.1 <x@example.com>: too many mails this hour"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.startsWith("This account or computer sends faster"), run.out);
    QVERIFY2(run.out.contains("> 550 5.1.1 <x@example.com>"), run.out);
    const CliRun words = runCli(
        {u"explain"_s, u"--stage"_s, u"rcpt"_s, u"550"_s, u"5.1.1"_s, u"User"_s, u"unknown"_s});
    QVERIFY2(words.out.startsWith("The server does not know the recipient."), words.out);
}

void ExplainCommandTest::readsStandardInput()
{
    CliInput input;
    input.standardInput = "Nov 28 08:00:01 mail postfix/smtp[1]: 4F: to=<x@example.com>, "
                          "status=bounced (host mx.example.com[192.0.2.1] said: 552 5.2.2 Over "
                          "quota (in reply to RCPT TO command))\n";
    const CliRun run = runCli({u"explain"_s, u"--json"_s, u"-"_s}, input);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"causeClass"_s].toString(), u"mailbox-full"_s);
    QCOMPARE(run.json()[u"reply"_s].toString(), u"552 5.2.2 Over quota"_s);
    QCOMPARE(run.json()[u"stage"_s].toString(), u"RCPT"_s);
}

void ExplainCommandTest::json()
{
    const CliRun run = runCli(
        {u"explain"_s, u"--json"_s, u"--stage"_s, u"AUTH"_s, u"535 5.7.8 Authentication failed"_s});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[u"causeId"_s].toString(), u"told-wrong-password"_s);
    QCOMPARE(json[u"causeClass"_s].toString(), u"wrong-password"_s);
    QCOMPARE(json[u"again"_s].toString(), u"after-change"_s);
    QVERIFY(!json[u"sentence"_s].toString().isEmpty());
    QVERIFY(!json[u"candidates"_s].toArray().isEmpty());
    QVERIFY(!json.contains(u"signals"_s));
}

void ExplainCommandTest::showsWhy()
{
    const QStringList words{u"explain"_s, u"--why"_s,
                            u"550 5.7.25 Reverse DNS validation failed"_s};
    const CliRun run = runCli(words);
    QVERIFY2(run.out.contains("no reverse DNS (no-ptr)"), run.out);
    QVERIFY2(run.out.contains("the enhanced code: 5.7.25"), run.out);
    const CliRun asJson = runCli(words + QStringList{u"--json"_s});
    QCOMPARE(asJson.json()[u"signals"_s].toArray()[0][u"class"_s].toString(), u"no-ptr"_s);
}

void ExplainCommandTest::namesTheProvidersPage()
{
    const CliRun run = runCli({u"explain"_s, u"--host"_s, u"smtp.gmail.com"_s,
                               u"534-5.7.9 Application-specific password required."_s});
    QVERIFY2(run.out.contains("https://myaccount.google.com/apppasswords"), run.out);
}

void ExplainCommandTest::speaksJapanese()
{
    CliInput input;
    input.environment.insert(u"LANGUAGE"_s, u"ja"_s);
    const CliRun run = runCli({u"explain"_s, u"552 5.2.2 Over quota"_s}, input);
    QVERIFY2(run.out.contains("いっぱい") || run.out.contains("満杯"), run.out);
    // Blanks set off an address, not a word.
    const CliRun held =
        runCli({u"explain"_s, u"450 4.2.0 Greylisted, see http://example.com/"_s}, input);
    QVERIFY2(held.out.contains("サーバは宛先へのメール"), held.out);
}

void ExplainCommandTest::hidesCredentials()
{
    CliInput input;
    input.standardInput = "C: AUTH PLAIN AHVzZXJAZXhhbXBsZS5jb20AZXhhbXBsZS1wYXNzd29yZA==\n"
                          "some words that nobody knows\n";
    const CliRun run = runCli({u"explain"_s, u"--why"_s, u"-"_s}, input);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(!run.out.contains("AHVzZXJA"), run.out);
    QVERIFY2(
        !runCli({u"explain"_s, u"--json"_s, u"--why"_s, u"-"_s}, input).out.contains("AHVzZXJA"),
        run.out);
}

void ExplainCommandTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no text") << QStringList{} << QByteArray("Give the text");
    QTest::newRow("no stage") << QStringList{u"--stage"_s, u"nowhere"_s, u"550"_s}
                              << QByteArray("There is no stage");
    QTest::newRow("no option") << QStringList{u"--whi"_s, u"550"_s}
                               << QByteArray("no option --whi");
}

void ExplainCommandTest::saysWhatIsWrong()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const CliRun run = runCli(QStringList{u"explain"_s} + words);
    QCOMPARE(run.exitCode, 64);
    QVERIFY2(run.error.contains(said), run.error);
}

PROSERPINA_TEST(ExplainCommandTest)
#include "tst_explain.moc"
