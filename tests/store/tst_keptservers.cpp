// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordinaryrights.h"
#include "serverfolder.h"
#include "smalldisk.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using store::FileProblem;
using store::KeptCopy;
using store::ServerStore;

namespace
{

const QString keptName = u"servers.json~"_s;
const QString damagedName = u"servers.json.damaged"_s;
constexpr auto ownerOnly =
    QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

/// A date that is not today's.
void setDate(const QString &path, const QDateTime &date)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(date, QFile::FileModificationTime));
}

} // namespace

/// servers.json~: what was good before the last save, and the way back to it.
class KeptServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isWhatWasThereBeforeTheSave();
    void isWhatAnyProgramSavedBefore();
    void isReplacedByAGoodOneOnly_data() { addDamages(); }
    void isReplacedByAGoodOneOnly();
    void isReplacedByAWholeOneOnly();
    void isNotWrittenThroughALink();
    void cannotBeWritten();
    void aFullDiskChangesNeither();
    void comesBack_data() { addDamages(); }
    void comesBack();
    void comesBackInPlaceOfAMissingFile();
    void comesBackInPlaceOfAFileThatMayNotBeRead();
    void keepsEveryDamagedFile();
    void aFullDiskLeavesTheDamagedFile_data();
    void aFullDiskLeavesTheDamagedFile();
    void isNotTakenForAGoodFile_data();
    void isNotTakenForAGoodFile();
    void isNotTakenWhereItIsBadItself_data();
    void isNotTakenWhereItIsBadItself();
    void isKnownAsLongAsTheDamageLasts();

private:
    static void addDamages();
    /// servers.json with "first" and "second", kept beside it with "first" alone.
    void saveTwo() const;
    void damage(const QByteArray &bytes) const;

    std::unique_ptr<ServerFolder> m_files;
};

void KeptServersTest::init()
{
    m_files = std::make_unique<ServerFolder>();
}

void KeptServersTest::addDamages()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::addRow("%s", name) << bytes;
    };
    row("empty", "");
    row("half written", serversFile(serverJson()).first(60));
    row("NUL octets alone", QByteArray(4096, '\0'));
    row("NUL octets behind the end", serversFile(serverJson()) + QByteArray(100, '\0'));
    row("another shape", "{}");
    row("no JSON", "<html>");
    row("a folder in its place", "folder");
    row("a pipe in its place", "pipe");
}

void KeptServersTest::damage(const QByteArray &bytes) const
{
    if (bytes == "folder" || bytes == "pipe") {
        QFile::remove(m_files->path());
        QVERIFY(bytes == "folder" ? QDir().mkdir(m_files->path())
                                  : ::mkfifo(qPrintable(m_files->path()), 0600) == 0);
    } else {
        m_files->put(bytes);
    }
}

void KeptServersTest::saveTwo() const
{
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
}

void KeptServersTest::isWhatWasThereBeforeTheSave()
{
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    QVERIFY(!QFileInfo::exists(m_files->path(keptName)));
    const QByteArray first = m_files->content();
    const QDateTime saved(QDate(2024, 2, 29), QTime(12, 30), Qt::UTC);
    setDate(m_files->path(), saved);

    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(m_files->content(keptName), first);
    QCOMPARE(QFile::permissions(m_files->path(keptName)), ownerOnly);
    QCOMPARE(QFileInfo(m_files->path(keptName)).lastModified(), saved);
    QVERIFY(QFileInfo(m_files->path()).lastModified() > saved);

    const QByteArray second = m_files->content();
    QCOMPARE(update(store, store.servers().constFirst()).value(), false); // nothing is written
    QCOMPARE(m_files->content(keptName), first);
    QVERIFY(remove(store, store.servers().constFirst().id).ok());
    QCOMPARE(m_files->content(keptName), second);
}

void KeptServersTest::isWhatAnyProgramSavedBefore()
{
    ServerStore window(m_files->folder());
    ServerStore commandLine(m_files->folder());
    QVERIFY(add(window, entryNamed(u"first"_s)).ok());
    QVERIFY(add(commandLine, entryNamed(u"second"_s)).ok());
    const QByteArray before = m_files->content();
    QVERIFY(add(window, entryNamed(u"third"_s)).ok());
    QCOMPARE(m_files->content(keptName), before);
    m_files->put(serversFile(serverJson())); // an editor
    QVERIFY(add(commandLine, entryNamed(u"fourth"_s)).ok());
    QCOMPARE(m_files->content(keptName), serversFile(serverJson()));
}

void KeptServersTest::isReplacedByAGoodOneOnly()
{
    QFETCH(QByteArray, bytes);
    saveTwo();
    const QByteArray kept = m_files->content(keptName);
    damage(bytes);
    ServerStore store(m_files->folder());
    store.load();
    QVERIFY(store.problem().isDamage());
    QVERIFY(store.servers().isEmpty());
    QVERIFY(!add(store, entryNamed(u"third"_s)).ok());
    QVERIFY(!remove(store, QUuid::createUuid()).ok());
    QCOMPARE(m_files->content(keptName), kept);
}

/// A server that cannot be read goes through each save; it may be the harm of a file.
void KeptServersTest::isReplacedByAWholeOneOnly()
{
    const QByteArray partly = serversFile(serverJson() + ", {\"id\": \"x\"}");
    m_files->put(partly);
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(m_files->content(keptName), partly); // better than nothing
    QVERIFY(add(store, entryNamed(u"third"_s)).ok());
    QVERIFY(m_files->content(keptName).contains("second"));

    m_files->put(serversFile(serverJson()));
    QVERIFY(add(store, entryNamed(u"fourth"_s)).ok());
    QCOMPARE(m_files->content(keptName), serversFile(serverJson()));
    m_files->put(partly);
    QVERIFY(add(store, entryNamed(u"fifth"_s)).ok());
    QCOMPARE(m_files->content(keptName), serversFile(serverJson()));

    m_files->put("{\"version\": 9, \"servers\": []}"); // a newer program's
    QVERIFY(!add(store, entryNamed(u"sixth"_s)).ok());
    QCOMPARE(m_files->content(keptName), serversFile(serverJson()));
}

void KeptServersTest::isNotWrittenThroughALink()
{
    m_files->put(serversFile(serverJson()));
    m_files->put("mine", u"other"_s);
    QVERIFY(QFile::link(m_files->path(u"other"_s), m_files->path(keptName)));
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(m_files->content(u"other"_s), QByteArray("mine"));
    QVERIFY(!QFileInfo(m_files->path(keptName)).isSymLink());
    QCOMPARE(m_files->content(keptName), serversFile(serverJson()));
}

/// A save that could not be gone back from is none.
void KeptServersTest::cannotBeWritten()
{
    m_files->put(serversFile(serverJson()));
    QVERIFY(QDir().mkdir(m_files->path(keptName)));
    ServerStore store(m_files->folder());
    store.load();
    const auto added = add(store, entryNamed(u"second"_s));
    QVERIFY(!added.ok());
    QVERIFY2(added.error().detail.english().startsWith(m_files->path(keptName) +
                                                       u" could not be written: "_s),
             qPrintable(added.error().detail.english()));
    QCOMPARE(m_files->content(), serversFile(serverJson()));
    QCOMPARE(namesOf(store), QStringList{u"first"_s});
}

void KeptServersTest::aFullDiskChangesNeither()
{
    ServerStore store(m_files->folder());
    core::ServerEntry big = entryNamed(u"big"_s);
    big.profile.caFile = QString(100'000, u'x');
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    const auto id = add(store, big);
    QVERIFY(id.ok());
    const QByteArray before = m_files->content();
    const QByteArray kept = m_files->content(keptName);
    QString said;
    {
        const SmallDisk disk(1024); // enough for what is to be written, not for what is there
        const auto removed = remove(store, *id);
        said = removed ? QString() : removed.error().detail.english();
    }
    QVERIFY2(said.startsWith(m_files->path(keptName) + u" could not be written: "_s),
             qPrintable(said));
    {
        const SmallDisk disk(before.size()); // enough for what is there, not for one more
        said = add(store, entryNamed(u"third"_s)).error().detail.english();
    }
    QVERIFY2(said.startsWith(m_files->path() + u" could not be written: "_s), qPrintable(said));
    QCOMPARE(m_files->content(), before);
    QCOMPARE(m_files->content(keptName), kept);
    QCOMPARE(namesOf(store), (QStringList{u"first"_s, u"big"_s}));
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{u"servers.json"_s, keptName}));
    QVERIFY(remove(store, *id).ok());
    QCOMPARE(m_files->content(keptName), before);
}

void KeptServersTest::comesBack()
{
    QFETCH(QByteArray, bytes);
    saveTwo();
    const QByteArray kept = m_files->content(keptName);
    const QDateTime saved(QDate(2024, 2, 29), QTime(12, 30), Qt::UTC);
    setDate(m_files->path(keptName), saved);
    damage(bytes);
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.kept(), (KeptCopy{1, saved}));

    const auto restored = restore(store);
    QVERIFY2(restored.ok(), restored ? "" : qPrintable(restored.error().detail.english()));
    QCOMPARE(restored->copy, (KeptCopy{1, saved}));
    QCOMPARE(restored->damagedFile, m_files->path(damagedName));
    QCOMPARE(namesOf(store), QStringList{u"first"_s});
    QCOMPARE(store.problem(), FileProblem());
    QVERIFY(!store.kept());
    QCOMPARE(m_files->content(), kept);
    QCOMPARE(m_files->content(keptName), kept);
    QCOMPARE(QFile::permissions(m_files->path()), ownerOnly);
    if (bytes == "folder" || bytes == "pipe") {
        QVERIFY(QFileInfo::exists(m_files->path(damagedName)));
        QVERIFY(!QFileInfo(m_files->path(damagedName)).isFile());
    } else {
        QCOMPARE(m_files->content(damagedName), bytes);
    }
    QVERIFY(add(store, entryNamed(u"third"_s)).ok());
    QCOMPARE(QFileInfo(m_files->path(keptName)).lastModified(), saved); // still of that day
}

void KeptServersTest::comesBackInPlaceOfAMissingFile()
{
    saveTwo();
    QVERIFY(QFile::remove(m_files->path()));
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem(), FileProblem());
    const auto restored = restore(store);
    QVERIFY(restored.ok());
    QCOMPARE(restored->damagedFile, QString());
    QCOMPARE(namesOf(store), QStringList{u"first"_s});
}

void KeptServersTest::comesBackInPlaceOfAFileThatMayNotBeRead()
{
    saveTwo();
    const QByteArray before = m_files->content();
    const OrdinaryRights rights;
    QVERIFY(QFile::setPermissions(m_files->path(), {}));
    ServerStore store(m_files->folder());
    store.load();
    QVERIFY(restore(store).ok());
    QCOMPARE(namesOf(store), QStringList{u"first"_s});
    QVERIFY(QFile::setPermissions(m_files->path(damagedName), ownerOnly));
    QCOMPARE(m_files->content(damagedName), before);
}

void KeptServersTest::keepsEveryDamagedFile()
{
    saveTwo();
    m_files->put("mine", damagedName);
    QVERIFY(QFile::link(u"nowhere"_s, m_files->path(damagedName + u".2"_s)));
    ServerStore store(m_files->folder());
    QStringList names;
    for (const QByteArray &bytes : QByteArrayList{"{", "", "{"}) {
        m_files->put(bytes);
        const auto restored = restore(store);
        QVERIFY(restored.ok());
        names += QFileInfo(restored->damagedFile).fileName();
    }
    // What is kept already is not kept twice.
    QCOMPARE(names,
             (QStringList{damagedName + u".3"_s, damagedName + u".4"_s, damagedName + u".3"_s}));
    QCOMPARE(m_files->content(damagedName), QByteArray("mine"));
    QVERIFY(!QFileInfo::exists(m_files->path(u"nowhere"_s)));
}

void KeptServersTest::aFullDiskLeavesTheDamagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("an empty file") << QByteArray();
    QTest::addRow("a folder") << QByteArray("folder");
}

void KeptServersTest::aFullDiskLeavesTheDamagedFile()
{
    QFETCH(QByteArray, bytes);
    saveTwo();
    damage(bytes);
    ServerStore store(m_files->folder());
    store.load();
    QString said;
    {
        const SmallDisk disk(200); // the lock file has its place
        const auto restored = restore(store);
        said = restored ? QString() : restored.error().detail.english();
    }
    QVERIFY2(said.startsWith(m_files->path() + u" could not be written: "_s), qPrintable(said));
    QCOMPARE(QFileInfo(m_files->path()).isDir(), bytes == "folder");
    QVERIFY(QFileInfo::exists(m_files->path()));
    QVERIFY(m_files->content().isEmpty());
    QVERIFY(restore(store).ok());
    QCOMPARE(namesOf(store), QStringList{u"first"_s});
}

void KeptServersTest::isNotTakenForAGoodFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("said");
    const QString whole = u"%1 is not damaged: there is nothing to restore."_s;
    QTest::addRow("two servers") << QByteArray() << whole;
    QTest::addRow("no server") << serversFile({}) << whole;
    QTest::addRow("no server, before there were versions") << QByteArray("[]") << whole;
    QTest::addRow("one that cannot be read") << serversFile("{\"id\": \"x\"}") << whole;
    QTest::addRow("a newer version")
        << QByteArray(R"({"version": 9, "servers": {}})")
        << u"%1 was written by a newer Proserpina (version 9), so it is left as it is."_s;
}

void KeptServersTest::isNotTakenForAGoodFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, said);
    saveTwo();
    if (!bytes.isEmpty()) {
        m_files->put(bytes);
    }
    const QByteArray before = m_files->content();
    ServerStore store(m_files->folder());
    store.load();
    const auto restored = restore(store);
    QVERIFY(!restored.ok());
    QCOMPARE(restored.error().detail.english(), said.arg(m_files->path()));
    QCOMPARE(m_files->content(), before);
    QVERIFY(!QFileInfo::exists(m_files->path(damagedName)));
}

void KeptServersTest::isNotTakenWhereItIsBadItself_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addRow("none") << QByteArray("none");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("half") << QByteArray("{\"version\": 1");
    QTest::addRow("of a newer version") << QByteArray(R"({"version": 9, "servers": []})");
}

void KeptServersTest::isNotTakenWhereItIsBadItself()
{
    QFETCH(QByteArray, kept);
    m_files->put("{");
    if (kept != "none") {
        m_files->put(kept, keptName);
    }
    ServerStore store(m_files->folder());
    store.load();
    QVERIFY(!store.kept());
    const auto restored = restore(store);
    QVERIFY(!restored.ok());
    QCOMPARE(restored.error().detail.english(),
             u"There is no good copy of %1 to go back to."_s.arg(m_files->path()));
    QCOMPARE(m_files->content(), QByteArray("{"));
    QVERIFY(!QFileInfo::exists(m_files->path(damagedName)));
}

/// Of a program that runs on: its list stays, and the damage goes when somebody mends the file.
void KeptServersTest::isKnownAsLongAsTheDamageLasts()
{
    saveTwo();
    ServerStore window(m_files->folder());
    window.load();
    QVERIFY(!window.kept());
    const QByteArray whole = m_files->content();
    m_files->put("");
    QTRY_VERIFY(window.kept().has_value());
    QCOMPARE(namesOf(window), (QStringList{u"first"_s, u"second"_s}));
    m_files->put(whole);
    QTRY_VERIFY(!window.kept());
    QCOMPARE(window.problem(), FileProblem());

    m_files->put("{");
    QTRY_VERIFY(window.kept().has_value());
    ServerStore commandLine(m_files->folder());
    QVERIFY(restore(commandLine).ok());
    QTRY_COMPARE(namesOf(window), QStringList{u"first"_s});
    QCOMPARE(window.problem(), FileProblem());
}

PROSERPINA_TEST(KeptServersTest)
#include "tst_keptservers.moc"
