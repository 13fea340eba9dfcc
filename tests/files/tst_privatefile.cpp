// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "files/privatefile.h"
#include "smalldisk.h"
#include "testmain.h"
#include "unusualfiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// Files that only we can read, written whole or not at all.
class PrivateFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void makesFolders();
    void makesAnEmptyFile();
    void replacesSeveral();
    void replacesNoneOnAFullDisk();
    void keepsALinkToOurOwnFile();
    void keepsCopiesUnderFreeNames();
    void movesAnythingAside();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void PrivateFileTest::makesFolders()
{
    const QString folder = path(u"a/b"_s);
    QVERIFY(files::makePrivateFolder(folder).ok());
    QCOMPARE(modeOf(path(u"a"_s)), mode_t{0700});
    QCOMPARE(modeOf(folder), mode_t{0700});
    QVERIFY(setMode(folder, 0755));
    QVERIFY(files::makePrivateFolder(folder).ok());
    QCOMPARE(modeOf(folder), mode_t{0755});
    QVERIFY(writeFile(path(u"file"_s), "x"));
    QCOMPARE(files::makePrivateFolder(path(u"file"_s)).error().detail.english(),
             u"The folder %1 could not be made."_s.arg(path(u"file"_s)));
}

void PrivateFileTest::makesAnEmptyFile()
{
    QVERIFY(writeFile(path(u"victim"_s), "mine"));
    QVERIFY(QFile::link(path(u"victim"_s), path(u"new"_s)));
    QVERIFY(files::makePrivateFile(path(u"new"_s), u"title"_s).ok());
    QCOMPARE(contentOf(path(u"victim"_s)), QByteArray("mine"));
    QVERIFY(!QFileInfo(path(u"new"_s)).isSymLink());
    QCOMPARE(modeOf(path(u"new"_s)), mode_t{0600});
    QCOMPARE(files::makePrivateFile(path(u"missing/new"_s), u"title"_s).error().detail.english(),
             u"title could not be written: No such file or directory."_s);
}

void PrivateFileTest::replacesSeveral()
{
    QVERIFY(writeFile(path(u"a"_s), "old") && setMode(path(u"a"_s), 0644));
    const QDateTime date(QDate(2024, 2, 29), QTime(12, 30), Qt::UTC);
    QVERIFY(
        files::writePrivateFiles({{path(u"a"_s), "first"}, {path(u"b"_s), "second", date}}).ok());
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("first"));
    QCOMPARE(contentOf(path(u"b"_s)), QByteArray("second"));
    QCOMPARE(QFileInfo(path(u"b"_s)).lastModified(), date);
    QCOMPARE(modeOf(path(u"a"_s)), mode_t{0600});
    QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s}));
}

void PrivateFileTest::replacesNoneOnAFullDisk()
{
    QVERIFY(writeFile(path(u"a"_s), "old"));
    {
        const SmallDisk disk(1000);
        const auto written = files::writePrivateFiles(
            {{path(u"a"_s), "first"}, {path(u"b"_s), QByteArray(2000, 'x')}});
        QCOMPARE(written.ok() ? QString() : written.error().detail.english(),
                 path(u"b"_s) + u" could not be written: File too large."_s);
    }
    QCOMPARE(contentOf(path(u"a"_s)), QByteArray("old"));
    QCOMPARE(names(), QStringList{u"a"_s});
}

void PrivateFileTest::keepsALinkToOurOwnFile()
{
    QVERIFY(writeFile(path(u"own"_s), "old"));
    QVERIFY(QFile::link(path(u"own"_s), path(u"link"_s)));
    QVERIFY(files::writePrivateFiles({{path(u"link"_s), "new"}}).ok());
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(contentOf(path(u"own"_s)), QByteArray("new"));
}

void PrivateFileTest::keepsCopiesUnderFreeNames()
{
    QCOMPARE(files::keepCopy(path(u"copy"_s), "first").value(), path(u"copy"_s));
    QCOMPARE(files::keepCopy(path(u"copy"_s), "second").value(), path(u"copy.2"_s));
    QVERIFY(QFile::link(u"nowhere"_s, path(u"copy.3"_s)));
    QCOMPARE(files::keepCopy(path(u"copy"_s), "third").value(), path(u"copy.4"_s));
    // What is there already is not kept twice.
    QCOMPARE(files::keepCopy(path(u"copy"_s), "second").value(), path(u"copy.2"_s));
    QCOMPARE(contentOf(path(u"copy"_s)), QByteArray("first"));
    QCOMPARE(names().size(), 4);
}

void PrivateFileTest::movesAnythingAside()
{
    QVERIFY(writeFile(path(u"aside"_s), "mine"));
    for (const QString &what : {u"pipe"_s, u"folder"_s, u"loop"_s}) {
        makeInstead(what, path(u"file"_s));
        QVERIFY(files::moveAside(path(u"file"_s), path(u"aside"_s)).ok());
    }
    QCOMPARE(names(), (QStringList{u"aside"_s, u"aside.2"_s, u"aside.3"_s, u"aside.4"_s}));
    QCOMPARE(contentOf(path(u"aside"_s)), QByteArray("mine"));
    QCOMPARE(files::moveAside(path(u"file"_s), path(u"aside"_s)).error().detail.english(),
             path(u"aside.5"_s) + u" could not be written: No such file or directory."_s);
}

PROSERPINA_TEST(PrivateFileTest)
#include "tst_privatefile.moc"
