// SPDX-License-Identifier: GPL-3.0-or-later
#include "pop/session.h"
#include "scriptplayer.h"
#include "testmain.h"

#include <QTest>

using core::Failure;
using core::Outcome;
using core::PopAuth;
using core::PopSecurity;
using core::Stage;

namespace
{

struct Row
{
    QByteArray name;
    QByteArray script;
    Outcome outcome = Outcome::Accepted;
    Failure failure = Failure::None;
    Stage stage = Stage::Auth;
    std::function<void(pop::SessionSettings &)> set = {};
};

// RFC 1939 7's stamp, user and password.
const QByteArray stamped = "S: +OK ready <1896.697170952@dbc.mtview.ca.us>\n";
const QByteArray plain = "S: +OK ready\n";
const QByteArray apop = "C: APOP mrose c4c9334bac560ecc979e58001b3e22fb\n";
const QByteArray user = "C: USER mrose\nS: +OK\nC: PASS tanstaaf\n";
const QByteArray welcome = "S: +OK maildrop has 1 message\nC: QUIT\nS: +OK bye\nCLOSE";
const QByteArray leaves = "C: QUIT\nS: +OK bye\nCLOSE";

void overTls(pop::SessionSettings &settings)
{
    settings.security = PopSecurity::Pop3s;
}

void byStls(pop::SessionSettings &settings)
{
    settings.security = PopSecurity::Stls;
}

void allowed(pop::SessionSettings &settings)
{
    settings.allowPlaintextPassword = true;
}

QList<Row> loginRows()
{
    return {
        {"APOP where the greeting has a stamp", stamped + apop + welcome},
        {"USER and PASS over TLS", "TLS\n" + plain + user + welcome, Outcome::Accepted,
         Failure::None, Stage::Auth, overTls},
        {"APOP over TLS too", "TLS\n" + stamped + apop + welcome, Outcome::Accepted, Failure::None,
         Stage::Auth, overTls},
        {"STLS, then no second greeting", plain + "C: STLS\nS: +OK begin\nTLS\n" + user + welcome,
         Outcome::Accepted, Failure::None, Stage::Auth, byStls},
        {"USER and PASS without TLS, allowed", plain + user + welcome, Outcome::Accepted,
         Failure::None, Stage::Auth, allowed},
        {"USER is wanted though there is a stamp", "TLS\n" + stamped + user + welcome,
         Outcome::Accepted, Failure::None, Stage::Auth,
         [](pop::SessionSettings &settings) {
             overTls(settings);
             settings.auth = PopAuth::User;
         }},
        {"the words in any case",
         "S: +ok <1896.697170952@dbc.mtview.ca.us>\n" + apop + "S: +Ok\nC: QUIT\nS: +ok\nCLOSE"},
        {"the link is lost after the login", stamped + apop + "S: +OK\nC: QUIT\nEOF\nCLOSE"},
        {"nobody answers QUIT", stamped + apop + "S: +OK\nC: QUIT\nTIMEOUT\nCLOSE"},
        {"stopped after the login", stamped + apop + "S: +OK\nC: QUIT\nCANCEL\nCLOSE"},
    };
}

QList<Row> refusedRows()
{
    const auto no = Outcome::Failed;
    return {
        {"B100: no stamp and no TLS: sends no password", plain + leaves, no,
         Failure::PlaintextPasswordNotAllowed},
        {"B100: a malformed stamp is not hashed", "S: +OK <1896\n" + leaves, no,
         Failure::PlaintextPasswordNotAllowed},
        {"B100: APOP is wanted and there is no stamp", "TLS\n" + plain + leaves, no,
         Failure::MethodNotOffered, Stage::Auth,
         [](pop::SessionSettings &settings) {
             overTls(settings);
             settings.auth = PopAuth::Apop;
         }},
        {"APOP is refused: no weaker method", stamped + apop + "S: -ERR [AUTH] no\n" + leaves,
         Outcome::Refused, Failure::ReplyRefused},
        {"the password is refused", "TLS\n" + plain + user + "S: -ERR no\n" + leaves,
         Outcome::Refused, Failure::ReplyRefused, Stage::Auth, overTls},
        {"the user is refused: sends no password",
         "TLS\n" + plain + "C: USER mrose\nS: -ERR no\n" + leaves, Outcome::Refused,
         Failure::ReplyRefused, Stage::Auth, overTls},
        {"B102: in use", stamped + apop + "S: -ERR [IN-USE] another session\n" + leaves,
         Outcome::Deferred, Failure::ReplyDeferred},
        {"B102: too soon", stamped + apop + "S: -ERR [LOGIN-DELAY] wait\n" + leaves,
         Outcome::Deferred, Failure::ReplyDeferred},
        {"the greeting is a no", "S: -ERR [SYS/TEMP] overloaded\nCLOSE", Outcome::Deferred,
         Failure::ReplyDeferred, Stage::Greeting},
        {"an ID that POP3 cannot carry", "TLS\n" + plain + leaves, no, Failure::BadInput,
         Stage::Auth,
         [](pop::SessionSettings &settings) {
             overTls(settings);
             settings.credentials.userId = QStringLiteral("a\r\nDELE 1");
         }},
        {"nonsense for a goodbye changes nothing",
         stamped + apop + "S: +OK welcome\nC: QUIT\nS: Bye\nCLOSE"},
        {"a goodbye without an end neither",
         stamped + apop + "S: +OK welcome\nC: QUIT\nS! +OK " + QByteArray(20'000, 'x') + "\nCLOSE"},
        {"the server echoes the digest: it is not shown",
         stamped + apop + "S: -ERR unknown: APOP mrose c4c9334bac560ecc979e58001b3e22fb\n" + leaves,
         Outcome::Refused, Failure::ReplyRefused},
        {"a space in the ID would part APOP's words", stamped + leaves, no, Failure::BadInput,
         Stage::Auth,
         [](pop::SessionSettings &settings) {
             settings.credentials.userId = QStringLiteral("m rose");
         }},
    };
}

QList<Row> brokenRows()
{
    const auto no = Outcome::Failed;
    return {
        {"STLS is refused: no way round", plain + "C: STLS\nS: -ERR what\n" + leaves, no,
         Failure::StartTlsRefused, Stage::StartTls, byStls},
        {"B101: a line behind STLS' +OK is never believed",
         plain + "C: STLS\nS! +OK begin\\r\\n+OK logged in\\r\\n\nCLOSE", no,
         Failure::PlaintextInjected, Stage::Tls, byStls},
        {"the certificate has expired", plain + "C: STLS\nS: +OK\nTLS-EXPIRED\nCLOSE", no,
         Failure::CertificateRejected, Stage::Tls, byStls},
        {"an untrusted handshake that net let through", "TLS-UNTRUSTED\nCLOSE", no,
         Failure::CertificateRejected, Stage::Tls, overTls},
        {"the handshake never ends", "TLS-HANGS\nTIMEOUT\nCLOSE", no, Failure::TimedOut, Stage::Tls,
         overTls},
        {"an SMTP server", "S: 220 mail.example.org ESMTP\nCLOSE", no, Failure::NotAMailServer,
         Stage::Greeting},
        {"a server that speaks TLS from the first byte",
         "S! \\x15\\x03\\x01\\0\\x02\\x02\\x46\nCLOSE", no, Failure::WrongTlsMode, Stage::Greeting},
        {"neither +OK nor -ERR", stamped + apop + "S: maybe\nCLOSE", no, Failure::MalformedReply},
        {"the link is lost", stamped + apop + "EOF\nCLOSE", no, Failure::ClosedByPeer},
        {"nobody greets", "TIMEOUT\nCLOSE", no, Failure::TimedOut, Stage::Greeting},
        {"stopped", stamped + apop + "CANCEL\nCLOSE", Outcome::Cancelled, Failure::Cancelled},
        {"a line without an end", "S! +OK " + QByteArray(20'000, 'x') + "\nCLOSE", no,
         Failure::ReplyTooLong, Stage::Greeting},
    };
}

} // namespace

/// Scripted dialogues of pop::Session, each whole, by line and byte by byte.
class PopSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dialogue_data();
    void dialogue();
    void aReplyBeforeItsCommand();

private:
    QList<Row> m_rows = loginRows() + refusedRows() + brokenRows();
};

void PopSessionTest::dialogue_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("feeding");
    const QByteArrayList feedings{"whole", "by line", "by byte"};
    for (int index = 0; index < m_rows.size(); ++index) {
        for (int feeding = 0; feeding < feedings.size(); ++feeding) {
            QTest::newRow((m_rows[index].name + " (" + feedings[feeding] + ')').constData())
                << index << feeding;
        }
    }
}

void PopSessionTest::dialogue()
{
    QFETCH(int, index);
    QFETCH(int, feeding);
    const Row &row = m_rows[index];
    pop::SessionSettings settings;
    settings.security = PopSecurity::None;
    settings.credentials = {QStringLiteral("mrose"), core::Secret("tanstaaf")};
    if (row.set) {
        row.set(settings);
    }
    pop::Session session(settings);
    const dialogue::Played played =
        dialogue::play(session, [&session] { return session.isFinished(); },
                       {row.script, {}, static_cast<dialogue::Feeding>(feeding)});
    QCOMPARE(played.problem, QByteArray());
    QCOMPARE(session.facts().outcome, row.outcome);
    QCOMPARE(session.facts().failure, row.failure);
    QCOMPARE(session.facts().stage, row.stage);
    QVERIFY(!played.shown.join('\n').contains("tanstaaf"));
    QVERIFY(!played.shown.join('\n').contains("c4c9334bac560ecc979e58001b3e22fb"));
    QVERIFY(!session.facts().reply.contains("c4c9334bac560ecc979e58001b3e22fb"));
}

/// In one packet with the greeting it is no answer to what has not been sent; no script says that,
/// because in two packets it passes for one.
void PopSessionTest::aReplyBeforeItsCommand()
{
    pop::SessionSettings settings;
    settings.security = PopSecurity::None;
    settings.credentials = {QStringLiteral("mrose"), core::Secret("tanstaaf")};
    pop::Session session(settings);
    session.onConnected();
    session.onBytes("+OK ready <1896.697170952@dbc.mtview.ca.us>\r\n+OK logged in\r\n");
    QVERIFY(session.isFinished());
    QCOMPARE(session.facts().outcome, Outcome::Failed);
    QCOMPARE(session.facts().failure, Failure::UnexpectedReply);
    QVERIFY(std::holds_alternative<core::Close>(session.nextAction()));
}

PROSERPINA_TEST(PopSessionTest)

#include "tst_session.moc"
