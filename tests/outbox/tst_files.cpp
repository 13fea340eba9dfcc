// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxfixture.h"
#include "testmain.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using outbox::FileResult;
using outbox::MailedFile;
using outbox::MailId;

namespace
{

MailedFile exampleOf(const QUuid &rule)
{
    MailedFile file;
    file.rule = rule;
    file.folder = u"/in"_s;
    file.path = u"a\nb.pdf"_s;
    file.octets = 5;
    file.changed = 77;
    file.claim = u"claim"_s;
    return file;
}

} // namespace

/// Files that mail was made of: in one commit with it, and told what became of it.
class FilesTest final : public OutboxFixture
{
    Q_OBJECT

private Q_SLOTS:
    void goWithTheirMail();
    void areToldWhatBecameOfIt_data();
    void areToldWhatBecameOfIt();
    void areToldThatItWasRemoved();
    void goAgainWithIt();
    void areKnownWhereTheyStay();
    void areCountedByRule();
    void releasesOnce();
    void stayingFilesAreMailedOnce();
    void oldOnesAreForgotten();
    void whereTheyLieIsKept();

private:
    MailId acceptFile(const MailedFile &file);
    QList<MailedFile> unended() { return m_outbox->unendedFiles(0, 100).valueOr({}); }

    const QUuid m_rule = QUuid::createUuid();
    const MailedFile m_file = exampleOf(m_rule);
};

MailId FilesTest::acceptFile(const MailedFile &file)
{
    outbox::NewMail mail;
    mail.server = m_server;
    mail.envelope = {"me@example.org", {"a@example.org"}};
    mail.traits.size = 7;
    mail.open = [] {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData("a: b\r\n\r\n");
        buffer->open(QIODevice::ReadOnly);
        return buffer;
    };
    mail.traits.size = 8;
    mail.files = {file};
    const auto ids = m_outbox->accept({mail});
    if (!ids) {
        qWarning("%s", qPrintable(ids.error().detail.english()));
        return 0;
    }
    return ids->constFirst();
}

void FilesTest::goWithTheirMail()
{
    const MailId id = acceptFile(m_file);
    QVERIFY(id > 0);
    const auto files = m_outbox->filesOf(id);
    QCOMPARE(files->size(), 1);
    MailedFile expected = m_file;
    expected.id = 1;
    expected.mail = id;
    expected.at = files->constFirst().at;
    QCOMPARE(files->constFirst(), expected);
    QVERIFY(expected.at.isValid());
    QVERIFY(unended().isEmpty());
    const auto ofClaims = m_outbox->filesOfClaims({u"claim"_s, u"other"_s});
    QCOMPARE(ofClaims->value(0)->mail, id);
    QVERIFY(!ofClaims->value(1));
    QCOMPARE(*m_outbox->foldersOfClaims(), QStringList());
    // A claim is mailed once: neither file nor mail of another try is kept.
    QCOMPARE(acceptFile(m_file), 0);
    QCOMPARE(m_outbox->mails({})->size(), 1);
    QCOMPARE(m_outbox->files(10)->size(), 1);
}

void FilesTest::areToldWhatBecameOfIt_data()
{
    QTest::addColumn<core::Outcome>("outcome");
    QTest::addColumn<FileResult>("result");
    QTest::newRow("sent") << core::Outcome::Accepted << FileResult::Sent;
    QTest::newRow("unknown") << core::Outcome::Unknown << FileResult::Unknown;
}

void FilesTest::areToldWhatBecameOfIt()
{
    QFETCH(core::Outcome, outcome);
    QFETCH(FileResult, result);
    acceptFile(m_file);
    const auto claimed = claim(*m_outbox);
    QVERIFY(claimed);
    QVERIFY(unended().isEmpty());
    QVERIFY(m_outbox->beginFinishing(claimed->mail.id));
    QVERIFY(unended().isEmpty());
    core::SessionFacts facts;
    facts.outcome = outcome;
    facts.failure =
        outcome == core::Outcome::Unknown ? core::Failure::LostAfterDot : core::Failure::None;
    facts.stage = core::Stage::Body;
    facts.loggedIn = true;
    facts.recipients = {{"a@example.org", outcome, {}}};
    QVERIFY(settle(*m_outbox, claimed->mail, facts));
    QCOMPARE(unended().size(), 1);
    QCOMPARE(unended().constFirst().state, result);
    QCOMPARE(unended().constFirst().result, FileResult::Going);
    QVERIFY(m_outbox->endFiles({{1, result, u"/in/sent/a"_s}}));
    QVERIFY(unended().isEmpty());
    QCOMPARE(m_outbox->files(10)->constFirst().place, u"/in/sent/a"_s);
}

void FilesTest::areToldThatItWasRemoved()
{
    const MailId waiting = acceptFile(m_file);
    MailedFile other = m_file;
    other.claim = u"other"_s;
    const MailId finishing = acceptFile(other);
    QVERIFY(*m_outbox->remove(waiting));
    QCOMPARE(unended().constFirst().state, FileResult::Stopped);
    QVERIFY(claim(*m_outbox));
    QVERIFY(*m_outbox->beginFinishing(finishing));
    QVERIFY(*m_outbox->remove(finishing));
    QCOMPARE(unended().constLast().state, FileResult::Unknown);
}

void FilesTest::goAgainWithIt()
{
    const MailId id = acceptFile(m_file);
    QVERIFY(*m_outbox->stop(id));
    QVERIFY(m_outbox->endFiles({{1, FileResult::Stopped, u"/in/a"_s}}));
    QVERIFY(*m_outbox->retry(id));
    QCOMPARE(unended().size(), 1);
    QCOMPARE(unended().constFirst().state, FileResult::Going);
    QCOMPARE(unended().constFirst().place, u"/in/a"_s);
}

void FilesTest::areKnownWhereTheyStay()
{
    MailedFile old = m_file;
    old.claim.clear();
    old.state = old.result = FileResult::Old;
    old.place = u"/in/a\nb.pdf"_s;
    QVERIFY(m_outbox->recordFiles({old}));
    MailedFile changed = old;
    changed.changed = 78;
    MailedFile longer = old;
    longer.octets = 6;
    MailedFile elsewhere = old;
    elsewhere.place = u"/in/sent/a\nb.pdf"_s;
    QCOMPARE(*m_outbox->areKnown({old, changed, longer, elsewhere}),
             (QList<bool>{true, false, false, false}));
    QVERIFY(m_outbox->files(10)->isEmpty()); // nothing was done with it
}

void FilesTest::areCountedByRule()
{
    QVERIFY(m_outbox->fileCounts()->isEmpty());
    acceptFile(m_file);
    MailedFile other = m_file;
    other.claim = u"other"_s;
    acceptFile(other);
    MailedFile refused = m_file;
    refused.claim.clear();
    refused.state = refused.result = FileResult::Failed;
    refused.why = u"too large"_s;
    QVERIFY(m_outbox->recordFiles({refused}));
    QVERIFY(m_outbox->endFiles({{2, FileResult::Sent, {}}}));
    const auto counts = m_outbox->fileCounts();
    QCOMPARE(counts->size(), 1);
    QCOMPARE(counts->constFirst().rule, m_rule);
    QCOMPARE(counts->constFirst().sent, 1);
    QCOMPARE(counts->constFirst().going, 1);
    QCOMPARE(counts->constFirst().failed, 1);
    QCOMPARE(m_outbox->files(1)->constFirst().why, u"too large"_s);
}

/// A word that nobody waits for is no word.
void FilesTest::releasesOnce()
{
    QVERIFY(!*m_outbox->releaseRule(m_rule, "go")); // nobody watches it
    QVERIFY(*m_outbox->setRuleStatus(m_rule, "few", false));
    QVERIFY(!*m_outbox->releaseRule(m_rule, "go"));
    QVERIFY(!*m_outbox->ruleAsks(m_rule));
    QVERIFY(*m_outbox->setRuleStatus(m_rule, "much", true));
    QCOMPARE(m_outbox->ruleStatuses()->value(m_rule), "much");
    QVERIFY(*m_outbox->ruleAsks(m_rule));
    QVERIFY(m_outbox->takeRelease(m_rule)->isEmpty());
    QVERIFY(*m_outbox->releaseRule(m_rule, "go"));
    QVERIFY(*m_outbox->setRuleStatus(m_rule, "more", true));
    QCOMPARE(*m_outbox->takeRelease(m_rule), "go");
    QVERIFY(m_outbox->takeRelease(m_rule)->isEmpty());
    QVERIFY(*m_outbox->releaseRule(m_rule, "go"));
    QVERIFY(*m_outbox->setRuleStatus(m_rule, "few", false));
    QVERIFY(m_outbox->takeRelease(m_rule)->isEmpty());
}

/// Also where two programs, or two takings of one, have seen it.
void FilesTest::stayingFilesAreMailedOnce()
{
    MailedFile file = m_file;
    file.claim.clear();
    file.place = u"/in/a\nb.pdf"_s;
    QVERIFY(acceptFile(file) > 0);
    QCOMPARE(acceptFile(file), 0);
    QCOMPARE(m_outbox->mails({})->size(), 1);
    file.changed = 78;
    QVERIFY(acceptFile(file) > 0);
}

void FilesTest::oldOnesAreForgotten()
{
    MailedFile old = m_file;
    old.claim.clear();
    old.state = old.result = FileResult::Old;
    old.place = u"/in/a\nb.pdf"_s;
    QVERIFY(m_outbox->recordFiles({old}));
    QVERIFY(!*m_outbox->forgetOldFiles(u"/elsewhere"_s));
    QCOMPARE(*m_outbox->areKnown({old}), QList<bool>{true});
    QVERIFY(*m_outbox->forgetOldFiles(u"/in"_s));
    QCOMPARE(*m_outbox->areKnown({old}), QList<bool>{false});
}

/// What is known better is not written over by a guess, nor forgotten while it is needed.
void FilesTest::whereTheyLieIsKept()
{
    acceptFile(m_file);
    QVERIFY(m_outbox->endFiles({{1, FileResult::Stopped, u"/in/a (2)"_s}}));
    QVERIFY(*m_outbox->stop(1)); // its mail
    QVERIFY(m_outbox->endFiles({{1, FileResult::Stopped, {}, true}}));
    QCOMPARE(m_outbox->files(1)->constFirst().place, u"/in/a (2)"_s);
}

PROSERPINA_TEST(FilesTest)
#include "tst_files.moc"
