// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfixture.h"
#include "smalldisk.h"
#include "testmain.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using core::Failure;
using core::Stage;
using outbox::MailId;
using outbox::Outbox;
using outbox::State;

/// What is accepted is kept, and what cannot be kept is refused with the reason.
class AcceptingTest final : public OutboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItAccepts();
    void keepsAMailWithoutFromAndSubject();
    void acceptsAllOrNone();
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void tellsOfLostFiles();
    void forgetsSentMail();
    void worksWithoutSharedMemory();
};

void AcceptingTest::keepsWhatItAccepts()
{
    outbox::NewMail made = newMail(m_server, {"a@example.org", "b@example.org"});
    made.delivery.allOrNone = true;
    made.delivery.notify.onFailure = true;
    made.traits.eightBit = true;
    made.identity = QUuid::createUuid();
    const auto ids = m_outbox->accept({made});
    QVERIFY(ids);
    const auto other = program();
    const auto kept = other->mail(ids->constFirst());
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->state, State::Queued);
    QCOMPARE((*kept)->server, m_server);
    QCOMPARE((*kept)->identity, made.identity);
    QCOMPARE((*kept)->from, made.from);
    QCOMPARE((*kept)->subject, made.subject);
    QCOMPARE((*kept)->messageId, made.messageId);
    QCOMPARE((*kept)->envelope, made.envelope);
    QCOMPARE((*kept)->traits, made.traits);
    QCOMPARE((*kept)->delivery, made.delivery);
    QCOMPARE((*kept)->acceptedAt, m_files->clock);
    QFile message(other->pathOf(ids->constFirst()).valueOr({}));
    QVERIFY(message.open(QIODevice::ReadOnly));
    QCOMPARE(message.readAll(), "Subject: s\r\n\r\ntext\r\n");
    QCOMPARE(message.permissions() & QFile::Permissions(0x0077), QFile::Permissions());
}

void AcceptingTest::keepsAMailWithoutFromAndSubject()
{
    outbox::NewMail bare = newMail(m_server);
    bare.from = QString();
    bare.subject = QString();
    bare.messageId = QByteArray();
    const auto ids = m_outbox->accept({bare});
    QVERIFY2(ids, ids ? "" : qPrintable(ids.error().detail.english()));
    QVERIFY(mail(ids->constFirst()).subject.isEmpty());
}

void AcceptingTest::acceptsAllOrNone()
{
    outbox::NewMail unreadable = newMail(m_server);
    unreadable.open = [] { return nullptr; };
    const auto ids = m_outbox->accept({newMail(m_server), unreadable});
    QVERIFY(!ids);
    QCOMPARE(ids.error().failure, Failure::BodyUnreadable);
    QCOMPARE(m_outbox->mails({})->size(), 0);
    QCOMPARE(QDir(m_files->path() + u"/spool"_s).entryList(QDir::Files).size(), 0);
    QCOMPARE(m_outbox->accept({newMail(m_server), newMail(m_server)})->size(), 2);
}

void AcceptingTest::refusesWithTheReason_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::addColumn<QString>("words");

    QTest::newRow("no room by our own limit") << u"limit"_s << u"too little room left"_s;
    QTest::newRow("the disk is full") << u"disk"_s << u"File too large"_s;
    QTest::newRow("the file of a newer version") << u"newer"_s << u"newer Proserpina"_s;
    QTest::newRow("another program's file") << u"foreign"_s << u"not made by Proserpina"_s;
    QTest::newRow("no database") << u"damaged"_s << u"is damaged"_s;
    QTest::newRow("a folder where others may write") << u"open"_s << u"outbox"_s;
}

void AcceptingTest::refusesWithTheReason()
{
    QFETCH(QString, obstacle);
    QFETCH(QString, words);

    QVERIFY(accept() > 0);
    m_outbox.reset();
    const QString path = m_files->path() + u"/outbox.db"_s;
    std::unique_ptr<SmallDisk> disk;
    if (obstacle == u"limit") {
        m_files->freeSpace = [](const QString &) { return outbox::Spool::keptFree + 10; };
    } else if (obstacle == u"damaged") {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database at all") > 0);
    } else if (obstacle == u"open") {
        QVERIFY(QFile::setPermissions(m_files->path(), QFile::Permissions(0x7777)));
    } else if (obstacle != u"disk") {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"spoil"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(obstacle == u"newer" ? u"PRAGMA user_version = 99"_s
                                                              : u"PRAGMA user_version = 0"_s));
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(u"spoil"_s);
    }
    Outbox outbox(m_files->path(), m_files->surroundings());
    const QByteArray large(200'000, 'x');
    if (obstacle == u"disk") {
        disk = std::make_unique<SmallDisk>(100'000);
    }
    const auto ids = outbox.accept({newMail(m_server, {"a@example.org"}, large)});
    disk.reset();
    QVERIFY(!ids);
    QVERIFY2(ids.error().detail.english().contains(words),
             qPrintable(ids.error().detail.english()));
    QCOMPARE(QDir(m_files->path() + u"/spool"_s).entryList(QDir::Files).size(), 1);
}

void AcceptingTest::tellsOfLostFiles()
{
    const MailId lost = accept();
    const MailId cut = accept();
    const MailId good = accept();
    QVERIFY(QFile::remove(m_outbox->pathOf(lost).valueOr({})));
    QVERIFY(QFile::resize(m_outbox->pathOf(cut).valueOr({}), 3));
    QFile orphan(m_files->path() + u"/spool/old.eml"_s);
    QVERIFY(orphan.open(QIODevice::WriteOnly));
    QVERIFY(orphan.setFileTime(QDateTime::currentDateTime().addSecs(-7200),
                               QFile::FileModificationTime));
    QFile young(m_files->path() + u"/spool/young.eml"_s);
    QVERIFY(young.open(QIODevice::WriteOnly));
    m_outbox.reset();
    m_outbox = program();
    QCOMPARE(mail(lost).state, State::Failed);
    QVERIFY(!mail(lost).hasBody);
    QCOMPARE(mail(cut).state, State::Failed);
    QCOMPARE(mail(good).state, State::Queued);
    QVERIFY(!m_outbox->retry(lost)); // there is nothing to send
    QVERIFY(!orphan.exists());
    QVERIFY(young.exists());
}

void AcceptingTest::forgetsSentMail()
{
    QVERIFY(m_outbox->setKeeping({30, true}));
    QCOMPARE(*program()->keeping(), (Outbox::Keeping{30, true}));
    const MailId old = accept();
    auto claimed = claim(*m_outbox);
    settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail));
    QVERIFY(mail(old).hasBody);
    m_files->wait(20 * 24h);
    const MailId failed = accept();
    claimed = claim(*m_outbox);
    settle(*m_outbox, claimed->mail, refusedAt(Stage::Rcpt, replyOf(550, "no"), claimed->mail));
    m_files->wait(11 * 24h);
    QCOMPARE(*m_outbox->cleanUp(), 1);
    QVERIFY(!*m_outbox->mail(old));
    QCOMPARE(mail(failed).state, State::Failed);
    QCOMPARE(QDir(m_files->path() + u"/spool"_s).entryList(QDir::Files).size(), 1);
}

void AcceptingTest::worksWithoutSharedMemory()
{
    m_outbox.reset();
    m_files = std::make_unique<OutboxFolder>();
    m_files->isRemote = [](const QString &) { return true; };
    m_outbox = program();
    const auto other = program();
    const MailId id = accept();
    QVERIFY(!QFile::exists(m_files->path() + u"/outbox.db-wal"_s));
    QVERIFY(!QFile::exists(m_files->path() + u"/outbox.db-shm"_s));
    const auto claimed = claim(*other);
    QCOMPARE(claimed->mail.id, id);
    QVERIFY(*other->beginFinishing(id));
    QVERIFY(*settle(*other, claimed->mail, acceptedFor(claimed->mail)));
    QCOMPARE(mail(id).state, State::Sent);
}

PROSERPINA_TEST(AcceptingTest)
#include "tst_accepting.moc"
