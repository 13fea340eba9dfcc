// SPDX-License-Identifier: GPL-3.0-or-later
#include "pop/greeting.h"
#include "testmain.h"

#include <QTest>

/// The stamp for APOP, its digest, and which refusals are for now only.
class GreetingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stamp_data();
    void stamp();
    void digest();
    void temporary_data();
    void temporary();
};

void GreetingTest::stamp_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::addColumn<QByteArray>("stamp");
    const auto row = [](const char *name, const char *greeting, const char *stamp) {
        QTest::newRow(name) << QByteArray(greeting) << QByteArray(stamp);
    };
    row("RFC 1939's", "+OK POP3 server ready <1896.697170952@dbc.mtview.ca.us>",
        "<1896.697170952@dbc.mtview.ca.us>");
    row("words after it", "+OK <1.2@host> ready", "<1.2@host>");
    row("B100: none", "+OK ready", "");
    row("B100: empty", "+OK <>", "");
    row("B100: no @", "+OK <1896.697170952>", "");
    row("B100: nothing before the @", "+OK <@host>", "");
    row("B100: nothing after the @", "+OK <1896@>", "");
    row("B100: two @", "+OK <1@2@host>", "");
    row("B100: a space", "+OK <1 2@host>", "");
    row("B100: not closed", "+OK <1896@host", "");
    row("B100: closed before it opens", "+OK >1896@host<", "");
    row("B100: an octet over ASCII", "+OK <1896\x80@host>", "");
    row("B100: a control character", "+OK <18\x01@host>", "");
}

void GreetingTest::stamp()
{
    QFETCH(QByteArray, greeting);
    QTEST(pop::stampOf(greeting), "stamp");
}

/// RFC 1939 7.
void GreetingTest::digest()
{
    QCOMPARE(pop::apopDigest("<1896.697170952@dbc.mtview.ca.us>", "tanstaaf"),
             QByteArray("c4c9334bac560ecc979e58001b3e22fb"));
}

void GreetingTest::temporary_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("temporary");
    const auto row = [](const char *line, bool temporary) {
        QTest::newRow(line) << QByteArray(line) << temporary;
    };
    row("-ERR [IN-USE] mailbox in use", true);
    row("-ERR [in-use] mailbox in use", true);
    row("-ERR [LOGIN-DELAY] minimum time between mail checks violation", true);
    row("-ERR [SYS/TEMP] try again", true);
    row("-ERR [SYS/PERM] gone", false);
    row("-ERR [AUTH] wrong password", false);
    row("-ERR", false);
    row("-ERR mailbox [IN-USE]", false);
}

void GreetingTest::temporary()
{
    QFETCH(QByteArray, line);
    QTEST(pop::isTemporary(line), "temporary");
}

PROSERPINA_TEST(GreetingTest)

#include "tst_greeting.moc"
