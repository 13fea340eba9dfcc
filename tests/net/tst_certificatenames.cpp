// SPDX-License-Identifier: GPL-3.0-or-later
#include "madecertificate.h"
#include "net/certificatenames.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using net::PresentedNames;

/// Names against hosts, without a network (RFC 9525 6).
class CertificateNamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dnsNames_data();
    void dnsNames();
    void addresses_data();
    void addresses();
    void commonNames_data();
    void commonNames();
    void readAsTheOctetsAre();
    void commonNameOnlyWithoutAnyList_data();
    void commonNameOnlyWithoutAnyList();
};

void CertificateNamesTest::dnsNames_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QString &presented, const QString &host,
                        bool matches) { QTest::newRow(name) << presented << host << matches; };
    const QString mail = u"mail.example"_s;
    row("the same", mail, mail, true);
    row("another", u"www.example"_s, mail, false);
    row("another top level", u"mail.test"_s, mail, false);
    row("a name it ends with", u"example"_s, mail, false);
    row("a name that ends with it", u"my.mail.example"_s, mail, false);
    row("capitals in the certificate", u"MAIL.Example"_s, mail, true);
    row("capitals in the host", mail, u"Mail.EXAMPLE"_s, true);
    row("one label", u"localhost"_s, u"localhost"_s, true);
    row("an underscore", u"my_mail.example"_s, u"my_mail.example"_s, true);
    row("nothing", QString(), mail, false);
    row("nothing for no host", QString(), QString(), false);
    row("a dot for no host", u"."_s, u"."_s, false);
    row("an absolute host", mail, u"mail.example."_s, true);
    row("an absolute name in the certificate", u"mail.example."_s, mail, false);
    row("both absolute", u"mail.example."_s, u"mail.example."_s, false);
    row("a host with two dots at its end", mail, u"mail.example.."_s, false);
    row("a dot in front", u".mail.example"_s, mail, false);
    row("a space behind", u"mail.example "_s, mail, false);
    row("a line break behind", u"mail.example\n"_s, mail, false);

    row("wildcard: one label", u"*.example.test"_s, u"mail.example.test"_s, true);
    row("wildcard: one label, in capitals", u"*.EXAMPLE.test"_s, u"mail.example.TEST"_s, true);
    row("wildcard: an absolute host", u"*.example.test"_s, u"mail.example.test."_s, true);
    row("wildcard: an A-label", u"*.example.test"_s, u"xn--r8jz45g.example.test"_s, true);
    row("wildcard: two labels", u"*.example.test"_s, u"a.b.example.test"_s, false);
    row("wildcard: no label", u"*.example.test"_s, u"example.test"_s, false);
    row("wildcard: an empty label", u"*.example.test"_s, u".example.test"_s, false);
    row("wildcard: itself", u"*.example.test"_s, u"*.example.test"_s, false);
    row("wildcard: a whole top level", u"*.test"_s, u"example.test"_s, false);
    row("wildcard: a whole top level, absolute", u"*.test."_s, u"example.test."_s, false);
    row("wildcard: alone", u"*"_s, u"localhost"_s, false);
    row("wildcard: alone with a dot", u"*."_s, u"localhost."_s, false);
    row("wildcard: two", u"*.*.test"_s, u"mail.example.test"_s, false);
    row("wildcard: two at once", u"**.example.test"_s, u"mail.example.test"_s, false);
    row("wildcard: not the leftmost label", u"mail.*.test"_s, u"mail.example.test"_s, false);
    row("wildcard: the last label", u"mail.example.*"_s, u"mail.example.test"_s, false);
    row("wildcard: the end of a label", u"m*.example.test"_s, u"mail.example.test"_s, false);
    row("wildcard: the beginning of a label", u"*l.example.test"_s, u"mail.example.test"_s, false);
    row("wildcard: the middle of a label", u"m*l.example.test"_s, u"mail.example.test"_s, false);
    row("wildcard: inside an A-label", u"xn--*.example.test"_s, u"xn--r8jz45g.example.test"_s,
        false);
    row("wildcard: full width", u"＊.example.test"_s, u"mail.example.test"_s, false);

    row("IDN, the same A-label", u"xn--r8jz45g.example"_s, u"xn--r8jz45g.example"_s, true);
    row("IDN, another A-label", u"xn--zckzah.example"_s, u"xn--r8jz45g.example"_s, false);
    row("IDN, a U-label in the certificate", u"例え.example"_s, u"xn--r8jz45g.example"_s, false);
    row("IDN, a U-label on both sides", u"例え.example"_s, u"例え.example"_s, false);
    row("full-width letters", u"ｍａｉｌ.example"_s, mail, false);
    row("an ideographic dot", u"mail。example"_s, mail, false);
    row("a soft hyphen", u"ma\u00ADil.example"_s, mail, false);
    row("a zero-width joiner", u"ma\u200Dil.example"_s, mail, false);
    row("a letter that folds to ASCII: Kelvin", u"\u212A.example"_s, u"k.example"_s, false);
    row("a letter that folds to ASCII: long s", u"\u017F.example"_s, u"s.example"_s, false);
    row("a dotted capital I", u"ma\u0130l.example"_s, mail, false);
    row("NUL behind it", u"mail.example"_s + QChar(0), mail, false);
    row("NUL and another domain behind it", u"mail.example"_s + QChar(0) + u".test"_s, mail, false);
    row("the host has a NUL", mail, u"mail.example"_s + QChar(0), false);

    row("an address as a name", u"192.0.2.25"_s, u"192.0.2.25"_s, false);
    row("an IPv6 address as a name", u"2001:db8::25"_s, u"2001:db8::25"_s, false);
    row("an address in brackets", u"[2001:db8::25]"_s, u"[2001:db8::25]"_s, false);
    row("an address under a wildcard", u"*.0.2.25"_s, u"192.0.2.25"_s, false);
}

void CertificateNamesTest::dnsNames()
{
    QFETCH(QString, presented);
    QFETCH(QString, host);
    QFETCH(bool, matches);
    QCOMPARE(net::nameHost({{presented}, {}, {}}, host), matches);
    QCOMPARE(net::nameHost({{u"a.test"_s, presented, u"b.test"_s}, {}, {}}, host), matches);
}

void CertificateNamesTest::addresses_data()
{
    QTest::addColumn<QString>("presented");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QString &presented, const QString &host,
                        bool matches) { QTest::newRow(name) << presented << host << matches; };
    row("IPv4", u"192.0.2.25"_s, u"192.0.2.25"_s, true);
    row("IPv4, another", u"192.0.2.26"_s, u"192.0.2.25"_s, false);
    row("IPv6", u"2001:db8::25"_s, u"2001:db8::25"_s, true);
    row("IPv6, another", u"2001:db8::26"_s, u"2001:db8::25"_s, false);
    row("IPv6, zeros written out", u"2001:db8::25"_s, u"2001:0db8:0:0:0:0:0:0025"_s, true);
    row("IPv6, capitals", u"2001:db8::ab"_s, u"2001:DB8::AB"_s, true);
    row("IPv6, the end as IPv4", u"2001:db8::c000:219"_s, u"2001:db8::192.0.2.25"_s, true);
    row("IPv6, with a zone", u"fe80::25"_s, u"fe80::25%lo"_s, true);
    row("IPv4 mapped into IPv6, named as IPv4", u"192.0.2.25"_s, u"::ffff:192.0.2.25"_s, false);
    row("IPv4, named as mapped into IPv6", u"::ffff:192.0.2.25"_s, u"192.0.2.25"_s, false);
    row("in brackets", u"2001:db8::25"_s, u"[2001:db8::25]"_s, false);
    row("a name", u"192.0.2.25"_s, u"mail.example"_s, false);
}

void CertificateNamesTest::addresses()
{
    QFETCH(QString, presented);
    QFETCH(QString, host);
    QFETCH(bool, matches);
    QCOMPARE(net::nameHost({{}, {presented}, {}}, host), matches);
    QVERIFY(!net::nameHost({{presented}, {}, {}}, host)); // named as a host, it does not count
    QVERIFY(!net::nameHost({{}, {}, {presented}}, host));
}

void CertificateNamesTest::commonNames_data()
{
    QTest::addColumn<QStringList>("commonNames");
    QTest::addColumn<bool>("matches");
    const QString mail = u"mail.example.test"_s;
    QTest::newRow("the host") << QStringList{mail} << true;
    QTest::newRow("another") << QStringList{u"www.example.test"_s} << false;
    QTest::newRow("a wildcard") << QStringList{u"*.example.test"_s} << true;
    QTest::newRow("the host first of two") << QStringList{mail, u"www.example.test"_s} << false;
    QTest::newRow("the host second of two") << QStringList{u"www.example.test"_s, mail} << false;
    QTest::newRow("the host twice") << QStringList{mail, mail} << false;
    QTest::newRow("full-width letters") << QStringList{u"ｍail.example.test"_s} << false;
    QTest::newRow("an ideographic dot") << QStringList{u"mail。example.test"_s} << false;
    QTest::newRow("a soft hyphen") << QStringList{u"mail\u00AD.example.test"_s} << false;
    QTest::newRow("none") << QStringList{} << false;
}

void CertificateNamesTest::commonNames()
{
    QFETCH(QStringList, commonNames);
    QFETCH(bool, matches);
    QCOMPARE(net::nameHost({{}, {}, commonNames}, u"mail.example.test"_s), matches);
}

/// What QSslCertificate makes of octets that no name should have.
void CertificateNamesTest::readAsTheOctetsAre()
{
    using Kind = AlternativeName::Kind;
    const QByteArray nul = QByteArray("mail.example") + '\0' + ".test";
    const MadeCertificate made(
        {.commonNames = {nul},
         .names = QList<AlternativeName>{{Kind::Dns, nul},
                                         {Kind::Dns, "m\xE4il.example"},
                                         {Kind::Mail, "mail.example"},
                                         {Kind::Uri, "mail.example"},
                                         {Kind::Ip, QByteArray(5, '\x7F')},
                                         {Kind::Ip, QByteArray(4, '\x7F')}}});
    const PresentedNames names = net::presentedNames(QSslCertificate(made.pem()));
    QStringList dns = names.dns;
    dns.sort();
    QCOMPARE(dns, (QStringList{QString::fromLatin1(nul), u"m\u00E4il.example"_s}));
    QCOMPARE(names.addresses, QStringList{u"127.127.127.127"_s});
    QCOMPARE(names.commonNames, QStringList{});
    const MadeCertificate bare({.commonNames = {nul}});
    const PresentedNames common = net::presentedNames(QSslCertificate(bare.pem()));
    QCOMPARE(common.commonNames, QStringList{QString::fromLatin1(nul)});
    QVERIFY(!net::nameHost(common, u"mail.example"_s));
}

void CertificateNamesTest::commonNameOnlyWithoutAnyList_data()
{
    using Kind = AlternativeName::Kind;
    using Names = std::optional<QList<AlternativeName>>;
    QTest::addColumn<Names>("names");
    QTest::addColumn<bool>("counts");
    QTest::newRow("no list") << Names() << true;
    QTest::newRow("an empty list") << Names(QList<AlternativeName>{}) << false;
    QTest::newRow("a mailbox alone")
        << Names(QList<AlternativeName>{{Kind::Mail, "a@mail.example"}}) << false;
    QTest::newRow("a web page alone")
        << Names(QList<AlternativeName>{{Kind::Uri, "https://mail.example/"}}) << false;
    QTest::newRow("an address alone")
        << Names(QList<AlternativeName>{{Kind::Ip, QByteArray(4, '\x7F')}}) << false;
    QTest::newRow("another host") << Names(QList<AlternativeName>{{Kind::Dns, "www.example"}})
                                  << false;
}

void CertificateNamesTest::commonNameOnlyWithoutAnyList()
{
    QFETCH(std::optional<QList<AlternativeName>>, names);
    QFETCH(bool, counts);
    const MadeCertificate made({.commonNames = {"mail.example"}, .names = names});
    QCOMPARE(net::nameHost(net::presentedNames(QSslCertificate(made.pem())), u"mail.example"_s),
             counts);
}

PROSERPINA_TEST(CertificateNamesTest)

#include "tst_certificatenames.moc"
