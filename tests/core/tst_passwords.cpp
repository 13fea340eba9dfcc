// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denial.h"
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

/// Which refusals are for the want of a login (B104).
class DenialTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void oneOfTheRecipients();
};

namespace
{

core::Reply replyOf(const QByteArray &line)
{
    core::Reply reply;
    reply.code = line.left(3).toInt();
    reply.text = {line.mid(4)};
    reply.lines = {line};
    reply.enhanced = core::enhancedCodeOf(reply.code, reply.text.constFirst());
    return reply;
}

core::SessionFacts refused(const QByteArray &line)
{
    core::SessionFacts facts;
    facts.stage = core::Stage::Rcpt;
    facts.reply = replyOf(line);
    facts.outcome = facts.reply->isTemporary() ? core::Outcome::Deferred : core::Outcome::Refused;
    return facts;
}

} // namespace

void DenialTest::table_data()
{
    QTest::addColumn<bool>("denied");
    QTest::newRow("530 5.7.0 Must authenticate first") << true;
    QTest::newRow("554 5.7.1 <a@example.org>: Relay access denied") << true;
    QTest::newRow("550 relaying denied") << true;
    QTest::newRow("454 4.7.1 <a@example.org>: Relay access denied") << true;
    QTest::newRow("550 you must check mail by POP first") << true;
    QTest::newRow("550 5.1.1 <a@pop02.odn.ne.jp>: User unknown") << false;
    QTest::newRow("451 4.7.1 Greylisting in action, please come back later") << false;
    QTest::newRow("450 4.7.1 try again") << false;
    QTest::newRow("421 4.7.0 too many connections, login later") << false;
    QTest::newRow("550 5.7.1 blocked using zen.spamhaus.org") << false;
    QTest::newRow("550 5.7.23 SPF check failed") << false;
    QTest::newRow("552 5.2.2 mailbox full") << false;
}

void DenialTest::table()
{
    QTEST(core::isDeniedWithoutLogin(refused(QTest::currentDataTag())), "denied");
}

void DenialTest::oneOfTheRecipients()
{
    core::SessionFacts facts = refused("550 5.1.1 <a@example.org>: User unknown");
    facts.recipients = {
        {"a@example.org", core::Outcome::Refused, facts.reply},
        {"b@example.com", core::Outcome::Refused, replyOf("554 5.7.1 Relay access denied")}};
    QVERIFY(core::isDeniedWithoutLogin(facts));
    facts.loggedIn = true;
    QVERIFY(!core::isDeniedWithoutLogin(facts));
}

PROSERPINA_TEST(KeptPasswordTest)
PROSERPINA_TEST(DenialTest)

#include "tst_passwords.moc"
