// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "outboxfolder.h"
#include "ownmount.h"
#include "testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A disk that is really full while mail is accepted, at every place where it can become so.
class FullDiskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingHalf();

private:
    QTemporaryDir m_disk;
};

void FullDiskTest::initTestCase()
{
    QVERIFY2(mountSmallDisk(m_disk.path(), 2'000'000), strerror(errno));
}

void FullDiskTest::cleanupTestCase()
{
    umount(QFile::encodeName(m_disk.path()).constData());
}

void FullDiskTest::nothingHalf()
{
    const QString folder = m_disk.filePath(u"outbox"_s);
    // Our own limit must not come first.
    const outbox::Surroundings surroundings{
        .freeSpace = [](const QString &) { return outbox::Spool::keptFree * 2; }};
    const QString filler = m_disk.filePath(u"other"_s);
    QVERIFY(writeFile(filler, QByteArray(100'000, 'x')));
    const QUuid server = QUuid::createUuid();
    int accepted = 0;
    int refused = 0;
    {
        outbox::Outbox outbox(folder, surroundings);
        // Large ones first, then ever smaller ones into what is left, until not even a row goes in.
        for (int size = 200'000; size > 0; size /= 2) {
            for (int tries = 0; tries < 50; ++tries) {
                const auto ids =
                    outbox.accept({newMail(server, {"a@example.org"}, QByteArray(size, 'x'))});
                if (!ids) {
                    ++refused;
                    QVERIFY2(ids.error().detail.english().size() > 20,
                             qPrintable(ids.error().detail.english()));
                    break;
                }
                ++accepted;
            }
        }
    }
    QVERIFY(accepted > 5);
    QVERIFY(refused > 5);
    outbox::Outbox again(folder, surroundings);
    const auto kept = again.mails({});
    QVERIFY(kept);
    QCOMPARE(kept->size(), accepted);
    QCOMPARE(QDir(folder + u"/spool"_s).entryList(QDir::Files).size(), accepted);
    for (const outbox::Mail &mail : *kept) {
        QCOMPARE(QFileInfo(again.pathOf(mail.id).valueOr({})).size(), mail.traits.size);
    }
    // Room again: it goes on.
    QVERIFY(QFile::remove(filler));
    QVERIFY(again.remove(kept->constFirst().id));
    QVERIFY(again.accept({newMail(server)}));
}

PROSERPINA_TEST(FullDiskTest)
#include "tst_fulldisk.moc"
