// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Method;
using core::PasswordFor;
using core::PopSecurity;
using core::Security;
using core::ServerProfile;

namespace
{

ServerProfile at(const QString &host, Security security = Security::StartTls,
                 Method method = Method::Login)
{
    ServerProfile profile;
    profile.host = host;
    profile.security = security;
    profile.method = method;
    return profile;
}

ServerProfile byPop(const QString &host, const QString &popHost, bool own = false)
{
    ServerProfile profile = at(host, Security::StartTls, Method::PopBeforeSmtp);
    profile.pop.host = popHost;
    profile.pop.ownPassword = own;
    return profile;
}

} // namespace

/// Where a kept password would go.
class KeptPasswordTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smtp_data();
    void smtp();
    void proxy_data();
    void proxy();
    void pop();
    void used();
};

void KeptPasswordTest::smtp_data()
{
    QTest::addColumn<ServerProfile>("before");
    QTest::addColumn<ServerProfile>("after");
    QTest::addColumn<bool>("elsewhere");
    const ServerProfile a = at(u"a.example"_s);
    ServerProfile open = byPop(u"a.example"_s, {});
    open.pop.security = PopSecurity::None;
    QTest::newRow("the same") << a << at(u"A.example"_s) << false;
    QTest::newRow("another host") << a << at(u"b.example"_s) << true;
    QTest::newRow("no encryption") << a << at(u"a.example"_s, Security::None) << true;
    QTest::newRow("encryption if offered")
        << a << at(u"a.example"_s, Security::StartTlsIfOffered) << true;
    QTest::newRow("more encryption") << at(u"a.example"_s, Security::None) << a << false;
    QTest::newRow("to POP3 on the same host") << a << byPop(u"a.example"_s, {}) << false;
    QTest::newRow("to POP3 on another") << a << byPop(u"a.example"_s, u"pop.example"_s) << true;
    QTest::newRow("to POP3 without encryption") << a << open << true;
    QTest::newRow("back from POP3 on another")
        << byPop(u"a.example"_s, u"pop.example"_s) << a << true;
    // POP3 has its own; this one is kept for the host alone.
    QTest::newRow("not used by POP3, the host stays")
        << a << byPop(u"a.example"_s, u"pop.example"_s, true) << false;
    QTest::newRow("not used by POP3, another host")
        << a << byPop(u"b.example"_s, u"pop.example"_s, true) << true;
    QTest::newRow("not used at all, another host")
        << a << at(u"b.example"_s, Security::StartTls, Method::None) << true;
}

void KeptPasswordTest::smtp()
{
    QFETCH(ServerProfile, before);
    QFETCH(ServerProfile, after);
    QTEST(core::goesElsewhere(PasswordFor::Smtp, before, after), "elsewhere");
}

void KeptPasswordTest::proxy_data()
{
    QTest::addColumn<ServerProfile>("before");
    QTest::addColumn<ServerProfile>("after");
    QTest::addColumn<bool>("elsewhere");
    const core::Proxy one{core::ProxyKind::Socks5, u"proxy.example"_s, 1080};
    core::Proxy capitals = one;
    capitals.host = u"Proxy.Example"_s;
    core::Proxy otherPort = one;
    otherPort.port = 1081;
    core::Proxy off = one;
    off.kind = core::ProxyKind::None;
    const auto row = [](const char *name, ServerProfile before, const core::Proxy &from,
                        const core::Proxy &to, bool elsewhere) {
        ServerProfile after = before;
        before.proxy = from;
        after.proxy = to;
        QTest::newRow(name) << before << after << elsewhere;
    };
    ServerProfile openPop = byPop(u"a.example"_s, {});
    openPop.pop.security = PopSecurity::None;
    const ServerProfile open = at(u"a.example"_s, Security::None);
    row("STARTTLS: a proxy sees no password", at(u"a.example"_s), {}, one, false);
    row("SMTPs: the same", at(u"a.example"_s, Security::Smtps), {}, one, false);
    row("POP3S: the same", byPop(u"a.example"_s, {}), {}, one, false);
    row("STARTTLS if offered: a proxy can take it away",
        at(u"a.example"_s, Security::StartTlsIfOffered), {}, one, true);
    row("no encryption: a proxy reads it", open, {}, one, true);
    row("no encryption: another proxy reads it", open, one, otherPort, true);
    row("POP3 without encryption: a proxy reads it", openPop, {}, one, true);
    row("the same proxy", open, one, capitals, false);
    row("without the proxy", open, one, off, false);
    row("the proxy is not used", open, {}, off, false);
}

void KeptPasswordTest::proxy()
{
    QFETCH(ServerProfile, before);
    QFETCH(ServerProfile, after);
    QTEST(core::goesElsewhere(PasswordFor::Smtp, before, after), "elsewhere");
}

void KeptPasswordTest::pop()
{
    const ServerProfile before = byPop(u"a.example"_s, u"pop.example"_s, true);
    const auto elsewhere = [&before](const ServerProfile &after) {
        return core::goesElsewhere(PasswordFor::Pop, before, after);
    };
    QVERIFY(!elsewhere(byPop(u"b.example"_s, u"pop.example"_s, true)));
    QVERIFY(elsewhere(byPop(u"a.example"_s, u"other.example"_s, true)));
    QVERIFY(elsewhere(byPop(u"a.example"_s, {}, true)));
    ServerProfile stls = before;
    stls.pop.security = PopSecurity::Stls;
    QVERIFY(!elsewhere(stls));
    stls.pop.security = PopSecurity::None;
    QVERIFY(elsewhere(stls));
}

void KeptPasswordTest::used()
{
    QCOMPARE(core::passwordUsed(at(u"a"_s, Security::None, Method::None)), std::nullopt);
    QCOMPARE(core::passwordUsed(at(u"a"_s)), PasswordFor::Smtp);
    QCOMPARE(core::passwordUsed(byPop(u"a"_s, {})), PasswordFor::Smtp);
    QCOMPARE(core::passwordUsed(byPop(u"a"_s, {}, true)), PasswordFor::Pop);
}

PROSERPINA_TEST(KeptPasswordTest)

#include "tst_passwords.moc"
