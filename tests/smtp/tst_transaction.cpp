// SPDX-License-Identifier: GPL-3.0-or-later
#include "onepart.h"
#include "smtp/transaction.h"
#include "testmain.h"

#include <QTest>

using core::Failure;
using core::Outcome;

Q_DECLARE_METATYPE(core::Failure)
Q_DECLARE_METATYPE(core::Outcome)

/// One mail's way by itself; the whole dialogues stand in SessionTest.
class TransactionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mails_data();
    void mails();
    void whoseMailItIs();
};

namespace
{

const QByteArray from = "MAIL FROM:<a@example.org>";
const QByteArray toB = "RCPT TO:<b@example.org>";
const QByteArray toC = "RCPT TO:<c@example.org>";

smtp::SessionSettings settings(const QList<QByteArray> &to)
{
    smtp::SessionSettings settings;
    settings.goal = core::Goal::SendMail;
    settings.security = core::Security::None;
    settings.mail = smtp::Mail{{"a@example.org", to}, {}};
    return settings;
}

} // namespace

void TransactionTest::mails_data()
{
    QTest::addColumn<QList<QByteArray>>("to");
    QTest::addColumn<QByteArrayList>("dialogue"); // ours and the server's in turn
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Failure>("failure");
    const QList<QByteArray> b{"b@example.org"};
    const QList<QByteArray> both{"b@example.org", "c@example.org"};
    QTest::newRow("taken") << b << QByteArrayList{from,   "250 ok", toB,    "250 ok",
                                                  "DATA", "354 go", "BODY", "250 ok"}
                           << Outcome::Accepted << Failure::None;
    QTest::newRow("MAIL refused") << b << QByteArrayList{from, "550 no"} << Outcome::Refused
                                  << Failure::ReplyRefused;
    QTest::newRow("one of two") << both
                                << QByteArrayList{from,     "250 ok", toB,      "550 no", toC,
                                                  "250 ok", "DATA",   "354 go", "BODY",   "250 ok"}
                                << Outcome::Partial << Failure::None;
    QTest::newRow("nobody") << both << QByteArrayList{from, "250 ok", toB, "550 no", toC, "450 no"}
                            << Outcome::Deferred << Failure::ReplyDeferred;
    QTest::newRow("the message refused")
        << b << QByteArrayList{from, "250 ok", toB, "250 ok", "DATA", "354 go", "BODY", "554 no"}
        << Outcome::Refused << Failure::ReplyRefused;
    QTest::newRow("no recipient") << QList<QByteArray>() << QByteArrayList() << Outcome::Failed
                                  << Failure::BadInput;
}

void TransactionTest::mails()
{
    QFETCH(QList<QByteArray>, to);
    QFETCH(QByteArrayList, dialogue);
    QFETCH(Outcome, outcome);
    QFETCH(Failure, failure);
    OnePart part(settings(to), {}, false);
    smtp::Transaction transaction(part);
    transaction.start();
    for (qsizetype i = 0; i < dialogue.size(); i += 2) {
        QVERIFY(!part.hasLeft());
        QCOMPARE(part.sent(), dialogue.sliced(i, 1));
        part.say(dialogue[i + 1]);
    }
    QVERIFY(part.hasLeft());
    QCOMPARE(part.sent(), QByteArrayList());
    QCOMPARE(static_cast<int>(part.facts().outcome), static_cast<int>(outcome));
    QCOMPARE(static_cast<int>(part.facts().failure), static_cast<int>(failure));
}

/// From the last octet on, and until its answer, the mail is in the server's hands.
void TransactionTest::whoseMailItIs()
{
    smtp::SessionSettings held = settings({"b@example.org"});
    held.holdEnd = true;
    OnePart part(held, {}, false);
    smtp::Transaction transaction(part);
    transaction.start();
    for (const char *reply : {"250 ok", "250 ok", "354 go"}) {
        part.sent();
        QVERIFY(!transaction.isEndHeld());
        part.say(reply);
    }
    QCOMPARE(part.sent(), QByteArrayList{"BODY"});
    transaction.onBodySent();
    QVERIFY(transaction.isOpen());
    QVERIFY(transaction.isEndHeld());
    QVERIFY(!transaction.isInServersHands());
    transaction.sendEnd();
    QCOMPARE(part.sent(), QByteArrayList{""});
    QVERIFY(!transaction.isEndHeld());
    QVERIFY(transaction.isInServersHands());
    part.say("250 ok");
    QVERIFY(!transaction.isInServersHands());
    QVERIFY(!transaction.isOpen());
    QCOMPARE(static_cast<int>(part.facts().outcome), static_cast<int>(Outcome::Accepted));
}

PROSERPINA_TEST(TransactionTest)

#include "tst_transaction.moc"
