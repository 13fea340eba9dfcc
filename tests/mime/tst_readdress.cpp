// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/composer.h"
#include "mime/readdress.h"
#include "spooled.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using testmime::octetsOf;
using testmime::Spooled;

/// A mail that was written here goes to others than before.
class ReaddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesToAndCcAlone();
    void refusesWhatComposingRefuses();
};

namespace
{

Spooled written(const core::Draft &draft)
{
    return mime::compose(draft, QDateTime(QDate(2026, 7, 8), QTime(9, 5, 3), Qt::UTC));
}

QByteArrayList linesWithoutRecipients(const QByteArray &message)
{
    QByteArrayList lines;
    bool dropping = false;
    for (const QByteArray &line : message.split('\n')) {
        dropping = line.startsWith("To:") || line.startsWith("Cc:") ||
                   (dropping && (line.startsWith(' ') || line.startsWith('\t')));
        if (!dropping) {
            lines.append(line);
        }
    }
    return lines;
}

} // namespace

void ReaddressTest::changesToAndCcAlone()
{
    core::Draft draft{u"Taro <taro@example.org>"_s,
                      {u"Jirō a rather long name that has to be folded <jiro@example.net>"_s,
                       u"saburo-with-a-long-address@example.net"_s},
                      u"件名"_s,
                      u"To: not a header\nText\n"_s,
                      {}};
    draft.cc = {u"c@example.net"_s};
    draft.bcc = {u"hidden@example.net"_s};
    const Spooled before = written(draft);
    QVERIFY(before);
    core::Draft others;
    others.from = draft.from;
    others.to = {u"花子 <hanako@example.net>"_s};
    others.bcc = {u"also-hidden@example.net"_s};
    const auto after = mime::readdressed((*before)->path(), others);
    QVERIFY(after);
    QCOMPARE(
        (*after)->envelope(),
        (core::Envelope{"taro@example.org", {"hanako@example.net", "also-hidden@example.net"}}));
    const QByteArray message = octetsOf(after);
    QCOMPARE(linesWithoutRecipients(message), linesWithoutRecipients(octetsOf(before)));
    QCOMPARE(message.count("\r\nTo: "), 2); // one is of the text
    QVERIFY(message.contains("<hanako@example.net>"));
    QVERIFY(!message.contains("\r\nCc:"));
    QVERIFY(!message.contains("hidden"));
    QVERIFY(!message.contains("jiro"));
    QCOMPARE((*after)->traits().size, message.size());
}

void ReaddressTest::refusesWhatComposingRefuses()
{
    const Spooled before = written({u"taro@example.org"_s, {u"a@example.net"_s}, {}, u"t"_s, {}});
    core::Draft nobody;
    nobody.from = u"taro@example.org"_s;
    QVERIFY(!mime::readdressed((*before)->path(), nobody));
    nobody.to = {u"no address"_s};
    QVERIFY(!mime::readdressed((*before)->path(), nobody));
    nobody.to = {u"a@example.net"_s};
    QCOMPARE(mime::readdressed(u"/nowhere"_s, nobody).error().failure,
             core::Failure::BodyUnreadable);
}

PROSERPINA_TEST(ReaddressTest)
#include "tst_readdress.moc"
