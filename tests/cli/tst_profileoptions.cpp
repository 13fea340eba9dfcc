// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profileoptions.h"

#include "clirun.h"
#include "diagnosis/words.h"
#include "everyfield.h"
#include "store/serverjson.h"
#include "testmain.h"
#include "typedoptions.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::FieldKind;
using core::ProfileField;
using core::ServerProfile;

namespace
{

/// One option sets all the limits.
void levelLimits(ServerProfile &profile)
{
    profile.deadlines = core::Deadlines::all(profile.deadlines.connect);
}

/// Where the --pop options count.
ServerProfile byPop()
{
    ServerProfile profile;
    profile.name = u"work"_s;
    profile.host = u"smtp.example.org"_s;
    profile.userId = u"me"_s;
    profile.method = core::Method::PopBeforeSmtp;
    return profile;
}

/// Saves the profile as "work" in that home.
void save(const QString &home, ServerProfile profile)
{
    profile.name = u"work"_s;
    core::ServerEntry entry;
    entry.id = QUuid::createUuid();
    entry.profile = profile;
    QVERIFY(QDir().mkpath(home + u"/proserpina"_s));
    QFile file(home + u"/proserpina/servers.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QJsonArray servers{store::jsonFromEntry(entry, {})};
    file.write(QJsonDocument({{u"version"_s, 1}, {u"servers"_s, servers}}).toJson());
}

/// What `server show` has to say of the field.
QString shownOf(const ProfileField &field, const ServerProfile &profile)
{
    if (field.option == "security"_L1) {
        return diagnosis::securityTitle(profile.security);
    }
    if (field.option == "auth"_L1) {
        return diagnosis::methodTitle(profile.method);
    }
    return field.kind() == FieldKind::Flag ? QString::fromLatin1(field.on) : field.text(profile);
}

} // namespace

/// Every setting of core::profileFields(), from the command line and back to a person.
class ProfileOptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void securityFollowsThePort_data();
    void securityFollowsThePort();
    void eachIsSetAndTakenBack_data();
    void eachIsSetAndTakenBack();
    void allAtOnce();
    void onlySomeBesideASavedServer_data() { eachIsSetAndTakenBack_data(); }
    void onlySomeBesideASavedServer();
    void isShown();
    void isShownAsJson();
    void limitsThatDifferAreNamed();
};

void ProfileOptionsTest::eachIsSetAndTakenBack_data()
{
    QTest::addColumn<QString>("option");
    for (const ProfileField &field : core::profileFields()) {
        if (field.help != nullptr) {
            QTest::addRow("--%s", field.option.data()) << QString(field.option);
        }
    }
}

void ProfileOptionsTest::eachIsSetAndTakenBack()
{
    QFETCH(QString, option);
    const ServerProfile usual = byPop();
    ServerProfile changed = usual;
    bool canUnset = false;
    for (const ProfileField &field : core::profileFields()) {
        if (field.option == option) {
            QVERIFY(field.set(changed, unlikelyValue(field)));
            canUnset = field.traits.testFlag(ProfileField::CanUnset);
        }
    }
    levelLimits(changed);
    if (option == u"auth"_s) { // it is by POP already
        changed.method = core::Method::CramMd5;
    } else if (option == u"client-key"_s) {
        changed.clientCertificate = u"/etc/own.pem"_s;
    } else if (option != u"timeout"_s) {
        changed.deadlines = {};
    }
    const cli::Difference set = cli::differenceBetween(usual, changed, true);
    QVERIFY(set.takenBack.isEmpty());
    QVERIFY(set.options.contains(u"--"_s + option));
    const auto after = edited(usual, set.options + QStringList{u"--keep-password"_s});
    QVERIFY2(after, qPrintable(set.options.join(u' ')));
    QVERIFY2(*after == changed, qPrintable(set.options.join(u' ')));

    const cli::Difference back = cli::differenceBetween(changed, usual, true);
    QStringList options = back.options + QStringList{u"--keep-password"_s};
    for (const QString &name : back.takenBack) {
        options << u"--unset"_s << name;
    }
    QCOMPARE(back.takenBack.contains(option), canUnset);
    const auto before = edited(changed, options);
    QVERIFY2(before, qPrintable(options.join(u' ')));
    QVERIFY2(*before == usual, qPrintable(options.join(u' ')));
}

/// But for the name, which `server add` takes, and whether there is a POP3 password, which follows
/// from one that is given.
void ProfileOptionsTest::allAtOnce()
{
    ServerProfile all = everyField();
    levelLimits(all);
    all.name.clear();
    all.pop.ownPassword = false;
    const QStringList options = cli::differenceBetween({}, all, true).options;
    const auto read = checked(options);
    QVERIFY(read);
    QVERIFY(read->profile == all);
    for (const ProfileField &field : core::profileFields()) {
        const bool set = options.contains(u"--"_s + field.option);
        QVERIFY2(set || field.option.isEmpty(), field.option.data());
    }
}

/// A saved server has its own way, and its password goes nowhere else.
void ProfileOptionsTest::onlySomeBesideASavedServer()
{
    QFETCH(QString, option);
    static const QStringList ofOneRun{u"auth"_s,     u"id"_s,     u"ehlo"_s,    u"timeout"_s,
                                      u"pop-auth"_s, u"pop-id"_s, u"pop-wait"_s};
    QTemporaryDir home;
    CliInput input;
    input.home = home.path();
    save(home.path(), byPop());
    QStringList arguments{u"check"_s, u"work"_s, u"--"_s + option};
    for (const ProfileField &field : core::profileFields()) {
        if (field.option == option && field.optionValue != nullptr) {
            arguments.append(u"login"_s);
        }
    }
    arguments << u"--timeout"_s << u"never"_s; // so that nothing is tried where the option may stay
    const CliRun run = runCli(arguments, input);
    const QString error = QString::fromUtf8(run.error).simplified();
    QCOMPARE(error.contains(u"“work” has its own settings; leave --%1 out"_s.arg(option)),
             !ofOneRun.contains(option));
    QCOMPARE(run.exitCode, 64);
}

void ProfileOptionsTest::isShown()
{
    QTemporaryDir home;
    CliInput input;
    input.home = home.path();
    const ServerProfile all = everyField();
    save(home.path(), all);
    const CliRun run = runCli({u"server"_s, u"show"_s, u"work"_s}, input);
    QCOMPARE(run.exitCode, 0);
    const QStringList lines = QString::fromUtf8(run.out).split(u'\n');
    QCOMPARE(lines[0], u"work"_s);
    QString title;
    for (const ProfileField &field : core::profileFields()) {
        title = field.title == nullptr ? title : QString::fromLatin1(field.title);
        const QString value = shownOf(field, all);
        const bool shown = std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            return line.startsWith(title + u"  "_s) && line.contains(value);
        });
        QVERIFY2(shown || title.isEmpty(), qPrintable(title + u": "_s + value));
    }
}

void ProfileOptionsTest::isShownAsJson()
{
    QTemporaryDir home;
    CliInput input;
    input.home = home.path();
    ServerProfile all = everyField();
    all.name = u"work"_s;
    save(home.path(), all);
    const QJsonObject shown =
        runCli({u"server"_s, u"show"_s, u"work"_s, u"--json"_s}, input).json();
    for (const ProfileField &field : core::profileFields()) {
        const QString name = field.group + u'/' + field.key;
        const QJsonValue group = field.group.isEmpty() ? shown : shown[field.group];
        if (field.group == "proxy"_L1) {
            QVERIFY2(group.toString().contains(field.text(all)), qPrintable(name));
        } else {
            const QString key = field.key == "wait"_L1 ? u"waitSeconds"_s : QString(field.key);
            QVERIFY2(group[key] == field.json(all), qPrintable(name));
        }
    }
}

void ProfileOptionsTest::limitsThatDifferAreNamed()
{
    QTemporaryDir home;
    CliInput input;
    input.home = home.path();
    ServerProfile profile = byPop();
    const QStringList show{u"server"_s, u"show"_s, u"work"_s};
    save(home.path(), profile);
    QVERIFY(!runCli(show, input).out.contains("Time limit"));
    profile.deadlines.connect = std::chrono::milliseconds(1500);
    profile.deadlines.endOfData = std::chrono::seconds(60);
    save(home.path(), profile);
    QVERIFY(runCli(show, input).out.contains("connect 1.5, endOfData 60 s\n"));
    profile.deadlines = core::Deadlines::all(std::chrono::seconds(20));
    save(home.path(), profile);
    const QByteArray out = runCli(show, input).out.simplified();
    QVERIFY2(out.contains("Time limit 20 s"), out.constData());
}

void ProfileOptionsTest::securityFollowsThePort_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<core::Security>("security");
    QTest::addColumn<int>("port");
    using core::Security;
    const auto row = [](const char *options, Security security, int port) {
        QTest::addRow("%s", options)
            << QString::fromLatin1(options).split(u' ') << security << port;
    };
    row("--port 465", Security::Smtps, 465);
    row("--port 25", Security::StartTls, 25);
    row("--port 587", Security::StartTls, 587);
    row("--port 2525", Security::StartTls, 2525);
    row("--port 4650", Security::StartTls, 4650);
    row("--port 465 --security starttls", Security::StartTls, 465);
    row("--port 25 --security none", Security::None, 25);
    row("--security smtps", Security::Smtps, 465);
    row("--timeout 9", Security::StartTls, 587);
}

void ProfileOptionsTest::securityFollowsThePort()
{
    QFETCH(QStringList, options);
    QFETCH(core::Security, security);
    QFETCH(int, port);
    const auto read = checked(QStringList{u"--host"_s, u"mail.example.org"_s} + options);
    QVERIFY(read);
    QCOMPARE(read->profile.security, security);
    QCOMPARE(int{read->profile.port}, port);
}

PROSERPINA_TEST(ProfileOptionsTest)

#include "tst_profileoptions.moc"
