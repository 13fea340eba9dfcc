// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/choices.h"
#include "diagnosis/judgement.h"
#include "practiceserver.h"
#include "testmain.h"
#include "typedoptions.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Method;
using core::PopSecurity;
using core::Security;
using core::ServerProfile;
using core::Stage;

namespace
{

QList<diagnosis::Remedy> remediesOf(const core::SessionFacts &facts, const ServerProfile &profile)
{
    return diagnosis::judge(facts, profile, core::Goal::Check, {}).remedies;
}

QList<service::Report::Choice> choicesAfter(const core::SessionFacts &facts,
                                            const ServerProfile &profile)
{
    return service::reportOf({core::Goal::Check, {}, profile, facts}, {}).choices;
}

const QByteArray otherPin(32, 'p');

core::SessionFacts failedAt(Stage stage, Failure failure)
{
    core::SessionFacts facts;
    facts.stage = stage;
    facts.failure = failure;
    return facts;
}

core::SessionFacts certificateAt(Stage stage, const QList<core::CertificateFault> &faults)
{
    core::SessionFacts facts = failedAt(stage, faults.isEmpty() ? Failure::CertificateChanged
                                                                : Failure::CertificateRejected);
    core::Certificate certificate;
    certificate.der = "DER";
    certificate.sha256 = QByteArray(32, '\x5a');
    certificate.hostNames = {u"--allow-plaintext-password"_s, u"postmaster@example.net"_s,
                             u"mail.example.net"_s};
    facts.tls = core::TlsFacts();
    facts.tls->chain = {certificate};
    facts.tls->faults = faults;
    return facts;
}

core::SessionFacts notLetIn()
{
    core::SessionFacts facts = failedAt(Stage::Rcpt, Failure::ReplyRefused);
    facts.outcome = core::Outcome::Refused;
    core::Reply reply;
    reply.code = 554;
    reply.text = {"5.7.1 Relay access denied"};
    reply.enhanced = core::enhancedCodeOf(reply.code, reply.text.constFirst());
    reply.lines = {"554 5.7.1 Relay access denied"};
    facts.reply = reply;
    facts.beforeTls = core::Capabilities();
    facts.beforeTls->hasAuth = true;
    facts.beforeTls->authMechanisms = {"PLAIN"};
    return facts;
}

core::SessionFacts noLoginOffered()
{
    core::SessionFacts facts = failedAt(Stage::Auth, Failure::LoginNotOffered);
    facts.beforeTls = core::Capabilities();
    return facts;
}

/// A proxy that is not used is kept in the window's form, and is nothing to the command line.
ServerProfile comparable(ServerProfile profile)
{
    if (!profile.proxy.isUsed()) {
        profile.proxy = {};
    }
    return profile;
}

QStringList withoutOptions(QStringList arguments, const QStringList &names)
{
    for (const QString &name : names) {
        const qsizetype at = arguments.indexOf(u"--"_s + name);
        const bool hasValue = at + 1 < arguments.size() && !arguments[at + 1].startsWith(u"--"_s);
        arguments.remove(at, hasValue ? 2 : 1);
    }
    return arguments;
}

/// The options of the first choice that begins with this one.
QStringList choiceWith(const CliRun &run, const QString &option)
{
    const QJsonArray choices = run.json()[u"choices"_s].toArray();
    for (const auto &choice : choices) {
        const QStringList options = choice[u"options"_s].toVariant().toStringList();
        if (options.value(0) == option) {
            return options;
        }
    }
    return {};
}

QStringList namesIn(const QStringList &arguments)
{
    QStringList names;
    for (const QString &argument : arguments) {
        if (argument.startsWith(u"--"_s)) {
            names.append(argument.mid(2));
        }
    }
    return names;
}

} // namespace

/// The choices after a failure, applied: the options make the settings that the choice is about.
class ChoicesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adHoc_data() { table_data(); }
    void adHoc();
    void saved_data() { table_data(); }
    void saved();
    void practiceServer();
    void pinOfAnotherCertificate();
    void nextMethod();
    void fewRounds();
    void cramMd5WithoutEncryption();
    void printed();
    void leavesEncryptionForReal();

private:
    static void table_data();
};

void ChoicesTest::table_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("choices");
    const QStringList host{u"--host"_s, u"smtp.example.org"_s};
    const QStringList login{u"--id"_s, u"me"_s, u"--password-env"_s, u"WORD"_s};
    const QStringList pbs =
        host + login + QStringList{u"--auth"_s,     u"pbs"_s, u"--pop-host"_s, u"pop.example.org"_s,
                                   u"--pop-wait"_s, u"2"_s,   u"--pop-port"_s, u"995"_s};
    const QString pin = QString::fromLatin1(otherPin.toHex());
    const auto row = [](const char *name, const core::SessionFacts &facts,
                        const QStringList &arguments,
                        int choices) { QTest::newRow(name) << facts << arguments << choices; };
    const core::SessionFacts stripped = failedAt(Stage::StartTls, Failure::StartTlsNotOffered);
    row("no STARTTLS, no login: the port stays", stripped,
        host + QStringList{u"--auth"_s, u"none"_s}, 2);
    row("no STARTTLS, a password once allowed", stripped,
        host + login + QStringList{u"--allow-plaintext-password"_s}, 2);
    row("no STARTTLS, a port of its own", stripped,
        host + login + QStringList{u"--port"_s, u"2525"_s}, 2);
    row("the other way of TLS on the same port", failedAt(Stage::Tls, Failure::WrongTlsMode),
        host + login + QStringList{u"--port"_s, u"465"_s}, 1);
    row("the other way of TLS on the usual port", failedAt(Stage::Tls, Failure::WrongTlsMode),
        host + login + QStringList{u"--security"_s, u"smtps"_s}, 1);
    row("a changed certificate", certificateAt(Stage::Tls, {}),
        host + login + QStringList{u"--pin"_s, pin}, 2);
    row("another host in the certificate",
        certificateAt(Stage::Tls, {core::CertificateFault::WrongHost}), host + login, 2);
    row("the proxy does not answer", failedAt(Stage::Connect, Failure::ProxyFailed),
        host + login + QStringList{u"--proxy"_s, u"socks5://proxy.example.org:1080"_s}, 1);
    row("TLS too old", failedAt(Stage::Tls, Failure::TlsTooOld), host + login, 1);
    row("no login offered", noLoginOffered(),
        host + login + QStringList{u"--security"_s, u"none"_s, u"--port"_s, u"587"_s}, 1);
    row("no login offered elsewhere", noLoginOffered(),
        host + login + QStringList{u"--security"_s, u"none"_s, u"--port"_s, u"25"_s}, 2);
    row("POP3: the other way of TLS", failedAt(Stage::PopTls, Failure::WrongTlsMode), pbs, 1);
    row("POP3: a changed certificate", certificateAt(Stage::PopTls, {}),
        pbs + QStringList{u"--pop-pin"_s, pin}, 2);
    row("POP3: another host in the certificate",
        certificateAt(Stage::PopTls, {core::CertificateFault::WrongHost}), pbs, 2);
    row("POP3: not let in", notLetIn(), pbs, 2);
}

void ChoicesTest::adHoc()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(QStringList, arguments);
    const auto before = checked(arguments);
    QVERIFY(before);
    const cli::Tried tried{before->profile, {}, false, namesIn(arguments)};
    const QJsonArray choices = cli::choicesJson(choicesAfter(facts, before->profile), tried);
    QTEST(int(choices.size()), "choices");
    for (const auto &choice : choices) {
        const QString label = choice[u"label"_s].toString();
        const QStringList options = choice[u"options"_s].toVariant().toStringList();
        const QStringList leaveOut = choice[u"leaveOut"_s].toVariant().toStringList();
        QVERIFY2(!options.contains(u"--unset"_s), qPrintable(label)); // check has no such option
        const auto after = checked(withoutOptions(arguments, leaveOut) + options);
        QVERIFY2(after, qPrintable(label));
        ServerProfile expected;
        for (const diagnosis::Remedy &remedy : remediesOf(facts, before->profile)) {
            expected = remedy.label == label ? remedy.profile : expected;
        }
        if (expected.method != Method::PopBeforeSmtp) {
            expected.pop = {};
        }
        if (expected.method == Method::None) {
            expected.userId.clear();
        }
        QVERIFY2(comparable(after->profile) == comparable(expected), qPrintable(label));
    }
}

void ChoicesTest::saved()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(QStringList, arguments);
    const auto before = checked(arguments);
    QVERIFY(before);
    ServerProfile profile = before->profile;
    profile.name = u"work"_s;
    const QJsonArray choices =
        cli::choicesJson(choicesAfter(facts, profile), {profile, profile.name});
    QTEST(int(choices.size()), "choices");
    for (const auto &choice : choices) {
        const QString label = choice[u"label"_s].toString();
        QVERIFY(choice[u"leaveOut"_s].toArray().isEmpty());
        const QStringList options = choice[u"options"_s].toVariant().toStringList();
        const auto after = edited(profile, options + QStringList{u"--keep-password"_s});
        QVERIFY2(after, qPrintable(label));
        ServerProfile expected;
        for (const diagnosis::Remedy &remedy : remediesOf(facts, profile)) {
            expected = remedy.label == label ? remedy.profile : expected;
        }
        QVERIFY2(comparable(*after) == comparable(expected), qPrintable(label));
    }
}

/// It refuses --host and --port, so they are no choice there.
void ChoicesTest::practiceServer()
{
    ServerProfile profile;
    profile.host = u"localhost"_s;
    profile.pinnedSha256 = otherPin;
    for (const core::SessionFacts &facts :
         {failedAt(Stage::Auth, Failure::PlaintextPasswordNotAllowed),
          failedAt(Stage::Connect, Failure::ConnectionRefused),
          certificateAt(Stage::Tls, {core::CertificateFault::WrongHost})}) {
        for (const auto &choice :
             cli::choicesJson(choicesAfter(facts, profile), {profile, {}, true})) {
            const QStringList options = choice[u"options"_s].toVariant().toStringList();
            QVERIFY(!options.contains(u"--host"_s));
            QVERIFY(!options.contains(u"--port"_s));
        }
    }
}

void ChoicesTest::pinOfAnotherCertificate()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QString other = QString(64, u'0');
    const QStringList options = QStringList{u"check"_s, u"--json"_s} + optionsFor(server);
    const CliRun changed = runCli(options + QStringList{u"--pin"_s, other}, passwordFor(server));
    QCOMPARE(changed.exitCode, 69);
    QCOMPARE(changed.json()[u"causeId"_s].toString(), u"certificate-changed"_s);
    const QJsonObject tls = changed.json()[u"tls"_s].toObject();
    QCOMPARE(tls[u"pinnedSha256"_s].toString(), other);
    const QString now = tls[u"certificate"_s][u"sha256"_s].toString();
    QCOMPARE(now.size(), 64);
    const QStringList asText = QStringList{u"check"_s} + optionsFor(server);
    const CliRun text = runCli(asText + QStringList{u"--pin"_s, other}, passwordFor(server));
    QVERIFY2(text.out.contains("  " + other.toLatin1() + "\n  " + now.toLatin1() + "\n"),
             text.out.constData());
    QStringList chosen = choiceWith(changed, u"--pin"_s);
    QCOMPARE(chosen.size(), 2);
    // As openssl writes it.
    QString colons = u"sha256 Fingerprint="_s;
    for (qsizetype i = 0; i < chosen[1].size(); i += 2) {
        colons += (i > 0 ? u":"_s : QString()) + chosen[1].mid(i, 2).toUpper();
    }
    const CliRun pinned = runCli(options + QStringList{u"--pin"_s, colons}, passwordFor(server));
    QCOMPARE(pinned.exitCode, 0);
    QVERIFY(pinned.json()[u"notes"_s].toArray().contains(u"certificate-pinned"_s));
}

void ChoicesTest::nextMethod()
{
    const auto server = service::PracticeEntry::withFault(u"auth-535"_s);
    QVERIFY(server->start());
    const QStringList options = QStringList{u"check"_s, u"--json"_s} + optionsFor(*server);
    const CliRun refused = runCli(options, passwordFor(*server));
    QCOMPARE(refused.exitCode, 77);
    QCOMPARE(refused.json()[u"attempts"_s].toArray().size(), 1); // B53: nothing by itself
    QCOMPARE(choiceWith(refused, u"--auth"_s), (QStringList{u"--auth"_s, u"cram-md5"_s}));
    const CliRun tried =
        runCli(options + QStringList{u"--try-next-method"_s}, passwordFor(*server));
    QCOMPARE(tried.exitCode, 77);
    QCOMPARE(tried.json()[u"attempts"_s].toArray().size(), 3); // B54: and no more
}

/// Not even where the next method may be tried after a refused login.
void ChoicesTest::fewRounds()
{
    const auto server = service::PracticeEntry::withFault(u"auth-few-rounds"_s);
    QVERIFY(server->start());
    const QStringList options =
        QStringList{u"check"_s, u"--json"_s, u"--try-next-method"_s} + optionsFor(*server);
    const CliRun weak = runCli(options, passwordFor(*server));
    QCOMPARE(weak.exitCode, 76);
    QCOMPARE(weak.json()[u"causeId"_s].toString(), u"too-few-rounds"_s);
    QCOMPARE(weak.json()[u"attempts"_s].toArray().size(), 1);
    const QStringList chosen = choiceWith(weak, u"--auth"_s);
    QCOMPARE(chosen, (QStringList{u"--auth"_s, u"cram-md5"_s}));
    QCOMPARE(runCli(options + chosen, passwordFor(*server)).exitCode, 0);
}

/// Of a server that offers no SCRAM-SHA-256: the person's choice, and another one than to allow the
/// password.
void ChoicesTest::cramMd5WithoutEncryption()
{
    practice::Behaviour behaviour;
    behaviour.mechanisms = {"CRAM-MD5", "LOGIN"};
    behaviour.startTls = false;
    behaviour.authBeforeTls = true;
    service::PracticeEntry server(behaviour);
    QVERIFY(server.start());
    const QStringList options =
        QStringList{u"check"_s, u"--json"_s, u"--security"_s, u"none"_s} + optionsFor(server);
    const CliRun stopped = runCli(options, passwordFor(server));
    QCOMPARE(stopped.exitCode, 77);
    QCOMPARE(stopped.json()[u"causeId"_s].toString(), u"cram-md5-not-encrypted"_s);
    QVERIFY(stopped.json()[u"attempts"_s].toArray().isEmpty());
    const QStringList chosen = choiceWith(stopped, u"--auth"_s);
    QCOMPARE(chosen, (QStringList{u"--auth"_s, u"cram-md5"_s}));
    QVERIFY(choiceWith(stopped, u"--allow-plaintext-password"_s).isEmpty());
    QCOMPARE(runCli(options + chosen, passwordFor(server)).exitCode, 0);
}

/// As text: what is to be left out stands on a line of its own.
void ChoicesTest::printed()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QStringList pinned =
        QStringList{u"check"_s} + optionsFor(server) + QStringList{u"--pin"_s, QString(64, u'0')};
    const CliRun run = runCli(pinned, passwordFor(server));
    QCOMPARE(run.exitCode, 69);
    QVERIFY2(run.out.contains("\n  without --pin\n"), run.out.constData());
    QVERIFY(!run.out.contains("--unset"));
    const QStringList unpinned = withoutOptions(pinned, {u"pin"_s});
    QCOMPARE(runCli(unpinned, passwordFor(server)).exitCode, 0);
}

/// B37: the line for a saved server, run as it stands; the password is not allowed any more.
void ChoicesTest::leavesEncryptionForReal()
{
    const auto server = service::PracticeEntry::withFault(u"no-starttls"_s);
    QVERIFY(server->start());
    QTemporaryDir home;
    CliInput input = passwordFor(*server);
    input.home = home.path();
    QStringList add = QStringList{u"server"_s, u"add"_s, u"work"_s} + optionsFor(*server) +
                      QStringList{u"--allow-plaintext-password"_s};
    add[add.indexOf(u"--password-env"_s)] = u"--password-command"_s;
    add[add.indexOf(u"PRACTICE_PASSWORD"_s)] = u"printenv PRACTICE_PASSWORD"_s;
    QCOMPARE(runCli(add, input).exitCode, 0);
    const CliRun failed = runCli({u"check"_s, u"work"_s}, input);
    QCOMPARE(failed.exitCode, 69);
    const QString out = QString::fromUtf8(failed.out);
    const QString program = u"  proserpina-cli "_s;
    const qsizetype at = out.indexOf(program + u"server edit work --security none"_s);
    QVERIFY2(at > 0, failed.out.constData());
    const QStringList line = out.mid(at + program.size()).section(u'\n', 0, 0).split(u' ');
    QCOMPARE(runCli(line + QStringList{u"--keep-password"_s}, input).exitCode, 0);
    const QJsonObject shown =
        runCli({u"server"_s, u"show"_s, u"work"_s, u"--json"_s}, input).json();
    QCOMPARE(shown[u"security"_s].toString(), u"none"_s);
    QCOMPARE(shown[u"port"_s].toInt(), int(server->startTlsPort()));
    QCOMPARE(shown[u"allowPlaintextPassword"_s].toBool(true), false);
}

PROSERPINA_TEST(ChoicesTest)

#include "tst_choices.moc"
