// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/claims.h"
#include "autosend/filelook.h"
#include "autosendfixture.h"
#include "testmain.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::AutosendRule;
using outbox::FileResult;

/// Which files are taken, when, and by which of several programs.
class WatchedRulesTest final : public AutosendFixture
{
    Q_OBJECT

private Q_SLOTS:
    void oldOnesStay();
    void asksWhereThereAreTooMany_data();
    void asksWhereThereAreTooMany();
    void theBrakeStaysOn();
    void whatIsReleasedIsWhatWasShown();
    void noMoreThanAHundredInOneMail();
    void aFolderThatIsALink();
    void claimsOfARuleThatIsOff();
    void severalInOneMail();
    void soManyAMinute();
    void theFirstRuleTakesIt();
    void aPausedRuleKeepsItsFiles();
    void eachOnceByTwoPrograms();
    void takesOverWhereAnotherHasEnded();
    void goesOnWhereAnotherWasKilled();
    void tellsHowItStandsWhereAnotherHasTold_data();
    void tellsHowItStandsWhereAnotherHasTold();
    void rulesThatAreChangedMeanwhile();
    void waitsForItsServer();
    void aFolderMadeAgain();
};

void WatchedRulesTest::oldOnesStay()
{
    write(u"old"_s);
    write(u"chosen"_s);
    write(u"x.part"_s);
    write(u"empty"_s, {});
    QVERIFY(QFile::link(path(u"old"_s), path(u"link"_s)));
    start();
    QList<service::LyingFile> there = survey(m_rule);
    using Fate = service::LyingFile::Fate;
    QCOMPARE(there.size(), 5);
    QHash<QString, Fate> fates;
    for (const service::LyingFile &one : std::as_const(there)) {
        fates.insert(one.path, one.fate);
    }
    QCOMPARE(fates, (QHash<QString, Fate>{{u"old"_s, Fate::Goes},
                                          {u"chosen"_s, Fate::Goes},
                                          {u"x.part"_s, Fate::PassedOver},
                                          {u"empty"_s, Fate::Empty},
                                          {u"link"_s, Fate::NoFile}}));
    there.removeIf([](const service::LyingFile &one) { return one.path != u"old"_s; });
    service::Survey survey(m_program->rules, m_program->delivery);
    bool left = false;
    survey.leaveAsOld(m_rule, there, this, [&](const auto &done) { left = done.ok(); });
    QTRY_VERIFY(left);
    m_program->save(m_rule);
    waitFor(u"chosen"_s, FileResult::Sent);
    QCOMPARE(mails(), 1);
    QCOMPARE(names(), (QStringList{u"empty"_s, u"link"_s, u"old"_s, u"sent"_s, u"x.part"_s}));
    const auto status = m_program->watching.status(m_rule.id);
    QCOMPARE(status->empty, 1);
    QCOMPARE(status->ready, 0);
    QVERIFY(m_program->history().size() == 1); // nothing was done with the old one
}

void WatchedRulesTest::asksWhereThereAreTooMany_data()
{
    QTest::addColumn<bool>("byAnother");
    QTest::newRow("and is told here") << false;
    QTest::newRow("and is told by another program") << true;
}

void WatchedRulesTest::asksWhereThereAreTooMany()
{
    QFETCH(bool, byAnother);
    m_rule.brakeFiles = 10;
    for (int i = 0; i < 12; ++i) {
        write(QString::number(i));
    }
    start();
    m_program->save(m_rule);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->watching.status(m_rule.id) &&
                                 m_program->watching.status(m_rule.id)->isBraked,
                             20'000);
    QTRY_COMPARE(m_program->watching.status(m_rule.id)->ready, 12);
    QCOMPARE(m_program->watching.status(m_rule.id)->readyOctets, 12 * 7);
    QCOMPARE(m_program->history().size(), 0);
    if (byAnother) {
        AutosendProgram another(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(another.watching.status(m_rule.id) &&
                                     another.watching.status(m_rule.id)->isBraked,
                                 20'000);
        QTRY_COMPARE(another.watching.status(m_rule.id)->ready, 12);
        QVERIFY(another.watching.isWatchedElsewhere(m_rule.id));
        another.watching.release(m_rule.id, {12});
        QTRY_COMPARE_WITH_TIMEOUT(mails(), 12, 20'000);
    } else {
        m_program->watching.release(m_rule.id, {12});
        QTRY_COMPARE_WITH_TIMEOUT(mails(), 12, 20'000);
    }
    QTRY_COMPARE(names(), QStringList{u"sent"_s});
    QVERIFY(!m_program->watching.status(m_rule.id)->isBraked);
}

/// Whatever happens to other rules and to the program, until the person has said something.
void WatchedRulesTest::theBrakeStaysOn()
{
    const auto isBraked = [this] {
        const auto status = m_program->watching.status(m_rule.id);
        return status && status->isBraked;
    };
    m_rule.brakeFiles = 3;
    for (int i = 0; i < 5; ++i) {
        write(QString::number(i));
    }
    start();
    m_program->save(m_rule);
    QTRY_VERIFY_WITH_TIMEOUT(isBraked(), 20'000);
    AutosendRule other = m_rule;
    other.id = QUuid::createUuid();
    other.folder = m_home->filePath(u"other"_s);
    QVERIFY(QDir().mkpath(other.folder));
    m_program->save(other);
    QVERIFY(isBraked());
    QVERIFY(QFile::remove(path(u"3"_s)) && QFile::remove(path(u"4"_s))); // few enough now
    QTRY_COMPARE(m_program->watching.status(m_rule.id)->ready, 3);
    // As it was told.
    QTRY_VERIFY_WITH_TIMEOUT(
        answerOf<bool>(m_program->delivery,
                       [this](outbox::Outbox &outbox) { return outbox.ruleAsks(m_rule.id); }),
        20'000);
    start(); // another run of the program
    QTRY_VERIFY_WITH_TIMEOUT(isBraked() && m_program->watching.status(m_rule.id)->ready == 3,
                             20'000);
    QVERIFY(m_program->history().isEmpty());
    m_program->watching.release(m_rule.id, {3});
    QTRY_COMPARE_WITH_TIMEOUT(mails(), 3, 20'000);
}

void WatchedRulesTest::whatIsReleasedIsWhatWasShown()
{
    m_rule.brakeFiles = 3;
    for (int i = 0; i < 5; ++i) {
        write(QString::number(i));
    }
    start();
    m_program->save(m_rule);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->watching.status(m_rule.id) &&
                                 m_program->watching.status(m_rule.id)->ready == 5,
                             20'000);
    m_program->watching.release(m_rule.id, {0, {u"1"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(m_program->watching.status(m_rule.id)->isBraked, 20'000);
    QTRY_COMPARE(m_program->watching.status(m_rule.id)->ready + mails(), 5);
    m_program->watching.release(m_rule.id, {5});
    QTRY_COMPARE_WITH_TIMEOUT(mails(), 5, 20'000);
}

/// Each of them is an open folder meanwhile.
void WatchedRulesTest::noMoreThanAHundredInOneMail()
{
    m_rule.mailOctets = 1'000'000;
    m_rule.brakeFiles = 0;
    for (int i = 0; i < 130; ++i) {
        write(QString::number(i));
    }
    start();
    m_program->save(m_rule);
    QTRY_COMPARE_WITH_TIMEOUT(names(u"sent"_s).size(), 130, 30'000);
    QCOMPARE(mails(), 2);
    QVERIFY(m_practice->server().mailbox().constFirst().message.contains("(+95)"));
}

void WatchedRulesTest::aFolderThatIsALink()
{
    const QString link = m_home->filePath(u"link"_s);
    QVERIFY(QFile::link(m_folder, link));
    m_rule.folder = link;
    start();
    m_program->save(m_rule);
    QCOMPARE(m_program->rules.all().constFirst().folder, m_folder);
    write(u"a"_s);
    waitFor(u"a"_s, FileResult::Sent);
}

/// What a killed program had claimed comes back, whatever has become of its rule.
void WatchedRulesTest::claimsOfARuleThatIsOff()
{
    m_rule.enabled = false;
    start(false);
    m_program->save(m_rule);
    write(u"a"_s);
    {
        autosend::Claims claims(m_folder);
        QVERIFY(claims.claim(u"a"_s, *autosend::lookAt(path(u"a"_s))));
    }
    QCOMPARE(names(), QStringList{u".proserpina"_s});
    start();
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"a"_s}, 20'000);
    QVERIFY(m_program->history().isEmpty());
}

void WatchedRulesTest::severalInOneMail()
{
    m_rule.mailOctets = 250;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        write(name, QByteArray(100, 'x'));
    }
    start();
    m_program->save(m_rule);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        waitFor(name, FileResult::Sent);
    }
    QCOMPARE(mails(), 2);
    QCOMPARE(file(u"a"_s)->mail == file(u"b"_s)->mail, file(u"b"_s)->mail != file(u"c"_s)->mail);
    QCOMPARE(names(u"sent"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void WatchedRulesTest::soManyAMinute()
{
    m_rule.mailsPerMinute = 2;
    for (int i = 0; i < 5; ++i) {
        write(QString::number(i));
    }
    start();
    m_program->save(m_rule);
    QTRY_COMPARE_WITH_TIMEOUT(mails(), 2, 20'000);
    QTRY_COMPARE(names(u"sent"_s).size(), 2);
    QCOMPARE(m_program->watching.status(m_rule.id)->ready, 3);
    QCOMPARE(names().size(), 4); // the three, and sent
}

void WatchedRulesTest::theFirstRuleTakesIt()
{
    AutosendRule second = m_rule;
    second.id = QUuid::createUuid();
    second.to = QStringList{u"second@practice.test"_s};
    m_rule.patterns = {u"*.pdf"_s};
    start();
    m_program->save(m_rule);
    m_program->save(second);
    write(u"a.pdf"_s);
    write(u"b.txt"_s);
    waitFor(u"a.pdf"_s, FileResult::Sent);
    waitFor(u"b.txt"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
    QCOMPARE(file(u"a.pdf"_s)->rule, m_rule.id);
    QCOMPARE(file(u"b.txt"_s)->rule, second.id);
}

void WatchedRulesTest::aPausedRuleKeepsItsFiles()
{
    AutosendRule second = m_rule;
    second.id = QUuid::createUuid();
    m_rule.patterns = {u"*.pdf"_s};
    m_rule.paused = true;
    start();
    m_program->save(m_rule);
    m_program->save(second);
    write(u"a.pdf"_s);
    write(u"b.txt"_s);
    waitFor(u"b.txt"_s, FileResult::Sent);
    QTRY_COMPARE(m_program->watching.status(m_rule.id)->ready, 1);
    QCOMPARE(names(), (QStringList{u"a.pdf"_s, u"sent"_s}));
    m_rule.paused = false;
    m_program->save(m_rule);
    waitFor(u"a.pdf"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
}

void WatchedRulesTest::eachOnceByTwoPrograms()
{
    start();
    m_program->save(m_rule);
    AutosendProgram another(m_home->path());
    another.begin();
    for (int i = 0; i < 30; ++i) {
        write(QString::number(i), QByteArray::number(i));
    }
    QTRY_COMPARE_WITH_TIMEOUT(names(u"sent"_s).size(), 30, 30'000);
    QCOMPARE(mails(), 30);
    QVERIFY(m_program->watching.isOurs(m_rule.id) != another.watching.isOurs(m_rule.id));
    QCOMPARE(names(), QStringList{u"sent"_s});
}

void WatchedRulesTest::takesOverWhereAnotherHasEnded()
{
    start();
    m_program->save(m_rule);
    QTRY_VERIFY(m_program->watching.isOurs(m_rule.id));
    AutosendProgram another(m_home->path());
    another.begin();
    QVERIFY(!another.watching.isOurs(m_rule.id));
    m_program.reset();
    write(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(another.watching.isOurs(m_rule.id), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"sent"_s}, 20'000);
    QCOMPARE(mails(), 1);
}

/// In the middle: a file that was claimed goes back and is mailed, one whose mail was accepted is
/// not mailed again.
void WatchedRulesTest::goesOnWhereAnotherWasKilled()
{
    write(u"claimed"_s);
    write(u"accepted"_s);
    start(false);
    m_program->save(m_rule);
    {
        autosend::Claims claims(m_folder);
        QVERIFY(claims.claim(u"claimed"_s, *autosend::lookAt(path(u"claimed"_s))));
        const auto accepted = claims.claim(u"accepted"_s, *autosend::lookAt(path(u"accepted"_s)));
        QVERIFY(accepted);
        const auto seen = *autosend::lookAt(claims.pathOf(*accepted));
        outbox::MailedFile row;
        row.rule = m_rule.id;
        row.folder = m_folder;
        row.path = u"accepted"_s;
        row.claim = accepted->id;
        row.octets = seen.octets;
        row.changed = seen.changed;
        service::OutgoingMail mail;
        mail.identity = m_rule.identity;
        const auto identity = m_program->servers.identities().usual();
        mail.mail =
            core::Draft{identity->address, m_rule.to, u"s"_s, u"t"_s, {claims.pathOf(*accepted)}};
        mail.files = {row};
        std::optional<bool> done;
        m_program->delivery.accept(mail, this, [&](const auto &id) { done = id.ok(); });
        QTRY_VERIFY(done);
        QVERIFY(*done);
    }
    QCOMPARE(names(), QStringList{u".proserpina"_s});
    start();
    waitFor(u"claimed"_s, FileResult::Sent);
    waitFor(u"accepted"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
    QCOMPARE(names(), QStringList{u"sent"_s});
}

void WatchedRulesTest::tellsHowItStandsWhereAnotherHasTold_data()
{
    QTest::addColumn<bool>("folderIsGone");
    QTest::newRow("and the file is gone") << false;
    QTest::newRow("and the folder is gone") << true;
}

void WatchedRulesTest::tellsHowItStandsWhereAnotherHasTold()
{
    QFETCH(bool, folderIsGone);
    AutosendProgram another(m_home->path());
    const auto told = [&] { return another.watching.status(m_rule.id); };
    m_rule.paused = true;
    write(u"a"_s);
    start();
    m_program->save(m_rule);
    QTRY_VERIFY_WITH_TIMEOUT(told() && told()->ready == 1, 20'000);
    m_program.reset();
    QVERIFY(QFile::remove(path(u"a"_s)));
    QVERIFY(!folderIsGone || QDir().rmdir(m_folder));
    start(); // and nothing ever comes
    QTRY_COMPARE_WITH_TIMEOUT(told()->ready, 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(told()->isFolderThere, !folderIsGone, 20'000);
}

void WatchedRulesTest::rulesThatAreChangedMeanwhile()
{
    start();
    setPaused(true);
    m_program->save(m_rule);
    write(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(file(u"a"_s), 20'000);
    std::optional<bool> removed;
    m_program->rules.remove(m_rule.id, this, [&](const auto &done) { removed = done.ok(); });
    QTRY_VERIFY(removed);
    write(u"b"_s);
    setPaused(false);
    waitFor(u"a"_s, FileResult::Sent);
    QCOMPARE(names(), (QStringList{u"b"_s, u"sent"_s}));
    m_program->save(m_rule);
    waitFor(u"b"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
}

void WatchedRulesTest::waitsForItsServer()
{
    core::ServerEntry entry = *m_program->servers.server(m_server);
    entry.enabled = false;
    start();
    bool saved = false;
    m_program->servers.save(entry, {}, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    m_program->save(m_rule);
    write(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_program->watching.status(m_rule.id) &&
            m_program->watching.status(m_rule.id)->problem.contains(u"switched off"_s),
        20'000);
    QCOMPARE(names(), QStringList{u"a"_s});
}

/// Which has the number of the one before, on most disks.
void WatchedRulesTest::aFolderMadeAgain()
{
    start();
    m_program->save(m_rule);
    write(u"a"_s);
    waitFor(u"a"_s, FileResult::Sent);
    QVERIFY(QDir(m_folder).removeRecursively());
    write(u"b"_s);
    waitFor(u"b"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
    QTRY_COMPARE(names(), QStringList{u"sent"_s});
}

PROSERPINA_TEST(WatchedRulesTest)
#include "tst_watchedrules.moc"
