// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

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
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
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

PROSERPINA_TEST(OthersFilesTest)
#include "tst_othersfiles.moc"
