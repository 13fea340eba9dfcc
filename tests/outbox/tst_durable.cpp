// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfolder.h"
#include "synclog.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a power failure must not take back is on the disk before it is said to be done.
class DurableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptedMail_data();
    void acceptedMail();
    void finishingMail();
};

void DurableTest::acceptedMail_data()
{
    QTest::addColumn<bool>("remote");
    QTest::newRow("with a write-ahead log") << false;
    QTest::newRow("with a rollback journal, as on NFS") << true;
}

void DurableTest::acceptedMail()
{
    QFETCH(bool, remote);
    OutboxFolder files;
    files.isRemote = [remote](const QString &) { return remote; };
    outbox::Outbox outbox(files.path(), files.surroundings());
    const QByteArray folder = files.path().toLocal8Bit();
    const QUuid server = QUuid::createUuid();
    const SyncLog log;
    const auto first = outbox.accept({newMail(server)});
    QVERIFY(first);
    QByteArrayList synced = log.names();
    // The first mail's folders are new: each name is in the one above.
    QVERIFY(synced.contains(folder.first(folder.lastIndexOf('/'))));
    QVERIFY(synced.contains(folder));

    for (int i = 0; i < 3; ++i) {
        const qsizetype before = log.names().size();
        const auto ids = outbox.accept({newMail(server)});
        QVERIFY(ids);
        synced = log.names().mid(before);
        const QByteArray file = outbox.pathOf(ids->constFirst()).valueOr({}).toLocal8Bit();
        const qsizetype message = synced.indexOf(file);
        const qsizetype name = synced.indexOf(folder + "/spool");
        const qsizetype row =
            synced.lastIndexOf(folder + (remote ? "/outbox.db" : "/outbox.db-wal"));
        QVERIFY2(message >= 0 && name > message && row > name, synced.join(' ').constData());
    }
}

void DurableTest::finishingMail()
{
    OutboxFolder files;
    outbox::Outbox outbox(files.path(), files.surroundings());
    const QUuid server = QUuid::createUuid();
    QVERIFY(outbox.join(outbox::Lifeline::Kind::Window));
    QVERIFY(outbox.accept({newMail(server)}));
    const auto claimed = outbox.claim({{server, {}}});
    QVERIFY(claimed && *claimed);
    const SyncLog log;
    QVERIFY(*outbox.beginFinishing((*claimed)->mail.id));
    QVERIFY(log.names().contains(files.path().toLocal8Bit() + "/outbox.db-wal"));
}

PROSERPINA_TEST(DurableTest)
#include "tst_durable.moc"
