// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "names.h"
#include "testmain.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Security;
using core::Stage;

/// The driver over real sockets against the practice server.
class ConnectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sends_data();
    void sends();
    void oldTls();
    void nameOnlyInTheOldWay();
    void certificates_data();
    void certificates();
    void injectionOverARealSocket();
    void brokenHandshake();
    void pinned_data();
    void pinned();
    void wrongTlsMode_data();
    void wrongTlsMode();
    void refusedPort();
    void severalAddresses_data();
    void severalAddresses();
    void unknownName();
    void caFileUnreadable();
    void largeBody();
};

void ConnectionTest::sends_data()
{
    QTest::addColumn<int>("security");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("roundTrips");
    const auto row = [](const char *name, Security security, const char *fault, int roundTrips) {
        QTest::addRow("%s", name) << static_cast<int>(security) << QString::fromLatin1(fault)
                                  << roundTrips;
    };
    // Login by PLAIN1, one round trip.
    row("STARTTLS: 8 round trips, as msmtp", Security::StartTls, "", 8);
    row("SMTPs: 6 round trips, as msmtp", Security::Smtps, "", 6);
    row("without PIPELINING", Security::StartTls, "no-pipelining", 10);
    row("B25 one octet a packet", Security::StartTls, "dribble", 8);
    row("B27 LF-only", Security::StartTls, "lf-only", 8);
}

void ConnectionTest::sends()
{
    QFETCH(int, security);
    QFETCH(QString, fault);
    QFETCH(int, roundTrips);
    const auto how = static_cast<Security>(security);
    service::PracticeEntry entry(
        practice::behaviourWithFault(fault).value_or(practice::Behaviour{}));
    QVERIFY(entry.start());
    const QByteArray message = ".first line\r\n\r\n.\r\n..\r\nlast";
    auto settings = settingsFor(entry, Goal::SendMail, how);
    settings.method = core::Method::Plain1;
    Attempt attempt(settings, targetFor(entry, how), message);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().outcome), static_cast<int>(Outcome::Accepted));
    QCOMPARE(attempt.facts().roundTrips, roundTrips);
    QCOMPARE(entry.server().mailbox().size(), 1);
    QCOMPARE(entry.server().mailbox()[0].message, message + "\r\n");
    QVERIFY(entry.server().mailbox()[0].encrypted);
    QVERIFY(attempt.facts().tls->trusted());
    QVERIFY(attempt.facts().tls->version.startsWith("TLSv1."_L1));
    for (const core::TranscriptLine &line : attempt.transcript()) {
        QVERIFY(!line.text.contains(entry.credentials().password.reveal()));
        QVERIFY(line.tls || !line.text.startsWith("AUTH"));
    }
}

/// B47: said with the version; nothing is sent.
void ConnectionTest::oldTls()
{
    for (const Security how : {Security::Smtps, Security::StartTls}) {
        service::PracticeEntry entry(*practice::behaviourWithFault(u"tls-old"_s));
        QVERIFY(entry.start());
        Attempt attempt(settingsFor(entry, Goal::SendMail, how), targetFor(entry, how), "x");
        attempt.start();
        QVERIFY(attempt.waitForEnd());
        QCOMPARE(attempt.facts().failure, Failure::TlsTooOld);
        QCOMPARE(attempt.facts().stage, Stage::Tls);
        QVERIFY(entry.mailbox().isEmpty());
    }
}

/// B46: a common name without a subject alternative name does, and is noted.
void ConnectionTest::nameOnlyInTheOldWay()
{
    service::PracticeEntry entry(*practice::behaviourWithFault(u"cert-name-only"_s));
    QVERIFY(entry.start());
    Attempt attempt(settingsFor(entry, Goal::Check), targetFor(entry));
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QVERIFY(attempt.facts().notes.contains(core::Note::CertificateWithoutAltName));
}

void ConnectionTest::certificates_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("security");
    QTest::addColumn<int>("certificateFault");
    const struct
    {
        const char *name;
        const char *fault;
        CertificateFault certificateFault;
    } rows[] = {
        {"B41 expired", "cert-expired", CertificateFault::Expired},
        {"B105 not yet valid", "cert-not-yet-valid", CertificateFault::NotYetValid},
        {"B42 self-signed", "cert-self-signed", CertificateFault::SelfSigned},
        {"B42 unknown issuer", "cert-unknown-issuer", CertificateFault::UnknownIssuer},
        {"B43 wrong host", "cert-wrong-host", CertificateFault::WrongHost},
        {"B44 incomplete chain", "cert-incomplete-chain", CertificateFault::UnknownIssuer},
    };
    for (const auto &row : rows) {
        QTest::addRow("%s, STARTTLS", row.name)
            << QString::fromLatin1(row.fault) << static_cast<int>(Security::StartTls)
            << static_cast<int>(row.certificateFault);
        QTest::addRow("%s, SMTPs", row.name)
            << QString::fromLatin1(row.fault) << static_cast<int>(Security::Smtps)
            << static_cast<int>(row.certificateFault);
    }
}

void ConnectionTest::certificates()
{
    QFETCH(QString, fault);
    QFETCH(int, security);
    QFETCH(int, certificateFault);
    const auto how = static_cast<Security>(security);
    service::PracticeEntry entry(*practice::behaviourWithFault(fault));
    QVERIFY(entry.start());
    QByteArrayList heard;
    connect(&entry.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Attempt attempt(settingsFor(entry, Goal::SendMail, how), targetFor(entry, how), "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure),
             static_cast<int>(Failure::CertificateRejected));
    QCOMPARE(attempt.facts().tls->faults,
             QList<CertificateFault>{static_cast<CertificateFault>(certificateFault)});
    QVERIFY(!attempt.facts().tls->certificate().isEmpty());
    QVERIFY(!attempt.facts().tls->errors.isEmpty());
    // Nothing was said behind the refused handshake.
    QCOMPARE(heard, how == Security::Smtps ? QByteArrayList{}
                                           : (QByteArrayList{"EHLO [127.0.0.1]", "STARTTLS"}));
}

void ConnectionTest::pinned_data()
{
    QTest::addColumn<QString>("fault"); // empty: a certificate that its issuer vouches for
    QTest::addColumn<bool>("same");
    QTest::addRow("B42 self-signed and pinned: logs in") << u"cert-self-signed"_s << true;
    QTest::addRow("B41 expired and pinned: logs in") << u"cert-expired"_s << true;
    QTest::addRow("good and pinned: logs in") << QString() << true;
    QTest::addRow("B45 self-signed, another is pinned: blocked") << u"cert-self-signed"_s << false;
    QTest::addRow("B45 good, another is pinned: blocked") << QString() << false;
}

void ConnectionTest::pinned()
{
    QFETCH(QString, fault);
    QFETCH(bool, same);
    service::PracticeEntry entry(fault.isEmpty() ? practice::Behaviour()
                                                 : *practice::behaviourWithFault(fault));
    QVERIFY(entry.start());
    QByteArrayList heard;
    connect(&entry.server(), &practice::Server::lineReceived, this,
            [&heard](const QByteArray &line) { heard.append(line); });
    Attempt look(settingsFor(entry, Goal::ReadReply), targetFor(entry));
    look.start();
    QVERIFY(look.waitForEnd());
    heard.clear();

    net::Target target = targetFor(entry);
    target.tls.pinnedSha256 = look.facts().tls->certificate().sha256;
    if (!same) {
        target.tls.pinnedSha256[0] = static_cast<char>(~target.tls.pinnedSha256[0]);
    }
    Attempt attempt(settingsFor(entry, Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().tls->pinned, same);
    QCOMPARE(attempt.facts().loggedIn, same);
    QCOMPARE(attempt.facts().notes.contains(core::Note::CertificatePinned), same);
    if (!same) {
        QCOMPARE(static_cast<int>(attempt.facts().failure),
                 static_cast<int>(Failure::CertificateChanged));
        QVERIFY(!attempt.facts().tls->certificate().isEmpty());
        QCOMPARE(heard, (QByteArrayList{"EHLO [127.0.0.1]", "STARTTLS"}));
    }
}

void ConnectionTest::injectionOverARealSocket()
{
    service::PracticeEntry entry(*practice::behaviourWithFault(u"starttls-injected"_s));
    QVERIFY(entry.start());
    Attempt attempt(settingsFor(entry, Goal::SendMail), targetFor(entry), "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure),
             static_cast<int>(Failure::PlaintextInjected));
    QVERIFY(!attempt.facts().afterTls);
    QVERIFY(entry.server().mailbox().isEmpty());
}

void ConnectionTest::brokenHandshake()
{
    service::PracticeEntry entry(*practice::behaviourWithFault(u"tls-broken"_s));
    QVERIFY(entry.start());
    Attempt attempt(settingsFor(entry, Goal::SendMail), targetFor(entry), "x");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure),
             static_cast<int>(Failure::TlsHandshakeFailed));
    QCOMPARE(core::stageName(attempt.facts().stage), core::stageName(Stage::Tls));
    QCOMPARE(entry.server().connections(), 1); // B39: no second try without TLS
}

void ConnectionTest::wrongTlsMode_data()
{
    QTest::addColumn<int>("portOf");
    QTest::addColumn<int>("security");
    QTest::addRow("B05 TLS client on a plain port")
        << static_cast<int>(Security::StartTls) << static_cast<int>(Security::Smtps);
}

void ConnectionTest::wrongTlsMode()
{
    QFETCH(int, portOf);
    QFETCH(int, security);
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    Attempt attempt(settingsFor(entry, Goal::Check, static_cast<Security>(security)),
                    targetFor(entry, static_cast<Security>(portOf)));
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure), static_cast<int>(Failure::WrongTlsMode));
}

void ConnectionTest::refusedPort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    Attempt attempt({}, {u"127.0.0.1"_s, port, {}, {}, std::chrono::seconds(10)});
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure),
             static_cast<int>(Failure::ConnectionRefused));
    QCOMPARE(core::stageName(attempt.facts().stage), core::stageName(Stage::Connect));
    QCOMPARE(attempt.addresses().size(), 1);
    QVERIFY(!attempt.addresses()[0].error.isEmpty());
}

void ConnectionTest::severalAddresses_data()
{
    QTest::addColumn<QByteArrayList>("addresses");
    QTest::addColumn<bool>("reached");
    QTest::newRow("B90: dead IPv6, live IPv4") << QByteArrayList{"::1", "127.0.0.1"} << true;
    QTest::newRow("B92: first of two addresses down")
        << QByteArrayList{"127.0.0.2", "127.0.0.1"} << true;
    QTest::newRow("B92: both down") << QByteArrayList{"::1", "127.0.0.2"} << false;
}

/// Each address is shown with its result, in the ladder and in the transcript.
void ConnectionTest::severalAddresses()
{
    QFETCH(QByteArrayList, addresses);
    QFETCH(bool, reached);
    // Qt remembers what a name led to: each row has its own.
    const QByteArray host = addresses.join('.').replace(':', 'x') + ".practice.invalid";
    const TestName name(host, addresses);
    practice::Behaviour behaviour;
    behaviour.certificateHosts = {QString::fromLatin1(host)};
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    net::Target target = targetFor(entry);
    target.host = QString::fromLatin1(host);
    Attempt attempt(settingsFor(entry, Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().loggedIn, reached);
    QCOMPARE(attempt.facts().failure, reached ? Failure::None : Failure::ConnectionRefused);
    const QList<core::AddressAttempt> attempts = attempt.addresses();
    QCOMPARE(attempts.size(), 2);
    QByteArrayList told;
    for (const core::TranscriptLine &line : attempt.transcript()) {
        if (line.direction == core::TranscriptLine::Direction::Note) {
            told.append(line.note.english().toUtf8());
        }
    }
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(attempts[i].address.toLatin1(), addresses[i]);
        const bool answered = reached && i == 1;
        QCOMPARE(attempts[i].error.isEmpty(), answered);
        QVERIFY(told.value(i).startsWith((answered ? "connected to " : "no connection to ") +
                                         addresses[i]));
    }
}

void ConnectionTest::unknownName()
{
    // RFC 6761 6.4: .invalid never exists; a machine without a resolver says so instead.
    Attempt attempt({}, {u"no-such-host.invalid"_s, 25, {}, {}, std::chrono::seconds(20)});
    attempt.start();
    QVERIFY(attempt.waitForEnd(30'000));
    const Failure failure = attempt.facts().failure;
    QVERIFY(failure == Failure::NameNotFound || failure == Failure::NoResolver ||
            failure == Failure::TimedOut);
    QCOMPARE(core::stageName(attempt.facts().stage), core::stageName(Stage::Dns));
}

void ConnectionTest::caFileUnreadable()
{
    net::TlsSettings tls;
    tls.caFile = u"/nowhere/ca.pem"_s;
    Attempt attempt({}, {u"127.0.0.1"_s, 25, tls, {}, std::chrono::seconds(10)});
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(static_cast<int>(attempt.facts().failure),
             static_cast<int>(Failure::CaFileUnreadable));
    QVERIFY(attempt.facts().detail.english().contains("/nowhere/ca.pem"_L1));
}

void ConnectionTest::largeBody()
{
    service::PracticeEntry entry;
    QVERIFY(entry.start());
    const QByteArray message = QByteArray(70, 'x').append("\r\n.dot\r\n").repeated(50'000);
    Attempt attempt(settingsFor(entry, Goal::SendMail), targetFor(entry), message);
    attempt.start();
    QVERIFY(attempt.waitForEnd(30'000));
    QCOMPARE(static_cast<int>(attempt.facts().outcome), static_cast<int>(Outcome::Accepted));
    qint64 last = 0;
    for (const auto [sent, total] : attempt.progress()) {
        QVERIFY(sent >= last && total == message.size());
        last = sent;
    }
    QCOMPARE(last, message.size());
    QVERIFY(entry.server().mailbox()[0].message == message);
}

PROSERPINA_TEST(ConnectionTest)
#include "tst_connection.moc"
