// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replyroom.h"
#include "testmain.h"

#include <QTest>

using core::Note;
using core::Outcome;
using core::Reply;
using core::ReplyRoom;
using core::SessionFacts;

namespace
{

Reply replyOf(int code, qsizetype lines, qsizetype lineSize, char filling = 'x')
{
    Reply reply;
    reply.code = code;
    reply.enhanced = core::EnhancedCode{code / 100, 1, 1};
    for (qsizetype i = 0; i < lines; ++i) {
        reply.text.append(QByteArray(lineSize, filling));
        reply.lines.append(QByteArray::number(code) + ' ' + reply.text.constLast());
    }
    return reply;
}

qsizetype octetsOf(const QByteArrayList &list)
{
    qsizetype octets = 0;
    for (const QByteArray &piece : list) {
        octets += piece.size();
    }
    return octets;
}

qsizetype octetsOf(const std::optional<Reply> &reply)
{
    return reply ? octetsOf(reply->lines) + octetsOf(reply->text) : 0;
}

qsizetype octetsOf(const std::optional<core::Capabilities> &known)
{
    qsizetype octets = 0;
    if (known) {
        octets += octetsOf(known->lines) + octetsOf(known->authMechanisms);
    }
    return octets;
}

/// What the server said, wherever it stands.
qsizetype octetsOf(const SessionFacts &facts)
{
    qsizetype octets = octetsOf(facts.reply) + octetsOf(facts.beforeTls) + octetsOf(facts.afterTls);
    for (const core::AuthAttempt &attempt : facts.attempts) {
        octets += octetsOf(attempt.reply);
    }
    for (const core::RecipientResult &recipient : facts.recipients) {
        octets += octetsOf(recipient.reply);
    }
    if (facts.tls) {
        for (const core::Text &error : facts.tls->errors) {
            octets += error.english().size();
        }
        for (const core::Certificate &certificate : facts.tls->chain) {
            octets += certificate.subject.size() + certificate.issuer.size() +
                      certificate.hostNames.join(QString()).size();
        }
    }
    return octets;
}

core::Capabilities endlessOffer()
{
    core::Capabilities offer;
    for (int i = 0; i < 500; ++i) {
        offer.lines.append(QByteArray(500, 'x'));
        offer.authMechanisms.append(QByteArray(500, 'x'));
    }
    offer.startTls = true;
    return offer;
}

void addRecipients(SessionFacts &facts, int count, Outcome outcome, const Reply &reply)
{
    for (int i = 0; i < count; ++i) {
        facts.recipients.append({"a@example.org", outcome, reply});
    }
}

} // namespace

/// How much is kept of what a server says.
class ReplyRoomTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bounds_data();
    void bounds();
    void ordinaryFactsStayAsTheyAre();
    void whatDecidedIsKeptFirst();
    void refusalsBeforeAcceptances();
};

void ReplyRoomTest::bounds_data()
{
    QTest::addColumn<SessionFacts>("facts");
    const auto row = [](const char *name, const auto &fill) {
        SessionFacts facts;
        fill(facts);
        QTest::newRow(name) << facts;
    };
    row("1,000 recipients, each refused in 55 KB", [](SessionFacts &facts) {
        addRecipients(facts, 1000, Outcome::Refused, replyOf(550, 110, 500));
    });
    row("1,000 recipients, each accepted in 55 KB", [](SessionFacts &facts) {
        addRecipients(facts, 1000, Outcome::Accepted, replyOf(250, 110, 500));
    });
    row("100,000 recipients, each with an empty line", [](SessionFacts &facts) {
        addRecipients(facts, 100'000, Outcome::Refused, replyOf(550, 1, 0));
    });
    row("control characters, which JSON writes as six", [](SessionFacts &facts) {
        addRecipients(facts, 1000, Outcome::Refused, replyOf(550, 10, 500, '\1'));
    });
    row("the decisive reply", [](SessionFacts &facts) { facts.reply = replyOf(550, 500, 500); });
    row("the replies to many logins", [](SessionFacts &facts) {
        for (int i = 0; i < 10; ++i) {
            facts.attempts.append({core::Method::Login, replyOf(535, 500, 500)});
        }
    });
    row("what is offered before and after TLS",
        [](SessionFacts &facts) { facts.beforeTls = facts.afterTls = endlessOffer(); });
    row("a certificate of many names", [](SessionFacts &facts) {
        facts.tls = core::TlsFacts();
        const QString name(100'000, u'x');
        facts.tls->chain = {{"der", name, name, QStringList(5000, QString(200, u'x')), {}, {}, {}}};
        facts.tls->errors = QList<core::Text>(5000, QString(200, u'x'));
    });
}

void ReplyRoomTest::bounds()
{
    QFETCH(SessionFacts, facts);
    const SessionFacts whole = facts;
    core::shorten(facts);
    // A code that stands alone is three octets a recipient, whose address is longer.
    QVERIFY(octetsOf(facts) < ReplyRoom::size + 3 * facts.recipients.size());
    QVERIFY(octetsOf(facts) < octetsOf(whole));
    QVERIFY(facts.notes.contains(Note::RepliesLeftOut));
    QCOMPARE(facts.recipients.size(), whole.recipients.size());
    for (qsizetype i = 0; i < whole.recipients.size(); ++i) {
        const core::RecipientResult &kept = facts.recipients[i];
        QCOMPARE(kept.outcome, whole.recipients[i].outcome);
        QCOMPARE(kept.reply->code, whole.recipients[i].reply->code);
        QCOMPARE(kept.reply->enhanced, whole.recipients[i].reply->enhanced);
        QVERIFY(!kept.reply->lines.isEmpty());
        QCOMPARE(kept.reply->text.size(), kept.reply->lines.size());
    }
    QCOMPARE(facts.capabilities() && facts.capabilities()->startTls,
             whole.capabilities() && whole.capabilities()->startTls);
    const SessionFacts once = facts;
    core::shorten(facts);
    QCOMPARE(octetsOf(facts), octetsOf(once)); // and of several connections again
    QCOMPARE(facts.notes, once.notes);
}

void ReplyRoomTest::ordinaryFactsStayAsTheyAre()
{
    SessionFacts facts;
    facts.reply = replyOf(250, 3, 80);
    facts.attempts = {{core::Method::Login, replyOf(535, 2, 80)}};
    facts.beforeTls = facts.afterTls = core::Capabilities();
    facts.afterTls->lines = replyOf(250, 20, 40).lines;
    addRecipients(facts, 500, Outcome::Accepted, replyOf(250, 1, 80));
    const SessionFacts before = facts;
    core::shorten(facts);
    QCOMPARE(facts, before);
}

void ReplyRoomTest::whatDecidedIsKeptFirst()
{
    SessionFacts facts;
    facts.reply = replyOf(550, 3, 80);
    const Reply decisive = *facts.reply;
    facts.beforeTls = facts.afterTls = endlessOffer();
    addRecipients(facts, 1000, Outcome::Refused, replyOf(550, 110, 500));
    core::shorten(facts);
    QCOMPARE(*facts.reply, decisive);
}

void ReplyRoomTest::refusalsBeforeAcceptances()
{
    SessionFacts facts;
    addRecipients(facts, 1000, Outcome::Accepted, replyOf(250, 10, 500));
    addRecipients(facts, 10, Outcome::Refused, replyOf(550, 1, 80));
    core::shorten(facts);
    QCOMPARE(facts.recipients.constLast().reply->lines.constFirst().size(), qsizetype{84});
    QCOMPARE(facts.recipients[999].reply->lines, QByteArrayList{"250"});
}

PROSERPINA_TEST(ReplyRoomTest)

#include "tst_replyroom.moc"
