// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "keyring.h"
#include "service/practiceentry.h"
#include "service/servers.h"
#include "testmain.h"

#include <QDir>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 10'000;
const QStringList add{u"server"_s, u"add"_s, u"会社"_s, u"--host"_s, u"mail.example.org"_s};
const QStringList edit{u"server"_s, u"edit"_s, u"会社"_s};
const QStringList show{u"server"_s, u"show"_s, u"会社"_s, u"--json"_s};
const QStringList withId{u"--id"_s, u"taro"_s};
const QStringList passwordFromInput{u"--password-stdin"_s};

} // namespace

/// `server add` and `server edit` of the built command line, with and without a keychain.
class SavingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addedIsSeenByTheWindow();
    void addressOfAKnownProviderIsEnough();
    void editChangesWhatIsNamed();
    void portFollowsSecurity_data();
    void portFollowsSecurity();
    void securityFollowsThePortOfANewServer_data();
    void securityFollowsThePortOfANewServer();
    void securityFollowsAnotherPort_data();
    void securityFollowsAnotherPort();
    void passwordGoesIntoTheKeychain();
    void withoutAKeychainItIsSaid();
    void keptPasswordDoesNotGoElsewhereUnasked();
    void commandIsNotLeftOver();
    void badInputIsNamed_data();
    void badInputIsNamed();

private:
    [[nodiscard]] CliRun run(const QStringList &arguments, const QByteArray &input = {}) const;

    std::unique_ptr<Keyring> m_keyring;
};

void SavingTest::init()
{
    m_keyring = std::make_unique<Keyring>();
}

void SavingTest::cleanup()
{
    m_keyring.reset();
}

CliRun SavingTest::run(const QStringList &arguments, const QByteArray &standardInput) const
{
    CliInput input;
    input.standardInput = standardInput;
    input.environment = m_keyring->environment();
    input.home = m_keyring->home();
    return runCli(arguments, input);
}

void SavingTest::addedIsSeenByTheWindow()
{
    const QString folder = m_keyring->home() + u"/proserpina"_s;
    service::Servers servers(folder, folder);
    servers.load();
    const CliRun added =
        run(add + QStringList{u"--address"_s, u"ｔａｒｏ＠ｅｘａｍｐｌｅ．ｏｒｇ"_s,
                              u"--security"_s, u"smtps"_s, u"--disable"_s});
    QCOMPARE(added.exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(servers.servers().size(), 1, soon);
    const core::ServerEntry entry = servers.servers().constFirst();
    QCOMPARE(entry.profile.name, u"会社"_s);
    QCOMPARE(entry.address, u"taro@example.org"_s);
    QCOMPARE(entry.profile.userId, u"taro@example.org"_s);
    QCOMPARE(entry.profile.port, 465);
    QVERIFY(!entry.enabled);

    const CliRun again = run(add + withId);
    QCOMPARE(again.exitCode, 65);
    QVERIFY(QString::fromUtf8(again.error).contains(u"会社"_s));
    QCOMPARE(servers.servers().size(), 1);
}

void SavingTest::addressOfAKnownProviderIsEnough()
{
    QCOMPARE(run({u"server"_s, u"add"_s, u"会社"_s, u"--address"_s, u"taro.yamada@yahoo.co.jp"_s})
                 .exitCode,
             0);
    const QJsonObject saved = run(show).json();
    QCOMPARE(saved[u"host"_s].toString(), u"smtp.mail.yahoo.co.jp"_s);
    QCOMPARE(saved[u"security"_s].toString(), u"smtps"_s);
    QCOMPARE(saved[u"port"_s].toInt(), 465);
    QCOMPARE(saved[u"userId"_s].toString(), u"taro.yamada"_s);
    // What is given counts more.
    QCOMPARE(run({u"server"_s, u"add"_s, u"二"_s, u"--address"_s, u"taro@gmail.com"_s,
                  u"--security"_s, u"starttls"_s, u"--id"_s, u"other"_s})
                 .exitCode,
             0);
    const QJsonObject second = run({u"server"_s, u"show"_s, u"二"_s, u"--json"_s}).json();
    QCOMPARE(second[u"host"_s].toString(), u"smtp.gmail.com"_s);
    QCOMPARE(second[u"port"_s].toInt(), 587);
    QCOMPARE(second[u"userId"_s].toString(), u"other"_s);
}

void SavingTest::editChangesWhatIsNamed()
{
    QCOMPARE(run(add + withId +
                 QStringList{u"--port"_s, u"2025"_s, u"--ehlo"_s, u"me.example"_s, u"--timeout"_s,
                             u"7"_s})
                 .exitCode,
             0);
    QJsonObject expected = run(show).json();
    QCOMPARE(expected[u"port"_s].toInt(), 2025);
    QCOMPARE(run(edit + QStringList{u"--auth"_s, u"cram-md5"_s, u"--disable"_s}).exitCode, 0);
    expected[u"method"_s] = u"cram-md5"_s;
    expected[u"enabled"_s] = false;
    QCOMPARE(run(show).json(), expected);

    QCOMPARE(run(edit + QStringList{u"--name"_s, u"home"_s}).exitCode, 0);
    QCOMPARE(run(show).exitCode, 64);
    QCOMPARE(run({u"server"_s, u"show"_s, u"home"_s}).exitCode, 0);
}

void SavingTest::portFollowsSecurity_data()
{
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<QStringList>("edited");
    QTest::addColumn<int>("port");
    const QStringList smtps{u"--security"_s, u"smtps"_s};
    const QStringList own{u"--port"_s, u"2025"_s};
    QTest::newRow("STARTTLS to SMTPs: 465") << withId << smtps << 465;
    QTest::newRow("a port of its own stays") << withId + own << smtps << 2025;
    QTest::newRow("port and security at once") << withId << smtps + own << 2025;
    QTest::newRow("no encryption and no login: 25")
        << withId
        << QStringList{u"--security"_s, u"none"_s, u"--auth"_s, u"none"_s, u"--keep-password"_s}
        << 25;
}

void SavingTest::portFollowsSecurity()
{
    QFETCH(QStringList, added);
    QFETCH(QStringList, edited);
    QFETCH(int, port);
    QCOMPARE(run(add + added).exitCode, 0);
    QCOMPARE(run(edit + edited).exitCode, 0);
    QCOMPARE(run(show).json()[u"port"_s].toInt(), port);
}

void SavingTest::securityFollowsThePortOfANewServer_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("security");
    const auto row = [](const char *options, const char *security) {
        QTest::addRow("%s", options)
            << QString::fromLatin1(options).split(u' ') << QString::fromLatin1(security);
    };
    row("--port 465", "smtps");
    row("--port 587", "starttls");
    row("--port 25", "starttls");
    row("--port 2525", "starttls");
    row("--port 2026", "starttls");
    row("--port 465 --security starttls", "starttls");
    row("--port 587 --security none", "none");
}

void SavingTest::securityFollowsThePortOfANewServer()
{
    QFETCH(QStringList, options);
    QFETCH(QString, security);
    QCOMPARE(run(add + withId + options).exitCode, 0);
    const QJsonObject saved = run(show).json();
    QCOMPARE(saved[u"security"_s].toString(), security);
    QCOMPARE(QString::number(saved[u"port"_s].toInt()), options[1]);
    QCOMPARE(run(edit + QStringList{u"--port"_s, u"2027"_s}).exitCode, 0);
    QCOMPARE(run(show).json()[u"security"_s].toString(), security);
}

void SavingTest::securityFollowsAnotherPort_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("after");
    QTest::newRow("465") << u"starttls"_s << QStringList{u"--port"_s, u"465"_s} << u"smtps"_s;
    QTest::newRow("465 behind the host")
        << u"starttls"_s << QStringList{u"--host"_s, u"mail.example.org:465"_s} << u"smtps"_s;
    QTest::newRow("587") << u"smtps"_s << QStringList{u"--port"_s, u"587"_s} << u"starttls"_s;
    QTest::newRow("465 and what it is")
        << u"starttls"_s << QStringList{u"--port"_s, u"465"_s, u"--security"_s, u"starttls"_s}
        << u"starttls"_s;
    QTest::newRow("not encrypted stays so")
        << u"none"_s << QStringList{u"--port"_s, u"587"_s} << u"none"_s;
    QTest::newRow("no usual port")
        << u"smtps"_s << QStringList{u"--port"_s, u"2026"_s} << u"smtps"_s;
}

void SavingTest::securityFollowsAnotherPort()
{
    QFETCH(QString, before);
    QFETCH(QStringList, options);
    QFETCH(QString, after);
    QCOMPARE(
        run(add + withId + QStringList{u"--port"_s, u"2027"_s, u"--security"_s, before}).exitCode,
        0);
    QCOMPARE(run(edit + options).exitCode, 0);
    QCOMPARE(run(show).json()[u"security"_s].toString(), after);
}

void SavingTest::passwordGoesIntoTheKeychain()
{
    m_keyring->unlock("master");
    service::PracticeEntry server;
    QVERIFY(server.start());
    const QByteArray password = server.credentials().password.reveal();
    const QStringList target{
        u"--host"_s,    u"localhost"_s,  u"--port"_s, QString::number(server.startTlsPort()),
        u"--ca-file"_s, server.caFile(), u"--id"_s,   server.credentials().userId};
    QCOMPARE(
        run(QStringList{u"server"_s, u"add"_s, u"会社"_s} + target + passwordFromInput, "wrong\n")
            .exitCode,
        0);
    QCOMPARE(run({u"check"_s, u"会社"_s}).exitCode, 77);
    QCOMPARE(run(edit + passwordFromInput, password + '\n').exitCode, 0);
    const CliRun checked = run({u"check"_s, u"会社"_s});
    QVERIFY2(checked.exitCode == 0, checked.out.constData());
    QCOMPARE(m_keyring->filesWith(password), QStringList());
    QCOMPARE(m_keyring->filesWith(password.toBase64()), QStringList());

    QCOMPARE(run(edit + QStringList{u"--forget-password"_s}).exitCode, 0);
    const CliRun without = run({u"check"_s, u"会社"_s, u"--json"_s});
    QVERIFY(!without.json()[u"loggedIn"_s].toBool());
}

void SavingTest::withoutAKeychainItIsSaid()
{
    const CliRun added = run(add + withId + passwordFromInput, "secret word\n");
    QCOMPARE(added.exitCode, 69);
    QVERIFY2(added.error.contains("but not its password"), added.error.constData());
    QVERIFY(!added.error.contains("secret word"));
    QCOMPARE(run(show).exitCode, 0);
    QCOMPARE(m_keyring->filesWith("secret word"), QStringList());
}

void SavingTest::keptPasswordDoesNotGoElsewhereUnasked()
{
    QCOMPARE(run(add + withId).exitCode, 0);
    const QJsonObject before = run(show).json();
    for (const QStringList &change :
         {QStringList{u"--host"_s, u"other.example.org"_s}, QStringList{u"--security"_s, u"none"_s},
          QStringList{u"--security"_s, u"starttls-if-offered"_s}}) {
        const CliRun refused = run(edit + change);
        QCOMPARE(refused.exitCode, 64);
        QVERIFY(refused.error.contains("--keep-password"));
        QCOMPARE(run(show).json(), before);
    }
    QCOMPARE(
        run(edit + QStringList{u"--host"_s, u"other.example.org"_s, u"--keep-password"_s}).exitCode,
        0);
    QCOMPARE(run(show).json()[u"host"_s].toString(), u"other.example.org"_s);
    QCOMPARE(run(edit + QStringList{u"--host"_s, u"third.example.org"_s, u"--password-command"_s,
                                    u"pass show mail"_s})
                 .exitCode,
             0);
    QVERIFY(run(show).json()[u"passwordCommand"_s].toBool());
    // The same command, named for another host: nobody need be asked.
    QCOMPARE(run(edit + QStringList{u"--host"_s, u"fourth.example.org"_s, u"--password-command"_s,
                                    u"pass show mail"_s})
                 .exitCode,
             0);
    QCOMPARE(run(show).json()[u"host"_s].toString(), u"fourth.example.org"_s);
}

/// Its password would go to the new host as soon as somebody logs in there, and nobody was asked.
void SavingTest::commandIsNotLeftOver()
{
    const QStringList command{u"--password-command"_s, u"pass show mail"_s};
    const QStringList noLogin{u"--auth"_s, u"none"_s};
    const QStringList otherHost{u"--host"_s, u"other.example.org"_s};
    const auto hasCommand = [this] { return run(show).json()[u"passwordCommand"_s].toBool(); };
    QCOMPARE(run(add + withId).exitCode, 0);
    QCOMPARE(run(edit + command).exitCode, 0);
    QCOMPARE(run(edit + noLogin).exitCode, 0);
    QVERIFY(hasCommand()); // the same host: it may come back
    const CliRun moved = run(edit + otherHost + QStringList{u"--json"_s});
    QCOMPARE(moved.exitCode, 0);
    QVERIFY(!moved.json()[u"passwordCommand"_s].toBool(true));
    QVERIFY(!hasCommand());
    QCOMPARE(run(edit + QStringList{u"--auth"_s, u"login"_s}).exitCode, 0);
    QVERIFY(!hasCommand());
    // A new one, given for there, stays.
    QCOMPARE(run(edit + noLogin + command + QStringList{u"--host"_s, u"third.example"_s}).exitCode,
             0);
}

void SavingTest::badInputIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(u' '); };
    QTest::newRow("no host") << words("server add work --id taro") << QByteArray("--host");
    QTest::newRow("nobody logs in") << words("server add --host a.example") << QByteArray("--id");
    QTest::newRow("bad host") << words("server add --host a_b:many --id taro")
                              << QByteArray("--host: ");
    QTest::newRow("bad address") << words("server add --host a.example --address taro@")
                                 << QByteArray("--address: ");
    QTest::newRow("bad EHLO name")
        << words("server add --host a.example --id t --ehlo a,b") << QByteArray("--ehlo: ");
    QTest::newRow("bad port") << words("server add --host a.example --id t --port 0")
                              << QByteArray("--port");
    QTest::newRow("both") << words("server add --host a.example --id t --enable --disable")
                          << QByteArray("not both");
    QTest::newRow("options that do nothing there")
        << words("server show work --host a.example") << QByteArray("--host");
    QTest::newRow("unknown") << words("server edit nobody --port 25") << QByteArray("nobody");
}

void SavingTest::badInputIsNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const CliRun refused = run(arguments);
    QCOMPARE(refused.exitCode, 64);
    QVERIFY2(refused.error.contains(said), refused.error.constData());
    QVERIFY(!QFile::exists(m_keyring->home() + u"/proserpina/servers.json"_s));
}

PROSERPINA_TEST(SavingTest)

#include "tst_saving.moc"
