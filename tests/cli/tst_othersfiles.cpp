// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filecontent.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The built command line with files that another user may have written.
class OthersFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anothersPasswordCommandDoesNotRun_data();
    void anothersPasswordCommandDoesNotRun();
    void anothersPresetsAreNotUsed_data();
    void anothersPresetsAreNotUsed();
    void neverRepeatsAPassword_data();
    void neverRepeatsAPassword();
    void leavesNoCoreFile();

private:
    [[nodiscard]] CliRun run(const QStringList &arguments) const;
    [[nodiscard]] QString path(const QString &name = {}) const;
    void put(const QByteArray &bytes, const QString &name) const;
    void setMode(const QString &name, mode_t mode) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void OthersFilesTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path()));
}

CliRun OthersFilesTest::run(const QStringList &arguments) const
{
    CliInput input;
    input.home = m_home->path();
    return runCli(arguments, input);
}

QString OthersFilesTest::path(const QString &name) const
{
    return m_home->filePath(u"proserpina"_s) + (name.isEmpty() ? QString() : u'/' + name);
}

void OthersFilesTest::put(const QByteArray &bytes, const QString &name) const
{
    QVERIFY(writeFile(path(name), bytes));
}

void OthersFilesTest::setMode(const QString &name, mode_t mode) const
{
    QCOMPARE(::chmod(QFile::encodeName(path(name)).constData(), mode), 0);
}

void OthersFilesTest::anothersPasswordCommandDoesNotRun_data()
{
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("exitCode");
    QTest::addRow("our own: it runs") << 0700 << 0600 << 69;
    QTest::addRow("a folder for everybody") << 01777 << 0600 << 65;
    QTest::addRow("a file for everybody") << 0700 << 0666 << 65;
}

void OthersFilesTest::anothersPasswordCommandDoesNotRun()
{
    QFETCH(int, folderMode);
    QFETCH(int, fileMode);
    QFETCH(int, exitCode);
    const QByteArray sign = m_home->filePath(u"ran"_s).toUtf8();
    put(R"({"version": 1, "servers": [{"id": "7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0001",
            "name": "work", "host": "127.0.0.1", "port": 1, "userId": "taro",
            "passwordCommand": ["sh", "-c", "echo x | tee )" +
            sign + R"("]}]})",
        u"servers.json"_s);
    setMode(u"servers.json"_s, static_cast<mode_t>(fileMode));
    setMode({}, static_cast<mode_t>(folderMode));
    const CliRun check = run({u"check"_s, u"work"_s});
    QCOMPARE(check.exitCode, exitCode);
    QCOMPARE(QFile::exists(QString::fromUtf8(sign)), exitCode != 65);
    if (exitCode == 65) {
        const QString said = QString::fromUtf8(check.error).simplified();
        QVERIFY2(said.contains(u"ther users can write to "_s), check.error);
        QCOMPARE(run({u"server"_s, u"list"_s}).exitCode, 65);
    }
}

void OthersFilesTest::anothersPresetsAreNotUsed_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"a folder for everybody", "a file for everybody", "a pipe"}) {
        QTest::addRow("%s", what) << QString::fromLatin1(what);
    }
}

void OthersFilesTest::anothersPresetsAreNotUsed()
{
    QFETCH(QString, what);
    if (what == u"a pipe"_s) {
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"presets.json"_s)).constData(), 0600), 0);
    } else {
        put(R"({"format": 1, "providers": [{"id": "trap", "name": "Trap", "host": "trap.example",
                "domains": ["gmail.com"], "ways": [{"security": "smtps", "login": "auth",
                "port": 465}], "userId": "address", "asOf": "2024-07",
                "source": "x"}]})",
            u"presets.json"_s);
        setMode(u"presets.json"_s, what == u"a file for everybody"_s ? 0666 : 0600);
        setMode({}, what == u"a folder for everybody"_s ? 0777 : 0700);
    }
    const CliRun gmail = run({u"preset"_s, u"taro@gmail.com"_s, u"--json"_s});
    QCOMPARE(gmail.exitCode, 0);
    QCOMPARE(gmail.json()[u"host"_s].toString(), u"smtp.gmail.com"_s);
    const CliRun list = run({u"preset"_s, u"list"_s});
    QVERIFY2(QString::fromUtf8(list.error)
                 .simplified()
                 .contains(what == u"a pipe"_s ? u"it is not a regular file"_s
                                               : u"ther users can write"_s),
             list.error);
}

void OthersFilesTest::neverRepeatsAPassword_data()
{
    QTest::addColumn<QString>("option");
    for (const char *option : {"--password-env", "--token-env", "--pop-password-env"}) {
        QTest::addRow("%s", option) << QString::fromLatin1(option);
    }
}

/// Typed where the name of a variable belongs.
void OthersFilesTest::neverRepeatsAPassword()
{
    QFETCH(QString, option);
    const QString method = option == u"--token-env"_s ? u"oauthbearer"_s : u"pbs"_s;
    for (const QByteArray &password : QByteArrayList{"hunter2", "hunter2\xff"}) {
        for (const QByteArrayList &more : QList<QByteArrayList>{{}, {"--json"}}) {
            const CliRun check =
                runCliOctets(QByteArrayList{"check", "--host", "127.0.0.1", "--id", "taro",
                                            "--auth", method.toUtf8(), option.toUtf8(), password} +
                             more);
            QCOMPARE(check.exitCode, 64);
            QVERIFY2(!(check.out + check.error).contains("hunter2"), check.out + check.error);
        }
    }
}

void OthersFilesTest::leavesNoCoreFile()
{
    QProcess process;
    QStringList command{QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli"),
                        u"check"_s,
                        u"--host"_s,
                        u"127.0.0.1"_s,
                        u"--id"_s,
                        u"taro"_s,
                        u"--password-stdin"_s};
    if (::geteuid() == 0) {
        // Of root's processes nobody can tell.
        command = QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--clear-groups"_s} + command;
    }
    process.start(command.takeFirst(), command);
    QVERIFY(process.waitForStarted());
    const QByteArray folder = "/proc/" + QByteArray::number(process.processId());
    const auto limits = [&folder] {
        QFile file(QString::fromLatin1(folder) + u"/limits"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().simplified() : QByteArray();
    };
    QTRY_VERIFY(limits().contains("Max core file size 0 0 "));
    // What cannot be dumped belongs to root.
    struct stat info = {};
    QTRY_VERIFY(::stat((folder + "/environ").constData(), &info) == 0 && info.st_uid == 0);
    process.kill();
    process.waitForFinished();
}

PROSERPINA_TEST(OthersFilesTest)
#include "tst_othersfiles.moc"
