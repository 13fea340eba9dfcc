// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/filelook.h"
#include "autosendhome.h"
#include "burst.h"
#include "filecontent.h"
#include "ordinaryuser.h"
#include "testmain.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::AutosendRule;
using outbox::FileResult;

/// Files and folders as nobody would wish them, and the built program that watches them, as a user
/// whom permissions bind. Each file arrives once, with its own octets.
class HostileFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void waitsForAFileItMayNotRead();
    void aLinkStaysAndAHardLinkGoes();
    void aPlaceholderComesFirst();
    void aWriterThatKeepsItOpen();
    void aWriterThatOpensItForEachPage_data();
    void aWriterThatOpensItForEachPage();
    void renamedIn();
    void theSameNameWhileTheFirstIsOnItsWay();
    void timesOfAnyClock();
    void twoProgramsAndTwoRules();
    void aFolderMadeAgain_data();
    void aFolderMadeAgain();
    void aDiskThatComesBack();
    void aBurstWhileItStandsStill();

private:
    void start();
    void waitFor(const QByteArray &content, int times = 1);
    [[nodiscard]] QByteArray name(const QString &file) const
    {
        return QFile::encodeName(m_home->path(file));
    }

    QTemporaryDir m_reachable; // for everybody
    QString m_programFile;
    std::unique_ptr<OrdinaryUser> m_user;
    std::unique_ptr<AutosendHome> m_home;
    AutosendHome::Program m_program;
};

/// The folder of the build may be root's alone.
void HostileFilesTest::initTestCase()
{
    QVERIFY(QFile::setPermissions(m_reachable.path(), QFile::Permissions(0x7755)));
    m_programFile = m_reachable.filePath(u"proserpina-cli"_s);
    QVERIFY(QFile::copy(AutosendHome::builtProgram(), m_programFile));
}

void HostileFilesTest::init()
{
    m_user = std::make_unique<OrdinaryUser>();
    m_home = std::make_unique<AutosendHome>();
    m_home->programFile = m_programFile;
}

void HostileFilesTest::cleanup()
{
    m_program.reset();
    m_home.reset();
    m_user.reset();
}

/// It watches when this returns.
void HostileFilesTest::start()
{
    QVERIFY(m_home->save());
    m_program = m_home->start();
    QVERIFY(m_program);
    QVERIFY(m_home->write(u"begun"_s, "begun"));
    waitFor("begun");
}

void HostileFilesTest::waitFor(const QByteArray &content, int times)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_home->arrived.times(content), times, 30'000);
}

void HostileFilesTest::waitsForAFileItMayNotRead()
{
    QVERIFY(m_home->write(u"a"_s, "secret so far"));
    QCOMPARE(::chmod(name(u"a"_s).constData(), 0), 0);
    start();
    QVERIFY(m_home->write(u"b"_s, "later"));
    waitFor("later");
    QTRY_COMPARE(m_home->names(), (QStringList{u"a"_s, u"sent"_s}));
    QCOMPARE(::chmod(name(u"a"_s).constData(), 0400), 0);
    waitFor("secret so far");
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    QCOMPARE(m_home->arrived.count(), 3);
}

void HostileFilesTest::aLinkStaysAndAHardLinkGoes()
{
    start();
    const QString original = m_home->besides(u"original"_s);
    QVERIFY(writeFile(original, "linked"));
    QVERIFY(QFile::link(original, m_home->path(u"soft"_s)));
    QVERIFY(QFile::link(u"/etc/passwd"_s, m_home->path(u"system"_s)));
    QCOMPARE(::link(QFile::encodeName(original).constData(), name(u"hard"_s).constData()), 0);
    waitFor("linked");
    QVERIFY(m_home->write(u"last"_s, "last"));
    waitFor("last");
    QTRY_COMPARE(m_home->names(), (QStringList{u"sent"_s, u"soft"_s, u"system"_s}));
    QCOMPARE(m_home->arrived.count(), 3);
    QCOMPARE(contentOf(original), "linked");
    QCOMPARE(contentOf(m_home->path(u"sent/hard"_s)), "linked");
}

void HostileFilesTest::aPlaceholderComesFirst()
{
    start();
    QVERIFY(m_home->write(u"a"_s, {}));
    QVERIFY(m_home->write(u"b"_s, "behind it"));
    waitFor("behind it");
    QCOMPARE(m_home->arrived.count(), 2);
    QVERIFY(m_home->write(u"a"_s, "what it was for"));
    waitFor("what it was for");
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    QCOMPARE(m_home->arrived.count(), 3);
}

/// With pauses longer than the rule's delay.
void HostileFilesTest::aWriterThatKeepsItOpen()
{
    start();
    QFile file(m_home->path(u"scan"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QByteArray whole;
    for (int page = 0; page < 3; ++page) {
        const QByteArray words = "page " + QByteArray::number(page);
        QCOMPARE(file.write(words), words.size());
        QVERIFY(file.flush());
        whole += words;
        // Which came later and has gone by then: its delay is over, too.
        QVERIFY(m_home->write(u"other"_s, "other " + words));
        waitFor("other " + words);
    }
    QCOMPARE(m_home->arrived.count(), 4);
    file.close();
    waitFor(whole);
    QCOMPARE(m_home->arrived.count(), 5);
}

void HostileFilesTest::aWriterThatOpensItForEachPage_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("pauses shorter than the delay: one file") << false;
    QTest::newRow("pauses longer than the delay: each page goes") << true;
}

void HostileFilesTest::aWriterThatOpensItForEachPage()
{
    QFETCH(bool, waits);
    m_home->rule.stillness = waits ? 100ms : 2s; // the others are shorter on a busy computer, too
    start();
    QByteArray whole;
    for (int page = 0; page < 5; ++page) {
        const QByteArray words = "page " + QByteArray::number(page);
        QFile file(m_home->path(u"scan"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(words), words.size());
        file.close();
        whole += words;
        if (waits) {
            waitFor(words);
        } else {
            (void)QTest::qWaitFor([] { return false; }, 150); // what a writer does between pages
        }
    }
    if (!waits) {
        waitFor(whole);
    }
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    QCOMPARE(m_home->arrived.count(), waits ? 6 : 2);
}

void HostileFilesTest::renamedIn()
{
    start();
    QVERIFY(writeFile(m_home->besides(u"outside"_s), "from outside"));
    QVERIFY(QFile::rename(m_home->besides(u"outside"_s), m_home->path(u"inside"_s)));
    QVERIFY(m_home->write(u"a.pdf.part"_s, "in parts"));
    waitFor("from outside");
    QCOMPARE(m_home->arrived.count(), 2);
    QVERIFY(QFile::rename(m_home->path(u"a.pdf.part"_s), m_home->path(u"a.pdf"_s)));
    waitFor("in parts");
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    QCOMPARE(m_home->arrived.count(), 3);
}

void HostileFilesTest::theSameNameWhileTheFirstIsOnItsWay()
{
    start();
    m_home->sink.atTheEnd = MailSink::AtTheEnd::AnswerLate;
    m_home->sink.late = 3s;
    QVERIFY(m_home->write(u"a"_s, "the first"));
    waitFor("the first"); // and is not answered
    QVERIFY(!QFile::exists(m_home->path(u"a"_s)));
    QVERIFY(m_home->write(u"a"_s, "the second"));
    waitFor("the second");
    QTRY_COMPARE_WITH_TIMEOUT(m_home->names(), QStringList{u"sent"_s}, 30'000);
    QCOMPARE(m_home->names(u"sent"_s), (QStringList{u"a"_s, u"a (2)"_s, u"begun"_s}));
    QCOMPARE(m_home->arrived.count(), 3);
}

/// Set back, set forward, or never set: nothing depends on the time that a file has.
void HostileFilesTest::timesOfAnyClock()
{
    m_home->rule.afterwards = AutosendRule::Afterwards::Leave;
    start();
    const QList<time_t> times{-1, 0, 1, 1'000'000'000, 4'102'444'800, 253'402'300'799};
    for (const time_t time : times) {
        const QString file = u"file of %1"_s.arg(time);
        QVERIFY(writeFile(m_home->besides(file), file.toUtf8()));
        const timespec both[2] = {{time, 999'999'999}, {time, 999'999'999}};
        const QByteArray old = QFile::encodeName(m_home->besides(file));
        QCOMPARE(::utimensat(AT_FDCWD, old.constData(), both, 0), 0);
        QVERIFY(QFile::rename(m_home->besides(file), m_home->path(file)));
        waitFor(file.toUtf8());
    }
    // A file whose content changes while the clock has gone back is another one.
    const timespec earlier[2] = {{1000, 0}, {1000, 0}};
    QVERIFY(m_home->write(u"file of 1"_s, "changed"));
    QCOMPARE(::utimensat(AT_FDCWD, name(u"file of 1"_s).constData(), earlier, 0), 0);
    waitFor("changed");
    // After a start it knows them all.
    m_program.reset();
    m_program = m_home->start();
    QVERIFY(m_home->write(u"last"_s, "last"));
    waitFor("last");
    QCOMPARE(m_home->arrived.count(), times.size() + 3);
}

void HostileFilesTest::twoProgramsAndTwoRules()
{
    start();
    m_home->rule.id = QUuid::createUuid();
    m_home->rule.patterns = {u"*.pdf"_s};
    QVERIFY(m_home->save());
    const AutosendHome::Program another = m_home->start();
    QVERIFY(another);
    for (int i = 0; i < 40; ++i) {
        QVERIFY(m_home->write(u"%1%2"_s.arg(i).arg(i % 2 == 0 ? u".pdf"_s : u".txt"_s),
                              QByteArray::number(i)));
    }
    for (int i = 0; i < 40; ++i) {
        waitFor(QByteArray::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_home->names(), QStringList{u"sent"_s}, 30'000);
    QCOMPARE(m_home->arrived.count(), 41);
}

void HostileFilesTest::aFolderMadeAgain_data()
{
    QTest::addColumn<bool>("renamed");
    QTest::newRow("after it was deleted") << false;
    QTest::newRow("after it was renamed") << true;
}

void HostileFilesTest::aFolderMadeAgain()
{
    QFETCH(bool, renamed);
    start();
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    const QString elsewhere = m_home->besides(u"elsewhere"_s);
    if (renamed) {
        QVERIFY(QDir().rename(m_home->folder(), elsewhere));
        QVERIFY(writeFile(elsewhere + u"/a"_s, "not watched"));
    } else {
        QVERIFY(QDir(m_home->folder()).removeRecursively());
    }
    QVERIFY(QDir().mkpath(m_home->folder()));
    QVERIFY(m_home->write(u"a"_s, "in the new one"));
    waitFor("in the new one");
    QVERIFY(m_home->write(u"b"_s, "later"));
    waitFor("later");
    QTRY_COMPARE(m_home->names(), QStringList{u"sent"_s});
    QCOMPARE(m_home->arrived.count(), 3);
}

/// Unmounted and mounted again, with the same files in it as after the first time.
void HostileFilesTest::aDiskThatComesBack()
{
    QVERIFY2(getuid() == 0, "only root can mount");
    const QByteArray folder = QFile::encodeName(m_home->folder());
    {
        const OrdinaryUser::Again root;
        QCOMPARE(::unshare(CLONE_NEWNS), 0);
        QCOMPARE(::mount(nullptr, "/", nullptr, MS_PRIVATE | MS_REC, nullptr), 0);
    }
    const auto mountIt = [&folder] {
        const OrdinaryUser::Again root;
        return ::mount("tmpfs", folder.constData(), "tmpfs", 0, "uid=65534,gid=65534,mode=700");
    };
    const auto unmount = [&folder](int flags) {
        const OrdinaryUser::Again root;
        return ::umount2(folder.constData(), flags);
    };
    const auto clearAway = qScopeGuard([&unmount] { unmount(MNT_DETACH); });
    QCOMPARE(mountIt(), 0);
    m_home->rule.afterwards = AutosendRule::Afterwards::Leave;
    start();
    QVERIFY(m_home->write(u"a"_s, "content"));
    waitFor("content");
    struct stat before = {};
    QCOMPARE(::stat(name(u"a"_s).constData(), &before), 0);
    QTRY_COMPARE(m_home->file(u"a"_s).result, FileResult::Sent);
    // Nobody keeps the disk busy.
    QVERIFY(QTest::qWaitFor([&unmount] { return unmount(0) == 0; }));
    QVERIFY(!QFile::exists(m_home->path(u"a"_s)));
    QVERIFY(m_home->write(u"below"_s, "without the disk"));
    waitFor("without the disk");
    QCOMPARE(mountIt(), 0);
    const timespec times[2] = {before.st_mtim, before.st_mtim};
    QVERIFY(m_home->write(u"a"_s, "content"));
    QCOMPARE(::utimensat(AT_FDCWD, name(u"a"_s).constData(), times, 0), 0);
    QVERIFY(m_home->write(u"b"_s, "on the disk again"));
    waitFor("on the disk again");
    QVERIFY(m_home->write(u"c"_s, "later"));
    waitFor("later");
    QCOMPARE(m_home->arrived.count(), 5);
}

void HostileFilesTest::aBurstWhileItStandsStill()
{
    QVERIFY(m_home->save());
    const Burst burst = sendBurst(*m_home, 2000, 120'000);
    qInfo("%d files in %.1f s", burst.files, burst.seconds);
    QCOMPARE(burst.once, burst.files);
    QCOMPARE(burst.arrived, burst.files);
}

PROSERPINA_TEST(HostileFilesTest)
#include "tst_hostilefiles.moc"
