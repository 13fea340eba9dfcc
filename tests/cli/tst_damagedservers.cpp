// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "filecontent.h"
#include "practiceserver.h"
#include "service/practiceentry.h"
#include "testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime saved(QDate(2024, 2, 29), QTime(12, 30));

/// As the terminal has it, without its line breaks.
QString unwrapped(const QByteArray &text)
{
    return QString::fromUtf8(text).simplified();
}

/// The same where a break may stand inside a word: in a path, in Japanese.
QString withoutSpaces(const QString &text)
{
    return QString(text).remove(u'\n').remove(u' ');
}

} // namespace

/// The built command line with a servers.json that is damaged: never "there is no server", but what
/// is wrong and the way back.
class DamagedServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyVerbSaysItAndWhatToDo_data();
    void everyVerbSaysItAndWhatToDo();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysThatThereIsNoGoodCopy();
    void anUnknownListIsNotAnEmptyOne_data();
    void anUnknownListIsNotAnEmptyOne();
    void otherServersCanBeCheckedAllTheSame();
    void wrongUsageStaysWrongUsage_data();
    void wrongUsageStaysWrongUsage();
    void restores();
    void restoresInPlaceOfAFolder();
    void restoresAnEmptyList();
    void restoresNothingWithoutNeed();
    void restoresNothingWithoutAGoodCopy();
    void speaksJapanese();

private:
    [[nodiscard]] CliRun run(const QStringList &arguments, const QString &language = u"en"_s) const;
    [[nodiscard]] QString path(const QString &name = u"servers.json"_s) const;
    [[nodiscard]] QByteArray content(const QString &name = u"servers.json"_s) const;
    void put(const QByteArray &bytes, const QString &name = u"servers.json"_s) const;

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_kept;
};

/// "one" and "two" are kept, "three" came with the last save.
void DamagedServersTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    for (const char *name : {"one", "two", "three"}) {
        QCOMPARE(run({u"server"_s, u"add"_s, QString::fromLatin1(name), u"--host"_s,
                      u"smtp.example.org"_s, u"--auth"_s, u"none"_s})
                     .exitCode,
                 0);
    }
    QFile kept(path(u"servers.json~"_s));
    QVERIFY(kept.open(QIODevice::ReadWrite));
    m_kept = kept.readAll();
    QVERIFY(m_kept.contains("two") && !m_kept.contains("three"));
    QVERIFY(kept.setFileTime(saved, QFile::FileModificationTime));
}

CliRun DamagedServersTest::run(const QStringList &arguments, const QString &language) const
{
    CliInput input;
    input.home = m_home->path();
    input.environment.insert(u"LANGUAGE"_s, language);
    return runCli(arguments, input);
}

QString DamagedServersTest::path(const QString &name) const
{
    return m_home->path() + u"/proserpina/"_s + name;
}

QByteArray DamagedServersTest::content(const QString &name) const
{
    return contentOf(path(name));
}

void DamagedServersTest::put(const QByteArray &bytes, const QString &name) const
{
    QVERIFY(writeFile(path(name), bytes));
}

void DamagedServersTest::everyVerbSaysItAndWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *command :
         {"server list", "server show one", "server edit one --port 2525", "server remove one",
          "server add four --host smtp.example.org --auth none", "check one", "reply one",
          "test one --to taro@example.org", "check nobody"}) {
        QTest::addRow("%s", command) << QString::fromLatin1(command).split(u' ');
    }
}

void DamagedServersTest::everyVerbSaysItAndWhatToDo()
{
    QFETCH(QStringList, arguments);
    put({});
    const QString cause = u"%1 is damaged (it is empty), so it is left as it is."_s.arg(path());
    const QString advice = u"“proserpina-cli server restore” goes back to the list saved on 29 Feb "
                           "2024 12:30:00 (2 servers)."_s;
    const CliRun text = run(arguments);
    QCOMPARE(text.exitCode, 65);
    QCOMPARE(text.out, QByteArray());
    QCOMPARE(withoutSpaces(QString::fromUtf8(text.error)), withoutSpaces(cause + advice));

    const CliRun json = run(arguments + QStringList{u"--json"_s});
    QCOMPARE(json.exitCode, 65);
    QCOMPARE(json.error, QByteArray());
    const QJsonObject expected{{u"outcome"_s, u"failed"_s},
                               {u"stage"_s, QJsonValue()},
                               {u"causeId"_s, u"bad-input"_s},
                               {u"cause"_s, cause},
                               {u"advice"_s, advice}};
    QCOMPARE(json.json(), expected);
    QVERIFY(QFileInfo::exists(path()) && content().isEmpty());
    QCOMPARE(content(u"servers.json~"_s), m_kept);
}

void DamagedServersTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::addRow("half written") << QByteArray("{\n  \"version\": 1,\n  \"serv")
                                  << u"is damaged (it ends in the middle)"_s;
    QTest::addRow("NUL octets") << QByteArray(300, '\0')
                                << u"is damaged (it holds 300 NUL octets)"_s;
    QTest::addRow("no JSON") << QByteArray("{\n  \"version\" = 1\n}\n")
                             << u"is damaged (from line 2, column 13 on it is not JSON)"_s;
    QTest::addRow("an object of nothing")
        << QByteArray("{}") << u"is damaged (there is no usable \"version\" in it)"_s;
    QTest::addRow("null") << QByteArray("null") << u"is damaged (it holds no list)"_s;
}

void DamagedServersTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    put(bytes);
    const CliRun listed = run({u"server"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 65);
    QVERIFY2(unwrapped(listed.error).contains(said), listed.error.constData());
}

void DamagedServersTest::saysThatThereIsNoGoodCopy()
{
    for (const char *kept : {"", "{\"version\": 1, \"servers\": [", "gone"}) {
        put("{", u"servers.json"_s);
        put(kept, u"servers.json~"_s);
        if (qstrcmp(kept, "gone") == 0) {
            QVERIFY(QFile::remove(path(u"servers.json~"_s)));
        }
        const CliRun listed = run({u"server"_s, u"list"_s});
        QCOMPARE(listed.exitCode, 65);
        QVERIFY(unwrapped(listed.error)
                    .endsWith(u"There is no good copy to go back to. Repair the file, or move it "
                              "away to begin with an empty list."_s));
    }
    // What it says works.
    QVERIFY(QFile::rename(path(), path(u"away"_s)));
    const CliRun listed = run({u"server"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.out, QByteArray("There is no saved server.\n"));
}

void DamagedServersTest::anUnknownListIsNotAnEmptyOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    QTest::addRow("a newer version of another shape")
        << QByteArray(R"({"version": 9, "servers": {}})")
        << u"was written by a newer Proserpina (version 9), so it is left as it is."_s;
    QTest::addRow("all of them cannot be read")
        << QByteArray(R"({"version": 1, "servers": [{"id": "x"}]})")
        << u"holds 1 entries that cannot be read."_s;
}

void DamagedServersTest::anUnknownListIsNotAnEmptyOne()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    put(bytes);
    const CliRun listed = run({u"server"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 65);
    QCOMPARE(listed.out, QByteArray());
    QVERIFY2(unwrapped(listed.error).contains(said), listed.error.constData());
    QVERIFY(!listed.error.contains("server restore"));
    QCOMPARE(run({u"server"_s, u"restore"_s}).exitCode, 65);
    QCOMPARE(content(), bytes);
}

void DamagedServersTest::otherServersCanBeCheckedAllTheSame()
{
    put({});
    service::PracticeEntry server;
    QVERIFY(server.start());
    QCOMPARE(run({u"check"_s, u"practice"_s}).exitCode, 0);
    const CliRun checked =
        run(QStringList{u"check"_s, u"--auth"_s, u"none"_s} + optionsFor(server).mid(0, 6));
    QVERIFY2(checked.exitCode == 0, checked.error.constData());
    QVERIFY(!checked.error.contains("damaged"));
    QCOMPARE(run({u"preset"_s, u"taro@gmail.com"_s}).exitCode, 0);
}

void DamagedServersTest::wrongUsageStaysWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *command :
         {"server", "server lst", "server show", "server list one", "server restore one",
          "server restore --host smtp.example.org", "server show one --port 25", "check"}) {
        QTest::addRow("%s", command) << QString::fromLatin1(command).split(u' ');
    }
}

void DamagedServersTest::wrongUsageStaysWrongUsage()
{
    QFETCH(QStringList, arguments);
    put({});
    const CliRun wrong = run(arguments);
    QCOMPARE(wrong.exitCode, 64);
    QVERIFY(!wrong.error.contains("damaged"));
    QVERIFY(content().isEmpty());
}

void DamagedServersTest::restores()
{
    put("{");
    const CliRun restored = run({u"server"_s, u"restore"_s});
    QVERIFY2(restored.exitCode == 0, restored.error.constData());
    const QString expectedText =
        u"Restored the list saved on 29 Feb 2024 12:30:00 (2 servers). The damaged file is kept as "
        "%1."_s.arg(path(u"servers.json.damaged"_s));
    QCOMPARE(withoutSpaces(QString::fromUtf8(restored.out)), withoutSpaces(expectedText));
    QCOMPARE(content(), m_kept);
    QCOMPARE(content(u"servers.json.damaged"_s), QByteArray("{"));
    QCOMPARE(run({u"server"_s, u"list"_s, u"--json"_s}).json()[u"servers"_s].toArray().size(), 2);

    put({});
    const CliRun again = run({u"server"_s, u"restore"_s, u"--json"_s});
    QCOMPARE(again.exitCode, 0);
    const QJsonObject expected{
        {u"restored"_s, 2},
        {u"savedAt"_s, saved.toUTC().toString(Qt::ISODate)},
        {u"damagedFile"_s, path(u"servers.json.damaged.2"_s)},
    };
    QCOMPARE(again.json(), expected);
    QCOMPARE(content(), m_kept);
    QCOMPARE(content(u"servers.json.damaged"_s), QByteArray("{"));
}

void DamagedServersTest::restoresInPlaceOfAFolder()
{
    QVERIFY(QFile::remove(path()) && QDir().mkdir(path()));
    const CliRun listed = run({u"server"_s, u"list"_s});
    QCOMPARE(listed.exitCode, 65);
    QVERIFY(unwrapped(listed.error).contains(u"cannot be read (it is a folder)"_s));
    QCOMPARE(run({u"server"_s, u"restore"_s}).exitCode, 0);
    QCOMPARE(content(), m_kept);
    QVERIFY(QFileInfo(path(u"servers.json.damaged"_s)).isDir());
}

void DamagedServersTest::restoresAnEmptyList()
{
    put(R"({"version": 1, "servers": []})", u"servers.json~"_s);
    put({});
    QVERIFY(unwrapped(run({u"server"_s, u"list"_s}).error).endsWith(u"(no server)."_s));
    QCOMPARE(run({u"server"_s, u"restore"_s}).exitCode, 0);
    QCOMPARE(run({u"server"_s, u"list"_s}).out, QByteArray("There is no saved server.\n"));
}

void DamagedServersTest::restoresNothingWithoutNeed()
{
    const QByteArray before = content();
    const CliRun refused = run({u"server"_s, u"restore"_s});
    QCOMPARE(refused.exitCode, 65);
    QVERIFY(unwrapped(refused.error).endsWith(u"is not damaged: there is nothing to restore."_s));
    const CliRun json = run({u"server"_s, u"restore"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 65);
    QCOMPARE(json.json()[u"causeId"_s].toString(), u"bad-input"_s);
    QCOMPARE(content(), before);
    QCOMPARE(content(u"servers.json~"_s), m_kept);
}

void DamagedServersTest::restoresNothingWithoutAGoodCopy()
{
    put("{");
    put("{", u"servers.json~"_s);
    const CliRun refused = run({u"server"_s, u"restore"_s});
    QCOMPARE(refused.exitCode, 65);
    QVERIFY(unwrapped(refused.error).startsWith(u"There is no good copy of"_s));
    QCOMPARE(content(), QByteArray("{"));
    QVERIFY(!QFileInfo::exists(path(u"servers.json.damaged"_s)));
    // Nor is there one in a home that has never had servers.
    QCOMPARE(runCli({u"server"_s, u"restore"_s}).exitCode, 65);
}

void DamagedServersTest::speaksJapanese()
{
    put("{");
    const CliRun listed = run({u"server"_s, u"list"_s}, u"ja"_s);
    QCOMPARE(listed.exitCode, 65);
    const QString said = withoutSpaces(QString::fromUtf8(listed.error));
    QVERIFY2(said.contains(u"壊れている(途中で終わっています)"_s), qPrintable(said));
    QVERIFY2(said.contains(u"「proserpina-cliserverrestore」で"_s), qPrintable(said));
    QVERIFY2(said.contains(u"サーバ2件"_s), qPrintable(said));
    const CliRun restored = run({u"server"_s, u"restore"_s}, u"ja"_s);
    QCOMPARE(restored.exitCode, 0);
    const QString done = withoutSpaces(QString::fromUtf8(restored.out));
    QVERIFY2(done.contains(u"(サーバ2件)に戻しました。"_s), qPrintable(done));
    const CliRun refused = run({u"server"_s, u"restore"_s}, u"ja"_s);
    QVERIFY(QString::fromUtf8(refused.error).contains(u"壊れていません"_s));
}

PROSERPINA_TEST(DamagedServersTest)

#include "tst_damagedservers.moc"
