// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/providerwords.h"
#include "discovery/presets.h"
#include "presetfile.h"
#include "testmain.h"

#include <QDate>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Login;
using core::Security;

namespace
{

const QString address = u"taro.yamada@"_s;

discovery::Presets builtIn()
{
    discovery::Presets presets;
    if (const auto added = presets.add(builtInPresets(), false); !added) {
        qWarning("%s", qPrintable(added.error().detail.english()));
    }
    return presets;
}

/// A preset file of one entry with some of its text replaced.
QByteArray fileWith(const QByteArray &before = {}, const QByteArray &after = {})
{
    QByteArray file = R"({"format": 1, "providers": [{"id": "mine", "name": "Mine",
        "domains": ["gmail.com"], "host": "mail.example.org",
        "ways": [{"security": "starttls", "login": "none", "port": 2025}],
        "userId": "local", "asOf": "2026-11", "source": "me"}]})";
    return before.isEmpty() ? file : file.replace(before, after);
}

} // namespace

/// The preset file that comes with the program, and what a person can write beside it.
class PresetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProvider_data();
    void everyProvider();
    void knownIds_data();
    void knownIds();
    void theManualsTables();
    void nothingIsThereTwice();
    void unknownGivesNothing_data();
    void unknownGivesNothing();
    void hostsByContract();
    void ownFileComesFirst();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
};

void PresetsTest::everyProvider_data()
{
    QTest::addColumn<core::Provider>("provider");
    const discovery::Presets presets = builtIn();
    for (const core::Provider &provider : presets.all()) {
        QTest::newRow(qPrintable(provider.id)) << provider;
    }
}

void PresetsTest::everyProvider()
{
    QFETCH(core::Provider, provider);
    const QDate asOf = QDate::fromString(provider.asOf, u"yyyy-MM"_s);
    QVERIFY(asOf.isValid() && asOf <= QDate(2026, 11, 30));
    QVERIFY(!provider.source.isEmpty());
    QVERIFY(!provider.ways.isEmpty());
    for (const core::Way &way : provider.ways) {
        // Each has the port that goes with its encryption, so a mistyped one is seen here.
        QCOMPARE(int{way.port}, way.security == Security::Smtps ? 465 : 587);
        QVERIFY(way.security != Security::StartTlsIfOffered);
    }
    // The safest comes first: nothing unencrypted before something encrypted.
    QVERIFY(provider.ways.constFirst().security != Security::None || provider.ways.size() == 1);
    for (const QString &domain : provider.domains) {
        QCOMPARE(builtIn().forAddress(address + domain), std::optional(provider));
        const auto id = core::userIdOf(provider.idForm, address + domain);
        switch (provider.idForm) {
        case core::IdForm::Address: QCOMPARE(id, address + domain); break;
        case core::IdForm::LocalPart: QCOMPARE(id, u"taro.yamada"_s); break;
        case core::IdForm::LocalDotDomain: QCOMPARE(id, u"taro.yamada."_s + domain); break;
        case core::IdForm::Own:
            QVERIFY(!id);
            QVERIFY(provider.needs.contains(core::Need::OwnId));
            break;
        }
    }
    QCOMPARE(diagnosis::providerRemarks(provider).size(), provider.needs.size() + 1);
}

void PresetsTest::knownIds_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    const auto row = [](const char *domain, const char *id, const char *host, int port) {
        QTest::newRow(domain) << QString::fromLatin1(domain) << QString::fromLatin1(id)
                              << QString::fromLatin1(host) << port;
    };
    row("gmail.com", "taro.yamada@gmail.com", "smtp.gmail.com", 465);
    row("GMail.COM", "taro.yamada@GMail.COM", "smtp.gmail.com", 465);
    row("yahoo.co.jp", "taro.yamada", "smtp.mail.yahoo.co.jp", 465);
    row("outlook.com", "taro.yamada@outlook.com", "smtp-mail.outlook.com", 587);
    row("miomio.jp", "taro.yamada.miomio.jp", "mbox.iijmio-mail.jp", 587);
    row("nifty.com", "taro.yamada", "smtp.nifty.com", 587);
}

void PresetsTest::knownIds()
{
    QFETCH(QString, domain);
    QFETCH(QString, id);
    QFETCH(QString, host);
    QFETCH(int, port);
    const auto provider = builtIn().forAddress(address + domain);
    QVERIFY(provider);
    QCOMPARE(core::userIdOf(provider->idForm, address + domain), id);
    QCOMPARE(provider->host, host);
    QCOMPARE(int{provider->ways.constFirst().port}, port);
    QCOMPARE(builtIn().forHost(host.toUpper()), provider);
}

/// S9, with today's row for STARTTLS.
void PresetsTest::theManualsTables()
{
    const auto port = [](const core::Provider &provider, Security security, Login login) {
        const auto way = core::wayOf(provider, security, login);
        return way ? int{way->port} : 0;
    };
    const auto gmail = builtIn().forAddress(u"a@gmail.com"_s);
    const auto yahoo = builtIn().forAddress(u"a@yahoo.co.jp"_s);
    QVERIFY(gmail && yahoo);
    QCOMPARE(port(*gmail, Security::Smtps, Login::Auth), 465);
    QCOMPARE(port(*gmail, Security::StartTls, Login::Auth), 587);
    QCOMPARE(port(*gmail, Security::StartTlsIfOffered, Login::Auth), 587);
    QCOMPARE(port(*gmail, Security::None, Login::Auth), 0);
    QCOMPARE(port(*yahoo, Security::Smtps, Login::Auth), 465);
    QCOMPARE(port(*yahoo, Security::StartTls, Login::Auth), 0);
    QCOMPARE(port(*yahoo, Security::None, Login::Auth), 587);
    for (const Security security : {Security::Smtps, Security::StartTls, Security::None}) {
        for (const Login login : {Login::PopBeforeSmtp, Login::None}) {
            QCOMPARE(port(*gmail, security, login), 0);
            QCOMPARE(port(*yahoo, security, login), 0);
        }
    }
    QCOMPARE(diagnosis::takesOnlySentence(*gmail),
             u"Gmail takes only SMTPs with SMTP-AUTH on 465, STARTTLS with SMTP-AUTH on 587."_s);
}

void PresetsTest::nothingIsThereTwice()
{
    QSet<QString> seen;
    int all = 0;
    const discovery::Presets presets = builtIn();
    for (const core::Provider &provider : presets.all()) {
        for (const QString &word :
             QStringList{provider.id, provider.host + u"/host"_s} + provider.domains) {
            seen.insert(word);
            ++all;
        }
    }
    QCOMPARE(seen.size(), all);
    QVERIFY(presets.all().size() > 40);
}

void PresetsTest::unknownGivesNothing_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("another domain") << u"taro@example.org"_s;
    QTest::newRow("a domain that only ends like it") << u"taro@notgmail.com"_s;
    QTest::newRow("a part of it") << u"taro@gmail.co"_s;
    QTest::newRow("no local part") << u"@gmail.com"_s;
    QTest::newRow("no domain") << u"taro@"_s;
    QTest::newRow("nothing") << QString();
    QTest::newRow("no @") << u"gmail.com"_s;
    QTest::newRow("no domain at all") << u"taro@..\n"_s;
}

void PresetsTest::unknownGivesNothing()
{
    QFETCH(QString, typed);
    QVERIFY(!builtIn().forAddress(typed));
    QVERIFY(!builtIn().forHost(typed));
}

void PresetsTest::hostsByContract()
{
    QCOMPARE(builtIn().forHost(u"sv1234.xserver.jp"_s)->id, u"xserver"_s);
    QVERIFY(!builtIn().forHost(u"sv.xserver.jp"_s));
    QVERIFY(!builtIn().forHost(u"www.xserver.jp"_s));
}

void PresetsTest::ownFileComesFirst()
{
    discovery::Presets presets = builtIn();
    QVERIFY(presets.add(fileWith(), true));
    const auto mine = presets.forAddress(u"a@gmail.com"_s);
    QVERIFY(mine);
    QCOMPARE(mine->id, u"mine"_s);
    QVERIFY(mine->own);
    QCOMPARE(core::wayOf(*mine, Security::StartTls, Login::None)->port, quint16{2025});
    QCOMPARE(presets.forHost(u"smtp.gmail.com"_s)->id, u"gmail"_s);
}

void PresetsTest::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *before, const char *after,
                        const QString &says) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << says;
    };
    row("no JSON", "]}", "", u"it is no JSON"_s);
    row("another format", "\"format\": 1", "\"format\": 2", u"its format is not 1."_s);
    row("no host", "mail.example.org", "", u"entry 1 (mine): “host” is missing."_s);
    row("a port of 0", "2025", "0", u"a port from 1 to 65535"_s);
    row("a port of 65536", "2025", "65536", u"a port from 1 to 65535"_s);
    row("a security of its own", "starttls", "tls", u"a way needs security"_s);
    row("no ways", "\"ways\"", "\"way\"", u"“ways” is empty"_s);
    row("an ID form of its own", "\"local\"", "\"localpart\"",
        u"“userId” does not know “localpart”"_s);
    row("no month", "2026-11", "November", u"“asOf” is no month"_s);
    row("no source", "\"source\": \"me\"", "\"source\": \"\"", u"“source” is missing"_s);
    row("an unknown need", "\"asOf\"", "\"needs\": [\"luck\"], \"asOf\"",
        u"“needs” does not know “luck”"_s);
}

void PresetsTest::mistakesAreNamed()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, says);
    discovery::Presets presets = builtIn();
    const qsizetype known = presets.all().size();
    const auto added = presets.add(fileWith(before, after), true);
    QVERIFY(!added);
    QVERIFY2(added.error().detail.english().contains(says),
             qPrintable(added.error().detail.english()));
    QCOMPARE(presets.all().size(), known);
}

PROSERPINA_TEST(PresetsTest)

#include "tst_presets.moc"
