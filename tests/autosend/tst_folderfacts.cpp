// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/folderfacts.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using autosend::FolderFacts;

/// Folders that no rule may watch.
class FolderFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objects_data();
    void objects();
    void looksAtRealFolders();
};

void FolderFactsTest::objects_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QString>("words"); // empty: it is all right
    const auto row = [](const char *name, const QString &path, const QString &words,
                        bool isFolder = true, bool isOurs = true, bool open = false) {
        QTest::newRow(name) << path << isFolder << isOurs << open << words;
    };
    row("one of its own", u"/home/taro/out"_s, {});
    row("it is not there", {}, u"no such folder"_s);
    row("a file", u"/home/taro/file"_s, u"not a folder"_s, false);
    row("the whole computer", u"/"_s, u"whole computer"_s);
    row("the home", u"/home/taro"_s, u"home folder"_s);
    row("above the home", u"/home"_s, u"home folder"_s);
    row("beside the home", u"/home/taro2"_s, {});
    row("somebody else's", u"/srv/out"_s, u"somebody else"_s, true, false);
    row("others may write", u"/srv/out"_s, u"Others may write"_s, true, true, true);
    row("another rule's sent", u"/home/taro/other/sent"_s, u"another rule"_s);
    row("below another rule's failed", u"/home/taro/other/failed/x"_s, u"another rule"_s);
    row("another rule's folder itself", u"/home/taro/other"_s, {});
    row("a name that begins alike", u"/home/taro/other/sentence"_s, {});
}

void FolderFactsTest::objects()
{
    QFETCH(QString, path);
    QFETCH(bool, isFolder);
    QFETCH(bool, isOurs);
    QFETCH(bool, open);
    QFETCH(QString, words);
    core::AutosendRule other;
    other.folder = u"/home/taro/other/"_s;
    const FolderFacts facts{path, isFolder, isOurs, open};
    const QString objection =
        autosend::objectionTo(facts, u"/home/taro"_s, {other}).english() +
        autosend::riskOf(facts).english();
    QCOMPARE(objection.isEmpty(), words.isEmpty());
    QVERIFY2(objection.contains(words), qPrintable(objection));
}

void FolderFactsTest::looksAtRealFolders()
{
    const QTemporaryDir folder;
    const FolderFacts own = autosend::factsOf(folder.path());
    QVERIFY(own.isFolder && own.isOurs && !own.mayOthersWrite);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    QVERIFY(autosend::factsOf(folder.path()).mayOthersWrite);
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QDir(folder.path()).mkdir(u"real"_s));
    QVERIFY(QFile::link(folder.filePath(u"real"_s), link));
    QCOMPARE(autosend::factsOf(link).path, autosend::factsOf(folder.filePath(u"real"_s)).path);
    QVERIFY(autosend::factsOf(folder.filePath(u"none"_s)).path.isEmpty());
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!autosend::factsOf(file.fileName()).isFolder);
}

PROSERPINA_TEST(FolderFactsTest)
#include "tst_folderfacts.moc"
