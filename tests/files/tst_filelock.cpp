// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "files/filelock.h"
#include "testmain.h"
#include "unusualfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using files::FileLock;

/// One holder at a time, until it lets go or is gone.
class FileLockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void onlyOneHoldsIt();
    void aKilledProgramsIsFree();
    void whatADeadProgramLeftIsFree();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"servers.json.lock"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileLockTest::onlyOneHoldsIt()
{
    auto first = std::make_unique<FileLock>(path());
    FileLock second(path());
    QCOMPARE(first->take(0ms), FileLock::Taking::Held);
    QCOMPARE(modeOf(path()), mode_t{0600});
    QCOMPARE(second.take(0ms), FileLock::Taking::HeldByAnother);
    first.reset();
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(second.take(0ms), FileLock::Taking::Held);
}

void FileLockTest::aKilledProgramsIsFree()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        FileLock lock(path());
        const char taken = lock.take(0ms) == FileLock::Taking::Held ? 'y' : 'n';
        [[maybe_unused]] const ssize_t written = ::write(ends[1], &taken, 1);
        ::pause();
        ::_exit(0);
    }
    char taken = 0;
    QCOMPARE(::read(ends[0], &taken, 1), 1);
    QCOMPARE(taken, 'y');
    FileLock lock(path());
    QCOMPARE(lock.take(20ms), FileLock::Taking::HeldByAnother);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(QFile::exists(path()));
    QCOMPARE(lock.take(0ms), FileLock::Taking::Held);
    ::close(ends[0]);
    ::close(ends[1]);
}

void FileLockTest::whatADeadProgramLeftIsFree()
{
    QVERIFY(writeFile(path(), "4711"));
    FileLock lock(path());
    QCOMPARE(lock.take(0ms), FileLock::Taking::Held);
}

void FileLockTest::refuses_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addRow("pipe") << u"it is not a regular file"_s;
    QTest::addRow("folder") << u"it is a folder"_s;
    QTest::addRow("link to nowhere") << u"it is a link"_s;
}

void FileLockTest::refuses()
{
    QFETCH(QString, fault);
    makeInstead(QString::fromLatin1(QTest::currentDataTag()), path());
    FileLock lock(path());
    QCOMPARE(lock.take(1h), FileLock::Taking::Refused);
    QCOMPARE(lock.fault().english(), fault);
    QVERIFY(!QFile::exists(path() + u".nowhere"_s));
}

PROSERPINA_TEST(FileLockTest)
#include "tst_filelock.moc"
