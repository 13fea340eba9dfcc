// SPDX-License-Identifier: GPL-3.0-or-later
#include "causecases.h"
#include "diagnosis/judgement.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Method;
using core::Security;
using core::Stage;
using diagnosis::Remedy;

namespace
{

core::SessionFacts offered(core::SessionFacts facts, const QByteArrayList &mechanisms,
                           bool encrypted = true)
{
    (encrypted ? facts.afterTls : facts.beforeTls) = offering(mechanisms);
    if (encrypted) {
        facts.beforeTls = offering({}, true);
        facts.tls = core::TlsFacts();
        facts.tls->encrypted = true;
    }
    facts.attempts = {{facts.method, facts.reply}};
    return facts;
}

core::ServerProfile by(Method method)
{
    core::ServerProfile profile = server();
    profile.method = method;
    return profile;
}

core::SessionFacts changedCertificate(const QList<CertificateFault> &faults)
{
    core::SessionFacts facts = rejectedCertificate(faults);
    facts.failure = Failure::CertificateChanged;
    return facts;
}

core::SessionFacts methodNotOffered(const QByteArrayList &mechanisms)
{
    return offered(failedAt(Stage::Auth, Failure::MethodNotOffered), mechanisms);
}

core::SessionFacts refusedBy(Method method, const QByteArrayList &mechanisms)
{
    return offered(saidAt(Stage::Auth, {"535 5.7.8 no"}, method), mechanisms);
}

/// Over TLS, as offered() has it.
core::SessionFacts byScram(Failure failure, const QByteArrayList &mechanisms)
{
    core::SessionFacts facts = offered(failedAt(Stage::Auth, failure), mechanisms);
    facts.method = Method::ScramSha256;
    facts.attempts = {{Method::ScramSha256, {}}};
    return facts;
}

QList<Remedy> remediesOf(const core::SessionFacts &facts, const core::ServerProfile &profile)
{
    return diagnosis::judge(facts, profile, core::Goal::SendMail, {}).remedies;
}

QStringList labels(const QList<Remedy> &found)
{
    QStringList texts;
    for (const Remedy &remedy : found) {
        texts.append(remedy.label);
    }
    return texts;
}

} // namespace

class RemediesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void unusualServers_data();
    void unusualServers();
    void changesNothingElse();
    void riskyOnesSayWhatIsGivenUp();
    void neverOffersAPasswordMethodInTheClear();
    void cramMd5InTheClearIsGuessable();
    void leavingEncryptionAllowsNoPassword();
    void hostsOfACertificate();
    void namesThatAreNoHosts_data();
    void namesThatAreNoHosts();
};

void RemediesTest::table_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<core::ServerProfile>("profile");
    QTest::addColumn<QStringList>("buttons");
    const auto row = [](const char *name, const core::SessionFacts &facts,
                        const core::ServerProfile &profile, const QStringList &buttons) {
        QTest::newRow(name) << facts << profile << buttons;
    };
    const core::ServerProfile smtps = server(Security::Smtps, 465);
    row("B05 plain server on the SMTPs port: STARTTLS on the same port",
        failedAt(Stage::Tls, Failure::WrongTlsMode), server(Security::Smtps, 587),
        {u"Use STARTTLS on port 587"_s, u"Change the port"_s});
    row("B05 TLS server, STARTTLS chosen: SMTPs on the same port",
        failedAt(Stage::Greeting, Failure::WrongTlsMode), server(Security::StartTls, 465),
        {u"Use SMTPs on port 465"_s, u"Change the port"_s});
    row("B37 STARTTLS stripped", failedAt(Stage::StartTls, Failure::StartTlsNotOffered), server(),
        {u"Use SMTPs on port 465"_s, u"Go on without encryption"_s});
    row("B35 injected", failedAt(Stage::StartTls, Failure::PlaintextInjected), server(),
        {u"Use SMTPs on port 465"_s});
    core::SessionFacts wrongHost = rejectedCertificate({CertificateFault::WrongHost});
    wrongHost.tls->chain[0].hostNames = {u"*.example.net"_s, u"mail.example.net"_s};
    row("B43 wrong host: the certificate's own name", wrongHost, server(),
        {u"Use the host mail.example.net"_s, u"Trust this certificate"_s});
    row("B42 self-signed", rejectedCertificate({CertificateFault::SelfSigned}), smtps,
        {u"Set the CA file"_s, u"Trust this certificate"_s});
    row("unknown name", failedAt(Stage::Dns, Failure::NameNotFound), smtps, {u"Change the host"_s});
    row("port closed", failedAt(Stage::Connect, Failure::ConnectionRefused), server(),
        {u"Use SMTPs on port 465"_s, u"Change the port"_s});
    row("465 closed", failedAt(Stage::Connect, Failure::TimedOut), smtps,
        {u"Use STARTTLS on port 587"_s, u"Change the port"_s});
    row("B53 wrong password by CRAM-MD5: the next rung is a click",
        offered(saidAt(Stage::Auth, {"535 5.7.8 no"}, Method::CramMd5),
                {"CRAM-MD5", "PLAIN", "LOGIN"}),
        server(), {u"Change ID or password"_s, u"Try LOGIN"_s});
    row("SCRAM with few rounds: the next rung is a click",
        byScram(Failure::TooFewRounds, {"SCRAM-SHA-256", "CRAM-MD5", "PLAIN"}), server(),
        {u"Try CRAM-MD5"_s});
    row("SCRAM with few rounds, nothing else offered",
        byScram(Failure::TooFewRounds, {"SCRAM-SHA-256"}), server(), {});
    row("B61 PLAIN1 not understood",
        offered(saidAt(Stage::Auth, {"501 syntax"}, Method::Plain1), {"PLAIN"}), server(),
        {u"Try PLAIN2"_s});
    row("B61 PLAIN2 not understood",
        offered(saidAt(Stage::Auth, {"501 syntax"}, Method::Plain2), {"PLAIN"}), server(),
        {u"Try PLAIN1"_s});
    core::SessionFacts plainOnly = failedAt(Stage::Auth, Failure::PlaintextPasswordNotAllowed);
    plainOnly.beforeTls = offering({"LOGIN"}, true);
    row("B68 password in the clear", plainOnly, server(Security::None, 25),
        {u"Use STARTTLS on port 25"_s, u"Allow the password without encryption"_s});
    plainOnly.method = Method::CramMd5;
    row("CRAM-MD5 in the clear is a choice of its own", plainOnly, server(Security::None, 25),
        {u"Use STARTTLS on port 25"_s, u"Try CRAM-MD5"_s});
    core::SessionFacts higher = failedAt(Stage::Auth, Failure::MethodNotOffered);
    higher = offered(higher, {"CRAM-MD5"});
    row("only a higher rung is offered", higher, server(),
        {u"Try CRAM-MD5"_s, u"Change the method"_s});
    row("no password", failedAt(Stage::Auth, Failure::PasswordUnavailable), server(),
        {u"Enter the password"_s});
    row("B09 EHLO name refused", saidAt(Stage::Ehlo, {"501 bad name"}), server(),
        {u"Change the EHLO name"_s});
    row("B79 refused after the dot", saidAfterLogin(Stage::Body, {"554 spam"}), server(), {});
    row("sender refused",
        saidAfterLogin(Stage::Mail, {"553 5.7.1 sender address rejected: not owned by user taro"}),
        server(), {u"Change the sender"_s, u"Change ID or password"_s});
    row("greylisting: nothing but waiting", saidAfterLogin(Stage::Rcpt, {"450 later"}), server(),
        {});
    row("POP3: wrong password", popSaid("-ERR no"), popServer(), {u"Change the POP3 login"_s});
    row("POP3: for now", popSaid("-ERR [IN-USE] locked"), popServer(), {});
    row("POP3: port closed", failedAt(Stage::PopConnect, Failure::ConnectionRefused),
        popServer(core::PopSecurity::Stls),
        {u"Use POP3S on port 995"_s, u"Change the POP3 login"_s});
    row("POP3: a plain server", failedAt(Stage::PopTls, Failure::WrongTlsMode), popServer(),
        {u"Use STLS on port 995"_s, u"Change the POP3 login"_s});
    row("POP3: password in the clear",
        failedAt(Stage::PopLogin, Failure::PlaintextPasswordNotAllowed),
        popServer(core::PopSecurity::None),
        {u"Use POP3S on port 995"_s, u"Allow the password without encryption"_s,
         u"Change the POP3 login"_s});
    row("POP3: no APOP", failedAt(Stage::PopLogin, Failure::MethodNotOffered), popServer(),
        {u"Log in without APOP"_s, u"Change the POP3 login"_s});
    core::ServerProfile openPop = popServer(core::PopSecurity::None);
    openPop.allowPlaintextPassword = true;
    row("POP3: no APOP, no encryption: no click sends the password",
        failedAt(Stage::PopLogin, Failure::MethodNotOffered), openPop,
        {u"Use POP3S on port 995"_s, u"Change the POP3 login"_s});
    core::SessionFacts popCertificate = rejectedCertificate({CertificateFault::SelfSigned});
    popCertificate.stage = Stage::PopTls;
    row("POP3: certificate", popCertificate, popServer(),
        {u"Set the CA file"_s, u"Trust this certificate"_s});
    row("B104 not let in", popDenied({"554 5.7.1 Relay access denied"}), popServer(),
        {u"Wait 10 s after the POP3 login"_s, u"Use SMTP-AUTH instead"_s,
         u"Change the POP3 login"_s});
    row("POP before SMTP, unknown recipient", popDenied({"550 5.1.1 User unknown"}), popServer(),
        {u"Change the recipients"_s});
    row("POP3: CA file", failedAt(Stage::PopTls, Failure::CaFileUnreadable), popServer(),
        {u"Set the CA file"_s});
    core::ServerProfile own = popServer();
    own.pop.ownPassword = true;
    row("POP3: no password of its own", failedAt(Stage::Auth, Failure::PasswordUnavailable), own,
        {u"Enter the password"_s});
    row("bad host", failedAt(Stage::Dns, Failure::BadInput), server(), {u"Change the host"_s});
}

/// What only a server in Advanced has.
void RemediesTest::unusualServers_data()
{
    QTest::addColumn<core::SessionFacts>("facts");
    QTest::addColumn<core::ServerProfile>("profile");
    QTest::addColumn<QStringList>("buttons");
    const auto row = [](const char *name, const core::SessionFacts &facts,
                        const core::ServerProfile &profile, const QStringList &buttons) {
        QTest::newRow(name) << facts << profile << buttons;
    };
    row("B47 only old TLS", failedAt(Stage::Tls, Failure::TlsTooOld), server(),
        {u"Allow TLS 1.0 and 1.1"_s});
    core::ServerProfile old = server();
    old.allowOldTls = true;
    row("B47 older than that: nothing to allow", failedAt(Stage::Tls, Failure::TlsTooOld), old, {});
    row("B47 at the POP3 login", failedAt(Stage::PopTls, Failure::TlsTooOld), popServer(),
        {u"Allow TLS 1.0 and 1.1"_s});
    row("B50 a client certificate is demanded",
        failedAt(Stage::Greeting, Failure::ClosedByPeer, u"tlsv13 alert certificate required"_s),
        server(), {u"Set a client certificate"_s});
    row("B50 the client certificate is refused",
        failedAt(Stage::Tls, Failure::TlsHandshakeFailed, u"sslv3 alert bad certificate"_s),
        withClientCertificate(), {u"Change the port"_s, u"Change the client certificate"_s});
    row("the client certificate cannot be read",
        failedAt(Stage::Tls, Failure::ClientCertificateUnreadable, u"/tmp/me.pem: gone"_s),
        withClientCertificate(), {u"Change the client certificate"_s});
    row("the same at the POP3 login",
        failedAt(Stage::PopTls, Failure::ClientCertificateUnreadable, u"/tmp/me.pem: gone"_s),
        popServer(), {u"Change the client certificate"_s});
    row("the proxy does not connect", failedAt(Stage::Connect, Failure::ProxyFailed), behindProxy(),
        {u"Change the proxy"_s, u"Connect without the proxy"_s});
    row("no way through the network", failedAt(Stage::Connect, Failure::Unreachable), server(),
        {u"Set a proxy"_s});
    row("no way through the network, behind a proxy",
        failedAt(Stage::Connect, Failure::Unreachable), behindProxy(), {});
    core::ServerProfile hasty = server();
    hasty.deadlines = core::Deadlines::all(std::chrono::seconds(2));
    row("B93 a short time limit of one's own", failedAt(Stage::Ehlo, Failure::TimedOut), hasty,
        {u"Change the time limit"_s});
    row("B93 the standard ones", failedAt(Stage::Ehlo, Failure::TimedOut), server(), {});
    row("B45 changed, vouched for", changedCertificate({}), server(),
        {u"Forget the pinned certificate"_s, u"Trust this certificate"_s});
    row("B45 changed, self-signed", changedCertificate({CertificateFault::SelfSigned}), server(),
        {u"Trust this certificate"_s});
    row("a token is refused: the other form is no weaker",
        refusedBy(Method::OAuthBearer, {"OAUTHBEARER", "XOAUTH2", "PLAIN"}),
        by(Method::OAuthBearer), {u"Enter a new access token"_s, u"Try XOAUTH2"_s});
    row("the token methods are not offered: no token goes out as a password",
        methodNotOffered({"PLAIN", "LOGIN"}), by(Method::OAuthBearer), {u"Change the method"_s});
    row("the other token method is offered", methodNotOffered({"OAUTHBEARER", "PLAIN"}),
        by(Method::XOauth2), {u"Try OAUTHBEARER"_s, u"Change the method"_s});
    row("only tokens are offered to a password", methodNotOffered({"XOAUTH2"}), server(),
        {u"Enter an access token"_s});
    row("no password is taken any more: no other method is tried",
        offered(
            saidAt(Stage::Auth, {"535 5.7.139 basic authentication is disabled"}, Method::Login),
            {"LOGIN", "PLAIN", "XOAUTH2"}),
        server(), {u"Enter an access token"_s});
    row("EXTERNAL is refused", refusedBy(Method::External, {"EXTERNAL", "PLAIN"}),
        by(Method::External), {u"Change the client certificate"_s, u"Change the ID"_s});
    row("EXTERNAL is not offered: there is no password to try", methodNotOffered({"PLAIN"}),
        by(Method::External), {u"Change the method"_s});
}

void RemediesTest::unusualServers()
{
    table();
}

void RemediesTest::table()
{
    QFETCH(core::SessionFacts, facts);
    QFETCH(core::ServerProfile, profile);
    QFETCH(QStringList, buttons);
    QCOMPARE(labels(remediesOf(facts, profile)), buttons);
}

void RemediesTest::changesNothingElse()
{
    const core::ServerProfile before = server();
    const auto found = remediesOf(rejectedCertificate({CertificateFault::SelfSigned}), before);
    QCOMPARE(found.size(), 2);
    const Remedy &trust = found.constLast();
    core::ServerProfile after = trust.profile;
    QCOMPARE(after.pinnedSha256,
             rejectedCertificate({CertificateFault::SelfSigned}).tls->certificate().sha256);
    after.pinnedSha256.clear();
    QCOMPARE(after, before);
    QVERIFY(trust.isRisky());
    QVERIFY(!diagnosis::riskSentence(trust).isEmpty());
}

void RemediesTest::riskyOnesSayWhatIsGivenUp()
{
    const auto first = [](const core::SessionFacts &facts, const core::ServerProfile &profile,
                          Remedy::Kind kind) {
        for (const Remedy &remedy : remediesOf(facts, profile)) {
            if (remedy.kind == kind) {
                return remedy;
            }
        }
        return Remedy();
    };
    const Remedy oldTls =
        first(failedAt(Stage::Tls, Failure::TlsTooOld), server(), Remedy::Kind::AllowOldTls);
    core::ServerProfile after = server();
    after.allowOldTls = true;
    QCOMPARE(oldTls.profile, after);
    const Remedy direct = first(failedAt(Stage::Connect, Failure::ProxyFailed), behindProxy(),
                                Remedy::Kind::LeaveProxy);
    after = behindProxy();
    after.proxy.kind = core::ProxyKind::None; // where it was is kept for another time
    QCOMPARE(direct.profile, after);
    core::ServerProfile pinned = server();
    pinned.pinnedSha256 = QByteArray(32, 'x');
    const Remedy forgotten = first(changedCertificate({}), pinned, Remedy::Kind::ForgetPin);
    QCOMPARE(forgotten.profile, server());
    for (const Remedy &remedy : {oldTls, direct, forgotten}) {
        QVERIFY(remedy.isRisky());
        QVERIFY(!diagnosis::riskSentence(remedy).isEmpty());
    }
}

void RemediesTest::neverOffersAPasswordMethodInTheClear()
{
    const core::SessionFacts facts =
        offered(saidAt(Stage::Auth, {"535 no"}, Method::CramMd5), {"CRAM-MD5", "LOGIN"}, false);
    QCOMPARE(labels(remediesOf(facts, server(Security::None, 25))),
             QStringList{u"Change ID or password"_s});
}

/// However it comes to be offered; over TLS nothing of the kind is said.
void RemediesTest::cramMd5InTheClearIsGuessable()
{
    const core::ServerProfile plain = server(Security::None, 25);
    core::SessionFacts stopped = failedAt(Stage::Auth, Failure::PlaintextPasswordNotAllowed);
    stopped.method = Method::CramMd5;
    core::SessionFacts refused = saidAt(Stage::Auth, {"535 no"}, Method::ScramSha256);
    refused.afterTls.reset();
    core::SessionFacts weak = failedAt(Stage::Auth, Failure::TooFewRounds);
    weak.method = Method::ScramSha256;
    for (const core::SessionFacts &facts : {stopped, refused, weak}) {
        for (const bool encrypted : {false, true}) {
            QList<Remedy> found =
                remediesOf(offered(facts, {"SCRAM-SHA-256", "CRAM-MD5"}, encrypted), plain);
            found.removeIf([](const Remedy &one) { return one.label != u"Try CRAM-MD5"_s; });
            QCOMPARE(found.size(), 1);
            QCOMPARE(found[0].profile.method, Method::CramMd5);
            QVERIFY(!found[0].profile.allowPlaintextPassword);
            QCOMPARE(found[0].kind == Remedy::Kind::GuessableDigest, !encrypted);
            QVERIFY(encrypted || diagnosis::riskSentence(found[0]).contains(u"try passwords"_s));
        }
    }
}

/// B37: as its risk sentence says, even where an earlier choice had allowed it.
void RemediesTest::leavingEncryptionAllowsNoPassword()
{
    core::ServerProfile allowed = server();
    allowed.allowPlaintextPassword = true;
    const QList<Remedy> found =
        remediesOf(failedAt(Stage::StartTls, Failure::StartTlsNotOffered), allowed);
    QCOMPARE(found.constLast().kind, Remedy::Kind::LeaveEncryption);
    QCOMPARE(found.constLast().profile.security, Security::None);
    QVERIFY(!found.constLast().profile.allowPlaintextPassword);
    QVERIFY(diagnosis::riskSentence(found.constLast())
                .contains(u"still not sent without encryption"_s));
}

/// B43: whoever answered has chosen the name, so that a person has to look at it first.
void RemediesTest::hostsOfACertificate()
{
    core::SessionFacts facts = rejectedCertificate({CertificateFault::WrongHost});
    facts.tls->chain[0].hostNames = {u"*.example.net"_s, u"-a.example.net"_s, u"b.example.net"_s,
                                     u"c.example.net"_s, u"d.example.net"_s};
    const QList<Remedy> found = remediesOf(facts, server());
    QCOMPARE(labels(found),
             (QStringList{u"Use the host b.example.net"_s, u"Use the host c.example.net"_s,
                          u"Trust this certificate"_s}));
    QCOMPARE(found.constFirst().profile.host, u"b.example.net"_s);
    facts.stage = Stage::PopTls;
    const QList<Remedy> ofPop = remediesOf(facts, popServer());
    QCOMPARE(labels(ofPop),
             (QStringList{u"Use the POP3 host b.example.net"_s, u"Trust this certificate"_s}));
    QCOMPARE(ofPop.constFirst().profile.pop.host, u"b.example.net"_s);
    for (const Remedy &remedy : {found[0], found[1], ofPop[0]}) {
        QCOMPARE(remedy.kind, Remedy::Kind::ChangeHost);
        QVERIFY(remedy.isRisky());
        QVERIFY(diagnosis::riskSentence(remedy).contains(u"ID and password"_s));
    }
}

void RemediesTest::namesThatAreNoHosts_data()
{
    QTest::addColumn<QString>("named");
    QTest::newRow("a wildcard") << u"*.example.net"_s;
    QTest::newRow("a mail address") << u"postmaster@example.net"_s;
    QTest::newRow("an option") << u"--allow-plaintext-password"_s;
    QTest::newRow("an option further in") << u"mail.-x.net"_s;
    QTest::newRow("a hyphen at the end of a part") << u"mail-.example.net"_s;
    QTest::newRow("two words") << u"mail.example.net --proxy"_s;
    QTest::newRow("markup") << u"<b>mail</b>.example.net"_s;
    QTest::newRow("a line break") << u"mail.example.net\nx"_s;
    QTest::newRow("letters outside ASCII") << u"m\u0430il.example.net"_s;
    QTest::newRow("an underscore") << u"mail_1.example.net"_s;
    QTest::newRow("an empty part") << u"mail..example.net"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("an address") << u"192.0.2.1"_s;
    QTest::newRow("an IPv6 address") << u"2001:db8::1"_s;
    QTest::newRow("half an address") << u"127.1"_s;
    QTest::newRow("a part too long") << QString(64, u'a') + u".example.net"_s;
    QTest::newRow("too long") << QString(u"a."_s).repeated(126) + u"net"_s;
}

void RemediesTest::namesThatAreNoHosts()
{
    QFETCH(QString, named);
    core::SessionFacts facts = rejectedCertificate({CertificateFault::WrongHost});
    facts.tls->chain[0].hostNames = {named};
    QCOMPARE(labels(remediesOf(facts, server())), QStringList{u"Trust this certificate"_s});
    facts.stage = Stage::PopTls;
    QCOMPARE(labels(remediesOf(facts, popServer())), QStringList{u"Trust this certificate"_s});
}

PROSERPINA_TEST(RemediesTest)

#include "tst_remedies.moc"
