// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/mailtolink.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a link of anybody's may put into a mail that is begun, RFC 6068.
class MailtoLinkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
    void leavesOut_data();
    void leavesOut();
    void isNoLink_data();
    void isNoLink();
};

void MailtoLinkTest::takes_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<core::Draft>("draft");
    const auto row = [](const char *name, const QByteArray &link, const core::Draft &draft) {
        QTest::newRow(name) << link << draft;
    };
    const auto to = [](const QStringList &addresses) {
        core::Draft draft;
        draft.to = addresses;
        return draft;
    };
    row("an address", "mailto:chris@example.com", to({u"chris@example.com"_s}));
    row("the scheme in any case", "MailTo:chris@example.com", to({u"chris@example.com"_s}));
    row("two addresses", "mailto:joe@example.com,bob@example.com",
        to({u"joe@example.com"_s, u"bob@example.com"_s}));
    row("two addresses, the comma encoded", "mailto:joe@example.com%2Cbob@example.com",
        to({u"joe@example.com"_s, u"bob@example.com"_s}));
    row("to as a field", "mailto:?to=joe@example.com&to=bob@example.com",
        to({u"joe@example.com"_s, u"bob@example.com"_s}));
    row("a plus sign stays one", "mailto:bill+ietf@example.org", to({u"bill+ietf@example.org"_s}));
    row("a percent sign in an address", "mailto:gorby%25kremvax@example.com",
        to({u"gorby%kremvax@example.com"_s}));
    row("a question mark in an address", "mailto:unlikely%3Faddress@example.com?blat=foop",
        to({u"unlikely?address@example.com"_s}));
    row("nothing", "mailto:", {});
    core::Draft whole = to({u"a@example.org"_s});
    whole.cc = {u"c@example.org"_s};
    whole.bcc = {u"b@example.org"_s};
    whole.subject = u"café 日本"_s;
    whole.text = u"line 1\nline 2"_s;
    row("all fields",
        "mailto:a@example.org?CC=c@example.org&bcc=b@example.org"
        "&Subject=caf%C3%A9%20%E6%97%A5%E6%9C%AC&body=line%201%0D%0Aline%202",
        whole);
    core::Draft escaped = to({u"a@example.org"_s});
    escaped.subject = u"s"_s;
    escaped.text = u"t"_s;
    row("as an HTML page writes it", "mailto:a@example.org?subject=s&amp;body=t", escaped);
}

void MailtoLinkTest::takes()
{
    QFETCH(QByteArray, link);
    QFETCH(core::Draft, draft);
    const auto made = mime::draftOfLink(link);
    QVERIFY(made);
    QCOMPARE(made->to, draft.to);
    QCOMPARE(made->cc, draft.cc);
    QCOMPARE(made->bcc, draft.bcc);
    QCOMPARE(made->subject, draft.subject);
    QCOMPARE(made->text, draft.text);
}

void MailtoLinkTest::leavesOut_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("an attachment") << QByteArray("mailto:?attach=/etc/passwd");
    QTest::newRow("an attachment by another name") << QByteArray("mailto:?attachment=/etc/passwd");
    QTest::newRow("an attachment with an encoded name")
        << QByteArray("mailto:?%61ttach=/etc/passwd");
    QTest::newRow("a sender") << QByteArray("mailto:?from=boss@example.org");
    QTest::newRow("a way back") << QByteArray("mailto:?reply-to=thief@example.org");
    QTest::newRow("other fields") << QByteArray("mailto:?in-reply-to=x&x-mailer=y&=z&&?&=");
    QTest::newRow("a field in the subject")
        << QByteArray("mailto:?subject=a%0D%0ABcc:%20thief@example.org");
    QTest::newRow("a field in a recipient")
        << QByteArray("mailto:a@example.org%0D%0ABcc:thief@example.org");
    QTest::newRow("controls everywhere")
        << QByteArray("mailto:a%00b@example.org?subject=%1B[31m%00%7F&body=%00%1B%08%E2%80%AE");
    QTest::newRow("broken percent forms") << QByteArray("mailto:a%@x%4?subject=%ZZ%&body=%E3%81");
    QTest::newRow("no UTF-8") << QByteArray("mailto:?subject=%FF%FE&body=%C0%80");
}

void MailtoLinkTest::leavesOut()
{
    QFETCH(QByteArray, link);
    const auto made = mime::draftOfLink(link);
    QVERIFY(made);
    QVERIFY(made->attachments.isEmpty());
    QVERIFY(made->from.isEmpty());
    QVERIFY(made->replyTo.isEmpty());
    QVERIFY(made->organisation.isEmpty());
    QVERIFY(made->bcc.isEmpty());
    const QString oneLine = made->subject + made->to.join(u',') + made->cc.join(u',');
    for (const QChar one : oneLine + made->text) {
        QVERIFY(one.category() != QChar::Other_Format);
        QVERIFY(one == u'\n' || one == u'\t' || one.category() != QChar::Other_Control);
    }
    QVERIFY(!oneLine.contains(u'\n') && !oneLine.contains(u'\r'));
}

void MailtoLinkTest::isNoLink_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("shorter than its scheme") << QByteArray("mailto");
    QTest::newRow("another scheme") << QByteArray("https://example.org");
    QTest::newRow("a path") << QByteArray("/etc/passwd");
    QTest::newRow("1 MB") << "mailto:?body=" + QByteArray(qsizetype{1024} * 1024, 'x');
}

void MailtoLinkTest::isNoLink()
{
    QFETCH(QByteArray, link);
    QVERIFY(!mime::draftOfLink(link));
}

PROSERPINA_TEST(MailtoLinkTest)
#include "tst_mailtolink.moc"
