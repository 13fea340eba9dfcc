// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "madecertificate.h"
#include "testmain.h"
#include "trust.h"

#include <QTest>

#include <openssl/ssl.h>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Security;
using core::Stage;
using practice::CertificateKind;

namespace
{

const QByteArray smallMail = "Subject: x\r\n\r\ny\r\n";

} // namespace

/// TLS as servers do it, good and bad, over real sockets.
class TlsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldTls_data();
    void oldTls();
    void ticketsAreNoReply_data();
    void ticketsAreNoReply();
    void clientCertificateDemanded_data();
    void clientCertificateDemanded();
    void clientCertificateGiven_data();
    void clientCertificateGiven();
    void clientCertificateForTheServerOnly_data();
    void clientCertificateForTheServerOnly();
    void keyOfAnother();
    void cutWithoutCloseNotify_data();
    void cutWithoutCloseNotify();
};

void TlsTest::oldTls_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("allowed");
    const struct
    {
        const char *name;
        int version;
    } versions[] = {{"TLS 1.0", TLS1_VERSION}, {"TLS 1.1", TLS1_1_VERSION}};
    for (const auto &version : versions) {
        QTest::addRow("B47: %s only, SMTPs: refused", version.name)
            << version.version << Security::Smtps << false;
        QTest::addRow("B47: %s only, STARTTLS: refused", version.name)
            << version.version << Security::StartTls << false;
        QTest::addRow("B47: %s only, SMTPs: allowed", version.name)
            << version.version << Security::Smtps << true;
        QTest::addRow("B47: %s only, STARTTLS: allowed", version.name)
            << version.version << Security::StartTls << true;
    }
}

void TlsTest::oldTls()
{
    QFETCH(int, version);
    QFETCH(Security, security);
    QFETCH(bool, allowed);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour();
    behaviour.oldest = behaviour.newest = version;
    behaviour.startTls = security == Security::StartTls;
    OpenSslServer server(behaviour);
    net::Target target = trust.target(server);
    target.tls.allowOld = allowed;
    Attempt attempt(settingsFor(Goal::Check, security), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().loggedIn, allowed);
    QCOMPARE(attempt.facts().failure, allowed ? Failure::None : Failure::TlsTooOld);
    QCOMPARE(attempt.facts().notes.contains(core::Note::OldTlsVersion), allowed);
    if (allowed) {
        QCOMPARE(attempt.facts().tls->version,
                 version == TLS1_VERSION ? u"TLSv1.0"_s : u"TLSv1.1"_s);
        QVERIFY(attempt.facts().tls->trusted());
    } else {
        QCOMPARE(attempt.facts().stage, Stage::Tls);
    }
}

void TlsTest::ticketsAreNoReply_data()
{
    QTest::addColumn<int>("tickets");
    QTest::addColumn<Security>("security");
    QTest::newRow("B49: no tickets, SMTPs") << 0 << Security::Smtps;
    QTest::newRow("B49: two tickets, SMTPs") << 2 << Security::Smtps;
    QTest::newRow("B49: two tickets, STARTTLS") << 2 << Security::StartTls;
    QTest::newRow("B49: twenty tickets, STARTTLS") << 20 << Security::StartTls;
}

/// The same lines, whatever comes beside them.
void TlsTest::ticketsAreNoReply()
{
    QFETCH(int, tickets);
    QFETCH(Security, security);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour();
    behaviour.oldest = TLS1_3_VERSION;
    behaviour.tickets = tickets;
    behaviour.startTls = security == Security::StartTls;
    OpenSslServer server(behaviour);
    Attempt attempt(settingsFor(Goal::SendMail, security), trust.target(server), smallMail);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QCOMPARE(attempt.facts().tls->version, u"TLSv1.3"_s);
    QByteArrayList said;
    for (const core::TranscriptLine &line : attempt.transcript()) {
        if (line.direction == core::TranscriptLine::Direction::Server && line.tls) {
            said.append(line.text);
        }
    }
    QByteArrayList expected{"250-openssl.test", "250-HELP", "250 AUTH PLAIN", "235 in",
                            "250 ok",           "250 ok",   "354 go",         "250 taken"};
    if (security == Security::Smtps) {
        expected.prepend("220 openssl.test");
    }
    QCOMPARE(said, expected);
}

void TlsTest::clientCertificateDemanded_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Security>("security");
    QTest::addColumn<bool>("wrongOne");
    QTest::addColumn<QString>("alert");
    const QString none = u"tlsv13 alert certificate required"_s;
    const QString noneBefore13 = u"sslv3 alert handshake failure"_s;
    QTest::newRow("B50: TLS 1.3, SMTPs: the alert comes where the greeting should")
        << TLS1_3_VERSION << Security::Smtps << false << none;
    QTest::newRow("B50: TLS 1.3, STARTTLS: the alert comes where EHLO's reply should")
        << TLS1_3_VERSION << Security::StartTls << false << none;
    QTest::newRow("B50: TLS 1.2, SMTPs: in the handshake")
        << TLS1_2_VERSION << Security::Smtps << false << noneBefore13;
    QTest::newRow("B50: TLS 1.2, STARTTLS: in the handshake")
        << TLS1_2_VERSION << Security::StartTls << false << noneBefore13;
    QTest::newRow("B50: TLS 1.3, SMTPs, a certificate of another authority")
        << TLS1_3_VERSION << Security::Smtps << true << u"tlsv1 alert unknown ca"_s;
}

void TlsTest::clientCertificateDemanded()
{
    QFETCH(int, version);
    QFETCH(Security, security);
    QFETCH(bool, wrongOne);
    QFETCH(QString, alert);
    const Trust trust;
    const practice::CertificateAuthority stranger("A stranger");
    const practice::ServerIdentity strange = stranger.issue(CertificateKind::Client, {u"me"_s});
    const PemFile file(strange.certificatePem + strange.keyPem);
    OpenSslBehaviour behaviour = trust.behaviour();
    behaviour.clientCa = trust.authority.certificatePem();
    behaviour.newest = version;
    behaviour.startTls = security == Security::StartTls;
    OpenSslServer server(behaviour);
    net::Target target = trust.target(server);
    target.tls.clientCertificate = wrongOne ? file.name() : QString();
    Attempt attempt(settingsFor(Goal::SendMail, security), target, smallMail);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    qInfo("at %s: %s", core::stageName(attempt.facts().stage).data(),
          qPrintable(attempt.facts().detail.english()));
    QCOMPARE(attempt.facts().outcome, Outcome::Failed);
    // By the alert in the library's words (RFC 8446 6.2), by which the cause is told.
    QCOMPARE(attempt.facts().failure,
             version == TLS1_3_VERSION ? Failure::ClosedByPeer : Failure::TlsHandshakeFailed);
    QVERIFY(attempt.facts().detail.english().endsWith(alert));
    QVERIFY(!attempt.facts().loggedIn);
    QCOMPARE(server.handshakes(), 0);
    QVERIFY(!server.heard().contains("AUTH"));
}

void TlsTest::clientCertificateGiven_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("ownKeyFile");
    QTest::addColumn<CertificateKind>("kind");
    QTest::newRow("B50: TLS 1.3, the key in a file of its own")
        << TLS1_3_VERSION << true << CertificateKind::Client;
    QTest::newRow("B50: TLS 1.3, the key beside the certificate")
        << TLS1_3_VERSION << false << CertificateKind::Client;
    QTest::newRow("B50: TLS 1.2, the key in a file of its own")
        << TLS1_2_VERSION << true << CertificateKind::Client;
    QTest::newRow("B50: TLS 1.3, an RSA key")
        << TLS1_3_VERSION << true << CertificateKind::RsaClient;
}

void TlsTest::clientCertificateGiven()
{
    QFETCH(int, version);
    QFETCH(bool, ownKeyFile);
    QFETCH(CertificateKind, kind);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour();
    behaviour.clientCa = trust.authority.certificatePem();
    behaviour.newest = version;
    OpenSslServer server(behaviour);
    const practice::ServerIdentity own = trust.authority.issue(kind, {u"me"_s});
    const PemFile certificate(ownKeyFile ? own.certificatePem : own.certificatePem + own.keyPem);
    const PemFile key(own.keyPem);
    net::Target target = trust.target(server);
    target.tls.clientCertificate = certificate.name();
    target.tls.clientKey = ownKeyFile ? key.name() : QString();
    Attempt attempt(settingsFor(Goal::SendMail), target, smallMail);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    QCOMPARE(server.handshakes(), 1);
}

void TlsTest::clientCertificateForTheServerOnly_data()
{
    QTest::addColumn<practice::ServerIdentity>("identity");
    QTest::addColumn<QByteArray>("trusted");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const MadeCertificate &server,
                        const MadeCertificate &trusted, bool good = false) {
        QTest::newRow(name) << server.identity() << trusted.pem() << good;
    };
    const QList<AlternativeName> here{{AlternativeName::Kind::Dns, "localhost"}};
    const QList<AlternativeName> elsewhere{{AlternativeName::Kind::Dns, "mail.example"}};
    const MadeCertificate root({.commonNames = {"Root"}, .authority = true});
    const MadeCertificate stranger({.commonNames = {"Stranger"}, .authority = true});
    row("the server that was meant", {{.names = here}, root}, root, true);
    row("nobody vouches for it", {{.names = here}, stranger}, root);
    row("it is another, as the library finds", {{.names = elsewhere}, root}, root);
    row("it is another, as only we find",
        {{.commonNames = {"localhost"}, .names = elsewhere}, root}, root);
    row("it is too weak, as only we look", {{.names = here, .digest = "SHA1"}, root}, root);
}

/// With TLS 1.3 it is shown to nobody but the server. TLS 1.2 has it before the library, and so we,
/// look at the server's: docs/security.md and the window say so.
void TlsTest::clientCertificateForTheServerOnly()
{
    QFETCH(practice::ServerIdentity, identity);
    QFETCH(QByteArray, trusted);
    QFETCH(bool, good);
    const Trust trust;
    const practice::ServerIdentity own = trust.authority.issue(CertificateKind::Client, {u"me"_s});
    const PemFile client(own.certificatePem + own.keyPem);
    const PemFile roots(trusted);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        OpenSslBehaviour behaviour;
        behaviour.identity = identity;
        behaviour.clientCa = trust.authority.certificatePem();
        behaviour.oldest = behaviour.newest = version;
        OpenSslServer server(behaviour);
        net::Target target = trust.target(server);
        target.tls.caFile = roots.name();
        target.tls.clientCertificate = client.name();
        target.tls.allowOld = true;
        Attempt attempt(settingsFor(Goal::Check), target);
        attempt.start();
        QVERIFY(attempt.waitForEnd());
        QCOMPARE(attempt.facts().loggedIn, good);
        QCOMPARE(attempt.facts().failure, good ? Failure::None : Failure::CertificateRejected);
        QTRY_COMPARE(server.open(), 0); // it has all that was sent
        QCOMPARE(server.clientsShown(), good || version == TLS1_2_VERSION ? 1 : 0);
        QCOMPARE(server.heard().isEmpty(), !good);
    }
}

/// B50 with a mistake of our own: it is not the server's handshake that failed.
void TlsTest::keyOfAnother()
{
    const Trust trust;
    const practice::ServerIdentity own = trust.authority.issue(CertificateKind::Client, {u"me"_s});
    const practice::ServerIdentity other = trust.authority.issue(CertificateKind::Client, {u"x"_s});
    const PemFile file(own.certificatePem + other.keyPem);
    for (const Security security : {Security::Smtps, Security::StartTls}) {
        OpenSslBehaviour behaviour = trust.behaviour();
        behaviour.startTls = security == Security::StartTls;
        OpenSslServer server(behaviour);
        net::Target target = trust.target(server);
        target.tls.clientCertificate = file.name();
        Attempt attempt(settingsFor(Goal::Check, security), target);
        attempt.start();
        QVERIFY(attempt.waitForEnd());
        QCOMPARE(attempt.facts().failure, Failure::ClientCertificateUnreadable);
        QVERIFY(attempt.facts().detail.english().contains(file.name()));
        QCOMPARE(attempt.facts().stage, Stage::Tls);
        QCOMPARE(server.handshakes(), 0);
    }
}

void TlsTest::cutWithoutCloseNotify_data()
{
    QTest::addColumn<qint64>("cutsInBody");
    QTest::addColumn<QByteArray>("cutsAfterSaying");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<Failure>("failure");
    QTest::newRow("B51: at the message's first octets: failed")
        << qint64{0} << QByteArray() << Outcome::Failed << Failure::ClosedByPeer;
    QTest::newRow("B51: in the middle of the message: failed")
        << qint64{3'000'000} << QByteArray() << Outcome::Failed << Failure::ClosedByPeer;
    QTest::newRow("B51: after the dot, half a reply: unknown")
        << qint64{-1} << QByteArray("250 ta") << Outcome::Unknown << Failure::LostAfterDot;
    QTest::newRow("B51: after the dot, half a reply of two lines: unknown")
        << qint64{-1} << QByteArray("250-taken\r\n") << Outcome::Unknown << Failure::LostAfterDot;
    QTest::newRow("B51: after the reply: accepted, for the reply was whole")
        << qint64{-1} << QByteArray("250 taken\r\n") << Outcome::Accepted << Failure::None;
}

void TlsTest::cutWithoutCloseNotify()
{
    QFETCH(qint64, cutsInBody);
    QFETCH(QByteArray, cutsAfterSaying);
    QFETCH(Outcome, outcome);
    QFETCH(Failure, failure);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour();
    behaviour.cutsInBody = cutsInBody;
    behaviour.cutsAfterSaying = cutsAfterSaying;
    OpenSslServer server(behaviour);
    const QByteArray large = QByteArray(70, 'x').append("\r\n").repeated(200'000);
    Attempt attempt(settingsFor(Goal::SendMail), trust.target(server),
                    cutsInBody < 0 ? smallMail : large);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    qInfo("%s", qPrintable(attempt.facts().detail.english()));
    QCOMPARE(attempt.facts().outcome, outcome);
    QCOMPARE(attempt.facts().failure, failure);
    QCOMPARE(attempt.facts().recipients[0].outcome, outcome);
}

PROSERPINA_TEST(TlsTest)

#include "tst_tls.moc"
