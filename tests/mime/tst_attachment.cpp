// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsedmail.h"

#include "filecontent.h"
#include "mime/composer.h"

#include "spooled.h"
#include "testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using testmime::complaintAbout;
using testmime::octetsOf;
using testmime::Spooled;
using testmime::traitsFit;
using testmime::unfoldedHeaderOf;

/// Files attached to a draft.
class AttachmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bigFileInConstantMemory(); // first, while the peak of memory is low
    void decodesToTheSame();
    void names_data();
    void names();
    void messageIsNoMessagePart();
    void aNameWithALineBreak();
    void unreadable();

private:
    [[nodiscard]] static Spooled composeWith(const QStringList &attachments,
                                             const QString &text = {});

    QTemporaryDir m_folder;
};

Spooled AttachmentTest::composeWith(const QStringList &attachments, const QString &text)
{
    const core::Draft draft{
        u"taro@example.org"_s, {u"jiro@example.net"_s}, u"Subject"_s, text, attachments};
    return mime::compose(draft, QDateTime(QDate(2026, 7, 8), QTime(9, 5, 3), Qt::UTC));
}

void AttachmentTest::decodesToTheSame()
{
    // All octets, and line ends of all kinds, over several megabytes.
    QByteArray octets;
    for (int i = 0; i < 5'000'003; ++i) {
        octets += char(i * 7 + i / 256);
    }
    const QString data = m_folder.filePath(u"data.bin"_s);
    const QString empty = m_folder.filePath(u"empty.txt"_s);
    const QString picture = m_folder.filePath(u"picture.png"_s);
    QVERIFY(writeFile(data, octets) && writeFile(empty, {}) &&
            writeFile(picture, "\x89PNG\r\n\x1a\n"));
    const Spooled spooled = composeWith({data, empty, picture, data}, u"本文\n"_s);
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QVERIFY(traitsFit(spooled));

    const ParsedMail mail(*spooled.value());
    QCOMPARE(ParsedMail::content(mail.part(0)), u"本文\r\n"_s.toUtf8());
    QVERIFY(ParsedMail::content(mail.part(1)) == octets);
    QCOMPARE(ParsedMail::type(mail.part(1)), QByteArray("application/octet-stream"));
    QCOMPARE(ParsedMail::content(mail.part(2)), QByteArray());
    QCOMPARE(ParsedMail::content(mail.part(3)), QByteArray("\x89PNG\r\n\x1a\n"));
    QCOMPARE(ParsedMail::type(mail.part(3)), QByteArray("image/png"));
    QVERIFY(ParsedMail::content(mail.part(4)) == octets);
    QVERIFY(!mail.part(5));
    QCOMPARE(QByteArray(g_mime_object_get_disposition(GMIME_OBJECT(mail.part(1)))),
             QByteArray("attachment"));
    QCOMPARE(QByteArray(g_mime_part_get_filename(mail.part(1))), QByteArray("data.bin"));
}

void AttachmentTest::names_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("plain") << u"report.txt"_s;
    QTest::newRow("Japanese") << u"見積書.txt"_s;
    QTest::newRow("long Japanese") << u"とても長い名前の見積書"_s.repeated(7) + u".txt"_s;
    QTest::newRow("spaces, quotation marks, percent, apostrophe") << u"a \"b\" 100% 'c'; d=e.txt"_s;
    QTest::newRow("backslash") << u"a\\b.txt"_s;
    QTest::newRow("emoji") << u"😀.txt"_s;
    QTest::newRow("long ASCII") << QString(250, u'x') + u".txt"_s;
}

void AttachmentTest::names()
{
    QFETCH(QString, name);
    const QString path = m_folder.filePath(name);
    QVERIFY(writeFile(path, "abc"));
    const Spooled spooled = composeWith({path});
    QVERIFY2(spooled.ok(), octetsOf(spooled).constData());
    QCOMPARE(complaintAbout(octetsOf(spooled)), QByteArray());
    QVERIFY(spooled.value()->traits().longestLine <= 78);
    const ParsedMail mail(*spooled.value());
    QCOMPARE(QString::fromUtf8(g_mime_part_get_filename(mail.part(1))), name);
    QCOMPARE(ParsedMail::content(mail.part(1)), QByteArray("abc"));
    if (name.startsWith(u'見')) {
        QVERIFY(unfoldedHeaderOf(spooled).contains("multipart/mixed"));
        QVERIFY(octetsOf(spooled).contains("filename*=UTF-8''%E8%A6%8B%E7%A9%8D%E6%9B%B8.txt"));
    }
}

void AttachmentTest::messageIsNoMessagePart()
{
    // message/rfc822 may not be in base64, RFC 2046 5.2.1.
    const QString path = m_folder.filePath(u"mail.eml"_s);
    QVERIFY(writeFile(path, "Subject: inside\n\nText\n"));
    const Spooled spooled = composeWith({path});
    const ParsedMail mail(*spooled.value());
    QCOMPARE(ParsedMail::type(mail.part(1)), QByteArray("application/octet-stream"));
    QCOMPARE(ParsedMail::content(mail.part(1)), QByteArray("Subject: inside\n\nText\n"));
}

void AttachmentTest::bigFileInConstantMemory()
{
    const QString path = m_folder.filePath(u"big.bin"_s);
    constexpr qint64 size = 50'000'000;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    file.close();
    QVERIFY(writeFile(m_folder.filePath(u"small.bin"_s), "abc"));
    QVERIFY(composeWith({m_folder.filePath(u"small.bin"_s)})
                .ok()); // GMime and the MIME database are loaded
    const qint64 before = testmime::peakMemory();
    const Spooled spooled = composeWith({path});
    QVERIFY2(spooled.ok(), spooled ? "" : qPrintable(spooled.error().detail.english()));
    QVERIFY(spooled.value()->traits().size > size * 4 / 3);
    QVERIFY2(testmime::peakMemory() - before < testmime::memoryAllowance,
             qPrintable(QString::number(testmime::peakMemory() - before)));
}

/// B72: nothing of a file's name can end a line.
void AttachmentTest::aNameWithALineBreak()
{
    const QString lineBreak = m_folder.filePath(u"a\nBcc: x@b.org\r\t"_s);
    QVERIFY(writeFile(lineBreak, "abc"));
    const Spooled spooled = composeWith({lineBreak});
    QVERIFY(spooled);
    const ParsedMail parsed(**spooled);
    QCOMPARE(QByteArray(g_mime_part_get_filename(parsed.part(1))), "a_Bcc: x@b.org__");
    QCOMPARE(ParsedMail::content(parsed.part(1)), "abc");
    QVERIFY(!contentOf((*spooled)->path()).contains("\nBcc:"));
}

void AttachmentTest::unreadable()
{
    const auto errorFor = [](const QString &path) {
        const Spooled spooled = composeWith({path});
        return spooled ? core::Error{core::Failure::None, {}} : spooled.error();
    };
    const QString missing = m_folder.filePath(u"missing.txt"_s);
    QCOMPARE(errorFor(missing).failure, core::Failure::BadInput);
    QVERIFY(errorFor(missing).detail.english().contains(missing));
    QCOMPARE(errorFor(m_folder.path()).failure, core::Failure::BadInput);
    QVERIFY(errorFor(m_folder.path()).detail.english().contains(m_folder.path()));
    QCOMPARE(errorFor(u"/dev/null"_s).failure, core::Failure::BadInput);
    // Opens well, but the first read fails.
    QCOMPARE(errorFor(u"/proc/self/mem"_s).failure, core::Failure::BodyUnreadable);
}
PROSERPINA_TEST(AttachmentTest)

#include "tst_attachment.moc"
