// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filecontent.h"
#include "practiceserver.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// `autosend` of the built program, with real files and the practice server.
class AutosendCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsAndChangesRules();
    void leavesWhatLiesThere_data();
    void leavesWhatLiesThere();
    void tellsWhatWouldGo();
    void mailsUntilItIsStopped();
    void sendsFromTheBackground();
    void refusesWithTheReason_data();
    void refusesWithTheReason();

private:
    CliRun run(const QStringList &arguments, int interruptAfter = 0) const;
    CliRun add(const QStringList &more = {}) const;
    QJsonArray array(const QString &what) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<service::PracticeEntry> m_practice;
    QString m_folder;
};

void AutosendCommandsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"スキャン"_s);
    QVERIFY(QDir().mkpath(m_folder));
    m_practice = std::make_unique<service::PracticeEntry>();
    QVERIFY(m_practice->start());
    QVERIFY(
        writeFile(m_home->filePath(u"password"_s), m_practice->credentials().password.reveal()));
    const CliRun saved = run(
        {u"server"_s, u"add"_s, u"work"_s, u"--host"_s, u"127.0.0.1"_s, u"--security"_s,
         u"starttls"_s, u"--id"_s, u"practice"_s, u"--address"_s, u"taro@practice.test"_s,
         u"--password-command"_s, u"cat '%1'"_s.arg(m_home->filePath(u"password"_s)), u"--port"_s,
         QString::number(m_practice->startTlsPort()), u"--ca-file"_s, m_practice->caFile()});
    QVERIFY2(saved.exitCode == 0, saved.error);
}

CliRun AutosendCommandsTest::run(const QStringList &arguments, int interruptAfter) const
{
    CliInput input;
    input.home = m_home->path();
    input.interruptAfterOutputOf = interruptAfter;
    return runCli(arguments, input);
}

CliRun AutosendCommandsTest::add(const QStringList &more) const
{
    return run(QStringList{u"autosend"_s, u"add"_s, u"--folder"_s, m_folder, u"--to"_s,
                           u"a@practice.test"_s} +
               more);
}

QJsonArray AutosendCommandsTest::array(const QString &what) const
{
    return QJsonDocument::fromJson(run({u"autosend"_s, what, u"--json"_s}).out).array();
}

void AutosendCommandsTest::addsAndChangesRules()
{
    QVERIFY(array(u"list"_s).isEmpty());
    const CliRun added = add({u"--files"_s,
                              u"*.pdf"_s,
                              u"--files"_s,
                              u"*.tif"_s,
                              u"--cc"_s,
                              u"b@practice.test"_s,
                              u"--bcc"_s,
                              u"c@practice.test"_s,
                              u"--subject"_s,
                              u"{file}, {date}"_s,
                              u"--delay"_s,
                              u"７"_s,
                              u"--sub-folders"_s,
                              u"--afterwards"_s,
                              u"leave"_s,
                              u"--per-minute"_s,
                              u"0"_s,
                              u"--brake-files"_s,
                              u"9"_s,
                              u"--brake-size"_s,
                              u"8"_s,
                              u"--mail-size"_s,
                              u"5"_s,
                              u"--pass-over"_s,
                              u"*.wip"_s,
                              u"--json"_s});
    QVERIFY2(added.exitCode == 0, added.out);
    QCOMPARE(added.json()[u"existing"_s], 0);
    QJsonObject rule = array(u"list"_s)[0].toObject();
    QCOMPARE(rule[u"id"_s], added.json()[u"id"_s]);
    QCOMPARE(rule[u"folder"_s], m_folder);
    QCOMPARE(rule[u"files"_s], (QJsonArray{u"*.pdf"_s, u"*.tif"_s}));
    QCOMPARE(rule[u"from"_s], u"taro@practice.test"_s);
    QCOMPARE(rule[u"bcc"_s], QJsonArray{u"c@practice.test"_s});
    QCOMPARE(rule[u"subject"_s], u"{file}, {date}"_s);
    QCOMPARE(rule[u"delayMs"_s], 7000);
    QCOMPARE(rule[u"subFolders"_s], true);
    QCOMPARE(rule[u"afterwards"_s], u"leave"_s);
    QCOMPARE(rule[u"perMinute"_s], 0);
    QCOMPARE(rule[u"brakeFiles"_s], 9);
    QCOMPARE(rule[u"brakeOctets"_s], 8'000'000);
    QCOMPARE(rule[u"mailOctets"_s], 5'000'000);
    QCOMPARE(rule[u"passOver"_s], QJsonArray{u"*.wip"_s});
    QCOMPARE(rule[u"watched"_s], false);
    QVERIFY(rule[u"sentence"_s].toString().startsWith(u"Nobody watches it"_s));
    QCOMPARE(run({u"autosend"_s, u"edit"_s, u"1"_s, u"--no-sub-folders"_s, u"--to"_s,
                  u"d@practice.test"_s, u"--disable"_s})
                 .exitCode,
             0);
    QCOMPARE(run({u"autosend"_s, u"pause"_s, m_folder}).exitCode, 0);
    rule = array(u"list"_s)[0].toObject();
    QCOMPARE(rule[u"subFolders"_s], false);
    QCOMPARE(rule[u"to"_s], QJsonArray{u"d@practice.test"_s});
    QCOMPARE(rule[u"cc"_s], QJsonArray{u"b@practice.test"_s}); // the rest stays
    QCOMPARE(rule[u"enabled"_s], false);
    QCOMPARE(rule[u"paused"_s], true);
    QCOMPARE(run({u"autosend"_s, u"resume"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(array(u"list"_s)[0].toObject()[u"paused"_s], false);
    QCOMPARE(run({u"autosend"_s, u"remove"_s, u"1"_s}).exitCode, 0);
    QVERIFY(array(u"list"_s).isEmpty());
}

void AutosendCommandsTest::leavesWhatLiesThere_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("goes");
    QTest::newRow("unless it is told") << QStringList() << false;
    QTest::newRow("as it is told") << QStringList{u"--existing"_s, u"send"_s} << true;
}

void AutosendCommandsTest::leavesWhatLiesThere()
{
    QFETCH(QStringList, options);
    QFETCH(bool, goes);
    QVERIFY(writeFile(path(u"old.pdf"_s), "old"));
    const CliRun added = add(options);
    QVERIFY(added.exitCode == 0);
    QCOMPARE(added.out.contains("1 file lies there already"), !goes);
    const CliRun dry = run({u"autosend"_s, u"dry-run"_s, u"1"_s, u"--json"_s});
    const QJsonObject file = QJsonDocument::fromJson(dry.out).array()[0].toObject();
    QCOMPARE(file[u"file"_s], u"old.pdf"_s);
    QCOMPARE(file[u"fate"_s], goes ? u"goes"_s : u"known"_s);
    // The person may think better of it.
    QCOMPARE(run({u"autosend"_s, u"edit"_s, u"1"_s, u"--existing"_s, u"send"_s}).exitCode, 0);
    const CliRun again = run({u"autosend"_s, u"dry-run"_s, u"1"_s, u"--json"_s});
    QCOMPARE(QJsonDocument::fromJson(again.out).array()[0].toObject()[u"fate"_s], u"goes"_s);
}

void AutosendCommandsTest::tellsWhatWouldGo()
{
    QVERIFY(add({u"--files"_s, u"*.pdf"_s}).exitCode == 0);
    QVERIFY(writeFile(path(u"a.pdf"_s), "a"));
    QVERIFY(writeFile(path(u"b.txt"_s), "b"));
    const CliRun dry = run({u"autosend"_s, u"dry-run"_s, m_folder});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(dry.out.contains("a.pdf: would go to a@practice.test"));
    QVERIFY(dry.out.contains("b.txt: No pattern of the rule fits its name."));
    QVERIFY(dry.out.contains("1 file would be mailed from "));
    QVERIFY(m_practice->server().mailbox().isEmpty());
}

void AutosendCommandsTest::mailsUntilItIsStopped()
{
    QVERIFY(add({u"--delay"_s, u"0"_s}).exitCode == 0);
    QVERIFY(writeFile(path(u"a.pdf"_s), "content"));
    const CliRun watched = run({u"autosend"_s, u"run"_s}, 20);
    QCOMPARE(watched.exitCode, 0);
    QVERIFY2(watched.out.contains("a.pdf"), watched.out);
    // Whether it was sent by then or is sent later: once.
    (void)run({u"outbox"_s, u"run"_s});
    QTRY_COMPARE(m_practice->server().mailbox().size(), 1);
    const QJsonArray history = array(u"history"_s);
    QCOMPARE(history.size(), 1);
    QCOMPARE(history[0].toObject()[u"file"_s], path(u"a.pdf"_s));
    QCOMPARE(history[0].toObject()[u"result"_s], u"sent"_s);
    QCOMPARE(array(u"list"_s)[0].toObject()[u"failed"_s], 0);
}

void AutosendCommandsTest::sendsFromTheBackground()
{
    QVERIFY(add({u"--delay"_s, u"0"_s}).exitCode == 0);
    QProcess unit;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
        environment.insert(QString::fromLatin1(name), m_home->path());
    }
    unit.setProcessEnvironment(environment);
    unit.start(QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli"), {u"background"_s});
    QVERIFY(unit.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(array(u"list"_s)[0].toObject()[u"watched"_s].toBool(), 20'000);
    QVERIFY(writeFile(path(u"a.pdf"_s), "content"));
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(path(u"sent/a.pdf"_s)), "content", 20'000);
    QCOMPARE(m_practice->server().mailbox().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(array(u"list"_s)[0].toObject()[u"sent"_s], 1, 20'000);
    unit.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(unit.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(unit.exitCode(), 0);
    QCOMPARE(array(u"list"_s)[0].toObject()[u"watched"_s], false);
}

void AutosendCommandsTest::refusesWithTheReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &arguments, int exitCode,
                        const QByteArray &words) {
        QTest::newRow(name) << arguments << exitCode << words;
    };
    row("nothing", {}, 64, "Say what");
    row("an unknown word", {u"lits"_s}, 64, "Did you mean list?");
    row("no rule", {u"edit"_s}, 64, "Which rule?");
    row("a rule that is not there", {u"pause"_s, u"7"_s}, 65, "There is no rule");
    row("one word too many", {u"list"_s, u"1"_s}, 64, "too many");
    row("no folder", {u"add"_s, u"--to"_s, u"a@practice.test"_s}, 65, "Choose the folder");
    row("a folder that is not there",
        {u"add"_s, u"--folder"_s, u"/nowhere"_s, u"--to"_s, u"a@practice.test"_s}, 65,
        "no such folder");
    row("nobody", {u"add"_s, u"--folder"_s, u"FOLDER"_s}, 65, "Who gets the files?");
    row("an unknown sender",
        {u"add"_s, u"--folder"_s, u"FOLDER"_s, u"--from"_s, u"x@y"_s, u"--to"_s, u"a@b.test"_s}, 64,
        "No sender has");
    row("no number", {u"add"_s, u"--folder"_s, u"FOLDER"_s, u"--delay"_s, u"soon"_s}, 64,
        "--delay takes a number");
    row("an unknown afterwards",
        {u"add"_s, u"--folder"_s, u"FOLDER"_s, u"--afterwards"_s, u"sen"_s}, 64, "sent");
    row("an unknown existing", {u"add"_s, u"--folder"_s, u"FOLDER"_s, u"--existing"_s, u"maybe"_s},
        64, "existing");
}

void AutosendCommandsTest::refusesWithTheReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, words);
    arguments.replaceInStrings(u"FOLDER"_s, m_folder);
    const CliRun refused = run(QStringList{u"autosend"_s} + arguments);
    QCOMPARE(refused.exitCode, exitCode);
    QVERIFY2(refused.error.simplified().contains(words), refused.error);
    QVERIFY(array(u"list"_s).isEmpty());
}

PROSERPINA_TEST(AutosendCommandsTest)
#include "tst_autosendcommands.moc"
