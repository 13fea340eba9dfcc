// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "testmain.h"
#include "testproxy.h"
#include "trust.h"

#include <QSslCertificate>
#include <QTest>

#include <openssl/ssl.h>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;
using core::Outcome;
using core::Stage;
using practice::CertificateKind;

namespace
{

/// DNS:mail.practice.invalid, DNS:*.practice.invalid, email:postmaster@practice.invalid,
/// IP:192.0.2.25, URI:https://practice.invalid/
const QByteArray namesOfAllKinds =
    "-----BEGIN CERTIFICATE-----\n"
    "MIICDDCCAbOgAwIBAgIUM1Mkyrc5pnffnOGyjNvMtze58P0wCgYIKoZIzj0EAwIw\n"
    "IDEeMBwGA1UEAwwVbWFpbC5wcmFjdGljZS5pbnZhbGlkMCAXDTI2MTEyNTE5MTE0\n"
    "MFoYDzIxMjYxMTAxMTkxMTQwWjAgMR4wHAYDVQQDDBVtYWlsLnByYWN0aWNlLmlu\n"
    "dmFsaWQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARi1E8W1Tu5PAptBjLHgCvz\n"
    "sabod3fOMrxUnjZvqSY2o1FHD7VFLQI/upjmvvaVgF2FUQcHIPKuwhkOnizpRnUZ\n"
    "o4HIMIHFMB0GA1UdDgQWBBThfvihOn/EkYWipBvuDMoxtf1+yzAfBgNVHSMEGDAW\n"
    "gBThfvihOn/EkYWipBvuDMoxtf1+yzAPBgNVHRMBAf8EBTADAQH/MHIGA1UdEQRr\n"
    "MGmCFW1haWwucHJhY3RpY2UuaW52YWxpZIISKi5wcmFjdGljZS5pbnZhbGlkgRtw\n"
    "b3N0bWFzdGVyQHByYWN0aWNlLmludmFsaWSHBMAAAhmGGWh0dHBzOi8vcHJhY3Rp\n"
    "Y2UuaW52YWxpZC8wCgYIKoZIzj0EAwIDRwAwRAIgP/bGyElmhnL2w2oaP6nKjmyo\n"
    "ZSjza0HRh4WU9nTNinQCIFNX8Mv8pOKULv5OXl/fSXx57M0w8McE4Rl+hnaG891o\n"
    "-----END CERTIFICATE-----\n";

} // namespace

/// Certificates as they meet a real socket: whose names match, what they are worth.
class CertificatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void namesOfHostsOnly();
    void chain();
    void weak_data();
    void weak();
    void weakWhereOldTlsIsAllowed_data();
    void weakWhereOldTlsIsAllowed();
    void pinChanged();
    void unusableFiles_data();
    void unusableFiles();
};

void CertificatesTest::hosts_data()
{
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("nameOnly");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QStringList &named, const QString &host,
                        bool matches, bool nameOnly = false) {
        QTest::newRow(name) << named << host << nameOnly << matches;
    };
    row("B46: IP host, named as an address", {u"127.0.0.1"_s}, u"127.0.0.1"_s, true);
    row("B46: IP host, another address is named", {u"127.0.0.2"_s}, u"127.0.0.1"_s, false);
    row("B46: IP host, only a name is named", {u"localhost"_s}, u"127.0.0.1"_s, false);
    row("B46: IPv6 host, named as an address", {u"2001:db8::25"_s}, u"2001:db8::25"_s, true);
    row("B46: IDN host, named as A-label", {u"xn--r8jz45g.invalid"_s}, u"xn--r8jz45g.invalid"_s,
        true);
    row("B46: IDN host, another A-label is named", {u"xn--zckzah.invalid"_s},
        u"xn--r8jz45g.invalid"_s, false);
    row("B46: IDN host below a wildcard", {u"*.xn--r8jz45g.invalid"_s},
        u"mail.xn--r8jz45g.invalid"_s, true);
    row("B46: wildcard, one label", {u"*.practice.invalid"_s}, u"mail.practice.invalid"_s, true);
    row("B46: wildcard, two labels", {u"*.practice.invalid"_s}, u"a.mail.practice.invalid"_s,
        false);
    row("B46: wildcard, no label", {u"*.practice.invalid"_s}, u"practice.invalid"_s, false);
    row("B46: wildcard of a whole top level", {u"*.invalid"_s}, u"mail.invalid"_s, false);
    row("B46: one of several names", {u"a.invalid"_s, u"mail.practice.invalid"_s},
        u"mail.practice.invalid"_s, true);
    row("B46: capital letters", {u"MAIL.Practice.invalid"_s}, u"mail.practice.invalid"_s, true);
    row("B46: common name without alternative names", {u"mail.practice.invalid"_s},
        u"mail.practice.invalid"_s, true, true);
    row("B46: another common name without alternative names", {u"www.practice.invalid"_s},
        u"mail.practice.invalid"_s, false, true);
    row("B43: another host", {u"www.practice.invalid"_s}, u"mail.practice.invalid"_s, false);
}

/// The proxy leads every host to the server, so that it may have any name.
void CertificatesTest::hosts()
{
    QFETCH(QStringList, named);
    QFETCH(QString, host);
    QFETCH(bool, nameOnly);
    QFETCH(bool, matches);
    practice::Behaviour behaviour;
    behaviour.certificateHosts = named;
    behaviour.certificate = nameOnly ? CertificateKind::NameOnly : CertificateKind::Good;
    service::PracticeEntry entry(behaviour);
    QVERIFY(entry.start());
    TestProxy proxy(core::ProxyKind::HttpConnect);
    net::Target target = targetFor(entry);
    target.host = host;
    target.proxy = proxy.settings();
    Attempt attempt(settingsFor(entry, Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().loggedIn, matches);
    QCOMPARE(attempt.facts().failure, matches ? Failure::None : Failure::CertificateRejected);
    QCOMPARE(attempt.facts().tls->faults,
             matches ? QList<CertificateFault>{} : QList{CertificateFault::WrongHost});
    QCOMPARE(attempt.facts().notes.contains(core::Note::CertificateWithoutAltName),
             nameOnly && matches);
}

/// A certificate may name mailboxes and web pages too, and they are no hosts to connect to.
void CertificatesTest::namesOfHostsOnly()
{
    const QSslCertificate certificate(namesOfAllKinds);
    QVERIFY(
        certificate.subjectAlternativeNames().values().contains(u"postmaster@practice.invalid"_s));
    QCOMPARE(net::readCertificate(certificate).hostNames,
             (QStringList{u"*.practice.invalid"_s, u"192.0.2.25"_s, u"mail.practice.invalid"_s}));
}

/// B44: where the server sends its chain along the facts have it, down to what was sent.
void CertificatesTest::chain()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour(CertificateKind::CompleteChain));
    Attempt attempt(settingsFor(Goal::Check), trust.target(server));
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().outcome, Outcome::Accepted);
    const QList<core::Certificate> &chain = attempt.facts().tls->chain;
    QVERIFY(chain.size() >= 2);
    QCOMPARE(chain[0].subject, u"localhost"_s);
    QCOMPARE(chain[0].issuer, chain[1].subject);

    OpenSslServer incomplete(trust.behaviour(CertificateKind::IncompleteChain));
    Attempt refused(settingsFor(Goal::Check), trust.target(incomplete));
    refused.start();
    QVERIFY(refused.waitForEnd());
    QCOMPARE(refused.facts().failure, Failure::CertificateRejected);
    QCOMPARE(refused.facts().tls->faults, QList{CertificateFault::UnknownIssuer});
    QCOMPARE(refused.facts().tls->certificate().subject, u"localhost"_s);
    QVERIFY(incomplete.heard().isEmpty());
}

void CertificatesTest::weak_data()
{
    QTest::addColumn<CertificateKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("B48: RSA of 1,024 bits")
        << CertificateKind::WeakKey << u"its key of 1024 bits is too weak"_s;
    QTest::newRow("B48: signed with SHA-1")
        << CertificateKind::WeakDigest << u"its signature, ecdsa-with-SHA1, is too weak"_s;
}

void CertificatesTest::weak()
{
    QFETCH(CertificateKind, kind);
    QFETCH(QString, words);
    const Trust trust;
    OpenSslServer server(trust.behaviour(kind));
    Attempt attempt(settingsFor(Goal::SendMail), trust.target(server), "Subject: x\r\n\r\ny\r\n");
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().failure, Failure::CertificateRejected);
    QCOMPARE(attempt.facts().stage, Stage::Tls);
    QCOMPARE(attempt.facts().tls->faults, QList{CertificateFault::Weak});
    QCOMPARE(attempt.facts().detail.english(), words);
    QCOMPARE(attempt.facts().tls->errors, QList{attempt.facts().detail});
    QVERIFY(server.heard().isEmpty());
}

void CertificatesTest::weakWhereOldTlsIsAllowed_data()
{
    QTest::addColumn<CertificateKind>("kind");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("words");
    const QString key = u"its key of 1024 bits is too weak"_s;
    const QString digest = u"its signature, ecdsa-with-SHA1, is too weak"_s;
    const auto row = [](const char *name, CertificateKind kind, int version,
                        const QString &words = {}) {
        QTest::newRow(name) << kind << version << words;
    };
    row("B48: RSA of 1,024 bits, TLS 1.3", CertificateKind::WeakKey, TLS1_3_VERSION, key);
    row("B48: RSA of 1,024 bits, TLS 1.2", CertificateKind::WeakKey, TLS1_2_VERSION, key);
    row("B48: signed with SHA-1, TLS 1.3", CertificateKind::WeakDigest, TLS1_3_VERSION, digest);
    row("B48: signed with SHA-1, TLS 1.2", CertificateKind::WeakDigest, TLS1_2_VERSION, digest);
    row("B47: RSA of 1,024 bits, TLS 1.1", CertificateKind::WeakKey, TLS1_1_VERSION, key);
    row("B47: signed with SHA-1, TLS 1.1", CertificateKind::WeakDigest, TLS1_1_VERSION, digest);
    row("good, TLS 1.3", CertificateKind::Good, TLS1_3_VERSION);
    row("good, TLS 1.2", CertificateKind::Good, TLS1_2_VERSION);
    row("good, TLS 1.1", CertificateKind::Good, TLS1_1_VERSION);
    row("good with its chain", CertificateKind::CompleteChain, TLS1_3_VERSION);
    row("good with its chain, TLS 1.1", CertificateKind::CompleteChain, TLS1_1_VERSION);
}

/// What is allowed is old TLS, not a weak certificate; a pinned one counts.
void CertificatesTest::weakWhereOldTlsIsAllowed()
{
    QFETCH(CertificateKind, kind);
    QFETCH(int, version);
    QFETCH(QString, words);
    const Trust trust;
    OpenSslBehaviour behaviour = trust.behaviour(kind);
    behaviour.oldest = behaviour.newest = version;
    OpenSslServer server(behaviour);
    net::Target target = trust.target(server);
    target.tls.allowOld = true;
    Attempt attempt(settingsFor(Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().loggedIn, words.isEmpty());
    if (words.isEmpty()) {
        return;
    }
    QCOMPARE(attempt.facts().failure, Failure::CertificateRejected);
    QCOMPARE(attempt.facts().stage, Stage::Tls);
    QCOMPARE(attempt.facts().tls->faults, QList{CertificateFault::Weak});
    QCOMPARE(attempt.facts().detail.english(), words);
    QVERIFY(!attempt.facts().tls->trusted());
    QVERIFY(server.heard().isEmpty());

    target.tls.pinnedSha256 = attempt.facts().tls->certificate().sha256;
    Attempt pinned(settingsFor(Goal::Check), target);
    pinned.start();
    QVERIFY(pinned.waitForEnd());
    QVERIFY(pinned.facts().loggedIn);
}

/// B45: blocked with both in hand: the one shown in the facts, the pinned one in the settings.
void CertificatesTest::pinChanged()
{
    const Trust trust;
    OpenSslServer server(trust.behaviour());
    Attempt look(settingsFor(Goal::ReadReply), trust.target(server));
    look.start();
    QVERIFY(look.waitForEnd());
    net::Target target = trust.target(server);
    target.tls.pinnedSha256 = look.facts().tls->certificate().sha256;
    Attempt same(settingsFor(Goal::Check), target);
    same.start();
    QVERIFY(same.waitForEnd());
    QVERIFY(same.facts().loggedIn);

    server.setIdentity(trust.authority.issue(CertificateKind::Good, {u"localhost"_s}));
    const QByteArrayList before = server.heard();
    Attempt renewed(settingsFor(Goal::Check), target);
    renewed.start();
    QVERIFY(renewed.waitForEnd());
    QCOMPARE(renewed.facts().failure, Failure::CertificateChanged);
    const core::TlsFacts &facts = *renewed.facts().tls;
    QVERIFY(!facts.trusted());
    QVERIFY(!facts.pinned);
    QCOMPARE(facts.certificate().sha256.size(), 32);
    QVERIFY(facts.certificate().sha256 != target.tls.pinnedSha256);
    QCOMPARE(server.heard(), before); // nothing was sent
}

void CertificatesTest::unusableFiles_data()
{
    QTest::addColumn<QByteArray>("ca");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("words");
    const practice::CertificateAuthority authority;
    const practice::ServerIdentity own = authority.issue(CertificateKind::Client, {u"me"_s});
    const QByteArray locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3DQEFDTBK\n"
                              "-----END ENCRYPTED PRIVATE KEY-----\n";
    const auto unreadable = Failure::ClientCertificateUnreadable;
    QTest::newRow("a CA file without a certificate")
        << own.keyPem << QByteArray() << QByteArray() << Failure::CaFileUnreadable
        << u"no PEM certificate"_s;
    QTest::newRow("an empty CA file") << QByteArray(" ") << QByteArray() << QByteArray()
                                      << Failure::CaFileUnreadable << u"no PEM certificate"_s;
    QTest::newRow("a client certificate that is none")
        << QByteArray() << own.keyPem << own.keyPem << unreadable << u"no PEM certificate"_s;
    QTest::newRow("a client key that is none")
        << QByteArray() << own.certificatePem << own.certificatePem << unreadable
        << u"no PEM key"_s;
    QTest::newRow("a client key with a password") << QByteArray() << own.certificatePem << locked
                                                  << unreadable << u"protected by a password"_s;
}

/// Said with the file before the network is touched.
void CertificatesTest::unusableFiles()
{
    QFETCH(QByteArray, ca);
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(Failure, failure);
    QFETCH(QString, words);
    const PemFile caFile(ca);
    const PemFile certificateFile(certificate);
    const PemFile keyFile(key);
    net::Target target{u"127.0.0.1"_s, 465, {}, {}, std::chrono::seconds(10)};
    target.tls.caFile = ca.isEmpty() ? QString() : caFile.name();
    target.tls.clientCertificate = certificate.isEmpty() ? QString() : certificateFile.name();
    target.tls.clientKey = key.isEmpty() ? QString() : keyFile.name();
    Attempt attempt(settingsFor(Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    QCOMPARE(attempt.facts().failure, failure);
    QVERIFY(attempt.facts().detail.english().contains(words));
    QVERIFY(attempt.addresses().isEmpty());
}

PROSERPINA_TEST(CertificatesTest)

#include "tst_certificates.moc"
