// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "files/ownfiles.h"
#include "testmain.h"
#include "unusualfiles.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// What another user could have written is not believed, and nothing is waited for.
class OwnFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void distrustsFolders_data();
    void distrustsFolders();
    void findsFaults_data();
    void findsFaults();
    void readsOurs();
    void followsALink();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"file"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void OwnFilesTest::distrustsFolders_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("said");
    const QString writable = u"Other users can write to the folder %1, so nothing in it is used."_s;
    QTest::addRow("ours") << 0700 << QString();
    QTest::addRow("ours, and others may look") << 0755 << QString();
    QTest::addRow("the group may write") << 0770 << writable;
    QTest::addRow("everybody may write") << 0707 << writable;
    QTest::addRow("everybody may write, and it is sticky") << 01777 << writable;
    QTest::addRow("another user's")
        << 0 << u"The folder %1 belongs to another user, so nothing in it is used."_s;
    QTest::addRow("missing") << -1 << QString();
}

void OwnFilesTest::distrustsFolders()
{
    QFETCH(int, mode);
    QFETCH(QString, said);
    QString folder = m_folder->path();
    if (mode > 0) {
        QVERIFY(setMode(folder, static_cast<mode_t>(mode)));
    } else if (mode == 0) {
        folder = anothers(folder, u"/usr"_s);
    } else {
        folder = path();
    }
    QCOMPARE(files::distrustOfFolder(folder).english(), said.isEmpty() ? said : said.arg(folder));
}

void OwnFilesTest::findsFaults_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("faultOfPlain");
    const auto row = [](const char *what, const QString &fault, const QString &plain, int mode) {
        QTest::addRow("%s", what) << mode << fault << plain;
    };
    const QString irregular = u"it is not a regular file"_s;
    const QString writable = u"other users can write to it"_s;
    const QString link = u"it is a link"_s;
    row("pipe", irregular, irregular, 0);
    row("socket", irregular, irregular, 0);
    row("device", irregular, link, 0);
    row("folder", u"it is a folder"_s, u"it is a folder"_s, 0);
    row("link to nowhere", u"it is a link that leads nowhere"_s, link, 0);
    row("loop", u"Too many levels of symbolic links"_s, link, 0);
    row("others may write", writable, writable, 0606);
    row("the group may write", writable, writable, 0660);
}

void OwnFilesTest::findsFaults()
{
    QFETCH(int, mode);
    QFETCH(QString, fault);
    QFETCH(QString, faultOfPlain);
    if (mode == 0) {
        makeInstead(QString::fromLatin1(QTest::currentDataTag()), path());
    } else {
        QVERIFY(writeFile(path(), "theirs") && setMode(path(), static_cast<mode_t>(mode)));
    }
    QCOMPARE(files::faultOfFile(path()).english(), fault);
    QCOMPARE(files::faultOfPlainFile(path()).english(), faultOfPlain);
    const files::OwnFile read = files::readOwnFile(path()); // and does not wait
    QVERIFY(read.isThere);
    QCOMPARE(read.fault.english(), fault);
    QCOMPARE(read.bytes, QByteArray());
}

void OwnFilesTest::readsOurs()
{
    QVERIFY(!files::readOwnFile(path()).isThere);
    QVERIFY(files::faultOfFile(path()).isEmpty());
    QVERIFY(writeFile(path(), "ours\0\xff"_ba));
    const files::OwnFile read = files::readOwnFile(path());
    QVERIFY(read.isThere && read.fault.isEmpty());
    QCOMPARE(read.bytes, "ours\0\xff"_ba);
    QCOMPARE(read.modified, QFileInfo(path()).lastModified());
    constexpr off_t most = off_t{16} * 1024 * 1024;
    QCOMPARE(::truncate(octets(path()).constData(), most), 0);
    QCOMPARE(files::readOwnFile(path()).bytes.size(), most);
    QCOMPARE(::truncate(octets(path()).constData(), most + 1), 0);
    QCOMPARE(files::readOwnFile(path()).fault.english(), u"it is larger than 16 MB"_s);
}

/// As into a folder of dotfiles.
void OwnFilesTest::followsALink()
{
    QVERIFY(writeFile(path(), "ours"));
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(path(), link));
    QCOMPARE(files::readOwnFile(link).bytes, QByteArray("ours"));
    QCOMPARE(files::faultOfPlainFile(link).english(), u"it is a link"_s);
}

PROSERPINA_TEST(OwnFilesTest)
#include "tst_ownfiles.moc"
