// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"
#include "madecertificate.h"
#include "testmain.h"
#include "testproxy.h"
#include "trust.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::CertificateFault;
using core::Failure;
using core::Goal;
using Kind = AlternativeName::Kind;
using Names = QList<AlternativeName>;

namespace
{

/// Who vouches for the server's certificate.
enum class Chain
{
    Root,            // the authority that is trusted
    Intermediate,    // one that it vouches for, sent along
    Limited,         // the same, which may vouch for a.example and nobody else
    LimitedBelow,    // one below that, both sent along
    LimitedUnsent,   // the same as Limited; the person has it among the trusted ones
    LimitedRoot,     // trusted itself, may vouch for a.example only
    LimitedSameName, // as Intermediate, and a limited one of that name is trusted too
};

enum class Verdict
{
    Trusted,
    ByCommonName, // trusted, with the note about it
    WrongHost,
    NotAllowed, // the authority may not vouch for that name, says the library
};

const QByteArray limit = "permitted;DNS:a.example";

CertificatePlan authority(const QByteArray &name, const QByteArray &constraints = {})
{
    return {.commonNames = {name}, .nameConstraints = constraints, .authority = true};
}

/// The authorities, made once.
struct Authorities
{
    MadeCertificate root{authority("Root")};
    MadeCertificate intermediate{authority("Intermediate"), root};
    MadeCertificate limited{authority("Limited", limit), root};
    MadeCertificate limitedBelow{authority("Below limited"), limited};
    MadeCertificate limitedRoot{authority("Limited root", limit)};
    MadeCertificate sameName{authority("INTERMEDIATE ", limit)};

    [[nodiscard]] practice::ServerIdentity issue(const CertificatePlan &plan, Chain chain) const
    {
        switch (chain) {
        case Chain::Root: return MadeCertificate(plan, root).identity();
        case Chain::Intermediate:
        case Chain::LimitedSameName:
            return MadeCertificate(plan, intermediate).identity(intermediate.pem());
        case Chain::Limited: return MadeCertificate(plan, limited).identity(limited.pem());
        case Chain::LimitedBelow:
            return MadeCertificate(plan, limitedBelow).identity(limitedBelow.pem() + limited.pem());
        case Chain::LimitedUnsent: return MadeCertificate(plan, limited).identity();
        case Chain::LimitedRoot: return MadeCertificate(plan, limitedRoot).identity();
        }
        return {};
    }
    [[nodiscard]] QByteArray trusted(Chain chain) const
    {
        const QByteArray more = chain == Chain::LimitedUnsent     ? limited.pem()
                                : chain == Chain::LimitedSameName ? sameName.pem()
                                                                  : QByteArray();
        return root.pem() + limitedRoot.pem() + more;
    }
};

AlternativeName dns(const QByteArray &name)
{
    return {Kind::Dns, name};
}

} // namespace

/// Certificates against the name of the server that was meant, over real TLS: whose it is, and by
/// whose word. The proxy leads every host to the server, so that it may have any name.
class ServerNamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data();
    void certificates();
    void resumedForTheSameHostOnly();

private:
    Authorities m_authorities;
};

void ServerNamesTest::certificates_data()
{
    QTest::addColumn<Chain>("chain");
    QTest::addColumn<CertificatePlan>("plan");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, Chain chain, const QByteArrayList &commonNames,
                        const std::optional<Names> &names, const QString &host, Verdict verdict) {
        QTest::newRow(name) << chain << CertificatePlan{.commonNames = commonNames, .names = names}
                            << host << verdict;
    };
    /// By alternative names alone, of a certificate whose common name says nothing.
    const auto named = [&row](const char *name, const Names &names, const QString &host,
                              Verdict verdict, Chain chain = Chain::Root) {
        row(name, chain, {"Mail server"}, names, host, verdict);
    };
    const QString mail = u"mail.b.example"_s;
    const QByteArray ip = QByteArray("\xC0\x00\x02\x19", 4); // 192.0.2.25
    const QByteArray ip6 = QByteArray::fromHex("20010db8000000000000000000000025");
    constexpr auto trusted = Verdict::Trusted;
    constexpr auto wrong = Verdict::WrongHost;

    named("DNS name", {dns("mail.b.example")}, mail, trusted);
    named("DNS name, by an intermediate authority", {dns("mail.b.example")}, mail, trusted,
          Chain::Intermediate);
    named("DNS name, in capitals", {dns("MAIL.B.EXAMPLE")}, mail, trusted);
    named("DNS name, of several the last",
          {dns("x.example"), dns("y.example"), dns("mail.b.example")}, mail, trusted);
    named("DNS name, host with a dot at the end", {dns("mail.b.example")}, mail + u'.', trusted);
    named("DNS name with a dot at the end", {dns("mail.b.example.")}, mail, wrong);
    named("DNS name with an underscore", {dns("my_mail.b.example")}, u"my_mail.b.example"_s,
          trusted);
    named("DNS name of one label", {dns("mailhost")}, u"mailhost"_s, trusted);
    named("DNS name, another", {dns("www.b.example")}, mail, wrong);
    named("DNS name, that of the domain", {dns("b.example")}, mail, wrong);
    named("DNS name with a NUL behind it", {dns(QByteArray("mail.b.example") + '\0')}, mail, wrong);
    named("DNS name with a NUL and a domain behind it",
          {dns(QByteArray("mail.b.example") + '\0' + ".a.example")}, mail, wrong);
    named("DNS name with an octet that is not ASCII", {dns("m\xE4il.b.example")},
          u"xn--mil-qla.b.example"_s, wrong);
    named("DNS name in UTF-8", {dns("mäil.b.example")}, u"xn--mil-qla.b.example"_s, wrong);
    named("DNS name with an ideographic dot in UTF-8", {dns("mail。b.example")}, mail, wrong);
    named("DNS name with a soft hyphen", {dns("mail\xAD.b.example")}, mail, wrong);
    named("A-label", {dns("xn--r8jz45g.example")}, u"xn--r8jz45g.example"_s, trusted);
    named("A-label, another", {dns("xn--zckzah.example")}, u"xn--r8jz45g.example"_s, wrong);

    named("wildcard", {dns("*.b.example")}, mail, trusted);
    named("wildcard, by an intermediate authority", {dns("*.b.example")}, mail, trusted,
          Chain::Intermediate);
    named("wildcard over an A-label", {dns("*.b.example")}, u"xn--r8jz45g.b.example"_s, trusted);
    named("wildcard, two labels", {dns("*.b.example")}, u"a.mail.b.example"_s, wrong);
    named("wildcard, no label", {dns("*.b.example")}, u"b.example"_s, wrong);
    named("wildcard of a top level", {dns("*.example")}, u"b.example"_s, wrong);
    named("wildcard alone", {dns("*")}, u"mailhost"_s, wrong);
    named("wildcards, two", {dns("*.*.example")}, mail, wrong);
    named("wildcard in the middle", {dns("mail.*.example")}, mail, wrong);
    named("wildcard at the end of a label", {dns("m*.b.example")}, mail, wrong);
    named("wildcard at the beginning of a label", {dns("*l.b.example")}, mail, wrong);
    named("wildcard within a label", {dns("m*l.b.example")}, mail, wrong);
    named("wildcard within an A-label", {dns("xn--*.b.example")}, u"xn--r8jz45g.b.example"_s,
          wrong);

    named("IPv4 address", {{Kind::Ip, ip}}, u"192.0.2.25"_s, trusted);
    named("IPv4 address, another", {{Kind::Ip, ip}}, u"192.0.2.26"_s, wrong);
    named("IPv4 address as a DNS name", {dns("192.0.2.25")}, u"192.0.2.25"_s, wrong);
    named("IPv4 address by a wildcard", {dns("*.0.2.25")}, u"192.0.2.25"_s, wrong);
    row("IPv4 address as the common name", Chain::Root, {"192.0.2.25"}, {}, u"192.0.2.25"_s, wrong);
    row("IPv4 address as the common name beside another address", Chain::Root, {"192.0.2.25"},
        Names{{Kind::Ip, QByteArray(4, '\x7F')}}, u"192.0.2.25"_s, wrong);
    named("IPv6 address", {{Kind::Ip, ip6}}, u"2001:db8::25"_s, trusted);
    named("IPv6 address, written out", {{Kind::Ip, ip6}}, u"2001:0DB8:0:0:0:0:0:0025"_s, trusted);
    named("IPv6 address, another", {{Kind::Ip, ip6}}, u"2001:db8::26"_s, wrong);
    named("IPv6 address as a DNS name", {dns("2001:db8::25")}, u"2001:db8::25"_s, wrong);
    named("IPv4 address mapped into IPv6", {{Kind::Ip, QByteArray(10, '\0') + "\xFF\xFF" + ip}},
          u"192.0.2.25"_s, wrong);

    row("nobody is named", Chain::Root, {}, {}, mail, wrong);
    row("no alternative names, and a common name", Chain::Root, {"mail.b.example"}, {}, mail,
        Verdict::ByCommonName);
    row("no alternative names, and another common name", Chain::Root, {"www.b.example"}, {}, mail,
        wrong);
    row("no alternative names, and the host is the second common name", Chain::Root,
        {"www.a.example", "mail.b.example"}, {}, mail, wrong);
    row("no alternative names, and the host is the first common name", Chain::Root,
        {"mail.b.example", "www.a.example"}, {}, mail, wrong);
    row("the common name beside alternative names", Chain::Root, {"mail.b.example"},
        Names{dns("www.b.example")}, mail, wrong);
    row("the second common name beside alternative names", Chain::Root,
        {"www.b.example", "mail.b.example"}, Names{dns("www.b.example")}, mail, wrong);
    row("the common name beside no alternative name in the list", Chain::Root, {"mail.b.example"},
        Names{}, mail, wrong);
    row("the common name beside a mailbox", Chain::Root, {"mail.b.example"},
        Names{{Kind::Mail, "post@b.example"}}, mail, wrong);
    row("the common name beside a web page", Chain::Root, {"mail.b.example"},
        Names{{Kind::Uri, "https://mail.b.example/"}}, mail, wrong);
    row("a mailbox that reads like the host", Chain::Root, {"Mail server"},
        Names{{Kind::Mail, "mail.b.example"}}, mail, wrong);
    row("common name in full-width letters", Chain::Root, {"ｍａｉｌ.b.example"}, {}, mail, wrong);
    row("common name with an ideographic dot", Chain::Root, {"mail。b.example"}, {}, mail, wrong);
    row("common name with a soft hyphen", Chain::Root, {"mail\u00AD.b.example"}, {}, mail, wrong);
    row("common name with a NUL", Chain::Root, {QByteArray("mail.b.example") + '\0' + ".a.example"},
        {}, mail, wrong);

    named("limited authority, a name of its domain", {dns("mail.a.example")}, u"mail.a.example"_s,
          trusted, Chain::Limited);
    named("limited authority, a wildcard of its domain", {dns("*.a.example")}, u"mail.a.example"_s,
          trusted, Chain::LimitedBelow);
    named("limited authority, another domain", {dns("mail.b.example")}, mail, Verdict::NotAllowed,
          Chain::Limited);
    named("limited authority, both", {dns("mail.a.example"), dns("mail.b.example")}, mail,
          Verdict::NotAllowed, Chain::LimitedBelow);
    const struct
    {
        const char *name;
        Chain chain;
    } limitedChains[] = {{"limited authority", Chain::Limited},
                         {"below a limited authority", Chain::LimitedBelow},
                         {"limited authority, not sent", Chain::LimitedUnsent},
                         {"limited root", Chain::LimitedRoot}};
    for (const auto &[name, chain] : limitedChains) {
        const auto say = [name = QByteArray(name)](const char *what) { return name + ": " + what; };
        row(say("the common name beside a name of its domain"), chain, {"mail.b.example"},
            Names{dns("www.a.example")}, mail, wrong);
        row(say("a second common name"), chain, {"www.a.example", "mail.b.example"},
            Names{dns("www.a.example")}, mail, wrong);
        row(say("common name in full-width letters"), chain, {"ｍail.b.example"}, {}, mail, wrong);
        row(say("common name with an ideographic dot"), chain, {"mail。b.example"}, {}, mail,
            wrong);
        row(say("common name with a soft hyphen"), chain, {"mail\u00AD.b.example"}, {}, mail,
            wrong);
        row(say("a wildcard as common name"), chain, {"*.b.example"}, {}, mail, wrong);
        row(say("common name of one label"), chain, {"mailhost"}, {}, u"mailhost"_s, wrong);
        row(say("IP address as common name"), chain, {"192.0.2.25"}, {}, u"192.0.2.25"_s,
            Verdict::NotAllowed);
        row(say("a name of its domain, as common name"), chain, {"mail.a.example"}, {},
            u"mail.a.example"_s, wrong);
    }
    row("a limited authority of the same name in other letters: a common name",
        Chain::LimitedSameName, {"mailhost"}, {}, u"mailhost"_s, wrong);
    row("an intermediate authority: a common name", Chain::Intermediate, {"mail.b.example"}, {},
        mail, Verdict::ByCommonName);
}

void ServerNamesTest::certificates()
{
    QFETCH(Chain, chain);
    QFETCH(CertificatePlan, plan);
    QFETCH(QString, host);
    QFETCH(Verdict, verdict);
    OpenSslBehaviour behaviour;
    behaviour.identity = m_authorities.issue(plan, chain);
    OpenSslServer server(behaviour);
    const TestProxy proxy(core::ProxyKind::HttpConnect);
    const PemFile trusted(m_authorities.trusted(chain));
    net::Target target{host, server.port(), {}, proxy.settings(), std::chrono::seconds(10)};
    target.tls.caFile = trusted.name();
    Attempt attempt(settingsFor(Goal::Check), target);
    attempt.start();
    QVERIFY(attempt.waitForEnd());
    const core::SessionFacts &facts = attempt.facts();
    QVERIFY(facts.tls);
    const bool good = verdict == Verdict::Trusted || verdict == Verdict::ByCommonName;
    QCOMPARE(facts.loggedIn, good);
    QCOMPARE(facts.failure, good ? Failure::None : Failure::CertificateRejected);
    QCOMPARE(facts.tls->trusted(), good);
    QCOMPARE(facts.notes.contains(core::Note::CertificateWithoutAltName),
             verdict == Verdict::ByCommonName);
    if (verdict == Verdict::WrongHost) {
        QCOMPARE(facts.tls->faults, QList{CertificateFault::WrongHost});
        QVERIFY(facts.detail.english().contains(u"host name"_s));
    } else if (verdict == Verdict::NotAllowed) {
        QVERIFY(facts.tls->faults.contains(CertificateFault::Other));
    }
    if (!good) {
        QVERIFY(server.heard().isEmpty());
        // A person who looks at it may still decide that it is the one.
        target.tls.pinnedSha256 = facts.tls->certificate().sha256;
        Attempt pinned(settingsFor(Goal::Check), target);
        pinned.start();
        QVERIFY(pinned.waitForEnd());
        QVERIFY(pinned.facts().loggedIn);
    }
}

/// A session of a certificate that is good for one host is not offered to another, and none is kept
/// of a certificate that is nobody's.
void ServerNamesTest::resumedForTheSameHostOnly()
{
    OpenSslBehaviour behaviour;
    behaviour.identity = m_authorities.issue(
        {.commonNames = {"mail.b.example"}, .names = Names{dns("mail.a.example")}}, Chain::Root);
    OpenSslServer server(behaviour);
    const TestProxy proxy(core::ProxyKind::HttpConnect);
    const PemFile trusted(m_authorities.trusted(Chain::Root));
    net::SessionTickets tickets;
    const auto logIn = [&](const QString &host) {
        net::Target target{host, server.port(), {}, proxy.settings(), std::chrono::seconds(10)};
        target.tls.caFile = trusted.name();
        Attempt attempt(settingsFor(Goal::Check), target);
        attempt.connection().useTickets(tickets);
        attempt.start();
        return attempt.waitForEnd() && attempt.facts().loggedIn;
    };
    QVERIFY(logIn(u"mail.a.example"_s));
    QVERIFY(!logIn(u"mail.b.example"_s));
    QCOMPARE(server.resumed(), 0);
    QCOMPARE(tickets.count(), 1);
    QVERIFY(logIn(u"mail.a.example"_s));
    QCOMPARE(server.resumed(), 1);
    QVERIFY(!logIn(u"mail.b.example"_s));
    QCOMPARE(server.resumed(), 1);
}

PROSERPINA_TEST(ServerNamesTest)

#include "tst_servernames.moc"
