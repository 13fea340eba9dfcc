// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "core/profilefields.h"
#include "practiceserver.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The real program, against a practice server in this process and against its own.
class CommandLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void usage_data();
    void usage();
    void builtIn();
    void help();
    void textTellsWhatJsonTells_data();
    void textTellsWhatJsonTells();
    void tlsFailureIsToldInText_data();
    void tlsFailureIsToldInText();
    void tourEndsWithAccepted();
    void practiceServes();
    void passwordSources();
    void passwordIsNowhere_data();
    void passwordIsNowhere();
    void partial();
    void jsonKeys();
    void interrupt();
    void hostileTextIsInert();
    void sendsFiles();
    void saysThatTheOutputCannotBeWritten();
};

void CommandLineTest::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("causeId");
    const auto row = [](const char *fault, int exitCode, const char *outcome, const char *causeId) {
        QTest::addRow("%s", fault) << QString::fromLatin1(fault) << exitCode
                                   << QString::fromLatin1(outcome) << QString::fromLatin1(causeId);
    };
    row("", 0, "accepted", "accepted");
    row("greeting-554", 69, "refused", "greeting-refused");
    row("greeting-421", 75, "deferred", "server-busy");
    row("no-greeting", 69, "failed", "greeting-timed-out");
    row("not-smtp", 76, "failed", "not-a-mail-server");
    row("ehlo-refused", 69, "refused", "ehlo-name-refused");
    row("no-starttls", 69, "failed", "starttls-not-offered");
    row("starttls-454", 75, "deferred", "starttls-refused");
    row("starttls-injected", 69, "failed", "plaintext-injected");
    row("tls-broken", 69, "failed", "tls-handshake-failed");
    row("cert-expired", 69, "failed", "certificate-expired");
    row("cert-not-yet-valid", 69, "failed", "certificate-not-yet-valid");
    row("cert-self-signed", 69, "failed", "certificate-self-signed");
    row("cert-unknown-issuer", 69, "failed", "certificate-unknown-issuer");
    row("cert-wrong-host", 69, "failed", "certificate-wrong-host");
    row("cert-incomplete-chain", 69, "failed", "certificate-unknown-issuer");
    row("cert-name-only", 0, "accepted", "accepted");
    row("tls-old", 69, "failed", "tls-too-old");
    row("no-auth", 77, "failed", "login-not-offered");
    row("auth-535", 77, "refused", "wrong-password");
    row("auth-454", 75, "deferred", "login-temporarily-unavailable");
    row("auth-oauth-only", 77, "refused", "oauth-only");
    row("sender-refused", 67, "refused", "sender-not-yours");
    row("recipient-refused", 67, "refused", "recipient-unknown");
    row("greylisted", 75, "deferred", "greylisted");
    row("message-refused", 65, "refused", "message-rejected-as-spam");
    row("small-limit", 65, "failed", "message-too-large");
    row("lost-after-dot", 74, "unknown", "lost-after-dot");
    row("hang-mail", 69, "failed", "timed-out");
    row("mixed-codes", 76, "failed", "mixed-reply-codes");
    row("two-replies", 76, "failed", "unexpected-reply");
    row("no-pipelining", 0, "accepted", "accepted");
    row("dribble", 0, "accepted", "accepted");
    row("login-plain-only", 0, "accepted", "accepted");
}

void CommandLineTest::faults()
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);
    QFETCH(QString, outcome);
    QFETCH(QString, causeId);
    const auto entry = fault.isEmpty() ? std::make_unique<service::PracticeEntry>()
                                       : service::PracticeEntry::withFault(fault);
    QVERIFY(entry->start());
    const CliRun run = runCli(QStringList{u"test"_s, u"--json"_s, u"--timeout"_s, u"1.5"_s,
                                          u"--from"_s, u"a@practice.test"_s} +
                                  optionsFor(*entry),
                              passwordFor(*entry));
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.error, QByteArray());
    QCOMPARE(run.json()[u"outcome"_s].toString(), outcome);
    QCOMPARE(run.json()[u"causeId"_s].toString(), causeId);
    QVERIFY(!run.json()[u"cause"_s].toString().isEmpty());
    QCOMPARE(entry->server().mailbox().size(), outcome == u"accepted"_s ? 1 : 0);
}

void CommandLineTest::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QString &arguments, const char *says) {
        QTest::addRow("%s", name) << arguments.split(u' ') << QString::fromUtf8(says);
    };
    row("an unknown command", u"chekc practice"_s, "Did you mean check?");
    row("an option first", u"--host x check"_s, "The command comes first");
    row("a mistyped option", u"check practice --pasword-stdin"_s, "Did you mean --password-stdin?");
    row("an option of another command", u"check practice --subject x"_s,
        "--subject is an option of another command");
    row("reply with an ID", u"reply --host x --id i"_s, "--id is an option of another command");
    row("reply with a password", u"reply --host x --password-stdin"_s,
        "--password-stdin is an option of another command");
    row("reply with a method", u"reply practice --auth login"_s,
        "--auth is an option of another command");
    row("an unknown security", u"check --host x --security startls"_s, "Did you mean starttls?");
    row("an unknown method", u"check --host x --auth cram"_s, "Did you mean cram-md5?");
    row("a POP option without POP before SMTP", u"check --host x --pop-host y"_s,
        "--pop-host goes with --auth pbs only");
    row("an unknown POP security", u"check --host x --auth pbs --pop-security tls"_s,
        "Did you mean stls?");
    row("a POP port that is no number", u"check --host x --auth pbs --pop-port many"_s,
        "--pop-port takes a number from 1 to 65535");
    row("a POP host that is none", u"check --host x --auth pbs --pop-host a..b"_s, "--pop-host: ");
    row("a waiting time that is none", u"check --host x --auth pbs --pop-wait -1"_s,
        "from 0 to 600");
    row("a port that is no number", u"check --host x --port many"_s, "1 to 65535");
    row("port 0", u"check --host x --port 0"_s, "1 to 65535");
    row("port 65536", u"check --host x --port 65536"_s, "1 to 65535");
    row("no server", u"check"_s, "--host");
    row("an unknown server", u"check nowhere"_s, "no server called “nowhere”");
    row("two servers", u"check practice practice"_s, "one too many");
    row("two passwords", u"check --host x --id i --password-stdin --password-env A"_s,
        "Give one of");
    row("a variable that is not set", u"check --host x --id i --password-env NOT_SET_HERE"_s,
        "no such environment variable");
    row("a password without an ID", u"check --host x --password-stdin"_s, "add --id");
    row("an ID without a password", u"test --host x --id i --from a@b.test"_s, "--password-env");
    row("none with an ID", u"test --host x --auth none --id i --from a@b.test"_s, "--auth none");
    row("no sender", u"test --host x"_s, "--from");
    row("a message file and a subject",
        u"test --host x --from a@b.test --message-file f --subject s"_s, "leave --subject out");
    row("a time-out of nothing", u"check --host x --timeout 0"_s, "--timeout");
    row("an unknown fault", u"practice --fault cert-expire"_s, "Did you mean cert-expired?");
    row("a value missing", u"check --host"_s, "host");
}

void CommandLineTest::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const CliRun run = runCli(arguments, {.standardInput = "word-pass\n"});
    QCOMPARE(run.exitCode, 64);
    QCOMPARE(run.out, QByteArray());
    const QString error = QString::fromUtf8(run.error).simplified();
    QVERIFY2(error.contains(says), qPrintable(error));
    const CliRun json =
        runCli(arguments + QStringList{u"--json"_s}, {.standardInput = "word-pass\n"});
    if (arguments.constFirst() != u"practice"_s && says != u"host"_s) {
        QCOMPARE(json.exitCode, 64);
        QCOMPARE(json.json()[u"causeId"_s].toString(), u"usage"_s);
    }
}

void CommandLineTest::builtIn()
{
    QCOMPARE(runCli({u"check"_s, u"practice"_s}).exitCode, 0);
    QCOMPARE(runCli({u"reply"_s, u"practice"_s}).exitCode, 0);
    QCOMPARE(runCli({u"test"_s, u"practice"_s, u"--security"_s, u"smtps"_s}).exitCode, 0);
    for (const char *method : {"scram-sha-256", "cram-md5", "login", "plain1", "plain2"}) {
        const CliRun run = runCli(
            {u"check"_s, u"practice"_s, u"--json"_s, u"--auth"_s, QString::fromLatin1(method)});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.json()[u"method"_s].toString(), QString::fromLatin1(method));
    }
    QCOMPARE(runCli({u"--help"_s}).exitCode, 0);
    QCOMPARE(runCli({u"test"_s, u"--help"_s}).exitCode, 0);
    QCOMPARE(runCli({u"--version"_s}).out, QByteArray("proserpina-cli " PROSERPINA_VERSION "\n"));
}

void CommandLineTest::help()
{
    const QByteArray connection = runCli({u"help"_s, u"connection"_s}).out;
    for (const core::ProfileField &field : core::profileFields()) {
        QVERIFY2(field.help == nullptr || connection.contains((u"--"_s + field.option).toUtf8()),
                 field.option.data());
    }
    QVERIFY(connection.contains("--password-env"));
    for (const QString &command : {u"check"_s, u"reply"_s, u"test"_s, u"server"_s}) {
        const CliRun run = runCli({command, u"--help"_s});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("proserpina-cli help connection"));
        QVERIFY(run.out.contains("--json"));
        QVERIFY(!run.out.contains("--password-env") && !run.out.contains("--security"));
        QCOMPARE(runCli({u"help"_s, command}).out, run.out);
    }
    const CliRun unknown = runCli({u"help"_s, u"conection"_s});
    QCOMPARE(unknown.exitCode, 64);
    QVERIFY(unknown.error.contains("Did you mean connection?"));
}

void CommandLineTest::textTellsWhatJsonTells_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("causeId");
    QTest::addColumn<QString>("temporaryFolder");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QString port = QString::number(free.serverPort()); // nobody's in a moment
    const QStringList refused{u"--host"_s, u"127.0.0.1"_s, u"--port"_s, port};
    const auto row = [](const char *causeId, const QStringList &options,
                        const QString &temporaryFolder = {}) {
        QTest::addRow("%s", causeId) << options << QString::fromLatin1(causeId) << temporaryFolder;
    };
    row("connection-refused", QStringList{u"check"_s} + refused);
    row("ca-file-unreadable",
        QStringList{u"check"_s, u"--ca-file"_s, u"/nowhere/ca.pem"_s} + refused);
    row("temporary-folder-unusable",
        QStringList{u"test"_s, u"--from"_s, u"a@example.org"_s} + refused, u"/nowhere/at/all"_s);
}

void CommandLineTest::textTellsWhatJsonTells()
{
    QFETCH(QStringList, options);
    QFETCH(QString, causeId);
    QFETCH(QString, temporaryFolder);
    CliInput input;
    if (!temporaryFolder.isEmpty()) {
        input.environment.insert(u"TMPDIR"_s, temporaryFolder);
    }
    const QJsonObject json = runCli(options + QStringList{u"--json"_s}, input).json();
    QCOMPARE(json[u"causeId"_s].toString(), causeId);
    const QString text = QString::fromUtf8(runCli(options, input).out).simplified();
    const QString detail = json[u"detail"_s].toString();
    QVERIFY(!detail.isEmpty());
    QVERIFY2(text.contains(detail), qPrintable(text));
    QVERIFY(text.contains(temporaryFolder));
}

void CommandLineTest::tlsFailureIsToldInText_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"tls-broken", "tls-old", "cert-expired", "cert-unknown-issuer"}) {
        QTest::addRow("%s", fault) << QString::fromLatin1(fault);
    }
}

void CommandLineTest::tlsFailureIsToldInText()
{
    QFETCH(QString, fault);
    const auto server = service::PracticeEntry::withFault(fault);
    QVERIFY(server->start());
    const QStringList options = QStringList{u"check"_s} + optionsFor(*server);
    const QJsonObject json =
        runCli(options + QStringList{u"--json"_s}, passwordFor(*server)).json();
    const QString text = QString::fromUtf8(runCli(options, passwordFor(*server)).out).simplified();
    const QString detail = json[u"detail"_s].toString();
    QVERIFY2(text.contains(detail.simplified()), qPrintable(detail + u'\n' + text));
}

void CommandLineTest::tourEndsWithAccepted()
{
    const CliRun run = runCli({u"practice"_s, u"--tour"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.endsWith("\naccepted\n"));
    QVERIFY(run.out.contains("250 STARTTLS"));
    QVERIFY(run.out.contains("250 AUTH SCRAM-SHA-256 CRAM-MD5 LOGIN PLAIN"));
}

void CommandLineTest::practiceServes()
{
    const CliRun run =
        runCli({u"practice"_s}, {.standardInput = {}, .interruptAfterOutputOf = 200});
    QCOMPARE(run.exitCode, 0);
    for (const char *word : {"STARTTLS", "SMTPs", "CA file", "ID", "Password"}) {
        QVERIFY2(run.out.contains(word), run.out);
    }
}

void CommandLineTest::passwordSources()
{
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    const QByteArray password = entry.credentials().password.reveal();
    QStringList options = optionsFor(entry).mid(0, 8);
    options.prepend(u"check"_s);
    QCOMPARE(runCli(options + QStringList{u"--password-stdin"_s},
                    {.standardInput = password + "\r\nrest"})
                 .exitCode,
             0);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"the password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(password + "\n") > 0);
    file.close();
    QCOMPARE(
        runCli(options + QStringList{u"--password-command"_s, u"cat \""_s + file.fileName() + u'"'})
            .exitCode,
        0);
    const CliRun failed =
        runCli(options + QStringList{u"--json"_s, u"--password-command"_s, u"false"_s});
    QCOMPARE(failed.exitCode, 77);
    QCOMPARE(failed.json()[u"causeId"_s].toString(), u"password-unavailable"_s);
    // Without a password a check stops after EHLO and says so.
    const CliRun without = runCli(options + QStringList{u"--json"_s});
    QCOMPARE(without.exitCode, 0);
    QCOMPARE(without.json()[u"causeId"_s].toString(), u"checked-without-login"_s);
    QVERIFY(!without.json()[u"loggedIn"_s].toBool());
}

void CommandLineTest::passwordIsNowhere_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("fault");
    for (const char *method : {"scram-sha-256", "cram-md5", "login", "plain1", "plain2"}) {
        for (const char *fault : {"lf-only", "auth-535"}) {
            QTest::addRow("B69 %s, %s", method, fault)
                << QString::fromLatin1(method) << QString::fromLatin1(fault);
        }
    }
}

void CommandLineTest::passwordIsNowhere()
{
    QFETCH(QString, method);
    QFETCH(QString, fault);
    const auto entry = service::PracticeEntry::withFault(fault);
    QVERIFY(entry->start());
    const QByteArray id = entry->credentials().userId.toUtf8();
    const QByteArray password = entry->credentials().password.reveal();
    const QByteArray plain = '\0' + id + '\0' + password;
    for (const QStringList &form : {QStringList{}, QStringList{u"--json"_s}}) {
        const CliRun run =
            runCli(QStringList{u"check"_s, u"--auth"_s, method} + optionsFor(*entry) + form,
                   passwordFor(*entry));
        const QByteArray all = run.out + run.error;
        QVERIFY(all.contains("****"));
        for (const QByteArray &secret : {password, password.toBase64(), plain.toBase64()}) {
            QVERIFY(!all.contains(secret));
        }
    }
}

void CommandLineTest::partial()
{
    practice::Behaviour behaviour;
    behaviour.recipients["no@practice.test"] = "550 5.1.1 no such mailbox";
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--json"_s, u"--from"_s, u"a@practice.test"_s, u"--to"_s,
                           u"yes@practice.test"_s, u"--to"_s, u"no@practice.test"_s} +
                   optionsFor(entry),
               passwordFor(entry));
    QCOMPARE(run.exitCode, 67);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"partial"_s);
    const QJsonArray recipients = run.json()[u"recipients"_s].toArray();
    QCOMPARE(recipients[0][u"outcome"_s].toString(), u"accepted"_s);
    QCOMPARE(recipients[1][u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(recipients[1][u"reply"_s].toArray()[0].toString(), u"550 5.1.1 no such mailbox"_s);
}

void CommandLineTest::jsonKeys()
{
    const QJsonObject json = runCli({u"test"_s, u"practice"_s, u"--json"_s}).json();
    for (const char *key :
         {"outcome", "stage", "causeId", "cause", "advice", "security", "method", "attempts",
          "recipients", "reply", "tls", "timings", "roundTrips", "transcript"}) {
        QVERIFY2(json.contains(QString::fromLatin1(key)), key);
    }
    QCOMPARE(json[u"security"_s].toString(), u"starttls"_s);
    QVERIFY(json[u"reply"_s][u"beforeTls"_s].toArray().contains(u"250 STARTTLS"_s));
    QVERIFY(json[u"tls"_s][u"certificate"_s][u"der"_s].toString().size() > 100);
    QVERIFY(json[u"roundTrips"_s].toInt() >= 8);
    const QJsonObject first = json[u"transcript"_s].toArray()[1].toObject();
    QCOMPARE(first[u"direction"_s].toString(), u"server"_s);
    QCOMPARE(first[u"tls"_s].toBool(), false);
}

void CommandLineTest::interrupt()
{
    const auto entry = service::PracticeEntry::withFault(u"hang-ehlo"_s);
    QVERIFY(entry->start());
    CliInput input = passwordFor(*entry);
    input.interruptAfterOutputOf = 120;
    const CliRun run = runCli(QStringList{u"check"_s} + optionsFor(*entry), input);
    QCOMPARE(run.exitCode, 130);
    QVERIFY(run.out.endsWith("\nfailed\n"));
}

void CommandLineTest::hostileTextIsInert()
{
    const auto entry = service::PracticeEntry::withFault(u"hostile-text"_s);
    QVERIFY(entry->start());
    for (const QStringList &form : {QStringList{}, QStringList{u"--json"_s}}) {
        const CliRun run =
            runCli(QStringList{u"check"_s} + optionsFor(*entry) + form, passwordFor(*entry));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.out.contains('\x1B'));
        QVERIFY(!run.out.contains("\xE2\x80\xAE")); // U+202E itself
        QVERIFY(run.out.contains("<U+202E>"));
    }
}

void CommandLineTest::sendsFiles()
{
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    const QTemporaryDir folder;
    QFile body(folder.filePath(u"本文.txt"_s));
    QVERIFY(body.open(QIODevice::WriteOnly) && body.write("hello\n") > 0);
    body.close();
    const QStringList common =
        QStringList{u"test"_s, u"--from"_s, u"a@practice.test"_s} + optionsFor(entry);
    QCOMPARE(runCli(common + QStringList{u"--body-file"_s, body.fileName(), u"--attach"_s,
                                         body.fileName()},
                    passwordFor(entry))
                 .exitCode,
             0);
    const QByteArray message = entry.server().mailbox()[0].message;
    QVERIFY(message.contains("\r\nhello\r\n"));
    QVERIFY(message.contains("Content-Disposition: attachment"));
    const CliRun missing = runCli(common + QStringList{u"--json"_s, u"--attach"_s, u"/nowhere/x"_s},
                                  passwordFor(entry));
    QCOMPARE(missing.exitCode, 65);
    QVERIFY(missing.json()[u"cause"_s].toString().contains(u"/nowhere/x"_s));
    const CliRun noEml =
        runCli(common + QStringList{u"--message-file"_s, u"/nowhere/x.eml"_s}, passwordFor(entry));
    QCOMPARE(noEml.exitCode, 65);
    const CliRun noBody =
        runCli(common + QStringList{u"--body-file"_s, u"/nowhere/body"_s}, passwordFor(entry));
    QCOMPARE(noBody.exitCode, 65);
}

void CommandLineTest::saysThatTheOutputCannotBeWritten()
{
    CliInput input;
    input.outputFile = u"/dev/full"_s;
    for (const QStringList &arguments :
         {QStringList{u"check"_s, u"practice"_s},
          QStringList{u"check"_s, u"practice"_s, u"--json"_s}, QStringList{u"--help"_s}}) {
        const CliRun run = runCli(arguments, input);
        QCOMPARE(run.exitCode, 74);
        QVERIFY2(run.error.startsWith("Standard output cannot be written: "), run.error);
    }
    // What went wrong before says more.
    QCOMPARE(runCli({u"check"_s}, input).exitCode, 64);
}

PROSERPINA_TEST(CommandLineTest)
#include "tst_commandline.moc"
