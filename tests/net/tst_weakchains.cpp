// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "madecertificate.h"
#include "testmain.h"
#include "trust.h"

#include <QTest>

#include <openssl/ssl.h>

#include <functional>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;

namespace
{

/// A server's chain and whom the person trusts.
struct Presented
{
    practice::ServerIdentity identity;
    QByteArray trusted;
};

using Make = std::function<Presented()>;

CertificatePlan authority(const QByteArray &name, KeyKind key = KeyKind::Ec,
                          const char *digest = "SHA256")
{
    return {.commonNames = {name}, .authority = true, .key = key, .digest = digest};
}

MadeCertificate leafBy(const MadeCertificate &issuer, const char *digest = "SHA256")
{
    using Kind = AlternativeName::Kind;
    return {{.names = QList<AlternativeName>{{Kind::Dns, "localhost"}}, .digest = digest}, issuer};
}

/// Root, an authority below it and the leaf; `sentAlong` before and behind that authority.
Presented below(const MadeCertificate &root, const CertificatePlan &between,
                const QByteArray &before = {}, const QByteArray &behind = {})
{
    const MadeCertificate issuer(between, root);
    return {leafBy(issuer).identity(before + issuer.pem() + behind), root.pem()};
}

Presented below(const MadeCertificate &root, const char *digest = "SHA256")
{
    return {leafBy(root, digest).identity(), root.pem()};
}

} // namespace

/// Chains with something too weak in them, where old TLS is allowed and the library does not look.
class WeakChainsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judged_data();
    void judged();
};

void WeakChainsTest::judged_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("words"); // none: nothing is too weak
    const auto row = [](const char *name, const Make &make, const QString &words) {
        QTest::newRow(name) << make << words;
    };
    const QString key = u"its key of 1024 bits is too weak"_s;
    const auto signature = [](const char *name) {
        return u"its signature, %1, is too weak"_s.arg(QLatin1StringView(name));
    };
    const CertificatePlan weak = authority("Issuer", KeyKind::Rsa1024);
    const auto strong = [] { return MadeCertificate(authority("Issuer")).pem(); };
    const auto root = [] { return MadeCertificate(authority("Root")); };
    row(
        "a weak issuer", [=] { return below(root(), weak); }, key);
    row(
        "a weak issuer, a strong one of its name behind it",
        [=] { return below(root(), weak, {}, strong()); }, key);
    row(
        "a weak issuer, a strong one of its name before it",
        [=] { return below(root(), weak, strong()); }, key);
    row(
        "a weak issuer, a strong one of its name by the same root",
        [=] {
            const MadeCertificate above = root();
            return below(above, weak, MadeCertificate(authority("Issuer"), above).pem());
        },
        key);
    row(
        "a weak issuer, its name in other letters, a strong one sent along",
        [=] {
            return below(root(), authority("ISSUER  of names", KeyKind::Rsa1024),
                         MadeCertificate(authority("issuer of Names")).pem());
        },
        key);
    row(
        "a weak issuer that is trusted and not sent, a strong one of its name",
        [=] {
            const MadeCertificate above = root();
            const MadeCertificate issuer(weak, above);
            return Presented{leafBy(issuer).identity(strong()), above.pem() + issuer.pem()};
        },
        key);
    row(
        "a weak root, not sent",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Rsa1024))); }, key);
    row(
        "a weak root, and a strong one of its name is trusted too",
        [=] {
            Presented presented = below(MadeCertificate(authority("Root", KeyKind::Rsa1024)));
            presented.trusted += root().pem();
            return presented;
        },
        key);
    row(
        "a weak authority two steps up",
        [=] {
            const MadeCertificate above = root();
            const MadeCertificate first(weak, above);
            const MadeCertificate second(authority("Second"), first);
            return Presented{leafBy(second).identity(second.pem() + strong() + first.pem()),
                             above.pem()};
        },
        key);
    row(
        "a weak issuer with a key for RSA-PSS",
        [=] { return below(root(), authority("Issuer", KeyKind::RsaPss1024)); }, key);
    row(
        "an issuer signed with SHA-1, a strong one of its name",
        [=] { return below(root(), authority("Issuer", KeyKind::Ec, "SHA1"), strong()); },
        signature("ecdsa-with-SHA1"));
    row(
        "an issuer with its issuer's name, signed with SHA-1",
        [=] { return below(root(), authority("Root", KeyKind::Ec, "SHA1")); },
        signature("ecdsa-with-SHA1"));
    row(
        "the leaf signed with MD5",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Rsa2048)), "MD5"); },
        signature("md5WithRSAEncryption"));
    row(
        "the leaf signed with RIPEMD-160",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Rsa2048)), "RIPEMD160"); },
        signature("ripemd160WithRSA"));
    row(
        "the leaf signed with RSA-PSS and SHA-1",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::RsaPss2048)), "SHA1"); },
        signature("sha1"));

    row("good: EC", [=] { return below(root()); }, {});
    row("good: an authority in between", [=] { return below(root(), authority("Issuer")); }, {});
    row("good: RSA of 2,048 bits",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Rsa2048))); }, {});
    row("good: RSA-PSS of 2,048 bits",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::RsaPss2048))); }, {});
    row("good: Ed25519",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Ed25519))); }, {});
    row("good: a root that signed itself with SHA-1",
        [=] { return below(MadeCertificate(authority("Root", KeyKind::Ec, "SHA1"))); }, {});
    row("good: the same, sent along",
        [=] {
            const MadeCertificate above(authority("Root", KeyKind::Ec, "SHA1"));
            return Presented{leafBy(above).identity(above.pem()), above.pem()};
        },
        {});
    row("good: a weak certificate of nobody above is sent along",
        [=] {
            return below(root(), authority("Issuer"),
                         MadeCertificate(authority("Somebody", KeyKind::Rsa1024)).pem());
        },
        {});
}

void WeakChainsTest::judged()
{
    QFETCH(Make, make);
    QFETCH(QString, words);
    const Presented presented = make();
    const PemFile trusted(presented.trusted);
    for (const int version : {TLS1_1_VERSION, TLS1_2_VERSION, TLS1_3_VERSION}) {
        OpenSslBehaviour behaviour;
        behaviour.identity = presented.identity;
        behaviour.oldest = behaviour.newest = version;
        OpenSslServer server(behaviour);
        net::Target target{u"localhost"_s, server.port(), {}, {}, std::chrono::seconds(10)};
        target.tls.caFile = trusted.name();
        target.tls.allowOld = true;
        Attempt attempt(settingsFor(Goal::Check), target);
        attempt.start();
        QVERIFY(attempt.waitForEnd());
        const core::SessionFacts &facts = attempt.facts();
        QCOMPARE(facts.detail.english(), words);
        QCOMPARE(facts.loggedIn, words.isEmpty());
        if (!words.isEmpty()) {
            QCOMPARE(facts.failure, Failure::CertificateRejected);
            QCOMPARE(facts.tls->faults, QList{CertificateFault::Weak});
            QVERIFY(server.heard().isEmpty());
        }
        // And the library agrees, at the level it has without old TLS.
        if (version == TLS1_3_VERSION) {
            target.tls.allowOld = false;
            Attempt usual(settingsFor(Goal::Check), target);
            usual.start();
            QVERIFY(usual.waitForEnd());
            QCOMPARE(usual.facts().loggedIn, words.isEmpty());
        }
    }
}

PROSERPINA_TEST(WeakChainsTest)

#include "tst_weakchains.moc"
