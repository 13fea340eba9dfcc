// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/filelook.h"
#include "autosend/rulewatch.h"
#include "core/systemtext.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using autosend::RuleWatch;

/// Real files in a folder: which of them can be mailed, and when not yet.
class RuleWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatIsThereAndWhatComes_data();
    void tellsWhatIsThereAndWhatComes();
    void waitsForASlowWriter_data();
    void waitsForASlowWriter();
    void waitsWhileAFileIsOpen();
    void anEmptyFileComesLater();
    void passesOver_data();
    void passesOver();
    void tellsATakenFileAgainOnlyWhenItChanges();
    void forgetsWhatGoes();
    void subFoldersWithTheirFiles();
    void aFolderMadeAgain_data();
    void aFolderMadeAgain();
    void aLeaseThatIsBrokenHarmsNobody();
    void namesOfAnyOctets();
    void aBurstThatTheSystemDropsEventsOf();

private:
    void start(bool byEvents = true);
    void write(const QString &name, const QByteArray &content = "content");
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    core::AutosendRule m_rule;
    std::unique_ptr<RuleWatch> m_watch;
};

void RuleWatchTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"out"_s);
    QVERIFY(QDir().mkpath(m_folder));
    m_rule = {};
    m_rule.folder = m_folder;
    m_rule.stillness = 200ms;
}

void RuleWatchTest::cleanup()
{
    m_watch.reset();
    m_home.reset();
}

void RuleWatchTest::start(bool byEvents)
{
    RuleWatch::Times times;
    times.poll = 50ms;
    times.neverByEvents = !byEvents;
    m_watch = std::make_unique<RuleWatch>(m_rule, times);
    m_watch->start();
}

void RuleWatchTest::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Append), qPrintable(name));
    QCOMPARE(file.write(content), content.size());
}

void RuleWatchTest::tellsWhatIsThereAndWhatComes_data()
{
    QTest::addColumn<bool>("byEvents");
    QTest::newRow("by events") << true;
    QTest::newRow("by looking again and again") << false;
}

void RuleWatchTest::tellsWhatIsThereAndWhatComes()
{
    QFETCH(bool, byEvents);
    write(u"before"_s);
    start(byEvents);
    QVERIFY(m_watch->isFolderThere());
    QTRY_COMPARE(m_watch->ready(), QStringList{u"before"_s});
    QSignalSpy becameReady(m_watch.get(), &RuleWatch::becameReady);
    write(u"after"_s);
    QVERIFY(QFile::copy(path(u"before"_s), m_home->filePath(u"moved"_s)));
    QCOMPARE(::rename(QFile::encodeName(m_home->filePath(u"moved"_s)).constData(),
                      QFile::encodeName(path(u"moved"_s)).constData()),
             0);
    QCOMPARE(::link(QFile::encodeName(path(u"before"_s)).constData(),
                    QFile::encodeName(path(u"linked"_s)).constData()),
             0);
    QTRY_COMPARE(m_watch->ready().size(), 4);
    QVERIFY(!becameReady.isEmpty());
    QCOMPARE(m_watch->snapshot(u"after"_s)->octets, 7);
}

void RuleWatchTest::waitsForASlowWriter_data()
{
    QTest::addColumn<bool>("staysOpen");
    QTest::newRow("that keeps it open") << true;
    QTest::newRow("that opens it for each page") << false;
}

/// With pauses shorter than the rule's stillness.
void RuleWatchTest::waitsForASlowWriter()
{
    QFETCH(bool, staysOpen);
    m_rule.stillness = 2s; // the pauses are shorter on a busy computer, too
    start();
    QFile file(path(u"scan"_s));
    QSignalSpy becameReady(m_watch.get(), &RuleWatch::becameReady);
    for (int page = 0; page < 8; ++page) {
        QVERIFY(file.isOpen() || file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write("page\n"), 5);
        QVERIFY(file.flush());
        if (!staysOpen) {
            file.close();
        }
        (void)QTest::qWaitFor([] { return false; }, 100); // what a writer does between pages
        QCOMPARE(becameReady.size(), 0);
    }
    file.close();
    QTRY_COMPARE(m_watch->ready(), QStringList{u"scan"_s});
    QCOMPARE(m_watch->snapshot(u"scan"_s)->octets, 40);
}

/// However long its writer says nothing.
void RuleWatchTest::waitsWhileAFileIsOpen()
{
    QFile file(path(u"open"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("first"), 5);
    QVERIFY(file.flush());
    start();
    write(u"other"_s);
    QTRY_COMPARE(m_watch->ready(), QStringList{u"other"_s});
    write(u"third"_s); // that comes later than the pause for "open" would have been over
    QTRY_COMPARE(m_watch->ready().size(), 2);
    QVERIFY(!m_watch->ready().contains(u"open"_s));
    QCOMPARE(file.write("last"), 4);
    file.close();
    QTRY_VERIFY(m_watch->ready().contains(u"open"_s));
    QCOMPARE(m_watch->snapshot(u"open"_s)->octets, 9);
}

void RuleWatchTest::anEmptyFileComesLater()
{
    start();
    write(u"placeholder"_s, {});
    write(u"other"_s);
    QTRY_COMPARE(m_watch->ready(), QStringList{u"other"_s});
    QCOMPARE(m_watch->empty(), QStringList{u"placeholder"_s});
    write(u"placeholder"_s);
    QTRY_COMPARE(m_watch->ready().size(), 2);
}

void RuleWatchTest::passesOver_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"link", "pipe", "folder", "hidden", "temporary", "in sent"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void RuleWatchTest::passesOver()
{
    QFETCH(QString, what);
    m_rule.subFolders = true;
    start();
    if (what == u"link") {
        QVERIFY(QFile::link(u"/etc/passwd"_s, path(u"link"_s)));
    } else if (what == u"pipe") {
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    } else if (what == u"folder") {
        QVERIFY(QDir(m_folder).mkdir(u"folder.pdf"_s));
    } else if (what == u"in sent") {
        QVERIFY(QDir(m_folder).mkdir(u"sent"_s));
        write(u"sent/a"_s);
    } else {
        write(what == u"hidden" ? u".a.Xy12aB"_s : u"a.part"_s);
    }
    write(u"behind it"_s);
    QTRY_COMPARE(m_watch->ready(), QStringList{u"behind it"_s});
    // Renamed to its real name it comes.
    if (what == u"temporary") {
        QVERIFY(QFile::rename(path(u"a.part"_s), path(u"a"_s)));
        QTRY_VERIFY(m_watch->ready().contains(u"a"_s));
    }
}

void RuleWatchTest::tellsATakenFileAgainOnlyWhenItChanges()
{
    start();
    write(u"a"_s);
    QTRY_COMPARE(m_watch->ready(), QStringList{u"a"_s});
    m_watch->take(u"a"_s);
    QVERIFY(m_watch->ready().isEmpty());
    QCOMPARE(::chmod(QFile::encodeName(path(u"a"_s)).constData(), 0640), 0); // an event
    write(u"b"_s);
    QTRY_COMPARE(m_watch->ready(), QStringList{u"b"_s});
    write(u"a"_s, "more");
    QTRY_COMPARE(m_watch->ready().size(), 2);
}

void RuleWatchTest::forgetsWhatGoes()
{
    start();
    write(u"a"_s);
    write(u"b"_s);
    QTRY_COMPARE(m_watch->ready().size(), 2);
    QVERIFY(QFile::remove(path(u"a"_s)));
    QVERIFY(QFile::rename(path(u"b"_s), m_home->filePath(u"b"_s)));
    QTRY_COMPARE(m_watch->ready().size(), 0);
}

void RuleWatchTest::subFoldersWithTheirFiles()
{
    m_rule.subFolders = true;
    start();
    // Filled before anybody can watch it.
    QVERIFY(QDir(m_folder).mkpath(u"2026/03"_s));
    write(u"2026/03/a"_s);
    write(u"2026/b"_s);
    QTRY_COMPARE(m_watch->ready().size(), 2);
    QVERIFY(QDir(m_home->path()).mkdir(u"full"_s));
    QFile full(m_home->filePath(u"full/c"_s));
    QVERIFY(full.open(QIODevice::WriteOnly) && full.write("c") == 1);
    full.close();
    QVERIFY(QDir().rename(m_home->filePath(u"full"_s), path(u"full"_s)));
    QTRY_VERIFY(m_watch->ready().contains(u"full/c"_s));
    write(u"full/d"_s); // it is watched
    QTRY_VERIFY(m_watch->ready().contains(u"full/d"_s));
    QVERIFY(QDir(path(u"2026"_s)).removeRecursively());
    QTRY_COMPARE(m_watch->ready().size(), 2);
}

void RuleWatchTest::aFolderMadeAgain_data()
{
    QTest::addColumn<bool>("renamed");
    QTest::newRow("after it was deleted") << false;
    QTest::newRow("after it was renamed") << true;
}

void RuleWatchTest::aFolderMadeAgain()
{
    QFETCH(bool, renamed);
    start();
    write(u"before"_s);
    QTRY_COMPARE(m_watch->ready().size(), 1);
    QSignalSpy changed(m_watch.get(), &RuleWatch::folderChanged);
    if (renamed) {
        QVERIFY(QDir().rename(m_folder, m_home->filePath(u"elsewhere"_s)));
    } else {
        QVERIFY(QDir(m_folder).removeRecursively());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->ready().size(), 0, 20'000);
    QVERIFY(QDir().mkpath(m_folder));
    write(u"after"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->ready(), QStringList{u"after"_s}, 20'000);
    QVERIFY(changed.constLast()[0].toBool());
    write(u"later"_s); // it is watched
    QTRY_COMPARE(m_watch->ready().size(), 2);
    if (renamed) { // the other one is not
        QFile elsewhere(m_home->filePath(u"elsewhere/x"_s));
        QVERIFY(elsewhere.open(QIODevice::WriteOnly) && elsewhere.write("x") == 1);
        elsewhere.close();
        write(u"last"_s);
        QTRY_COMPARE(m_watch->ready().size(), 3);
    }
}

/// A writer that opens the file in the very moment in which it is looked whether one has.
void RuleWatchTest::aLeaseThatIsBrokenHarmsNobody()
{
    write(u"a"_s);
    std::atomic_bool ends = false;
    std::thread writer([this, &ends] {
        while (!ends) {
            const int file = ::open(QFile::encodeName(path(u"a"_s)).constData(),
                                    O_WRONLY | O_APPEND | O_NONBLOCK | O_CLOEXEC);
            if (file >= 0) {
                ::close(file);
            }
        }
    });
    for (int i = 0; i < 20'000; ++i) {
        (void)autosend::isBeingWritten(path(u"a"_s));
    }
    ends = true;
    writer.join();
    QVERIFY(!autosend::isBeingWritten(path(u"a"_s)));
}

void RuleWatchTest::namesOfAnyOctets()
{
    start();
    const QByteArrayList names{
        "\xFF\xFE.pdf", "a\nb", QByteArray(255, 'x'), "e\xCC\x81", "\xC3\xA9", " ", "-rf"};
    for (const QByteArray &name : names) {
        const QByteArray file = QFile::encodeName(m_folder) + '/' + name;
        FILE *open = fopen(file.constData(), "w");
        QVERIFY2(open != nullptr, name.constData());
        fputs("x", open);
        fclose(open);
    }
    QTRY_COMPARE(m_watch->ready().size(), names.size());
    for (const QString &path : m_watch->ready()) {
        QVERIFY(names.contains(core::toSystem(path)));
    }
}

/// More files than inotify keeps events of (max_queued_events), while nobody reads them.
void RuleWatchTest::aBurstThatTheSystemDropsEventsOf()
{
    QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
    QVERIFY(limit.open(QIODevice::ReadOnly));
    // Each has three events or more; where somebody has raised the limit, just many.
    const int files = std::min(limit.readAll().trimmed().toInt() / 2, 20'000);
    QVERIFY(files > 100);
    start();
    for (int i = 0; i < files; ++i) {
        write(QString::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_watch->ready().size(), files, 60'000);
}

PROSERPINA_TEST(RuleWatchTest)
#include "tst_rulewatch.moc"
