// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "practiceserver.h"
#include "practising.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The built command line: certificates, tokens, proxies, several mails; and choices a person
/// has after a failure, each tried.
class AdvancedOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_data();
    void choices();
    void choicesOfASavedServer();
    void tokens_data();
    void tokens();
    void tokenIsNowhere();
    void externalNeedsACertificate();
    void clientCertificateThatIsNone();
    void proxyThatIsNotThere();
    void severalMails();
    void allOrNone();
    void addressOutsideAscii();
    void usage_data();
    void usage();
    void savesAndTakesBack();
};

void AdvancedOptionsTest::choices_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("option");
    const auto row = [](const char *name, const char *fault, const char *option) {
        QTest::addRow("%s", name) << QString::fromLatin1(fault) << QString::fromLatin1(option);
    };
    row("B41 expired: its fingerprint", "cert-expired", "--pin");
    row("B42 self-signed: its fingerprint", "cert-self-signed", "--pin");
    row("B43 wrong host: its fingerprint", "cert-wrong-host", "--pin");
    row("B44 incomplete chain: its fingerprint", "cert-incomplete-chain", "--pin");
    row("B105 not yet valid: its fingerprint", "cert-not-yet-valid", "--pin");
    row("B37 STARTTLS not offered: without encryption", "no-starttls", "--security");
}

void AdvancedOptionsTest::choices()
{
    QFETCH(QString, fault);
    QFETCH(QString, option);
    const auto server = service::PracticeEntry::withFault(fault);
    QVERIFY(server->start());
    const QStringList first = QStringList{u"check"_s, u"--json"_s} + optionsFor(*server);
    const CliRun failed = runCli(first, passwordFor(*server));
    QCOMPARE(failed.exitCode, 69);
    const QJsonArray offered = failed.json()[u"choices"_s].toArray();
    QStringList options;
    for (const auto &choice : offered) {
        const QStringList these = choice[u"options"_s].toVariant().toStringList();
        if (these.value(0) == option &&
            (option != u"--security"_s || these.value(1) == u"none"_s)) {
            options = these;
            QVERIFY(!choice[u"risk"_s].toString().isEmpty());
        }
    }
    QVERIFY(!options.isEmpty());
    // Without encryption the server offers no login: then only its reply can be read.
    const bool readsOnly = option == u"--security"_s;
    const QStringList withoutLogin =
        QStringList{u"reply"_s, u"--json"_s} + optionsFor(*server).first(6);
    const QStringList second = (readsOnly ? withoutLogin : first) + options;
    const CliRun chosen = runCli(second, passwordFor(*server));
    QCOMPARE(chosen.exitCode, 0);
    QCOMPARE(chosen.json()[u"loggedIn"_s].toBool(), !readsOnly);
    QVERIFY(chosen.json()[u"choices"_s].toArray().isEmpty());
}

void AdvancedOptionsTest::choicesOfASavedServer()
{
    const auto server = service::PracticeEntry::withFault(u"cert-self-signed"_s);
    QVERIFY(server->start());
    QTemporaryDir home;
    CliInput input = passwordFor(*server);
    input.home = home.path();
    const QString name = u"会社 one"_s;
    QStringList add = QStringList{u"server"_s, u"add"_s, name} + optionsFor(*server);
    add[add.indexOf(u"--password-env"_s)] = u"--password-command"_s;
    add.last() = u"printenv PRACTICE_PASSWORD"_s;
    QCOMPARE(runCli(add, input).exitCode, 0);
    const CliRun failed = runCli({u"check"_s, name}, input);
    QCOMPARE(failed.exitCode, 69);
    const QString out = QString::fromUtf8(failed.out);
    const qsizetype at = out.indexOf(u"proserpina-cli server edit '会社 one' --pin "_s);
    QVERIFY2(at > 0, failed.out.constData());
    const QString pin = out.mid(out.indexOf(u"--pin "_s, at) + 6).section(u'\n', 0, 0);
    QCOMPARE(runCli({u"server"_s, u"edit"_s, name, u"--pin"_s, pin}, input).exitCode, 0);
    QCOMPARE(runCli({u"check"_s, name}, input).exitCode, 0);
}

void AdvancedOptionsTest::tokens_data()
{
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("method");
    const QByteArrayList both{"XOAUTH2", "OAUTHBEARER", "PLAIN"};
    QTest::newRow("both are offered: OAUTHBEARER") << both << QStringList() << u"oauthbearer"_s;
    QTest::newRow("only XOAUTH2 is offered")
        << QByteArrayList{"XOAUTH2", "PLAIN"} << QStringList() << u"xoauth2"_s;
    QTest::newRow("XOAUTH2 is chosen")
        << both << QStringList{u"--auth"_s, u"xoauth2"_s} << u"xoauth2"_s;
}

void AdvancedOptionsTest::tokens()
{
    QFETCH(QByteArrayList, offered);
    QFETCH(QStringList, options);
    QFETCH(QString, method);
    service::PracticeEntry server(offering(offered));
    QVERIFY(server.start());
    QStringList arguments = QStringList{u"check"_s, u"--json"_s} + optionsFor(server) + options;
    arguments[arguments.indexOf(u"--password-env"_s)] = u"--token-env"_s;
    const CliRun run = runCli(arguments, passwordFor(server));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"method"_s].toString(), method);
    QVERIFY(run.json()[u"loggedIn"_s].toBool());
}

void AdvancedOptionsTest::tokenIsNowhere()
{
    service::PracticeEntry server(offering({"OAUTHBEARER", "XOAUTH2"}));
    QVERIFY(server.start());
    CliInput input;
    const QByteArray token = "ya29.token-that-nobody-knows";
    input.environment.insert(u"TOKEN"_s, QString::fromLatin1(token));
    QStringList arguments = QStringList{u"check"_s} + optionsFor(server);
    arguments[arguments.indexOf(u"--password-env"_s)] = u"--token-env"_s;
    arguments.last() = u"TOKEN"_s;
    for (const QStringList &more : {QStringList(), QStringList{u"--json"_s}}) {
        const CliRun run = runCli(arguments + more, input);
        QCOMPARE(run.exitCode, 77);
        QVERIFY(run.out.contains("invalid_token")); // B66: the server's own reason
        for (const QByteArray &secret : {token, token.toBase64(), token.toHex()}) {
            QVERIFY(!run.out.contains(secret));
            QVERIFY(!run.error.contains(secret));
        }
    }
}

void AdvancedOptionsTest::externalNeedsACertificate()
{
    const QStringList arguments{u"check"_s, u"--host"_s, u"x"_s, u"--auth"_s, u"external"_s};
    const CliRun without = runCli(arguments);
    QCOMPARE(without.exitCode, 64);
    QVERIFY(without.error.contains("--client-cert"));
    const QStringList certificate{u"--client-cert"_s, u"c.pem"_s};
    const CliRun withPassword = runCli(arguments + certificate + QStringList{u"--password-stdin"_s},
                                       {.standardInput = "word\n"});
    QCOMPARE(withPassword.exitCode, 64);
    QVERIFY(withPassword.error.contains("--password-stdin"));
}

void AdvancedOptionsTest::clientCertificateThatIsNone()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QStringList options = QStringList{u"check"_s, u"--json"_s} + optionsFor(server);
    const CliRun missing =
        runCli(options + QStringList{u"--client-cert"_s, u"/nowhere/c.pem"_s}, passwordFor(server));
    QCOMPARE(missing.exitCode, 69);
    QCOMPARE(missing.json()[u"causeId"_s].toString(), u"client-certificate-unreadable"_s);
    QVERIFY(missing.json()[u"detail"_s].toString().contains(u"/nowhere/c.pem"_s));
    QCOMPARE(server.server().connections(), 0); // said before anything is sent
}

void AdvancedOptionsTest::proxyThatIsNotThere()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    const quint16 port = closedPort();
    QVERIFY(port != 0);
    const QStringList options = QStringList{u"check"_s, u"--json"_s} + optionsFor(server);
    for (const char *kind : {"socks5", "http"}) {
        const QString proxy = u"%1://127.0.0.1:%2"_s.arg(QLatin1StringView(kind)).arg(port);
        const CliRun run = runCli(options + QStringList{u"--proxy"_s, proxy}, passwordFor(server));
        QCOMPARE(run.exitCode, 69);
        QCOMPARE(run.json()[u"causeId"_s].toString(), u"proxy-failed"_s);
        QCOMPARE(run.json()[u"addresses"_s].toArray().size(), 1);
    }
    QCOMPARE(server.server().connections(), 0); // never past the proxy
}

void AdvancedOptionsTest::severalMails()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QStringList options =
        QStringList{u"test"_s, u"--from"_s, service::PracticeEntry::address(), u"--count"_s,
                    u"３"_s} +
        optionsFor(server);
    const CliRun text = runCli(options, passwordFor(server));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains("3 of 3 accepted"));
    const CliRun run = runCli(options + QStringList{u"--json"_s}, passwordFor(server));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"mailsAccepted"_s].toInt(), 3);
    QCOMPARE(server.mailbox().size(), 6);
    QCOMPARE(server.server().connections(), 2);
}

void AdvancedOptionsTest::allOrNone()
{
    practice::Behaviour behaviour;
    behaviour.recipients.insert("gone@practice.test", "550 5.1.1 no such user");
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    const QStringList options =
        QStringList{u"test"_s, u"--json"_s,          u"--from"_s, u"a@practice.test"_s,
                    u"--to"_s, u"b@practice.test"_s, u"--to"_s,   u"gone@practice.test"_s} +
        optionsFor(server);
    const CliRun partial = runCli(options, passwordFor(server));
    QCOMPARE(partial.json()[u"outcome"_s].toString(), u"partial"_s);
    QCOMPARE(server.mailbox().size(), 1);
    const CliRun none = runCli(options + QStringList{u"--all-or-none"_s}, passwordFor(server));
    QCOMPARE(none.exitCode, 67);
    QCOMPARE(none.json()[u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(server.mailbox().size(), 1);
}

/// B85: only where the server offers SMTPUTF8; else nothing is sent, not even MAIL.
void AdvancedOptionsTest::addressOutsideAscii()
{
    practice::Behaviour behaviour;
    for (const bool offered : {true, false}) {
        if (!offered) {
            behaviour.keywords.removeAll("SMTPUTF8");
        }
        service::PracticeEntry server(behaviour);
        QVERIFY(server.start());
        QByteArrayList verbs;
        connect(&server.server(), &practice::Server::lineReceived, &server,
                [&verbs](const QByteArray &line) { verbs.append(line.left(4)); });
        const CliRun run =
            runCli(QStringList{u"test"_s, u"--json"_s, u"--from"_s, u"太郎@practice.test"_s} +
                       optionsFor(server),
                   passwordFor(server));
        QCOMPARE(run.exitCode, offered ? 0 : 65);
        QCOMPARE(run.json()[u"causeId"_s].toString(),
                 offered ? u"accepted"_s : u"needs-smtputf8"_s);
        QCOMPARE(verbs.contains("MAIL"), offered);
        QCOMPARE(server.mailbox().size(), offered ? 1 : 0);
        if (offered) {
            QCOMPARE(server.mailbox().constFirst().from, u"太郎@practice.test"_s.toUtf8());
        }
    }
}

void AdvancedOptionsTest::usage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *arguments, const char *says) {
        QTest::addRow("%s", name) << QString::fromUtf8(arguments) << QString::fromUtf8(says);
    };
    row("a fingerprint that is none", "check --host x --pin abc", "64 hexadecimal digits");
    row("a fingerprint too long",
        "check --host x --pin "
        "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff00",
        "64 hexadecimal digits");
    row("a key without a certificate", "check --host x --client-key k.pem", "add --client-cert");
    row("a proxy of another kind", "check --host x --proxy ftp://p:1", "--proxy takes socks5://");
    row("a proxy without a host", "check --host x --proxy socks5://:1080", "--proxy takes");
    row("a proxy that is only a name", "check --host x --proxy proxy.example.org", "--proxy takes");
    row("a proxy with a password", "check --host x --proxy http://me:hush@p:3128",
        "leave ID and password out");
    row("a token and a method of passwords", "check --host x --auth login --id i --token-env HOME",
        "--token-env goes with --auth oauthbearer or xoauth2");
    row("a token and a password", "check --host x --id i --token-env HOME --password-env HOME",
        "Give one of");
    row("no mail at all", "test --host x --from a@b.test --count 0", "from 1 to 10000");
    row("a count that is no number", "test --host x --from a@b.test --count many", "not “many”");
    row("a notification there is not", "test --host x --from a@b.test --notify sucess",
        "Did you mean success?");
    row("never, and something else", "test --host x --from a@b.test --notify never,delay",
        "never goes with nothing else");
}

void AdvancedOptionsTest::usage()
{
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const CliRun run = runCli(arguments.split(u' '));
    QCOMPARE(run.exitCode, 64);
    QCOMPARE(run.out, QByteArray());
    const QString error = QString::fromUtf8(run.error).simplified();
    QVERIFY2(error.contains(says), qPrintable(error));
    QVERIFY(!error.contains(u"hush"_s));
}

void AdvancedOptionsTest::savesAndTakesBack()
{
    QTemporaryDir home;
    CliInput input;
    input.home = home.path();
    const QString pin(64, u'a');
    const QStringList add{u"server"_s,
                          u"add"_s,
                          u"work"_s,
                          u"--host"_s,
                          u"smtp.example.org"_s,
                          u"--auth"_s,
                          u"external"_s,
                          u"--client-cert"_s,
                          u"mine.pem"_s,
                          u"--client-key"_s,
                          u"key.pem"_s,
                          u"--pin"_s,
                          pin,
                          u"--allow-old-tls"_s,
                          u"--try-next-method"_s,
                          u"--proxy"_s,
                          u"socks5://[2001:db8::1]"_s};
    QCOMPARE(runCli(add, input).exitCode, 0);
    const QStringList show{u"server"_s, u"show"_s, u"work"_s, u"--json"_s};
    QJsonObject shown = runCli(show, input).json();
    QCOMPARE(shown[u"proxy"_s].toString(), u"socks5://[2001:db8::1]:1080"_s);
    QCOMPARE(shown[u"pinnedSha256"_s].toString(), pin);
    QVERIFY(shown[u"allowOldTls"_s].toBool());
    QVERIFY(shown[u"tryNextMethod"_s].toBool());
    QVERIFY(shown[u"clientCertificate"_s].toString().startsWith(u'/'));
    QVERIFY(shown[u"clientKey"_s].toString().endsWith(u"/key.pem"_s));
    const QStringList edit{u"server"_s, u"edit"_s, u"work"_s};
    const QStringList unset{
        u"--unset"_s, u"pin"_s,     u"--unset"_s,    u"allow-old-tls"_s, u"--unset"_s,
        u"proxy"_s,   u"--unset"_s, u"client-key"_s, u"--unset"_s,       u"try-next-method"_s};
    QCOMPARE(runCli(edit + unset, input).exitCode, 0);
    shown = runCli(show, input).json();
    QCOMPARE(shown[u"proxy"_s].toString(), QString());
    QCOMPARE(shown[u"pinnedSha256"_s].toString(), QString());
    QVERIFY(!shown[u"allowOldTls"_s].toBool());
    QVERIFY(!shown[u"tryNextMethod"_s].toBool());
    QVERIFY(!shown[u"clientCertificate"_s].toString().isEmpty());
    const CliRun unknown = runCli(edit + QStringList{u"--unset"_s, u"prox"_s}, input);
    QCOMPARE(unknown.exitCode, 64);
    QVERIFY(unknown.error.simplified().contains("Did you mean proxy?"));
    // What logs in cannot go.
    QCOMPARE(runCli(edit + QStringList{u"--unset"_s, u"client-cert"_s}, input).exitCode, 64);
}

PROSERPINA_TEST(AdvancedOptionsTest)

#include "tst_advanced.moc"
