// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfixture.h"
#include "testmain.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using core::Stage;
using outbox::MailId;
using outbox::Outbox;
using outbox::State;

/// What a view needs: what has changed, what was discarded and may come back, what hangs on what.
class ChangesTest final : public OutboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachChangeOnce();
    void tellsChangesInPieces();
    void tellsARemovedMailByTheIds();
    void discardsAndTakesBack();
    void discardsWhatIsBeingSent();
    void pausesOneServer();
    void replacesAMessage();
    void tellsWhatWaitsForWhom();
    void tellsTheLastOfEachIdentity();
    void takesAnOlderFile();

private:
    QList<MailId> changedSince(qint64 &change);
};

QList<MailId> ChangesTest::changedSince(qint64 &change)
{
    const auto news = m_outbox->newsSince(change, 1000, false);
    QList<MailId> ids;
    for (const outbox::Mail &mail : news ? news->changes.mails : QList<outbox::Mail>()) {
        ids.append(mail.id);
    }
    change = news->changes.last;
    return ids;
}

void ChangesTest::tellsEachChangeOnce()
{
    qint64 change = 0;
    QCOMPARE(changedSince(change), QList<MailId>());
    const MailId first = accept();
    const MailId second = accept();
    QCOMPARE(changedSince(change), (QList<MailId>{first, second}));
    QCOMPARE(changedSince(change), QList<MailId>());
    const auto other = program(); // by another program
    QVERIFY(*other->stop(first));
    QCOMPARE(changedSince(change), QList<MailId>{first});
    const auto claimed = claim(*other);
    QVERIFY(*other->beginFinishing(second));
    QVERIFY(*settle(*other, claimed->mail, acceptedFor(claimed->mail)));
    const auto news = m_outbox->newsSince(change, 1000, false);
    QCOMPARE(news->total, 2);
    QCOMPARE(news->changes.mails.size(), 1);
    QCOMPARE(news->changes.mails.constFirst().state, State::Sent);
    QVERIFY(
        news->changes.mails.constFirst().record.isEmpty()); // for whoever asks for the mail itself
    QCOMPARE(m_outbox->mail(second)->value().record, "a record");
}

void ChangesTest::tellsChangesInPieces()
{
    for (int i = 0; i < 5; ++i) {
        accept();
    }
    const auto first = m_outbox->newsSince(0, 3, false)->changes;
    QCOMPARE(first.mails.size(), 3);
    QVERIFY(first.hasMore);
    const auto rest = m_outbox->newsSince(first.last, 3, false)->changes;
    QCOMPARE(rest.mails.size(), 2);
    QVERIFY(!rest.hasMore);
}

/// And the number of its change does not come again for another one.
void ChangesTest::tellsARemovedMailByTheIds()
{
    const MailId first = accept();
    const MailId second = accept();
    qint64 change = 0;
    changedSince(change);
    QVERIFY(*m_outbox->remove(second));
    QCOMPARE(*m_outbox->newsSince(change, 1, true)->ids, QList<MailId>{first});
    QCOMPARE(changedSince(change), QList<MailId>());
    QVERIFY(*m_outbox->stop(first));
    QCOMPARE(changedSince(change), QList<MailId>{first});
}

void ChangesTest::discardsAndTakesBack()
{
    const MailId id = accept();
    const MailId other = accept();
    const QString path = *m_outbox->pathOf(id);
    QCOMPARE(*m_outbox->discard({id, other}), 2);
    QVERIFY(m_outbox->mails({})->isEmpty());
    QVERIFY(m_outbox->newsSince(0, 1, true)->ids->isEmpty());
    QVERIFY(m_outbox->counts()->isEmpty());
    QVERIFY(!*m_outbox->mail(id));
    QVERIFY(!claim(*m_outbox));
    QVERIFY(!m_outbox->nextDue(m_paces)->isValid());
    QCOMPARE(*m_outbox->takeBack({id}), 1);
    QCOMPARE(m_outbox->mails({})->size(), 1);
    m_files->wait(11min);
    QCOMPARE(*m_outbox->cleanUp(), 1); // the other one
    QCOMPARE(*m_outbox->takeBack({other}), 0);
    QVERIFY(QFile::exists(path));
    QCOMPARE(claim(*m_outbox)->mail.id, id);
}

void ChangesTest::discardsWhatIsBeingSent()
{
    const MailId held = accept();
    auto claimed = claim(*m_outbox);
    QCOMPARE(*m_outbox->discard({held}), 1);
    QVERIFY(!*m_outbox->beginFinishing(held));
    m_files->wait(11min);
    QCOMPARE(*m_outbox->cleanUp(), 0); // it has still an owner
    QVERIFY(*m_outbox->giveBack(held));
    QVERIFY(!claim(*m_outbox));
    QCOMPARE(*m_outbox->cleanUp(), 1);
    // Too late, it stays, and tells what became of it.
    const MailId late = accept();
    claimed = claim(*m_outbox);
    QVERIFY(*m_outbox->beginFinishing(late));
    QCOMPARE(*m_outbox->discard({late}), 0);
    QVERIFY(*settle(*m_outbox, claimed->mail, acceptedFor(claimed->mail)));
    QCOMPARE(mail(late).state, State::Sent);
}

void ChangesTest::pausesOneServer()
{
    const QUuid other = QUuid::createUuid();
    m_paces.insert(other, {});
    const MailId here = accept();
    const MailId there = m_outbox->accept({newMail(other)})->constFirst();
    QVERIFY(*m_outbox->setPaused(true, m_server));
    QCOMPARE(*m_outbox->pauses(), (outbox::Pauses{false, {m_server}}));
    QCOMPARE(claim(*m_outbox)->mail.id, there);
    QVERIFY(!claim(*m_outbox));
    QVERIFY(*m_outbox->sendNow(here));
    QCOMPARE(claim(*m_outbox)->mail.id, here);
    QVERIFY(*m_outbox->giveBack(here));
    QVERIFY(*m_outbox->setPaused(false, m_server));
    QCOMPARE(*m_outbox->pauses(), outbox::Pauses());
    QCOMPARE(claim(*m_outbox)->mail.id, here);
}

void ChangesTest::replacesAMessage()
{
    const MailId id = accept({"a@example.org"});
    const QString before = *m_outbox->pathOf(id);
    QVERIFY(*m_outbox->replace(id, newMail(m_server, {"b@example.org"}, "other\r\n")));
    QVERIFY(!QFile::exists(before));
    const auto claimed = claim(*m_outbox);
    QCOMPARE(claimed->mail.envelope.to, QByteArrayList{"b@example.org"});
    QCOMPARE(claimed->mail.traits.size, 7);
    QFile message(claimed->path);
    QVERIFY(message.open(QIODevice::ReadOnly));
    QCOMPARE(message.readAll(), "other\r\n");
    // Not while it is sent.
    QVERIFY(!m_outbox->replace(id, newMail(m_server, {"c@example.org"})));
    QVERIFY(message.exists());
    QCOMPARE(mail(id).envelope.to, QByteArrayList{"b@example.org"});
}

void ChangesTest::tellsWhatWaitsForWhom()
{
    outbox::NewMail mine = newMail(m_server);
    mine.identity = QUuid::createUuid();
    m_outbox->accept({mine, mine, mine});
    QVERIFY(*m_outbox->stop(1));
    QCOMPARE(*m_outbox->waiting(), (QList<outbox::Waiting>{{m_server, mine.identity, 2}}));
}

void ChangesTest::tellsTheLastOfEachIdentity()
{
    outbox::NewMail mine = newMail(m_server);
    mine.identity = QUuid::createUuid();
    m_outbox->accept({mine, mine, mine});
    for (int i = 0; i < 2; ++i) {
        const auto claimed = claim(*m_outbox);
        const auto refused = refusedAt(Stage::Mail, replyOf(553, "5.7.1 no"), claimed->mail);
        QVERIFY(*settle(*m_outbox, claimed->mail, i == 0 ? acceptedFor(claimed->mail) : refused));
    }
    const auto last = m_outbox->lastOfEachIdentity();
    QCOMPARE(last->size(), 1);
    QCOMPARE(last->constFirst().id, 2);
    QCOMPARE(last->constFirst().state, State::Failed);
    QCOMPARE(last->constFirst().record, "a record");
}

/// As version 1 left it.
void ChangesTest::takesAnOlderFile()
{
    accept();
    accept();
    m_outbox.reset();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
        database.setDatabaseName(m_files->path() + u"/outbox.db"_s);
        QVERIFY(database.open());
        for (const QString &statement :
             {u"DROP TRIGGER file_mail_changed"_s, u"DROP TRIGGER file_mail_removed"_s,
              u"DROP TABLE file"_s, u"DROP TABLE rule"_s, u"DROP TRIGGER mail_added"_s,
              u"DROP TRIGGER mail_updated"_s, u"DROP TABLE change_count"_s,
              u"DROP INDEX mail_changed"_s, u"DROP INDEX mail_state"_s, u"DROP INDEX mail_last"_s,
              u"CREATE INDEX mail_state ON mail (state, server)"_s,
              u"ALTER TABLE mail DROP COLUMN changed"_s,
              u"ALTER TABLE mail DROP COLUMN discarded"_s,
              u"ALTER TABLE server DROP COLUMN paused"_s, u"PRAGMA user_version = 1"_s}) {
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(u"older"_s);
    m_outbox = program();
    qint64 change = 0;
    QCOMPARE(changedSince(change), (QList<MailId>{1, 2}));
    QVERIFY(*m_outbox->stop(1));
    QCOMPARE(changedSince(change), QList<MailId>{1});
    QCOMPARE(claim(*m_outbox)->mail.id, 2);
}

PROSERPINA_TEST(ChangesTest)
#include "tst_changes.moc"
