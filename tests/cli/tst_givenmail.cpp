// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "practiceserver.h"
#include "testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// What is given to `test` on the command line: texts, files, messages in any encoding.
class GivenMailTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textsArrive_data();
    void textsArrive();
    void textsRefused_data();
    void textsRefused();
    void textByStandardInput();
    void fileNamesAreOctets();
    void authorities();
    void argumentsByLocale();
    void argumentsRefused_data();
    void argumentsRefused();
    void severalMails();
    void signatureIsAChoice();
    void notesOfAMessage();

private:
    [[nodiscard]] QByteArrayList sending(const QByteArrayList &more) const;
    [[nodiscard]] QByteArray write(const QByteArray &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray lastMail() const;

    QTemporaryDir m_folder;
    std::unique_ptr<service::PracticeEntry> m_entry;
};

namespace
{

const QByteArray inShiftJis("\x8c\xa9\x90\xcf\x8f\x91"); // 見積書
const QByteArray head = "From: a@x.org\nTo: b@x.org\nSubject: hi\n";

} // namespace

void GivenMailTest::initTestCase()
{
    practice::Behaviour behaviour;
    behaviour.mechanisms.clear();
    behaviour.keywords = {"PIPELINING"};
    m_entry = std::make_unique<service::PracticeEntry>(behaviour);
    QVERIFY(m_entry->start());
}

QByteArrayList GivenMailTest::sending(const QByteArrayList &more) const
{
    return QByteArrayList{"test",
                          "--host",
                          "127.0.0.1",
                          "--port",
                          QByteArray::number(m_entry->startTlsPort()),
                          "--security",
                          "none",
                          "--auth",
                          "none",
                          "--from",
                          "a@x.org",
                          "--json"} +
           more;
}

QByteArray GivenMailTest::write(const QByteArray &name, const QByteArray &content) const
{
    const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
    const int descriptor = ::open(path.constData(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    ::write(descriptor, content.constData(), static_cast<size_t>(content.size())) == content.size()
        ? void()
        : qFatal("the test cannot write its file");
    ::close(descriptor);
    return path;
}

QByteArray GivenMailTest::lastMail() const
{
    return m_entry->mailbox().isEmpty() ? QByteArray() : m_entry->mailbox().constLast().message;
}

void GivenMailTest::textsArrive_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArrayList>("options");
    QTest::newRow("Shift_JIS, named")
        << inShiftJis << QByteArrayList{"--body-charset", "Shift_JIS"};
    QTest::newRow("UTF-8") << u"見積書"_s.toUtf8() << QByteArrayList();
    QTest::newRow("UTF-16 with a mark")
        << QByteArray("\xfe\xff\x89\x8b\x7a\x4d\x66\xf8") << QByteArrayList();
}

void GivenMailTest::textsArrive()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArrayList, options);
    const CliRun run =
        runCliOctets(sending(QByteArrayList{"--body-file", write("body.txt", octets)} + options));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(lastMail().contains(u"見積書"_s.toUtf8().toBase64()), lastMail().constData());
}

void GivenMailTest::textsRefused_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArrayList>("options");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("Shift_JIS") << inShiftJis + inShiftJis << QByteArrayList()
                               << QByteArray("Shift_JIS");
    QTest::newRow("Latin-1") << QByteArray("Gr\xfc\xdf"
                                           "e aus K\xf6ln")
                             << QByteArrayList() << QByteArray("--body-charset");
    QTest::newRow("lost before") << u"a\uFFFD"_s.toUtf8() << QByteArrayList()
                                 << QByteArray("U+FFFD");
    QTest::newRow("named wrongly")
        << inShiftJis << QByteArrayList{"--body-charset", "utf-8"} << QByteArray("utf-8");
    QTest::newRow("no such encoding")
        << inShiftJis << QByteArrayList{"--body-charset", "klingon"} << QByteArray("klingon");
}

void GivenMailTest::textsRefused()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArrayList, options);
    QFETCH(QByteArray, named);
    const qsizetype mails = m_entry->mailbox().size();
    const CliRun run =
        runCliOctets(sending(QByteArrayList{"--body-file", write("body.txt", octets)} + options));
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(
        run.json()[u"cause"_s].toString().contains(QString::fromLatin1(named), Qt::CaseInsensitive),
        run.out.constData());
    QCOMPARE(m_entry->mailbox().size(), mails);
}

void GivenMailTest::textByStandardInput()
{
    CliInput input;
    input.standardInput = inShiftJis;
    const CliRun run = runCliOctets(sending({"--body-file", "-", "--body-charset", "sjis"}), input);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(lastMail().contains(u"見積書"_s.toUtf8().toBase64()));
    QCOMPARE(runCliOctets(sending({"--body-file", "-", "--password-stdin", "--id", "x"})).exitCode,
             64);
    QCOMPARE(runCliOctets(sending({"--body-charset", "sjis"})).exitCode, 64);
}

void GivenMailTest::fileNamesAreOctets()
{
    const QByteArray name = inShiftJis + ".txt";
    const QByteArray file = write(name, "content");
    const CliRun attached = runCliOctets(sending({"--attach", file}));
    QCOMPARE(attached.exitCode, 0);
    QVERIFY2(lastMail().contains("filename*=UTF-8''%E8%A6%8B%E7%A9%8D%E6%9B%B8.txt"),
             lastMail().constData());
    QVERIFY(lastMail().contains(QByteArray("content").toBase64()));
    const CliRun joined = runCliOctets(sending({"--attach=" + file}));
    QCOMPARE(joined.exitCode, 0);
    QCOMPARE(runCliOctets(sending({"--body-file", file})).exitCode, 0);
    QVERIFY(lastMail().contains("content"));
    const QByteArray message = write(inShiftJis + ".eml", head + "\nText\n");
    QCOMPARE(runCliOctets(sending({"--message-file", message})).exitCode, 0);
    QVERIFY(lastMail().endsWith("\r\n\r\nText\r\n"));

    const CliRun saved = runCliOctets(
        {"server", "add", "x", "--host", "x.test", "--auth", "none", "--ca-file", file});
    QCOMPARE(saved.exitCode, 64);
    QVERIFY2(saved.error.simplified().contains("cannot be saved"), saved.error.constData());

    const CliRun missing = runCliOctets(sending({"--attach", file + "x"}));
    QCOMPARE(missing.exitCode, 65);
    QVERIFY2(missing.json()[u"cause"_s].toString().contains(u"<8C><A9><90>"_s),
             missing.out.constData());
}

/// The file of authorities: by a name of any octets, and of a bounded size.
void GivenMailTest::authorities()
{
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    QFile own(entry.caFile());
    QVERIFY(own.open(QIODevice::ReadOnly));
    const QByteArray pem = own.readAll();
    const QByteArrayList check{
        "check",  "--host",   "localhost", "--port", QByteArray::number(entry.startTlsPort()),
        "--json", "--ca-file"};
    QCOMPARE(runCliOctets(check + QByteArrayList{write(inShiftJis + ".pem", pem)}).exitCode, 0);
    const CliRun large =
        runCliOctets(check + QByteArrayList{write("large.pem", pem.repeated(5000))});
    QCOMPARE(large.exitCode, 69);
    QVERIFY2(large.json()[u"cause"_s].toString().contains(u"larger than 2 MB"_s),
             large.out.constData());
}

void GivenMailTest::argumentsByLocale()
{
    CliInput input;
    input.environment.insert(u"LC_ALL"_s, u"ja_JP.SJIS"_s);
    const CliRun run = runCliOctets(sending({"--subject", inShiftJis}), input);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(lastMail().contains("=?UTF-8?B?" + u"見積書"_s.toUtf8().toBase64() + "?="),
             lastMail().constData());
    // What is UTF-8 is taken for that, whatever the locale says.
    QCOMPARE(runCliOctets(sending({"--subject", u"見積書"_s.toUtf8()}), input).exitCode, 0);
    QVERIFY(lastMail().contains("=?UTF-8?B?" + u"見積書"_s.toUtf8().toBase64() + "?="));
}

void GivenMailTest::argumentsRefused_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("a subject") << QByteArrayList{"--subject", inShiftJis};
    QTest::newRow("a subject, joined") << QByteArrayList{"--subject=" + inShiftJis};
    QTest::newRow("a recipient") << QByteArrayList{"--to", inShiftJis + "@x.org"};
    QTest::newRow("an ID") << QByteArrayList{"--id", "taro\xff"};
    QTest::newRow("a password command") << QByteArrayList{"--password-command", "echo \xe4"};
    QTest::newRow("a server's name") << QByteArrayList{inShiftJis};
}

void GivenMailTest::argumentsRefused()
{
    QFETCH(QByteArrayList, arguments);
    const qsizetype mails = m_entry->mailbox().size();
    const CliRun run = runCliOctets(sending(arguments));
    QCOMPARE(run.exitCode, 64);
    QVERIFY2(run.json()[u"cause"_s].toString().contains(u"is not UTF-8"_s), run.out.constData());
    QCOMPARE(m_entry->mailbox().size(), mails);
    if (arguments.constFirst() == "--id") { // by a locale too: it may not be altered
        CliInput input;
        input.environment.insert(u"LC_ALL"_s, u"de_DE.ISO-8859-1"_s);
        QCOMPARE(runCliOctets(sending(arguments), input).exitCode, 64);
    }
}

void GivenMailTest::severalMails()
{
    const QByteArray from = "From a@x.org Thu Nov 26 10:00:00 2026\n";
    const qsizetype mails = m_entry->mailbox().size();
    const CliRun run =
        runCliOctets(sending({"--message-file", write("box", from + head + "\nText\n\n" + from +
                                                                 head + "\nPrivate\n")}));
    QCOMPARE(run.exitCode, 65);
    QVERIFY2(run.json()[u"cause"_s].toString().contains(u"holds 2 mails"_s), run.out.constData());
    QCOMPARE(m_entry->mailbox().size(), mails);
}

void GivenMailTest::signatureIsAChoice()
{
    const QByteArray file =
        write("signed.eml", "DKIM-Signature: v=1; b=abc=\n" + head +
                                "Content-Type: text/plain; charset=utf-8\n\nGr\xc3\xbc\xc3\x9f\n");
    const qsizetype mails = m_entry->mailbox().size();
    const CliRun refused = runCliOctets(sending({"--message-file", file}));
    QCOMPARE(refused.exitCode, 65);
    QCOMPARE(refused.json()[u"causeId"_s].toString(), u"signature-would-break"_s);
    const QJsonArray choices = refused.json()[u"choices"_s].toArray();
    QCOMPARE(choices.size(), 1);
    QCOMPARE(choices[0][u"options"_s].toArray(), (QJsonArray{u"--break-signature"_s}));
    QCOMPARE(m_entry->mailbox().size(), mails);

    const CliRun sent = runCliOctets(sending({"--message-file", file, "--break-signature"}));
    QCOMPARE(sent.exitCode, 0);
    QVERIFY(sent.json()[u"notes"_s].toArray().contains(u"signature-taken-off"_s));
    QVERIFY(!lastMail().contains("DKIM"));
}

void GivenMailTest::notesOfAMessage()
{
    const CliRun run = runCliOctets(
        sending({"--message-file", write("plain.eml", "Subject: x\n\nGr\xc3\xbc\xc3\x9f\n")}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(
        run.json()[u"notes"_s].toArray(),
        (QJsonArray{u"message-without-from"_s, u"message-without-date"_s, u"message-reencoded"_s}));
}

PROSERPINA_TEST(GivenMailTest)

#include "tst_givenmail.moc"
