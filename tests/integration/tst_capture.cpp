// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "clirun.h"
#include "octets.h"
#include "realservers.h"
#include "recordingrelay.h"
#include "testmain.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace
{

const QByteArray longLine = QByteArray("0123456789").repeated(200);

/// Lines of every kind of end, and what a reader shall see of them.
struct Content
{
    const char *name;
    QByteArray given;
};

const QList<Content> &contents()
{
    static const QList<Content> all{
        {"B81 dots", ".first of all\r\n.\r\n..\r\n.\r\n...three\r\nin.side\r\n.\r\n"},
        {"B81 a dot after a bare LF", "a\n.\nb\n..\n"},
        {"B82 bare CR, bare LF", "bare CR\rbare LF\nboth\r\n\rtwo\n\nthree\r\n"},
        {"B82 ends of data that are none",
         "a\n.\r\nb\r.\rc\r\n.\nd\r.\r\ne\n.\nMAIL FROM:<x@y>\r\n"},
        {"B83 a line of 2,000", "before\r\n" + longLine + "\r\nafter\r\n"},
        {"B83 a line of 2,000 dots", "before\r\n" + QByteArray(2000, '.') + "\r\nafter\r\n"},
        {"B84 8 bit", "caf\xC3\xA9\r\n\xE8\xA9\xA6\xE9\xA8\x93\r\n"},
        {"B81 to B84 together", ".dot\r\n.\r\nCR\rLF\n.\n\xE8\xA9\xA6\r.\r" + longLine +
                                    "\n..\r\n.\r\n\xF0\x9F\x93\xA7" + longLine + "\r\n."},
    };
    return all;
}

/// Every kind of line end is one; the last line has one too.
QByteArray readableOf(QByteArray text)
{
    text.replace("\r\n", "\n").replace('\r', '\n');
    return text.endsWith('\n') ? text : text + '\n';
}

/// What stands between DATA and the lone dot, dots still stuffed; empty unless there is just one.
QByteArray dataIn(const QByteArray &sent)
{
    static const QByteArray command = "\r\nDATA\r\n";
    const qsizetype start = sent.indexOf(command) + command.size();
    const qsizetype end = sent.indexOf("\r\n.\r\n", start - 2);
    return start >= command.size() && end >= start ? sent.mid(start, end + 2 - start)
                                                   : QByteArray();
}

QByteArray unstuffed(const QByteArray &data)
{
    QByteArray lines = data.startsWith('.') ? data.mid(1) : data;
    return lines.replace("\r\n.", "\r\n");
}

} // namespace

/// What crosses the wire, recorded between the real program and a real Postfix that refuses a line
/// end other than CRLF.
class CaptureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givenMessage_data() { everyContent_data(); }
    void givenMessage();
    void writtenText_data() { everyContent_data(); }
    void writtenText();

private:
    static void everyContent_data();
    [[nodiscard]] CliRun send(const QString &key, const QStringList &options);
    void judge(const QByteArray &content);

    RealServers m_servers;
    QTemporaryDir m_folder;
    QByteArray m_sent;
};

void CaptureTest::initTestCase()
{
    QVERIFY2(m_servers.start(), m_servers.error().constData());
}

void CaptureTest::everyContent_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("content");
    for (const Content &content : contents()) {
        QTest::addRow("%s", content.name) << u"POSTFIX_PLAIN"_s << content.given;
        QTest::addRow("%s, without 8BITMIME", content.name) << u"POSTFIX_7BIT"_s << content.given;
    }
}

CliRun CaptureTest::send(const QString &key, const QStringList &options)
{
    RecordingRelay relay(m_servers.port(key));
    const CliRun run =
        runCli(QStringList{u"test"_s, u"--json"_s, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                           QString::number(relay.port()), u"--security"_s, u"none"_s, u"--auth"_s,
                           u"none"_s, u"--from"_s, u"simple@example.test"_s, u"--to"_s,
                           u"quoted@example.test"_s} +
               options);
    m_sent = relay.takeClientBytes();
    return run;
}

void CaptureTest::judge(const QByteArray &content)
{
    QFETCH(QString, key);
    QVERIFY(m_sent.endsWith("\r\n.\r\nQUIT\r\n"));
    QByteArray rest = m_sent;
    rest.replace("\r\n", "");
    QVERIFY(!rest.contains('\r') && !rest.contains('\n'));
    QVERIFY2(longestLineOf(m_sent) <= 998, QByteArray::number(longestLineOf(m_sent)));
    const QByteArray data = dataIn(m_sent);
    QVERIFY(!data.isEmpty());
    // One mail, and nothing hidden in it: the last lone dot is the only one.
    QCOMPARE(m_sent.count("\r\n.\r\n"), 1);
    QVERIFY(m_sent.endsWith(data + ".\r\nQUIT\r\n"));
    QVERIFY(!data.startsWith(".\r\n"));
    const QByteArray head = data.left(data.indexOf("\r\n\r\n") + 2);
    QVERIFY2(!("\r\n" + head).toLower().contains("\r\nbcc"), head);
    QVERIFY2(!head.contains("hidden@"), head);
    const bool eightBit =
        std::any_of(data.begin(), data.end(), [](char c) { return uchar(c) > 127; });
    QVERIFY(!eightBit || key == u"POSTFIX_PLAIN"_s);
    QCOMPARE(m_sent.contains(" BODY=8BITMIME"), eightBit);

    QFile file(m_folder.filePath(u"unstuffed.eml"_s));
    const QByteArray message = unstuffed(data);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(message) == message.size());
    file.close();
    const ParsedMail mail(file.fileName());
    QCOMPARE(readableOf(ParsedMail::content(mail.part())), readableOf(content));
    QCOMPARE(mail.subject(), u"試験"_s);

    // What Postfix has understood of it is the same message.
    QByteArray stored = m_servers.takeMail(u"quoted"_s);
    QVERIFY(stored.endsWith(QByteArray(message).replace("\r\n", "\n")));
}

void CaptureTest::givenMessage()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, content);
    QFile file(m_folder.filePath(u"given.eml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("From: simple@example.test\r\nTo: someone@example.test\n"
               "Bcc: hidden@example.test,\r\n\tquoted@example.test\r"
               "Subject: =?utf-8?b?6Kmm6aiT?=\r\n"
               "bCC : hidden@example.test\n"
               "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: 8bit\r\n\r\n");
    file.write(content);
    file.close();
    const CliRun run = send(key, {u"--message-file"_s, file.fileName()});
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    QVERIFY(m_sent.contains("RCPT TO:<quoted@example.test>"));
    judge(content);
}

void CaptureTest::writtenText()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, content);
    QFile file(m_folder.filePath(u"text.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const CliRun run = send(key, {u"--subject"_s, u"試験"_s, u"--body-file"_s, file.fileName()});
    QVERIFY2(run.exitCode == 0, run.out + run.error);
    judge(content);
}

PROSERPINA_TEST(CaptureTest)

#include "tst_capture.moc"
