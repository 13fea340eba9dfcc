// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "net/sessiontickets.h"
#include "reports.h"
#include "submission/sender.h"
#include "testmain.h"
#include "trust.h"

#include <QTest>

#include <openssl/ssl.h>

#include <functional>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Goal;
using core::Security;
using net::SessionTickets;
using practice::CertificateKind;

/// TLS sessions that later connections resume; the server tells whether they did.
class ResumptionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resumes_data();
    void resumes();
    void otherwiseAFullHandshake_data();
    void otherwiseAFullHandshake();
    void verifiesTheHostAgain();
    void serverForgot();
    void keepsNothingUntrusted();
    void pinned();
    void bySender();
    void keptAsLongAsTrustworthy_data();
    void keptAsLongAsTrustworthy();
    void oneUseEach();
    void bounded();
};

namespace
{

/// The facts of one login with these tickets.
core::SessionFacts logIn(const net::Target &target, SessionTickets &tickets,
                         Security security = Security::Smtps)
{
    Attempt attempt(settingsFor(Goal::Check, security), target);
    attempt.connection().useTickets(tickets);
    attempt.start();
    if (!attempt.waitForEnd()) {
        qWarning("the attempt did not end");
    }
    return attempt.facts();
}

/// A server for two names, and what may be chosen otherwise about the way to it.
struct Choices
{
    Trust trust;
    practice::ServerIdentity identity =
        trust.authority.issue(CertificateKind::Good, {u"localhost"_s, u"127.0.0.1"_s});
    practice::ServerIdentity own = trust.authority.issue(CertificateKind::Client, {u"me"_s});
    PemFile sameRoot{trust.authority.certificatePem()};
    PemFile client{own.certificatePem + own.keyPem};
};

using Change = std::function<void(net::Target &, Choices &)>;

const QDateTime now = QDateTime::fromString(u"2026-06-01T12:00:00Z"_s, Qt::ISODate);

SessionTickets::Key keyOf(const QString &host)
{
    SessionTickets::Key key;
    key.host = host;
    key.port = 465;
    return key;
}

} // namespace

void ResumptionTest::resumes_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<Security>("security");
    QTest::addColumn<CertificateKind>("kind");
    QTest::newRow("TLS 1.3, SMTPs")
        << TLS1_3_VERSION << Security::Smtps << CertificateKind::CompleteChain;
    QTest::newRow("TLS 1.3, STARTTLS")
        << TLS1_3_VERSION << Security::StartTls << CertificateKind::Good;
    QTest::newRow("TLS 1.2, SMTPs") << TLS1_2_VERSION << Security::Smtps << CertificateKind::Good;
    QTest::newRow("TLS 1.2, STARTTLS")
        << TLS1_2_VERSION << Security::StartTls << CertificateKind::CompleteChain;
}

void ResumptionTest::resumes()
{
    QFETCH(int, version);
    QFETCH(Security, security);
    QFETCH(CertificateKind, kind);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour(kind);
    behaviour.newest = version;
    behaviour.startTls = security == Security::StartTls;
    OpenSslServer server(behaviour);
    SessionTickets tickets;
    const core::SessionFacts first = logIn(trust.target(server), tickets, security);
    QVERIFY(first.loggedIn);
    QVERIFY(!first.tls->resumed);
    QCOMPARE(server.resumed(), 0);
    for (int later = 1; later <= 2; ++later) {
        const core::SessionFacts facts = logIn(trust.target(server), tickets, security);
        QCOMPARE(server.resumed(), later);
        QVERIFY(facts.loggedIn);
        QVERIFY(facts.tls->resumed);
        // One round trip less before TLS 1.3, the same certificates for people to see.
        QCOMPARE(facts.roundTrips, first.roundTrips - (version == TLS1_2_VERSION ? 1 : 0));
        core::TlsFacts same = *facts.tls;
        same.resumed = false;
        QCOMPARE(same, *first.tls);
    }
}

void ResumptionTest::otherwiseAFullHandshake_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("another name of the host",
        [](net::Target &target, Choices &) { target.host = u"127.0.0.1"_s; });
    row("the certificate is pinned now", [](net::Target &target, Choices &choices) {
        target.tls.pinnedSha256 =
            net::readCertificate(QSslCertificate(choices.identity.certificatePem)).sha256;
    });
    row("old TLS is allowed now",
        [](net::Target &target, Choices &) { target.tls.allowOld = true; });
    row("another CA file",
        [](net::Target &target, Choices &choices) { target.tls.caFile = choices.sameRoot.name(); });
    row("the CA file has another content", [](net::Target &, Choices &choices) {
        choices.trust.file.append(practice::CertificateAuthority("Another").certificatePem());
    });
    row("a client certificate", [](net::Target &target, Choices &choices) {
        target.tls.clientCertificate = choices.client.name();
    });
}

void ResumptionTest::otherwiseAFullHandshake()
{
    QFETCH(Change, change);
    Choices choices;
    OpenSslBehaviour behaviour;
    behaviour.identity = choices.identity;
    OpenSslServer server(behaviour);
    SessionTickets tickets;
    net::Target target = choices.trust.target(server);
    QVERIFY(logIn(target, tickets).loggedIn);
    QCOMPARE(tickets.count(), 1);
    change(target, choices);
    const core::SessionFacts facts = logIn(target, tickets);
    QVERIFY(facts.loggedIn);
    QVERIFY(!facts.tls->resumed);
    QVERIFY(!facts.tls->chain.isEmpty());
    QCOMPARE(server.handshakes(), 2);
    QCOMPARE(server.resumed(), 0);
    QCOMPARE(tickets.count(), 2);
}

/// A session that somehow got where no pin excuses its certificate: the name is compared all the
/// same.
void ResumptionTest::verifiesTheHostAgain()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour(CertificateKind::WrongHost));
    Attempt look(settingsFor(Goal::Check), trust.target(server));
    look.start();
    QVERIFY(look.waitForEnd());
    SessionTickets tickets;
    net::Target target = trust.target(server);
    target.tls.pinnedSha256 = look.facts().tls->certificate().sha256;
    QVERIFY(logIn(target, tickets).loggedIn);
    const core::Result<QSslConfiguration> configuration = net::clientConfiguration(target.tls);
    SessionTickets::Key key{target.host, target.port, target.tls, {}, *configuration};
    const QDateTime today = QDateTime::currentDateTimeUtc();
    auto ticket = tickets.take(key, today);
    QVERIFY(ticket);
    key.settings.pinnedSha256.clear();
    target.tls.pinnedSha256.clear();
    tickets.keep(key, *ticket, {}, today);
    const QByteArrayList &heard = server.heard();
    const core::SessionFacts facts = logIn(target, tickets);
    QVERIFY(facts.tls->resumed); // the server had no objection
    QCOMPARE(facts.failure, Failure::CertificateRejected);
    QCOMPARE(facts.tls->faults, QList{core::CertificateFault::WrongHost});
    QCOMPARE(facts.tls->certificate().hostNames, QStringList{u"wrong.example"_s});
    QCOMPARE(server.heard(), heard);
    QCOMPARE(tickets.count(), 0);
}

void ResumptionTest::serverForgot()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour());
    SessionTickets tickets;
    QVERIFY(logIn(trust.target(server), tickets).loggedIn);
    server.forgetSessions();
    const core::SessionFacts facts = logIn(trust.target(server), tickets);
    QVERIFY(facts.loggedIn);
    QVERIFY(!facts.tls->resumed);
    QCOMPARE(server.resumed(), 0);
    QVERIFY(logIn(trust.target(server), tickets).tls->resumed);
}

void ResumptionTest::keepsNothingUntrusted()
{
    const Trust trust;
    SessionTickets tickets;
    for (const CertificateKind kind : {CertificateKind::SelfSigned, CertificateKind::Expired,
                                       CertificateKind::WrongHost, CertificateKind::WeakKey}) {
        OpenSslServer server(trust.behaviour(kind));
        QCOMPARE(logIn(trust.target(server), tickets).failure, Failure::CertificateRejected);
        QCOMPARE(tickets.count(), 0);
    }
    OpenSslServer server(trust.behaviour());
    net::Target target = trust.target(server);
    target.tls.pinnedSha256 = QByteArray(32, 'x');
    QCOMPARE(logIn(target, tickets).failure, Failure::CertificateChanged);
    QCOMPARE(tickets.count(), 0);
}

void ResumptionTest::pinned()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour(CertificateKind::SelfSigned));
    Attempt look(settingsFor(Goal::Check), trust.target(server));
    look.start();
    QVERIFY(look.waitForEnd());
    net::Target target = trust.target(server);
    target.tls.pinnedSha256 = look.facts().tls->certificate().sha256;
    SessionTickets tickets;
    QVERIFY(logIn(target, tickets).tls->pinned);
    const core::SessionFacts facts = logIn(target, tickets);
    QVERIFY(facts.loggedIn);
    QVERIFY(facts.tls->resumed);
    QVERIFY(facts.tls->pinned);
    QVERIFY(facts.notes.contains(core::Note::CertificatePinned));
    // Another pin is another trust.
    target.tls.pinnedSha256 = QByteArray(32, 'x');
    QCOMPARE(logIn(target, tickets).failure, Failure::CertificateChanged);
    QCOMPARE(server.resumed(), 1);
}

/// One job after the other in the sender thread's worker.
void ResumptionTest::bySender()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour());
    submission::Job job;
    job.profile.host = u"localhost"_s;
    job.profile.port = server.port();
    job.profile.security = Security::Smtps;
    job.profile.caFile = trust.file.name();
    job.credentials = core::Credentials{u"id"_s, core::Secret("word-pass")};
    submission::Sender sender;
    QList<bool> resumed;
    hearReports(sender, this, [&resumed](submission::JobId, const core::AttemptReport &report) {
        resumed.append(report.facts.loggedIn && report.facts.tls->resumed);
    });
    sender.run(1, job);
    sender.run(2, job);
    QVERIFY(QTest::qWaitFor([&] { return resumed.size() == 2; }, 20'000));
    QCOMPARE(resumed, (QList<bool>{false, true}));
    QCOMPARE(server.resumed(), 1);
}

void ResumptionTest::keptAsLongAsTrustworthy_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<int>("leafGoodFor");
    QTest::addColumn<int>("issuerGoodFor");
    QTest::addColumn<bool>("pinned");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("usable");
    constexpr int day = 24 * 60 * 60;
    QTest::newRow("at once") << 7200 << day << day << false << 0 << true;
    QTest::newRow("within the server's time") << 300 << day << day << false << 299 << true;
    QTest::newRow("after the server's time") << 300 << day << day << false << 300 << false;
    QTest::newRow("an hour is the most") << day << day << day << false << 3600 << false;
    QTest::newRow("the server names no time") << 0 << day << day << false << 3599 << true;
    QTest::newRow("the leaf has expired") << 7200 << 60 << day << false << 61 << false;
    QTest::newRow("its issuer has expired") << 7200 << day << 60 << false << 61 << false;
    QTest::newRow("expired, but pinned") << 7200 << -day << day << true << 61 << true;
    QTest::newRow("the clock was set back") << 7200 << day << day << false << -1 << false;
}

void ResumptionTest::keptAsLongAsTrustworthy()
{
    QFETCH(int, lifetime);
    QFETCH(int, leafGoodFor);
    QFETCH(int, issuerGoodFor);
    QFETCH(bool, pinned);
    QFETCH(int, after);
    QFETCH(bool, usable);
    SessionTickets::Ticket ticket{"session", {{}, {}}, pinned};
    ticket.chain[0].validUntil = now.addSecs(leafGoodFor);
    ticket.chain[1].validUntil = now.addSecs(issuerGoodFor);
    SessionTickets tickets;
    tickets.keep(keyOf(u"a"_s), ticket, std::chrono::seconds(lifetime), now);
    QCOMPARE(tickets.take(keyOf(u"a"_s), now.addSecs(after)).has_value(), usable);
    QCOMPARE(tickets.count(), 0);
}

void ResumptionTest::oneUseEach()
{
    SessionTickets tickets;
    tickets.keep(keyOf(u"a"_s), {"first", {}, false}, {}, now);
    tickets.keep(keyOf(u"a"_s), {"second", {}, false}, {}, now);
    tickets.keep(keyOf(u"b"_s), {"other", {}, false}, {}, now);
    QCOMPARE(tickets.count(), 2);
    QCOMPARE(tickets.take(keyOf(u"a"_s), now)->session, QByteArray("second"));
    QVERIFY(!tickets.take(keyOf(u"a"_s), now));
    QVERIFY(!tickets.take(keyOf(u"c"_s), now));
    QCOMPARE(tickets.count(), 1);
}

void ResumptionTest::bounded()
{
    SessionTickets tickets;
    for (int i = 0; i < 3 * SessionTickets::most; ++i) {
        tickets.keep(keyOf(QString::number(i)), {"session", {}, false}, {}, now);
    }
    QCOMPARE(tickets.count(), SessionTickets::most);
    QVERIFY(!tickets.take(keyOf(u"0"_s), now));
    QVERIFY(tickets.take(keyOf(QString::number(3 * SessionTickets::most - 1)), now));
}

PROSERPINA_TEST(ResumptionTest)

#include "tst_resumption.moc"
