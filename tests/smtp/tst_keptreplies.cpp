// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/session.h"
#include "testmain.h"

#include <QTest>

using core::Note;

namespace
{

constexpr int recipients = 1000;

smtp::SessionSettings toMany(int copies)
{
    smtp::SessionSettings settings;
    settings.goal = core::Goal::SendMail;
    settings.security = core::Security::None;
    settings.method = core::Method::None;
    settings.delivery.copies = copies;
    settings.mail = smtp::Mail{{"a@example.org", {}}, {}};
    for (int i = 0; i < recipients; ++i) {
        settings.mail->envelope.to.append("b" + QByteArray::number(i) + "@example.org");
    }
    return settings;
}

/// Lets the session do what it wants to; nothing is drawn from it but that.
void obey(smtp::Session &session)
{
    (void)session.takeEvents();
    for (core::Action action = session.nextAction(); !std::holds_alternative<core::Wait>(action);
         action = session.nextAction()) {
        if (std::holds_alternative<core::SendBody>(action)) {
            session.onBodySent();
        } else if (std::holds_alternative<core::Close>(action)) {
            return;
        }
    }
}

void say(smtp::Session &session, const QByteArray &reply)
{
    session.onBytes(reply);
    obey(session);
}

QByteArray longReply(const QByteArray &code)
{
    return (code + '-' + QByteArray(500, 'x') + "\r\n").repeated(109) + code + " end\r\n";
}

qsizetype octetsKept(const core::SessionFacts &facts)
{
    qsizetype octets = 0;
    for (const core::RecipientResult &recipient : facts.recipients) {
        if (recipient.reply) {
            for (const QByteArray &line : recipient.reply->lines + recipient.reply->text) {
                octets += line.size();
            }
        }
    }
    return octets;
}

void begin(smtp::Session &session)
{
    session.onConnected();
    obey(session);
    say(session, "220 hi\r\n");
    say(session, "250-hi\r\n250 PIPELINING\r\n");
    say(session, "250 sender ok\r\n");
}

} // namespace

/// What a session holds of the replies while it goes on.
class KeptRepliesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longRepliesToManyRecipients_data();
    void longRepliesToManyRecipients();
    void eachCopyHasItsOwnRoom();
};

void KeptRepliesTest::longRepliesToManyRecipients_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("accepted") << QByteArray("250");
    QTest::newRow("refused") << QByteArray("550");
    QTest::newRow("deferred") << QByteArray("450");
}

void KeptRepliesTest::longRepliesToManyRecipients()
{
    QFETCH(QByteArray, code);
    smtp::Session session(toMany(1), {});
    begin(session);
    qsizetype most = 0;
    for (int i = 0; i < recipients; ++i) {
        say(session, longReply(code));
        most = std::max(most, octetsKept(session.facts()));
    }
    const QByteArray end = longReply("550");
    say(session, end + longReply("221"));
    QVERIFY(session.isFinished());
    most = std::max(most, octetsKept(session.facts()));
    qInfo("%lld octets kept of %lld", static_cast<long long>(most),
          static_cast<long long>(longReply(code).size() * recipients));
    QVERIFY(most < core::ReplyRoom::size + qint64{3} * recipients);
    QVERIFY(session.facts().notes.contains(Note::RepliesLeftOut));
}

/// Ordinary replies, to ever so many mails, are kept whole.
void KeptRepliesTest::eachCopyHasItsOwnRoom()
{
    constexpr int copies = 20;
    smtp::Session session(toMany(copies), {});
    begin(session);
    for (int copy = 0; copy < copies; ++copy) {
        if (copy > 0) {
            say(session, "250 sender ok\r\n");
        }
        for (int i = 0; i < recipients; ++i) {
            say(session, "250 2.1.5 recipient ok\r\n");
        }
        say(session, "354 go on\r\n");
        say(session, "250 2.0.0 queued\r\n");
    }
    QCOMPARE(session.facts().mailsAccepted, copies);
    QVERIFY(!session.facts().notes.contains(Note::RepliesLeftOut));
}

PROSERPINA_TEST(KeptRepliesTest)

#include "tst_keptreplies.moc"
