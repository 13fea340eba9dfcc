// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "mime/importmessage.h"
#include "mime/spoolwriter.h"

#include "spooled.h"
#include "testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using testmime::bodyOf;
using testmime::complaintAbout;
using testmime::octetsOf;
using testmime::Spooled;
using testmime::traitsFit;

/// A given .eml on its way into the spool, and the spool file itself.
class SpoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigMessageInConstantMemory(); // first, while the peak of memory is low
    void imported_data();
    void imported();
    void refused_data();
    void refused();
    void lineEndsAcrossBlocks();
    void unreadableFiles();
    void traits();
    void leavesNothingBehind();
    void openStartsAnew();
    void noTemporaryFolder();
    void fullDisk();

private:
    [[nodiscard]] Spooled import(const QByteArray &eml) const;

    QTemporaryDir m_folder;
    core::Envelope m_envelope{"taro@example.org", {"jiro@example.net"}};
};

Spooled SpoolTest::import(const QByteArray &eml) const
{
    const QString path = m_folder.filePath(u"mail.eml"_s);
    if (!writeFile(path, eml)) {
        return core::Error{core::Failure::None, u"the test cannot write its file"_s};
    }
    return mime::importMessage(path, m_envelope);
}

void SpoolTest::imported_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("spooled");

    const QByteArray plain = "Subject: x\r\n\r\nText\r\n";
    QTest::newRow("CRLF: stays as it is") << plain << plain;
    QTest::newRow("B82 bare LF") << QByteArray("Subject: x\n\nText\n") << plain;
    QTest::newRow("B82 bare CR") << QByteArray("Subject: x\r\rText\r") << plain;
    QTest::newRow("B82 mixed") << QByteArray("Subject: x\n\r\nText\r") << plain;
    QTest::newRow("B82 LF dot CR LF")
        << QByteArray("S: x\r\n\r\na\n.\r\nb\r\n") << QByteArray("S: x\r\n\r\na\r\n.\r\nb\r\n");
    QTest::newRow("B82 CR dot CR")
        << QByteArray("S: x\r\n\r\na\r.\rb\r\n") << QByteArray("S: x\r\n\r\na\r\n.\r\nb\r\n");
    QTest::newRow("B82 LF dot LF")
        << QByteArray("S: x\r\n\r\na\n.\nb\r\n") << QByteArray("S: x\r\n\r\na\r\n.\r\nb\r\n");
    QTest::newRow("B82 CR LF dot CR")
        << QByteArray("S: x\r\n\r\na\r\n.\rb\r\n") << QByteArray("S: x\r\n\r\na\r\n.\r\nb\r\n");
    QTest::newRow("B82 CR CR LF: one line end")
        << QByteArray("S: x\r\n\r\na\r\r\nb\r\n") << QByteArray("S: x\r\n\r\na\r\nb\r\n");
    QTest::newRow("B82 CR CR CR LF: one line end")
        << QByteArray("S: x\r\n\r\na\r\r\r\nb\r\n") << QByteArray("S: x\r\n\r\na\r\nb\r\n");
    QTest::newRow("B82 LF CR: two line ends")
        << QByteArray("S: x\r\n\r\na\n\rb\r\n") << QByteArray("S: x\r\n\r\na\r\n\r\nb\r\n");
    QTest::newRow("B81 dots are left to the dot-stuffer")
        << QByteArray("S: x\n\n.\n..\n.a") << QByteArray("S: x\r\n\r\n.\r\n..\r\n.a\r\n");
    QTest::newRow("no line end at the end: gets one") << QByteArray("Subject: x\n\nText") << plain;
    QTest::newRow("no body") << QByteArray("Subject: x\n") << QByteArray("Subject: x\r\n");
    QTest::newRow("no body, no line end")
        << QByteArray("Subject: x") << QByteArray("Subject: x\r\n");
    QTest::newRow("octets of all kinds stay")
        << QByteArray("S: \xe6\x97\xa5\r\n\r\n\xff\x00\x01\t\r\n", 16)
        << QByteArray("S: \xe6\x97\xa5\r\n\r\n\xff\x00\x01\t\r\n", 16);

    QTest::newRow("an mbox line in front: left out")
        << QByteArray("From taro Mon Jan  1 00:00:00 2024\nSubject: x\n\nText\n") << plain;
    QTest::newRow("an mbox line with CRLF: left out")
        << QByteArray("From taro Mon Jan  1 00:00:00 2024\r\nSubject: x\r\n\r\nText\r\n") << plain;

    QTest::newRow("Bcc: gone") << QByteArray("Bcc: a@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc at the end of the header: gone")
        << QByteArray("Subject: x\nBcc: a@x.org\n\nText\n") << plain;
    QTest::newRow("Bcc folded with a space: gone")
        << QByteArray("Bcc: a@x.org,\n b@x.org,\n c@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc folded with a tab and CRLF: gone")
        << QByteArray("Subject: x\r\nBcc:\r\n\ta@x.org\r\n\r\nText\r\n") << plain;
    QTest::newRow("Bcc folded over a line of spaces: gone")
        << QByteArray("Bcc: a@x.org\n  \n b@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc folded with bare CR: gone")
        << QByteArray("Bcc: a@x.org\r b@x.org\rSubject: x\r\rText\r") << plain;
    QTest::newRow("Bcc in other cases, with white space before the colon: gone")
        << QByteArray("bCC \t: a@x.org\nBCC:b@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Resent-Bcc: gone")
        << QByteArray("Resent-Bcc: a@x.org\n b@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc empty: gone") << QByteArray("Bcc:\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc behind an mbox line: gone")
        << QByteArray("From taro\nBcc: a@x.org\nSubject: x\n\nText\n") << plain;
    QTest::newRow("Bcc behind a line that is no field: gone")
        << QByteArray("Subject: x\nno field\nBcc: a@x.org\n\nText\n")
        << QByteArray("Subject: x\r\nno field\r\n\r\nText\r\n");
    QTest::newRow("Bcc as the last line, without a line end: gone")
        << QByteArray("Subject: x\nBcc: a@x.org") << QByteArray("Subject: x\r\n");
    QTest::newRow("only Bcc: an empty header")
        << QByteArray("Bcc: a@x.org\n\nText\n") << QByteArray("\r\nText\r\n");
    QTest::newRow("Bcc in the body: stays") << QByteArray("Subject: x\n\nBcc: a@x.org\n")
                                            << QByteArray("Subject: x\r\n\r\nBcc: a@x.org\r\n");
    QTest::newRow("fields that only resemble it: stay")
        << QByteArray("X-Bcc: a\nBccx: b\nBc: c\nCc: bcc: d\n e\n\nText\n")
        << QByteArray("X-Bcc: a\r\nBccx: b\r\nBc: c\r\nCc: bcc: d\r\n e\r\n\r\nText\r\n");
    QTest::newRow("a folded field after Bcc: stays whole")
        << QByteArray("Bcc: a@x.org\nTo: b@x.org,\n c@x.org\n\nText\n")
        << QByteArray("To: b@x.org,\r\n c@x.org\r\n\r\nText\r\n");
}

void SpoolTest::imported()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, spooled);
    const Spooled result = import(given);
    QCOMPARE(octetsOf(result), spooled);
    QVERIFY(traitsFit(result));
    QCOMPARE(result.value()->envelope(), m_envelope);

    // The same, octet by octet: every border lies between two pieces once.
    mime::SpoolWriter writer(m_envelope);
    const qsizetype start = given.startsWith("From ") ? given.indexOf('\n') + 1 : 0;
    for (qsizetype i = start; i < given.size(); ++i) {
        QVERIFY(writer.write(QByteArrayView(given).sliced(i, 1)));
    }
    const Spooled piecemeal = writer.finish();
    QCOMPARE(octetsOf(piecemeal), spooled);
    QVERIFY(piecemeal.value()->traits() == result.value()->traits());
}

void SpoolTest::refused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<core::Failure>("failure");

    using core::Failure;
    QTest::newRow("an empty file") << QByteArray() << Failure::BodyUnreadable;
    QTest::newRow("plain text") << QByteArray("Hello world\n\nText\n") << Failure::BadInput;
    QTest::newRow("plain text, a colon later") << QByteArray("Hello\nTo: x\n") << Failure::BadInput;
    QTest::newRow("text with a colon") << QByteArray("Dear you: hello\n") << Failure::BadInput;
    QTest::newRow("an empty line in front") << QByteArray("\nSubject: x\n") << Failure::BadInput;
    QTest::newRow("a continuation in front") << QByteArray(" a: x\n") << Failure::BadInput;
    QTest::newRow("no name before the colon") << QByteArray(": x\n") << Failure::BadInput;
    QTest::newRow("only an mbox line") << QByteArray("From taro\n") << Failure::BadInput;
    QTest::newRow("an mbox line without end") << QByteArray("From taro") << Failure::BadInput;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n:") << Failure::BadInput;
    QTest::newRow("a name outside ASCII") << QByteArray("\xe6\x97\xa5: x\n") << Failure::BadInput;
}

void SpoolTest::refused()
{
    QFETCH(QByteArray, given);
    QFETCH(core::Failure, failure);
    const Spooled result = import(given);
    QVERIFY2(!result.ok(), octetsOf(result).constData());
    QCOMPARE(result.error().failure, failure);
    QVERIFY(result.error().detail.english().contains("mail.eml"_L1));
}

void SpoolTest::lineEndsAcrossBlocks()
{
    // importMessage reads 64 KiB at a time: CR and LF on either side of that border, and a Bcc
    // across it.
    for (qsizetype shift = -14; shift <= 14; ++shift) {
        const QByteArray head = "X: " + QByteArray(64 * 1024 - 3 + shift, 'x');
        const Spooled crLf = import(head + "\r\n\r\nText\r\n");
        QCOMPARE(octetsOf(crLf), head + "\r\n\r\nText\r\n");
        const Spooled bcc = import(head + "\r\nBcc: a@x.org\r\n b@x.org\r\n\r\nText");
        QCOMPARE(octetsOf(bcc), head + "\r\n\r\nText\r\n");
    }
}

void SpoolTest::bigMessageInConstantMemory()
{
    const QString path = m_folder.filePath(u"big.eml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Subject: x\n\n");
    const QByteArray block = QByteArray(70, 'a').append('\n').repeated(10'000);
    for (int i = 0; i < 70; ++i) { // 50 MB
        file.write(block);
    }
    file.close();
    const qint64 before = testmime::peakMemory();
    const Spooled spooled = mime::importMessage(path, m_envelope);
    QVERIFY(spooled.ok());
    QCOMPARE(spooled.value()->traits().size, qint64(14 + 72 * 700'000));
    QVERIFY2(testmime::peakMemory() - before < testmime::memoryAllowance,
             qPrintable(QString::number(testmime::peakMemory() - before)));
}

void SpoolTest::unreadableFiles()
{
    for (const QString &path : {m_folder.filePath(u"missing.eml"_s), m_folder.path()}) {
        const Spooled result = mime::importMessage(path, m_envelope);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().failure, core::Failure::BodyUnreadable);
        QVERIFY(result.error().detail.english().contains(path));
    }
    // Opens well, but the first read fails.
    const Spooled memory = mime::importMessage(u"/proc/self/mem"_s, m_envelope);
    QVERIFY(!memory.ok());
    QCOMPARE(memory.error().failure, core::Failure::BodyUnreadable);
}

void SpoolTest::traits()
{
    const auto traitsOf = [this](const QByteArray &eml) { return import(eml).value()->traits(); };
    QCOMPARE(traitsOf("S: x\n\na\n").size, 11);
    QCOMPARE(traitsOf("S: x\n\n.\n").size, 11); // before dot-stuffing
    QVERIFY(!traitsOf("S: x\n\na\n").eightBit);
    QVERIFY(!traitsOf("S: x\n\na\n").needsSmtpUtf8);
    QVERIFY(traitsOf("S: x\n\n\xe3\n").eightBit);
    QVERIFY(!traitsOf("S: x\n\n\xe3\n").needsSmtpUtf8);
    QVERIFY(traitsOf("S: \xe3\n\na\n").needsSmtpUtf8);
    QVERIFY(!traitsOf("S: \xe3\n\na\n").eightBit);
    QVERIFY(
        !traitsOf("Bcc: \xe3\nS: x\n\na\n").needsSmtpUtf8); // what is left out counts for nothing
    QCOMPARE(traitsOf("S: x\n\n" + QByteArray(998, 'a')).longestLine, 998);
    QCOMPARE(traitsOf("S: x\n\n" + QByteArray(999, 'a') + "\nb").longestLine, 999);
    QCOMPARE(traitsOf("Bcc: " + QByteArray(2000, 'a') + "\nS: x\n\na\n").longestLine, 4);
    m_envelope.to += QByteArray("\xe5\xa4\xaa@example.org");
    QVERIFY(traitsOf("S: x\n\na\n").needsSmtpUtf8); // B85
    m_envelope.to.removeLast();
}

/// Not even where it is killed.
void SpoolTest::leavesNothingBehind()
{
    const QTemporaryDir folder;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", folder.path().toUtf8());
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        mime::SpoolWriter unfinished(m_envelope);
        unfinished.write("S: x\n\n" + QByteArray(100'000, 'a'));
        const Spooled spooled = import("S: x\n\na\n");
        const char good = octetsOf(spooled) == "S: x\r\n\r\na\r\n" ? 'y' : 'n';
        [[maybe_unused]] const ssize_t written = ::write(ends[1], &good, 1);
        ::pause();
        ::_exit(0);
    }
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    char good = 0;
    QCOMPARE(::read(ends[0], &good, 1), 1);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ends[0]);
    ::close(ends[1]);
    QCOMPARE(good, 'y');
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void SpoolTest::openStartsAnew()
{
    const Spooled spooled = import("S: x\n\na\n");
    const auto first = spooled.value()->open();
    const auto second = spooled.value()->open();
    QCOMPARE(first->readAll(), QByteArray("S: x\r\n\r\na\r\n"));
    QCOMPARE(second->pos(), 0);
    QCOMPARE(second->readAll(), QByteArray("S: x\r\n\r\na\r\n"));
    QVERIFY(!first->isWritable());
}

void SpoolTest::noTemporaryFolder()
{
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/nowhere/at/all");
    const Spooled spooled = import("S: x\n\na\n");
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QVERIFY(!spooled.ok());
    QCOMPARE(spooled.error().failure, core::Failure::TemporaryFolderUnusable);
    QCOMPARE(spooled.error().detail.english(),
             u"The temporary folder /nowhere/at/all cannot be used: No such file or directory"_s);
}

void SpoolTest::fullDisk()
{
    const QByteArray small = "S: x\n\na\n";
    const QByteArray big = "S: x\n\n" + QByteArray("a\n").repeated(1'000'000);
    const QString path = m_folder.filePath(u"mail.eml"_s);
    for (const QByteArray &eml : {small, big}) {
        QVERIFY(writeFile(path, eml));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit tight{eml.size() > 100 ? 100'003UL : 5UL, limit.rlim_max}; // in the middle
        setrlimit(RLIMIT_FSIZE, &tight);
        const Spooled spooled = mime::importMessage(path, m_envelope);
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_DFL);
        QVERIFY(!spooled.ok());
        QCOMPARE(spooled.error().failure, core::Failure::TemporaryFolderUnusable);
        QVERIFY2(spooled.error().detail.english().endsWith(" cannot be used: File too large"_L1),
                 qPrintable(spooled.error().detail.english()));
    }
}

PROSERPINA_TEST(SpoolTest)

#include "tst_spool.moc"
