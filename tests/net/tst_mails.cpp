// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "testmain.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Security;

/// Mails that strain a real socket.
class MailsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyRecipients_data();
    void manyRecipients();
    void tooManyForOneTransaction();
    void zeroWindow();
};

namespace
{

constexpr int patience = 60'000;

smtp::SessionSettings toMany(const service::PracticeEntry &entry, Security security, int count)
{
    smtp::SessionSettings settings = settingsFor(entry, Goal::SendMail, security);
    settings.mail->envelope.to.clear();
    for (int i = 0; i < count; ++i) {
        settings.mail->envelope.to.append("recipient-" + QByteArray::number(i) + "@practice.test");
    }
    return settings;
}

} // namespace

void MailsTest::manyRecipients_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("roundTrips");
    QTest::newRow("B77 pipelined") << QString() << 6;
    QTest::newRow("B77 pipelined, octet by octet") << u"dribble"_s << 6;
}

/// B77: 1,000 recipients in one write and their replies in whatever pieces: no deadlock.
void MailsTest::manyRecipients()
{
    QFETCH(QString, fault);
    QFETCH(int, roundTrips);
    constexpr int count = 1000;
    service::PracticeEntry entry(
        practice::behaviourWithFault(fault).value_or(practice::Behaviour{}));
    QVERIFY(entry.start());
    smtp::SessionSettings settings = toMany(entry, Security::Smtps, count);
    settings.method = core::Method::Plain1;
    Attempt attempt(settings, targetFor(entry, Security::Smtps), "Subject: x\r\n\r\ny\r\n");
    attempt.start();
    QVERIFY(attempt.waitForEnd(patience));
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QCOMPARE(attempt.facts().roundTrips, roundTrips);
    QCOMPARE(entry.mailbox().size(), 1);
    QCOMPARE(entry.mailbox().constFirst().to.size(), count);
}

/// B74 with a server that takes 100 a mail.
void MailsTest::tooManyForOneTransaction()
{
    practice::Behaviour behaviour;
    behaviour.mostRecipients = 100;
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    Attempt attempt(toMany(entry, Security::StartTls, 250), targetFor(entry),
                    "Subject: x\r\n\r\n.y\r\n");
    attempt.start();
    QVERIFY(attempt.waitForEnd(patience));
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QList<qsizetype> sizes;
    for (const practice::ReceivedMail &mail : entry.mailbox()) {
        sizes.append(mail.to.size());
        QCOMPARE(mail.message, QByteArray("Subject: x\r\n\r\n.y\r\n"));
    }
    QCOMPARE(sizes, (QList<qsizetype>{100, 100, 50}));
    QCOMPARE(entry.mailbox().constLast().to.constLast(), QByteArray("recipient-249@practice.test"));
}

/// B94: the server stops reading in the middle of the message.
void MailsTest::zeroWindow()
{
    service::PracticeEntry entry(*practice::behaviourWithFault(u"hang-body"_s));
    QVERIFY(entry.start());
    smtp::SessionSettings settings = settingsFor(entry, Goal::SendMail);
    settings.deadlines.block = std::chrono::milliseconds(300);
    Attempt attempt(settings, targetFor(entry),
                    QByteArray(70, 'x').append("\r\n").repeated(500'000));
    attempt.start();
    QVERIFY(attempt.waitForEnd(patience));
    QCOMPARE(attempt.facts().failure, Failure::TimedOut);
    QCOMPARE(attempt.facts().stage, core::Stage::Body);
    QVERIFY(entry.mailbox().isEmpty());
}

PROSERPINA_TEST(MailsTest)

#include "tst_mails.moc"
