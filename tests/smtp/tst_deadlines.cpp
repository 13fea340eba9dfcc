// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/session.h"
#include "testmain.h"

#include <QTest>

#include <chrono>

using namespace std::chrono_literals;

namespace
{

/// Gives the session what came and lets it do all it can until it waits; the body is sent at once.
void feed(smtp::Session &session, const QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        session.onBytes(bytes);
    }
    for (core::Action action = session.nextAction(); !std::holds_alternative<core::Wait>(action);
         action = session.nextAction()) {
        if (std::holds_alternative<core::SendBody>(action)) {
            return;
        }
    }
}

smtp::SessionSettings sending()
{
    smtp::SessionSettings settings;
    settings.goal = core::Goal::SendMail;
    settings.security = core::Security::None;
    settings.method = core::Method::None;
    settings.ehloName = "[127.0.0.1]";
    settings.mail = smtp::Mail{{"a@example.org", {"b@example.org"}}, {}};
    return settings;
}

} // namespace

Q_DECLARE_METATYPE(std::chrono::minutes)

/// How long each reply may take (RFC 5321 4.5.3.2), and from when on.
class DeadlinesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStage_data();
    void everyStage();
    void oneForTheWholeReply();
    void bodyByProgress();
};

void DeadlinesTest::everyStage_data()
{
    QTest::addColumn<int>("replies"); // that were heard
    QTest::addColumn<bool>("bodySent");
    QTest::addColumn<std::chrono::minutes>("time");
    QTest::newRow("the greeting") << 0 << false << 5min;
    QTest::newRow("EHLO") << 1 << false << 5min;
    QTest::newRow("MAIL") << 2 << false << 5min;
    QTest::newRow("RCPT") << 3 << false << 5min;
    QTest::newRow("DATA") << 4 << false << 2min;
    QTest::newRow("each block of the message") << 5 << false << 3min;
    QTest::newRow("B88 the final dot: servers scan for viruses before they answer")
        << 5 << true << 10min;
}

void DeadlinesTest::everyStage()
{
    QFETCH(int, replies);
    QFETCH(bool, bodySent);
    QFETCH(std::chrono::minutes, time);
    const QByteArrayList dialogue{"220 hi\r\n", "250-hi\r\n250 HELP\r\n", "250 ok\r\n",
                                  "250 ok\r\n", "354 go\r\n"};
    smtp::Session session(sending(), {});
    session.onConnected();
    feed(session, {});
    for (const QByteArray &reply : dialogue.first(replies)) {
        feed(session, reply);
    }
    if (bodySent) {
        session.onBodySent();
        feed(session, {});
    }
    QCOMPARE(session.deadline()->time, time);
}

/// B93: one byte every 20 s gains no time.
void DeadlinesTest::oneForTheWholeReply()
{
    smtp::Session session(sending(), {});
    session.onConnected();
    feed(session, {});
    const int greeting = session.deadline()->serial;
    for (const char byte : QByteArray("220-slow\r\n220 ")) {
        feed(session, QByteArray(1, byte));
        QCOMPARE(session.deadline()->serial, greeting);
        QVERIFY(!session.deadline()->onProgress);
    }
    feed(session, "done\r\n");
    QVERIFY(session.deadline()->serial != greeting);
}

/// B94: a body may take its time as long as it gets on.
void DeadlinesTest::bodyByProgress()
{
    smtp::Session session(sending(), {});
    session.onConnected();
    feed(session, {});
    feed(session, "220 hi\r\n");
    feed(session, "250-hi\r\n250 HELP\r\n");
    feed(session, "250 ok\r\n");
    feed(session, "250 ok\r\n");
    feed(session, "354 go\r\n");
    QVERIFY(session.deadline()->onProgress);
    session.onBodySent();
    feed(session, {});
    QVERIFY(!session.deadline()->onProgress);
}

PROSERPINA_TEST(DeadlinesTest)

#include "tst_deadlines.moc"
