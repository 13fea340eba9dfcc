// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail.h"
#include "scriptedtransport.h"
#include "submission/run.h"
#include "testmain.h"

#include <QTest>

#include <list>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Outcome;
using Script = QList<QByteArrayList>; // one list a connection

/// Mails of the outbox, one after the other: the connection stays open between them, and the end of
/// each message is held until it is let go.
class KeepingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void sendsOverOneConnection();
    void connectsAgainWhereTheKeptOneIsOfNoUse_data();
    void connectsAgainWhereTheKeptOneIsOfNoUse();
    void aRefusedMailLeavesItOpen();
    void endsWithTheLimitOfMails();
    void anotherLoginIsAnotherConnection();
    void holdsTheEnd();
    void takesTheMailBack();

private:
    static submission::Job job();
    /// To its report, with the link that the mail before left.
    void send(const submission::Job &job, const Script &script);
    [[nodiscard]] Outcome outcome() const { return m_report->facts.outcome; }
    [[nodiscard]] QByteArray said() const;

    submission::Background m_background;
    submission::LetIn m_letIn;
    std::unique_ptr<submission::Link> m_link;
    std::unique_ptr<submission::Run> m_run;
    std::optional<core::AttemptReport> m_report;
    std::list<QByteArrayList> m_verbs; // by connection
    bool m_letsEnd = true;
    int m_halts = 0;
};

namespace
{

const QByteArrayList opening{"220 hi", "250-hi\r\n250 8BITMIME"};
const QByteArrayList taken{"250 ok", "250 ok", "354 go", "250 taken"};

} // namespace

void KeepingTest::cleanup()
{
    m_run.reset();
    m_link.reset();
    m_verbs.clear();
    m_letsEnd = true;
    m_halts = 0;
}

submission::Job KeepingTest::job()
{
    submission::Job job;
    job.goal = core::Goal::SendMail;
    job.profile.host = u"mail.example.org"_s;
    job.profile.security = core::Security::None;
    job.profile.method = core::Method::None;
    job.mail = core::Draft{u"a@example.org"_s, {u"b@example.org"_s}, u"s"_s, u"t"_s, {}};
    job.keeping.keepOpen = 5s;
    return job;
}

void KeepingTest::send(const submission::Job &job, const Script &script)
{
    const auto connect = [this, script](const auto &protocol, const net::Target &,
                                        net::BodySource body, core::Tell tell) {
        const auto number = static_cast<qsizetype>(m_verbs.size());
        QByteArrayList &verbs = m_verbs.emplace_back();
        return std::make_unique<ScriptedTransport>(protocol, std::move(body), std::move(tell),
                                                   script.value(number), verbs);
    };
    m_report.reset();
    std::unique_ptr<submission::Link> link =
        m_link && m_link->isFor(job) ? std::move(m_link) : nullptr;
    m_run = std::make_unique<submission::Run>(
        job, m_background, m_letIn, connect,
        [this](const core::AttemptEvent &event) {
            if (const auto *report = std::get_if<core::AttemptReport>(&event)) {
                m_report = *report;
                m_link = m_run->takeLink();
            } else if (std::holds_alternative<core::Halted>(event)) {
                ++m_halts;
                const auto next = [this] { m_letsEnd ? m_run->letEnd() : m_run->cancel(); };
                QMetaObject::invokeMethod(m_run.get(), next, Qt::QueuedConnection);
            }
        },
        std::move(link));
    m_run->start();
    QTRY_VERIFY(m_report);
}

QByteArray KeepingTest::said() const
{
    QByteArrayList connections;
    for (const QByteArrayList &verbs : m_verbs) {
        connections.append(verbs.join(' '));
    }
    return connections.join(" | ");
}

void KeepingTest::sendsOverOneConnection()
{
    const QByteArrayList rest{"rest"};
    const Script script{opening + taken + rest + taken + rest + taken};
    for (int i = 0; i < 3; ++i) {
        send(job(), script);
        QCOMPARE(outcome(), Outcome::Accepted);
        QCOMPARE(m_report->facts.recipients.size(), 1);
        QVERIFY(m_link);
    }
    QCOMPARE(said(), "EHLO MAIL RCPT DATA 7bit MAIL RCPT DATA 7bit MAIL RCPT DATA 7bit");
    QCOMPARE(m_link->mails, 3);
}

void KeepingTest::connectsAgainWhereTheKeptOneIsOfNoUse_data()
{
    QTest::addColumn<QByteArrayList>("answer");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("closed") << QByteArrayList{"close"} << QByteArray("MAIL");
    QTest::newRow("421 to MAIL") << QByteArrayList{"421 enough", "close"} << QByteArray("MAIL");
    QTest::newRow("454 to MAIL") << QByteArrayList{"454 4.7.0 too many"} << QByteArray("MAIL");
    QTest::newRow("closed at RCPT") << QByteArrayList{"250 ok", "close"} << QByteArray("MAIL RCPT");
}

void KeepingTest::connectsAgainWhereTheKeptOneIsOfNoUse()
{
    QFETCH(QByteArrayList, answer);
    QFETCH(QByteArray, asked);
    const Script script{opening + taken + QByteArrayList{"rest"} + answer, opening + taken};
    send(job(), script);
    send(job(), script);
    QCOMPARE(outcome(), Outcome::Accepted);
    QCOMPARE(said(), "EHLO MAIL RCPT DATA 7bit " + asked + " | EHLO MAIL RCPT DATA 7bit");
    QVERIFY(m_link);
    // The same from a new connection is the mail's, or the server's.
    cleanup();
    send(job(), {opening + answer});
    QVERIFY(outcome() != Outcome::Accepted);
    QCOMPARE(said(), "EHLO " + asked);
}

void KeepingTest::aRefusedMailLeavesItOpen()
{
    const Script script{opening + QByteArrayList{"250 ok", "550 no", "250 reset", "rest"} + taken};
    send(job(), script);
    QCOMPARE(outcome(), Outcome::Refused);
    send(job(), script);
    QCOMPARE(outcome(), Outcome::Accepted);
    QCOMPARE(said(), "EHLO MAIL RCPT RSET MAIL RCPT DATA 7bit");
}

void KeepingTest::endsWithTheLimitOfMails()
{
    submission::Job limited = job();
    limited.keeping.mailsPerConnection = 2;
    const Script script{opening + taken + QByteArrayList{"rest"} + taken, opening + taken};
    for (int i = 0; i < 3; ++i) {
        send(limited, script);
        QCOMPARE(outcome(), Outcome::Accepted);
    }
    QCOMPARE(said(), "EHLO MAIL RCPT DATA 7bit MAIL RCPT DATA 7bit | EHLO MAIL RCPT DATA 7bit");
}

void KeepingTest::anotherLoginIsAnotherConnection()
{
    send(job(), {opening + taken, opening + taken});
    submission::Job other = job();
    other.credentials = core::Credentials{u"jiro"_s, core::Secret("word-pass")};
    QVERIFY(!m_link->isFor(other));
    other = job();
    other.profile.caFile = u"/ca.pem"_s;
    QVERIFY(!m_link->isFor(other));
    QVERIFY(m_link->isFor(job()));
}

void KeepingTest::holdsTheEnd()
{
    submission::Job held = job();
    held.keeping.holdEnd = true;
    const QByteArrayList letTaken{"250 ok", "250 ok", "354 go", "let", "250 taken"};
    const Script script{opening + letTaken + QByteArrayList{"rest"} + letTaken};
    send(held, script);
    QCOMPARE(outcome(), Outcome::Accepted);
    send(held, script);
    QCOMPARE(outcome(), Outcome::Accepted);
    QCOMPARE(m_halts, 2);
    QCOMPARE(said(), "EHLO MAIL RCPT DATA 7bit MAIL RCPT DATA 7bit");
}

void KeepingTest::takesTheMailBack()
{
    submission::Job held = job();
    held.keeping.holdEnd = true;
    m_letsEnd = false;
    send(held, {opening + QByteArrayList{"250 ok", "250 ok", "354 go", "let", "250 taken"}});
    QCOMPARE(outcome(), Outcome::Cancelled);
    QCOMPARE(m_halts, 1);
    QVERIFY(!m_link);
}

PROSERPINA_TEST(KeepingTest)
#include "tst_keeping.moc"
