// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "diagnosis/judgement.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which refusals are for the want of a login, with POP before SMTP (B104).
class DenialTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void oneOfTheRecipients();
};

namespace
{

bool isDenied(const core::SessionFacts &facts)
{
    return diagnosis::judge(facts, popServer(), core::Goal::SendMail, {}).causeClass ==
           "pbs-expired"_L1;
}

} // namespace

void DenialTest::table_data()
{
    QTest::addColumn<bool>("denied");
    QTest::newRow("530 5.7.0 Must authenticate first") << true;
    QTest::newRow("554 5.7.1 <a@example.org>: Relay access denied") << true;
    QTest::newRow("550 relaying denied") << true;
    QTest::newRow("454 4.7.1 <a@example.org>: Relay access denied") << true;
    QTest::newRow("550 you must check mail by POP first") << true;
    QTest::newRow("550 5.1.1 <a@pop02.odn.ne.jp>: User unknown") << false;
    QTest::newRow("451 4.7.1 Greylisting in action, please come back later") << false;
    QTest::newRow("450 4.7.1 try again") << false;
    QTest::newRow("421 4.7.0 too many connections, login later") << false;
    QTest::newRow("550 5.7.1 blocked using zen.spamhaus.org") << false;
    QTest::newRow("550 5.7.23 SPF check failed") << false;
    QTest::newRow("552 5.2.2 mailbox full") << false;
}

void DenialTest::table()
{
    QTEST(isDenied(popDenied({QTest::currentDataTag()})), "denied");
}

void DenialTest::oneOfTheRecipients()
{
    core::SessionFacts facts = popDenied({"550 5.1.1 <a@example.org>: User unknown"});
    facts.recipients = {
        {"a@example.org", core::Outcome::Refused, facts.reply},
        {"b@example.com", core::Outcome::Refused, replyOf({"554 5.7.1 Relay access denied"})}};
    QVERIFY(isDenied(facts));
    facts.loggedIn = true;
    QVERIFY(!isDenied(facts));
}

PROSERPINA_TEST(DenialTest)
#include "tst_denial.moc"
