// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"
#include "rulefolder.h"
#include "serverfolder.h"
#include "statefolder.h"
#include "store/serverstore.h"
#include "store/statestore.h"
#include "synclog.h"
#include "testmain.h"
#include "unusualfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using store::FileProblem;
using store::RuleStore;
using store::ServerStore;
using store::StateStore;

/// What another user could have put in our folders, and what a killed program left there.
class OwnFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersOfOthers_data();
    void foldersOfOthers();
    void nothingIsMadeInAnotherUsersFolder();
    void unusableFiles_data();
    void unusableFiles();
    void aLinkToOurOwnFileIsFollowed();
    void nothingIsWrittenThroughALink_data();
    void nothingIsWrittenThroughALink();
    void unusableFilesOfTheState_data();
    void unusableFilesOfTheState();
    void aDeadProgramsLockIsFree();
    void aSaveIsOnTheDisk();

private:
    std::unique_ptr<ServerFolder> m_files;
    std::unique_ptr<StateFolder> m_state;
};

void OwnFilesTest::init()
{
    m_files = std::make_unique<ServerFolder>();
    m_state = std::make_unique<StateFolder>();
}

void OwnFilesTest::foldersOfOthers_data()
{
    QTest::addColumn<int>("mode");
    QTest::addRow("another user's") << 0;
    QTest::addRow("the group may write") << 0770;
    QTest::addRow("everybody may write") << 0707;
    QTest::addRow("everybody may write, and it is sticky") << 01777;
}

void OwnFilesTest::foldersOfOthers()
{
    QFETCH(int, mode);
    m_files->put(serversFile(serverJson()));
    {
        StateStore store(m_state->folder());
        store.setDraft(u"form"_s, "text");
    }
    QString folders[] = {m_files->folder(), m_state->folder()};
    for (QString &folder : folders) {
        if (mode == 0) {
            folder = anothers(folder, u"/usr"_s);
        } else {
            QVERIFY(setMode(folder, static_cast<mode_t>(mode)));
        }
    }
    const QString said =
        mode == 0 ? u"The folder %1 belongs to another user, so nothing in it is used."_s
                  : u"Other users can write to the folder %1, so nothing in it is used."_s;
    const QStringList before = QDir(folders[0]).entryList(QDir::AllEntries | QDir::Hidden);
    ServerStore servers(folders[0]);
    servers.load();
    QVERIFY(servers.servers().isEmpty());
    QCOMPARE(servers.problem().kind, FileProblem::Kind::Distrusted);
    QCOMPARE(servers.problemSentence().english(), said.arg(folders[0]));
    QVERIFY(!servers.kept());
    QCOMPARE(add(servers, entryNamed(u"second"_s)).error().detail.english(), said.arg(folders[0]));
    QCOMPARE(restore(servers).error().detail.english(), said.arg(folders[0]));
    RuleStore rules(folders[0]);
    rules.load();
    QCOMPARE(rules.problem().kind, FileProblem::Kind::Distrusted);
    QCOMPARE(put(rules, ruleFor(u"/srv/scans"_s)).error().detail.english(), said.arg(folders[0]));
    QCOMPARE(QDir(folders[0]).entryList(QDir::AllEntries | QDir::Hidden), before);

    const QStringList stateBefore = QDir(folders[1]).entryList(QDir::AllEntries | QDir::Hidden);
    StateStore state(folders[1]);
    QSignalSpy failed(&state, &StateStore::failed);
    state.load();
    QCOMPARE(state.problem().english(), said.arg(folders[1]));
    QVERIFY(state.draft(u"form"_s).isEmpty());
    state.setDraft(u"form"_s, "other text");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Text>().english(), said.arg(folders[1]));
    QCOMPARE(QDir(folders[1]).entryList(QDir::AllEntries | QDir::Hidden), stateBefore);
}

void OwnFilesTest::nothingIsMadeInAnotherUsersFolder()
{
    if (::geteuid() != 0) { // the modes stop anybody else
        ServerStore servers(u"/proserpina-of-nobody"_s);
        servers.load();
        QCOMPARE(add(servers, entryNamed(u"first"_s)).error().detail.english(),
                 u"The folder /proserpina-of-nobody could not be made."_s);
        return;
    }
    const QString above = QFileInfo(m_files->folder()).path();
    QVERIFY(QDir().mkpath(above));
    QCOMPARE(anothers(above, {}), above);
    ServerStore servers(m_files->folder());
    servers.load();
    QCOMPARE(servers.problem(), FileProblem());
    QCOMPARE(add(servers, entryNamed(u"first"_s)).error().detail.english(),
             u"The folder %1 could not be made: the one above it belongs to another user."_s.arg(
                 m_files->folder()));
    QVERIFY(QDir(above).isEmpty());
}

void OwnFilesTest::unusableFiles_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addRow("pipe") << u"it is not a regular file"_s;
    QTest::addRow("socket") << u"it is not a regular file"_s;
    QTest::addRow("device") << u"it is not a regular file"_s;
    QTest::addRow("folder") << u"it is a folder"_s;
    QTest::addRow("link to nowhere") << u"it is a link that leads nowhere"_s;
    QTest::addRow("loop") << u"Too many levels of symbolic links"_s;
    QTest::addRow("others may write") << u"other users can write to it"_s;
    QTest::addRow("the group may write") << u"other users can write to it"_s;
    QTest::addRow("endless") << u"it is larger than 16 MB"_s;
    QTest::addRow("another user's") << u"it belongs to another user"_s;
}

void OwnFilesTest::unusableFiles()
{
    QFETCH(QString, fault);
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    const QByteArray name = octets(m_files->path());
    if (fault.startsWith(u"it is not"_s) || what.contains(u"l"_s)) {
        makeInstead(what, m_files->path());
    }
    if (!QFileInfo(m_files->path()).isSymLink() && !QFileInfo::exists(m_files->path())) {
        m_files->put(serversFile(serverJson()));
    }
    if (what.endsWith(u"may write"_s)) {
        QVERIFY(setMode(m_files->path(), what == u"others may write"_s ? 0606 : 0660));
    } else if (what == u"endless"_s) {
        QCOMPARE(::truncate(name.constData(), 1LL << 40), 0);
    } else if (what == u"another user's"_s) {
        if (::chown(name.constData(), nobody, nobody) != 0) {
            return; // only root can make it
        }
    }
    ServerStore store(m_files->folder());
    store.load(); // and does not wait
    QVERIFY(store.servers().isEmpty());
    QCOMPARE(store.problem().kind, FileProblem::Kind::Unreadable);
    QCOMPARE(store.problem().detail.english(), fault);
    QVERIFY(!add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(
        QDir(m_files->folder()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
        QStringList{u"servers.json"_s});
}

/// As into a folder of dotfiles.
void OwnFilesTest::aLinkToOurOwnFileIsFollowed()
{
    m_files->put(serversFile(serverJson()), u"elsewhere"_s);
    QVERIFY(QFile::link(m_files->path(u"elsewhere"_s), m_files->path()));
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QVERIFY(QFileInfo(m_files->path()).isSymLink());
    QVERIFY(m_files->content(u"elsewhere"_s).contains("second"));
}

void OwnFilesTest::nothingIsWrittenThroughALink_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"servers.json.lock", "servers.json.new", "servers.json~.new",
                             "state.db.lock", "state.db.new", "state.db.new-wal",
                             "state.db.new-shm", "state.db-wal", "state.db-journal"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
}

void OwnFilesTest::nothingIsWrittenThroughALink()
{
    QFETCH(QString, name);
    m_files->put(serversFile(serverJson()));
    m_files->put("mine", u"victim"_s);
    QVERIFY(QDir().mkpath(m_state->folder()));
    const QString folder = name.startsWith(u"state"_s) ? m_state->folder() : m_files->folder();
    QVERIFY(QFile::link(m_files->path(u"victim"_s), folder + u'/' + name));
    {
        ServerStore servers(m_files->folder());
        const auto added = add(servers, entryNamed(u"second"_s));
        QCOMPARE(added.ok(), name != u"servers.json.lock"_s);
        QCOMPARE(added ? QString() : added.error().detail.english(),
                 added ? QString()
                       : m_files->path(name) + u" could not be written: it is a link."_s);
        StateStore state(m_state->folder());
        state.record(QUuid::createUuid(), richRecord());
    }
    QCOMPARE(m_files->content(u"victim"_s), QByteArray("mine"));
}

void OwnFilesTest::unusableFilesOfTheState_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("problem");
    const QString unread = u"%1 cannot be read (%2), so it is left as it is."_s;
    const QString irregular = u"it is not a regular file"_s;
    for (const QString &what : {u"pipe"_s, u"device"_s, u"socket"_s}) {
        QTest::addRow("a %s instead of state.db", qPrintable(what))
            << u"state.db"_s << what << unread.arg(u"%1"_s, irregular);
    }
    QTest::addRow("state.db leads nowhere")
        << u"state.db"_s << u"link to nowhere"_s
        << unread.arg(u"%1"_s, u"it is a link that leads nowhere"_s);
    QTest::addRow("a pipe instead of its log")
        << u"state.db-wal"_s << u"pipe"_s << unread.arg(u"%1"_s, irregular);
    QTest::addRow("a pipe instead of its lock")
        << u"state.db.lock"_s << u"pipe"_s << u"%1 could not be written: "_s + irregular + u'.';
}

void OwnFilesTest::unusableFilesOfTheState()
{
    QFETCH(QString, name);
    QFETCH(QString, what);
    QFETCH(QString, problem);
    makeInstead(what, m_state->path(name));
    StateStore store(m_state->folder());
    QSignalSpy failed(&store, &StateStore::failed);
    store.load();
    store.record(QUuid::createUuid(), richRecord());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<core::Text>().english(), problem.arg(m_state->path(name)));
}

void OwnFilesTest::aDeadProgramsLockIsFree()
{
    // Killed between making the file and writing its own number into it.
    m_files->put({}, u"servers.json.lock"_s);
    QVERIFY(QDir().mkpath(m_state->folder()));
    QVERIFY(QFile(m_state->path(u"state.db.lock"_s)).open(QIODevice::WriteOnly));
    ServerStore servers(m_files->folder());
    QVERIFY(add(servers, entryNamed(u"first"_s)).ok());
    {
        StateStore state(m_state->folder());
        state.setDraft(u"form"_s, "text");
    }
    StateStore state(m_state->folder());
    state.load();
    QCOMPARE(state.draft(u"form"_s), QByteArray("text"));
}

void OwnFilesTest::aSaveIsOnTheDisk()
{
    ServerStore store(m_files->folder());
    std::optional<SyncLog> log(std::in_place);
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    const QByteArray folder = octets(QFileInfo(m_files->folder()).canonicalFilePath());
    const QByteArrayList first = log->names();
    QCOMPARE(first.last(2), (QByteArrayList{folder + "/servers.json.new", folder}));
    // The folder is new, and its name is in the one above.
    QVERIFY(first.contains(folder.first(folder.lastIndexOf('/'))));
    log.reset();
    log.emplace();
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(log->names(), (QByteArrayList{folder + "/servers.json~.new",
                                           folder + "/servers.json.new", folder, folder}));
}

PROSERPINA_TEST(OwnFilesTest)
#include "tst_ownfiles.moc"
