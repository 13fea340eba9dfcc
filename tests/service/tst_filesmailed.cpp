// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "autosend/claims.h"
#include "autosend/filelook.h"
#include "autosendfixture.h"
#include "filecontent.h"
#include "testmain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::AutosendRule;
using outbox::FileResult;
using outbox::State;

/// Files in a folder become mail at a practice server, and go where the rule says.
class FilesMailedTest final : public AutosendFixture
{
    Q_OBJECT

private Q_SLOTS:
    void mailsWhatIsPutIn();
    void whatHappensAfterwards_data();
    void whatHappensAfterwards();
    void leftFilesAreMailedOnce();
    void trouble_data();
    void trouble();
    void sentAfterAll();
    void waitsForWhoeverHasTheClaim();
    void stoppedComesBack();
    void tooLargeForItsServer();
    void theSameNameAgain();
    void namesOfAnyOctets();

private:
    [[nodiscard]] std::unique_ptr<ParsedMail> mail(qsizetype index);
};

std::unique_ptr<ParsedMail> FilesMailedTest::mail(qsizetype index)
{
    const QString message = m_home->filePath(u"message"_s);
    [&] { QVERIFY(writeFile(message, m_practice->server().mailbox().value(index).message)); }();
    return std::make_unique<ParsedMail>(message);
}

void FilesMailedTest::mailsWhatIsPutIn()
{
    m_rule.subFolders = true;
    m_rule.patterns = {u"*.bin"_s};
    m_rule.cc = QStringList{u"b@practice.test"_s};
    m_rule.bcc = QStringList{u"hidden@practice.test"_s};
    m_rule.subject = u"{name} of {folder}, {count}"_s;
    m_rule.text = u"{file}\n"_s;
    QByteArray content;
    for (int i = 0; i < 100'000; ++i) {
        content.append(static_cast<char>(i * 7));
    }
    start();
    m_program->save(m_rule);
    write(u"2026/月 (1).bin"_s, content);
    write(u"2026/other.txt"_s);
    waitFor(u"2026/月 (1).bin"_s, FileResult::Sent);
    QCOMPARE(mails(), 1);
    QCOMPARE(m_practice->server().mailbox().constFirst().to,
             (QByteArrayList{"a@practice.test", "b@practice.test", "hidden@practice.test"}));
    const auto parsed = mail(0);
    QCOMPARE(parsed->subject(), u"月 (1) of out, 1"_s);
    QCOMPARE(parsed->recipientName(0), u"Taro"_s);
    QCOMPARE(ParsedMail::content(parsed->part(1)), content);
    QCOMPARE(QString::fromUtf8(g_mime_part_get_filename(parsed->part(1))), u"月 (1).bin"_s);
    QVERIFY(!m_practice->server().mailbox().constFirst().message.contains("hidden@practice.test"));
    QCOMPARE(names(u"sent"_s), QStringList{u"月 (1).bin"_s});
    QCOMPARE(contentOf(path(u"sent/月 (1).bin"_s)), content);
    QCOMPARE(file(u"2026/月 (1).bin"_s)->place, path(u"sent/月 (1).bin"_s));
    QCOMPARE(names(u"2026"_s), QStringList{u"other.txt"_s});
    QCOMPARE(names(), (QStringList{u"2026"_s, u"sent"_s})); // no claim is left
}

void FilesMailedTest::whatHappensAfterwards_data()
{
    QTest::addColumn<AutosendRule::Afterwards>("afterwards");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("sent") << AutosendRule::Afterwards::ToSent << QStringList{u"sent"_s};
    QTest::newRow("deleted") << AutosendRule::Afterwards::Delete << QStringList();
    QTest::newRow("left") << AutosendRule::Afterwards::Leave << QStringList{u"a"_s};
}

void FilesMailedTest::whatHappensAfterwards()
{
    QFETCH(AutosendRule::Afterwards, afterwards);
    QFETCH(QStringList, left);
    m_rule.afterwards = afterwards;
    write(u"a"_s);
    start();
    m_program->save(m_rule);
    waitFor(u"a"_s, FileResult::Sent);
    QTRY_COMPARE(names(), left);
    QCOMPARE(mails(), 1);
}

void FilesMailedTest::leftFilesAreMailedOnce()
{
    m_rule.afterwards = AutosendRule::Afterwards::Leave;
    write(u"a"_s);
    start();
    m_program->save(m_rule);
    waitFor(u"a"_s, FileResult::Sent);
    // As after a remount: the same file, with other numbers.
    const auto before = *autosend::lookAt(path(u"a"_s));
    start(false);
    QVERIFY(QFile::rename(path(u"a"_s), path(u"away"_s)));
    QVERIFY(QFile::copy(path(u"away"_s), path(u"a"_s)));
    QVERIFY(QFile::remove(path(u"away"_s)));
    const timespec times[2] = {{before.changed / 1'000'000'000, before.changed % 1'000'000'000},
                               {before.changed / 1'000'000'000, before.changed % 1'000'000'000}};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path(u"a"_s)).constData(), times, 0), 0);
    start();
    write(u"b"_s); // seen later
    waitFor(u"b"_s, FileResult::Sent);
    QCOMPARE(mails(), 2);
    QCOMPARE(survey(m_rule).constFirst().fate, service::LyingFile::Fate::Known);
    write(u"a"_s, "other content");
    QTRY_COMPARE_WITH_TIMEOUT(mails(), 3, 20'000);
    QCOMPARE(ParsedMail::content(mail(2)->part(1)), "other content");
}

void FilesMailedTest::trouble_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<FileResult>("result");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("refused for all")
        << QByteArray("RCPT") << FileResult::Failed << QByteArray("no such mailbox");
    QTest::newRow("refused for one") << QByteArray("b@practice.test") << FileResult::Partial
                                     << QByteArray("b@practice.test: refused, 550");
    QTest::newRow("unknown") << QByteArray(".") << FileResult::Unknown
                             << QByteArray("unknown whether sent");
}

void FilesMailedTest::trouble()
{
    QFETCH(QByteArray, at);
    QFETCH(FileResult, result);
    QFETCH(QByteArray, words);
    practice::Behaviour behaviour;
    if (at == "RCPT") {
        behaviour.replies.insert(at, "550 5.1.1 no such mailbox");
    } else if (at == ".") {
        behaviour.closesAt = ".";
    } else {
        behaviour.recipients.insert(at, "550 5.1.1 no such mailbox");
    }
    startServer(behaviour);
    m_rule.to = QStringList{u"a@practice.test"_s, u"b@practice.test"_s};
    m_rule.afterwards = AutosendRule::Afterwards::Delete; // which is not done with these
    start();
    m_program->save(m_rule);
    write(u"a"_s);
    waitFor(u"a"_s, result);
    QCOMPARE(names(), QStringList{u"failed"_s});
    QCOMPARE(contentOf(path(u"failed/a"_s)), "content");
    const QByteArray why = contentOf(path(u"failed/a.txt"_s));
    QVERIFY2(why.contains(words), why.constData());
    QVERIFY2(why.contains("Message-ID: <"), why.constData());
}

/// What failed is sent once more by the person, and then goes where it would have gone.
void FilesMailedTest::sentAfterAll()
{
    practice::Behaviour behaviour;
    behaviour.replies.insert("RCPT", "550 5.1.1 no such mailbox");
    startServer(behaviour);
    start();
    m_program->save(m_rule);
    write(u"a"_s);
    waitFor(u"a"_s, FileResult::Failed);
    startServer();
    start();
    const auto retried =
        answerOf<bool>(m_program->delivery, [id = *file(u"a"_s)->mail](outbox::Outbox &outbox) {
            return outbox.retry(id);
        });
    QVERIFY(retried);
    waitFor(u"a"_s, FileResult::Sent);
    QCOMPARE(contentOf(path(u"sent/a"_s)), "content");
    QCOMPARE(names(u"failed"_s), QStringList{u"a.txt"_s});
    QCOMPARE(mails(), 1);
}

/// Which then ends without having done anything with it.
void FilesMailedTest::waitsForWhoeverHasTheClaim()
{
    start();
    setPaused(true);
    m_program->save(m_rule);
    write(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(file(u"a"_s), 20'000);
    {
        autosend::Claims another(m_folder);
        const QString claim = file(u"a"_s)->claim;
        QVERIFY(QTest::qWaitFor([&] { return another.take(claim).has_value(); }));
        QSignalSpy ended(&m_program->watching, &service::Watching::ended);
        setPaused(false);
        QTRY_COMPARE(mails(), 1);
        QTRY_COMPARE(file(u"a"_s)->state, FileResult::Sent);
        ended.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), 20'000);
        QCOMPARE(names(), QStringList{u".proserpina"_s});
    }
    waitFor(u"a"_s, FileResult::Sent);
    QCOMPARE(names(), QStringList{u"sent"_s});
}

void FilesMailedTest::stoppedComesBack()
{
    start();
    setPaused(true);
    m_program->save(m_rule);
    write(u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(file(u"a"_s), 20'000);
    const outbox::MailId id = *file(u"a"_s)->mail;
    QVERIFY(answerOf<bool>(m_program->delivery,
                           [id](outbox::Outbox &outbox) { return outbox.stop(id); }));
    waitFor(u"a"_s, FileResult::Stopped);
    QCOMPARE(names(), QStringList{u"a"_s});
    QCOMPARE(contentOf(path(u"a"_s)), "content");
    // It is not taken again by itself.
    write(u"b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(file(u"b"_s), 20'000);
    QCOMPARE(file(u"a"_s)->mail, id);
    setPaused(false);
    QVERIFY(answerOf<bool>(m_program->delivery,
                           [id](outbox::Outbox &outbox) { return outbox.retry(id); }));
    waitFor(u"a"_s, FileResult::Sent);
    QCOMPARE(contentOf(path(u"sent/a"_s)), "content");
    QTRY_COMPARE(mails(), 2);
}

void FilesMailedTest::tooLargeForItsServer()
{
    core::AttemptRecord record;
    record.goal = core::Goal::ReadReply;
    record.at = QDateTime::currentDateTimeUtc();
    record.facts.outcome = core::Outcome::Accepted;
    core::Capabilities capabilities;
    capabilities.lines = QByteArrayList{"practice.test", "SIZE 10000"};
    capabilities.hasSize = true;
    capabilities.sizeLimit = 10'000;
    record.facts.afterTls = capabilities;
    record.profile = m_program->servers.server(m_server)->profile;
    start();
    m_program->servers.record(m_server, record);
    QCOMPARE(m_program->servers.sizeLimitOf(m_server), 10'000);
    m_program->save(m_rule);
    write(u"large"_s, QByteArray(9000, 'x'));
    write(u"small"_s, QByteArray(1000, 'x'));
    waitFor(u"large"_s, FileResult::Failed);
    waitFor(u"small"_s, FileResult::Sent);
    QCOMPARE(mails(), 1);
    QVERIFY(!file(u"large"_s)->mail);
    QVERIFY(contentOf(path(u"failed/large.txt"_s)).contains("practising takes at most"));
    QCOMPARE(countsIn(m_program->delivery).value(State::Sent), 1);
    QCOMPARE(names(), (QStringList{u"failed"_s, u"sent"_s}));
}

void FilesMailedTest::theSameNameAgain()
{
    start();
    setPaused(true);
    m_program->save(m_rule);
    write(u"a.pdf"_s, "first");
    QTRY_COMPARE_WITH_TIMEOUT(m_program->history().size(), 1, 20'000);
    write(u"a.pdf"_s, "second");
    QTRY_COMPARE_WITH_TIMEOUT(m_program->history().size(), 2, 20'000);
    setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(mails(), 2, 20'000);
    QTRY_COMPARE(names(u"sent"_s), (QStringList{u"a (2).pdf"_s, u"a.pdf"_s}));
    QCOMPARE(
        (QSet<QByteArray>{contentOf(path(u"sent/a.pdf"_s)), contentOf(path(u"sent/a (2).pdf"_s))}),
        (QSet<QByteArray>{"first", "second"}));
}

void FilesMailedTest::namesOfAnyOctets()
{
    const QByteArrayList names{"a\nSubject: b\rc",     "-rf",         " ",
                               QByteArray(255, 'x'),   "\xC3\x81",    "A\xCC\x81",
                               "invalid \xFF\xFE.pdf", "\xE3\x81\x82"};
    for (const QByteArray &name : names) {
        const int file = ::open((QFile::encodeName(m_folder) + '/' + name).constData(),
                                O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        QCOMPARE(::write(file, "content", 7), 7);
        QCOMPARE(::close(file), 0);
    }
    start();
    m_program->save(m_rule);
    QTRY_COMPARE_WITH_TIMEOUT(mails(), names.size(), 30'000);
    QSet<QByteArray> attached;
    for (qsizetype i = 0; i < mails(); ++i) {
        const auto parsed = mail(i);
        GMimePart *part = parsed->part(1);
        QCOMPARE(ParsedMail::content(part), "content");
        attached.insert(g_mime_part_get_filename(part));
        QVERIFY(!m_practice->server().mailbox()[i].message.contains("\nSubject: b"));
        QVERIFY(!parsed->subject().contains(u'\n'));
    }
    QCOMPARE(attached.size(), names.size());
    // Which QTemporaryDir could not remove.
    QTRY_COMPARE(this->names(), QStringList{u"sent"_s});
    ::unlink((QFile::encodeName(path(u"sent"_s)) + "/invalid \xFF\xFE.pdf").constData());
    for (const QByteArray &name : names) {
        if (!name.contains('\n') && !name.contains('\xFF')) {
            QVERIFY2(attached.contains(name), name.constData());
        }
    }
}

PROSERPINA_TEST(FilesMailedTest)
#include "tst_filesmailed.moc"
