// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filesearch.h"
#include "practiceserver.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

/// The options with another value for one of them.
QStringList withValue(QStringList options, const QString &option, const QString &value)
{
    options[options.indexOf(option) + 1] = value;
    return options;
}

QStringList without(QStringList options, const QString &option)
{
    options.remove(options.indexOf(option), 2);
    return options;
}

QString fullWidth(const QString &text)
{
    QString wide = text;
    for (QChar &c : wide) {
        c = QChar(char16_t(c.unicode() + (u'！' - u'!')));
    }
    return wide;
}

} // namespace

/// What people copy and type, given to the built command line: it is taken, or refused with the
/// reason.
class UsualInputTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ids_data();
    void ids();
    void hosts_data();
    void hosts();
    void refusedHosts_data();
    void refusedHosts();
    void hostsAreSavedApart();
    void dashesBesideAGluedHost();
    void words_data();
    void words();
    void numbersInFullWidth();
    void recipients_data();
    void recipients();
    void aNameThatNeedsQuotationMarks();
    void quotedPasswordCommands_data();
    void quotedPasswordCommands();
    void failedPasswordCommand();
    void complaintOfASavedCommand();
    void passwordWithALineEnd();
    void noServerIsCalledPractice();
    void presets_data();
    void presets();

private:
    [[nodiscard]] CliRun check(const QStringList &options) const;
    [[nodiscard]] QString port() const { return QString::number(m_server->startTlsPort()); }
    [[nodiscard]] QString smtpsPort() const { return QString::number(m_server->smtpsPort()); }

    std::unique_ptr<service::PracticeEntry> m_server;
};

void UsualInputTest::initTestCase()
{
    m_server = std::make_unique<service::PracticeEntry>();
    QVERIFY(m_server->start());
}

CliRun UsualInputTest::check(const QStringList &options) const
{
    return runCli(QStringList{u"check"_s, u"--json"_s} + options, passwordFor(*m_server));
}

void UsualInputTest::ids_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<bool>("wide");
    QTest::addColumn<bool>("told");
    QTest::newRow("as it is") << QString() << QString() << false << false;
    QTest::newRow("a space") << QString() << u" "_s << false << true;
    QTest::newRow("a no-break space") << QString() << u"\u00a0"_s << false << true;
    QTest::newRow("a zero-width space") << u"\u200b"_s << QString() << false << true;
    QTest::newRow("a direction mark") << u"\u200e"_s << u"\u200f"_s << false << true;
    QTest::newRow("a byte order mark") << u"\ufeff"_s << QString() << false << true;
    QTest::newRow("a line end") << QString() << u"\r\n"_s << false << true;
    QTest::newRow("full width") << QString() << QString() << true << false; // that can be seen
}

void UsualInputTest::ids()
{
    QFETCH(QString, before);
    QFETCH(QString, behind);
    QFETCH(bool, wide);
    QFETCH(bool, told);
    const QString id = m_server->credentials().userId;
    const QString typed = before + (wide ? fullWidth(id) : id) + behind;
    const CliRun run = check(withValue(optionsFor(*m_server), u"--id"_s, typed));
    QVERIFY2(run.exitCode == 0, run.out.constData());
    QVERIFY(run.json()[u"loggedIn"_s].toBool());
    QCOMPARE(run.error.contains("--id: "), told);
    QCOMPARE(run.error.isEmpty(), !told);
}

void UsualInputTest::hosts_data()
{
    QTest::addColumn<QString>("host"); // PORT and SMTPS stand for the server's ports
    QTest::addColumn<QString>("security");
    QTest::newRow("a dot at the end") << u"localhost."_s << u"starttls"_s;
    QTest::newRow("a slash behind it") << u"localhost/"_s << u"starttls"_s;
    QTest::newRow("marks around it") << u"\u200b localhost\u00a0\n"_s << u"starttls"_s;
    QTest::newRow("its port") << u"localhost:PORT"_s << u"starttls"_s;
    QTest::newRow("smtp://") << u"smtp://localhost:PORT/"_s << u"starttls"_s;
    QTest::newRow("smtps:// and its port") << u"smtps://localhost:SMTPS/"_s << u"smtps"_s;
    QTest::newRow("SSL:// and its port") << u"SSL://localhost:SMTPS"_s << u"smtps"_s;
    QTest::newRow("IPv4 and its port") << u"127.0.0.1:PORT"_s << u"starttls"_s;
}

void UsualInputTest::hosts()
{
    QFETCH(QString, host);
    QFETCH(QString, security);
    const bool hasPort = host.contains("PORT"_L1) || host.contains("SMTPS"_L1);
    host.replace(u"PORT"_s, port()).replace(u":SMTPS"_s, u':' + smtpsPort());
    QStringList options = withValue(optionsFor(*m_server), u"--host"_s, host);
    if (hasPort) {
        options = without(options, u"--port"_s);
    }
    const CliRun run = check(options);
    QVERIFY2(run.exitCode == 0, run.out.constData());
    QCOMPARE(run.json()[u"security"_s].toString(), security);
    // The same said twice is no contradiction.
    const QString used = security == u"smtps"_s ? smtpsPort() : port();
    QCOMPARE(check(without(optionsFor(*m_server), u"--port"_s) +
                   QStringList{u"--security"_s, security, u"--port"_s, used, u"--host"_s, host})
                 .exitCode,
             0);
}

void UsualInputTest::refusedHosts_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("another port") << u"--host localhost:25 --port 587"_s << QByteArray("--port");
    QTest::newRow("another encryption")
        << u"--host smtps://localhost --security starttls"_s << QByteArray("smtps://");
    QTest::newRow("a web page") << u"--host https://localhost"_s << QByteArray("https://");
    QTest::newRow("a mail address") << u"--host taro@localhost"_s << QByteArray("@");
    QTest::newRow("port 0") << u"--host localhost:0"_s << QByteArray("1 to 65535");
    QTest::newRow("POP3: another port")
        << u"--host localhost --auth pbs --pop-host pop3s://localhost:995 --pop-port 110"_s
        << QByteArray("--pop-port");
    QTest::newRow("POP3: the scheme of SMTP")
        << u"--host localhost --auth pbs --pop-host smtp://localhost"_s << QByteArray("pop3://");
}

void UsualInputTest::refusedHosts()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, reason);
    const int before = m_server->server().connections();
    const CliRun run = runCli(QStringList{u"check"_s} + options.split(u' '));
    QCOMPARE(run.exitCode, 64);
    QVERIFY2(run.error.contains(reason), run.error.constData());
    QCOMPARE(m_server->server().connections(), before);
}

void UsualInputTest::hostsAreSavedApart()
{
    const QTemporaryDir home;
    const auto server = [&home](const QStringList &arguments) {
        return runCli(QStringList{u"server"_s} + arguments,
                      {.standardInput = {}, .home = home.path()});
    };
    const CliRun added =
        server({u"add"_s, u"work"_s, u"--host"_s, u"smtps://smtp.example.org:2465/"_s, u"--id"_s,
                u"\u200btaro "_s, u"--address"_s, u"Ｔａｒｏ ＜taro＠example.org＞"_s});
    QCOMPARE(added.exitCode, 0);
    QVERIFY(added.error.contains("--id: "));
    QJsonObject shown = server({u"show"_s, u"work"_s, u"--json"_s}).json();
    QCOMPARE(shown[u"host"_s].toString(), u"smtp.example.org"_s);
    QCOMPARE(shown[u"port"_s].toInt(), 2465);
    QCOMPARE(shown[u"security"_s].toString(), u"smtps"_s);
    QCOMPARE(shown[u"userId"_s].toString(), u"taro"_s);
    QCOMPARE(shown[u"address"_s].toString(), u"Ｔａｒｏ <taro@example.org>"_s);
    QCOMPARE(
        server({u"edit"_s, u"work"_s, u"--host"_s, u"mail.example.org:465"_s, u"--keep-password"_s})
            .exitCode,
        0);
    shown = server({u"show"_s, u"work"_s, u"--json"_s}).json();
    QCOMPARE(shown[u"host"_s].toString(), u"mail.example.org"_s);
    QCOMPARE(shown[u"port"_s].toInt(), 465);
    QCOMPARE(server({u"edit"_s, u"work"_s, u"--auth"_s, u"pbs"_s, u"--pop-host"_s,
                     u"pop3://pop.example.org:1100"_s, u"--keep-password"_s})
                 .exitCode,
             0);
    const QJsonObject pop = server({u"show"_s, u"work"_s, u"--json"_s}).json()[u"pop"_s].toObject();
    QCOMPARE(pop[u"host"_s].toString(), u"pop.example.org"_s);
    QCOMPARE(pop[u"port"_s].toInt(), 1100);
}

/// "--" is a value here, not the end of the options.
void UsualInputTest::dashesBesideAGluedHost()
{
    QStringList options = without(optionsFor(*m_server), u"--port"_s);
    options = withValue(options, u"--host"_s, u"localhost:"_s + port());
    const CliRun run = runCli(QStringList{u"test"_s, u"--from"_s, u"me@practice.test"_s, u"--to"_s,
                                          u"you@practice.test"_s, u"--subject"_s, u"--"_s} +
                                  options,
                              passwordFor(*m_server));
    QVERIFY2(run.exitCode == 0, run.out.constData());
    const QByteArray mail = m_server->mailbox().constLast().message;
    QVERIFY2(mail.contains("Subject: --\r\n"), mail.constData());
}

void UsualInputTest::words_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    const auto row = [](const char *option, const QString &typed, const char *meant) {
        QTest::addRow("--%s %s", option, qPrintable(typed))
            << QString::fromLatin1(option) << typed << QString::fromLatin1(meant);
    };
    for (const QString &typed : {u"SSL"_s, u"TLS"_s, u"ssl/tls"_s, u"SMTPS"_s, u"ｔｌｓ"_s}) {
        row("security", typed, "smtps");
    }
    row("security", u"STARTTLS"_s, "starttls");
    row("security", u"None"_s, "none");
    row("auth", u"PLAIN"_s, "plain1");
    row("auth", u"plain"_s, "plain1");
    row("auth", u"Plain2"_s, "plain2");
    row("auth", u"LOGIN"_s, "login");
    row("auth", u"CRAM-MD5"_s, "cram-md5");
    row("auth", u"SCRAM-SHA-256"_s, "scram-sha-256");
    row("auth", u"XOAUTH2"_s, "xoauth2");
}

void UsualInputTest::words()
{
    QFETCH(QString, option);
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const QTemporaryDir home;
    const CliRun added = runCli({u"server"_s, u"add"_s, u"work"_s, u"--host"_s, u"a.example"_s,
                                 u"--id"_s, u"t"_s, u"--"_s + option, typed, u"--json"_s},
                                {.standardInput = {}, .home = home.path()});
    QCOMPARE(added.exitCode, 0);
    const QString key = option == u"auth"_s ? u"method"_s : option;
    QCOMPARE(added.json()[key].toString(), meant);
}

void UsualInputTest::numbersInFullWidth()
{
    const QTemporaryDir home;
    const CliRun added =
        runCli({u"server"_s, u"add"_s, u"work"_s, u"--host"_s, u"a.example"_s, u"--id"_s, u"t"_s,
                u"--port"_s, u"２０２５"_s, u"--timeout"_s, u"１０"_s, u"--json"_s},
               {.standardInput = {}, .home = home.path()});
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.json()[u"port"_s].toInt(), 2025);
    QCOMPARE(added.json()[u"timeLimits"_s].toObject()[u"connect"_s].toInt(), 10);
}

void UsualInputTest::recipients_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("address");
    const QByteArray reply = "reply+" + QByteArray(84, 'a') + "@practice.test";
    QTest::newRow("a reply address") << QString::fromLatin1(reply) << reply;
    QTest::newRow("an SRS address")
        << u"SRS0=a=b=c.test=d@practice.test"_s << QByteArray("SRS0=a=b=c.test=d@practice.test");
    QTest::newRow("an underscore") << u"a@my_exchange.test"_s << QByteArray("a@my_exchange.test");
    QTest::newRow("a dot at the end") << u"a@practice.test."_s << QByteArray("a@practice.test");
    QTest::newRow("marks around it")
        << u"\ufeffa@practice.test\u200b\r\n"_s << QByteArray("a@practice.test");
    QTest::newRow("marks in its brackets")
        << u"A <\u200ea@practice.test\u00a0>"_s << QByteArray("a@practice.test");
}

void UsualInputTest::recipients()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, address);
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--from"_s, u"\u200bme@practice.test "_s, u"--to"_s, typed} +
                   optionsFor(*m_server),
               passwordFor(*m_server));
    QVERIFY2(run.exitCode == 0, run.out.constData());
    const practice::ReceivedMail mail = m_server->mailbox().constLast();
    QCOMPARE(mail.to, QByteArrayList{address});
    QCOMPARE(mail.from, QByteArray("me@practice.test"));
}

void UsualInputTest::aNameThatNeedsQuotationMarks()
{
    const CliRun run = runCli(QStringList{u"test"_s, u"--from"_s, u"me@practice.test"_s, u"--to"_s,
                                          u"Yamada, Taro <t@practice.test>"_s} +
                                  optionsFor(*m_server),
                              passwordFor(*m_server));
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(run.out.contains("quotation marks"), run.out.constData());
}

void UsualInputTest::quotedPasswordCommands_data()
{
    QTest::addColumn<QString>("command"); // FILE holds the password
    QTest::newRow("'...'") << u"cat 'FILE'"_s;
    QTest::newRow("\"...\"") << u"cat \"FILE\""_s;
    QTest::newRow("a shell's own quotes") << u"sh -c 'cat \"FILE\"'"_s;
}

void UsualInputTest::quotedPasswordCommands()
{
    QFETCH(QString, command);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"the password"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_server->credentials().password.reveal() + '\n');
    file.close();
    command.replace(u"FILE"_s, file.fileName());
    const CliRun run = check(without(optionsFor(*m_server), u"--password-env"_s) +
                             QStringList{u"--password-command"_s, command});
    QVERIFY2(run.exitCode == 0, run.out.constData());
    QVERIFY(run.json()[u"loggedIn"_s].toBool());
    const CliRun open = check(without(optionsFor(*m_server), u"--password-env"_s) +
                              QStringList{u"--password-command"_s, u"cat 'x"_s});
    QCOMPARE(open.exitCode, 64);
}

void UsualInputTest::failedPasswordCommand()
{
    const CliRun run =
        check(without(optionsFor(*m_server), u"--password-env"_s) +
              QStringList{u"--password-command"_s, u"sh -c 'echo no such entry >&2; exit 1'"_s});
    QCOMPARE(run.exitCode, 77);
    QVERIFY(run.json()[u"detail"_s].toString().contains("no such entry"_L1));
    QVERIFY(run.error.contains("no such entry")); // where it says so itself
}

/// It is shown and kept nowhere.
void UsualInputTest::complaintOfASavedCommand()
{
    const QTemporaryDir home;
    QFile script(home.filePath(u"script"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("echo Zeb\"\"ra-17 >&2\nexit 2\n");
    script.close();
    const auto cli = [&](const QStringList &arguments) {
        return runCli(arguments, {.standardInput = {}, .home = home.path()});
    };
    const CliRun added =
        cli({u"server"_s, u"add"_s, u"--name"_s, u"mine"_s, u"--host"_s, u"localhost"_s,
             u"--port"_s, u"1"_s, u"--address"_s, u"taro@example.org"_s, u"--password-command"_s,
             u"sh '%1'"_s.arg(script.fileName())});
    QVERIFY2(added.exitCode == 0, added.error.constData());
    const CliRun checked = cli({u"check"_s, u"mine"_s});
    QCOMPARE(checked.exitCode, 77);
    QVERIFY2(checked.out.contains("Zebra-17"), checked.out.constData());
    QVERIFY(!filesWith(home.path(), {"password-unavailable"}).isEmpty()); // the attempt is kept
    QCOMPARE(filesWith(home.path(), shapesOf("Zebra-17")), QStringList());
}

void UsualInputTest::passwordWithALineEnd()
{
    CliInput input = passwordFor(*m_server);
    const QString password = input.environment.value(u"PRACTICE_PASSWORD"_s);
    input.environment.insert(u"PRACTICE_PASSWORD"_s, password + u'\n');
    const CliRun run = runCli(QStringList{u"check"_s, u"--json"_s} + optionsFor(*m_server), input);
    QCOMPARE(run.exitCode, 77);
    QVERIFY(run.json()[u"notes"_s].toArray().contains(u"password-ends-unseen"_s));
    QVERIFY(!run.out.contains(password.toUtf8()));
    const CliRun text = runCli(QStringList{u"check"_s} + optionsFor(*m_server), input);
    QVERIFY(text.out.simplified().contains("begins or ends with a space"));
}

void UsualInputTest::noServerIsCalledPractice()
{
    const QTemporaryDir home;
    const QStringList options{u"--host"_s, u"a.example"_s, u"--id"_s, u"t"_s};
    const auto server = [&](const QStringList &words, const QStringList &more) {
        return runCli(QStringList{u"server"_s} + words + more,
                      {.standardInput = {}, .home = home.path()});
    };
    const CliRun refused = server({u"add"_s, u"practice"_s}, options);
    QVERIFY(refused.exitCode != 0);
    QVERIFY2(refused.error.contains("built-in"), refused.error.constData());
    QCOMPARE(server({u"add"_s, u"work"_s}, options).exitCode, 0);
    QVERIFY(server({u"edit"_s, u"work"_s}, {u"--name"_s, u" practice"_s}).exitCode != 0);
    QCOMPARE(server({u"list"_s, u"--json"_s}, {}).json()[u"servers"_s].toArray().size(), 1);
    QCOMPARE(server({u"show"_s, u"work"_s}, {}).exitCode, 0);
}

void UsualInputTest::presets_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &typed : {u"gmail.com"_s, u"GMail.com."_s, u"smtp.gmail.com"_s,
                                 u"smtps://smtp.gmail.com:465"_s, u" taro@gmail.com\u200b"_s}) {
        QTest::newRow(qPrintable(typed)) << typed;
    }
}

void UsualInputTest::presets()
{
    QFETCH(QString, typed);
    const CliRun run = runCli({u"preset"_s, typed, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.json()[u"id"_s].toString(), u"gmail"_s);
}

PROSERPINA_TEST(UsualInputTest)

#include "tst_usualinput.moc"
