// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "files/filewatch.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using files::FileWatch;

/// Whoever changes a file that is watched, and however, is noticed.
class FileWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void tellsOfEachWay_data();
    void tellsOfEachWay();
    void tellsOnceOfMany();
    void tellsWhenNudged();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(u"config/proserpina"_s); }
    [[nodiscard]] QString path() const { return folder() + u"/watched"_s; }

    std::unique_ptr<QTemporaryDir> m_home;
};

void FileWatchTest::tellsOfEachWay_data()
{
    QTest::addColumn<bool>("folderThere");
    QTest::addColumn<bool>("fileThere");
    QTest::addColumn<bool>("replaced");
    QTest::addRow("written in place") << true << true << false;
    QTest::addRow("replaced by another") << true << true << true;
    QTest::addRow("the first file") << true << false << false;
    QTest::addRow("the first file in the first folder") << false << false << true;
}

/// And of what comes next, by then to another file.
void FileWatchTest::tellsOfEachWay()
{
    QFETCH(bool, folderThere);
    QFETCH(bool, fileThere);
    QFETCH(bool, replaced);
    if (folderThere) {
        QVERIFY(QDir().mkpath(folder()));
    }
    if (fileThere) {
        QVERIFY(writeFile(path(), "first"));
    }
    FileWatch watch(folder(), {u"watched"_s}, 1ms);
    QByteArray seen;
    connect(&watch, &FileWatch::changed, this, [&] { seen = contentOf(path()); });
    watch.start();
    for (const QByteArray &content : QByteArrayList{"second", "third"}) {
        QVERIFY(QDir().mkpath(folder()));
        if (replaced) {
            QVERIFY(writeFile(path() + u".new"_s, content));
            QVERIFY(::rename(QFile::encodeName(path() + u".new"_s).constData(),
                             QFile::encodeName(path()).constData()) == 0);
        } else {
            QVERIFY(writeFile(path(), content));
        }
        QTRY_COMPARE(seen, content);
    }
    QVERIFY(QFile::remove(path()));
    QTRY_COMPARE(seen, QByteArray());
}

void FileWatchTest::tellsOnceOfMany()
{
    QVERIFY(QDir().mkpath(folder()));
    FileWatch watch(folder(), {u"watched"_s, u"other"_s}, 100ms);
    QSignalSpy changed(&watch, &FileWatch::changed);
    watch.start();
    for (int i = 0; i < 20; ++i) {
        watch.nudge();
        QVERIFY(writeFile(i % 2 == 0 ? path() : folder() + u"/other"_s, QByteArray::number(i)));
    }
    QTRY_COMPARE(changed.size(), 1);
}

void FileWatchTest::tellsWhenNudged()
{
    FileWatch watch(folder(), {u"watched"_s}, 1ms);
    QSignalSpy changed(&watch, &FileWatch::changed);
    watch.nudge();
    QCOMPARE(changed.size(), 0); // not inside the call
    QTRY_COMPARE(changed.size(), 1);
}

PROSERPINA_TEST(FileWatchTest)
#include "tst_filewatch.moc"
