// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyfield.h"
#include "service/consent.h"
#include "testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::FieldValue;
using core::Method;
using core::PasswordFor;
using core::PopSecurity;
using core::ProfileField;
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

core::ServerEntry entryOf(const ServerProfile &profile)
{
    core::ServerEntry entry;
    entry.profile = profile;
    return entry;
}

/// Everything a field can be changed to from what it is; of what has no words, one other value.
QList<FieldValue> otherValues(const ProfileField &field, const ServerProfile &profile)
{
    QList<FieldValue> values;
    const QStringList words = field.words();
    for (const QString &word : words) {
        values.append(word);
    }
    if (field.kind() == core::FieldKind::Flag) {
        values = {true, false};
    } else if (words.isEmpty()) {
        values = {unlikelyValue(field)};
    }
    values.removeAll(field.value(profile));
    return values;
}

/// Servers with each kind of encryption, login and proxy.
QList<ServerProfile> manyProfiles()
{
    QList<ServerProfile> profiles;
    for (const core::Security security : {core::Security::StartTls, core::Security::None}) {
        for (const core::Method method : {core::Method::Plain1, core::Method::PopBeforeSmtp}) {
            for (const bool own : {false, true}) {
                for (const core::ProxyKind proxy :
                     {core::ProxyKind::None, core::ProxyKind::Socks5}) {
                    ServerProfile profile;
                    profile.host = u"a.example"_s;
                    profile.security = security;
                    profile.method = method;
                    profile.pop.host = u"b.example"_s;
                    profile.pop.ownPassword = own;
                    profile.pop.security = security == core::Security::None
                                               ? core::PopSecurity::None
                                               : core::PopSecurity::Pop3s;
                    profile.proxy = {proxy, u"p.example"_s, 1080};
                    profiles.append(profile);
                }
            }
        }
    }
    return profiles;
}

} // namespace

/// Where something kept would go, and what is asked first.
class ConsentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smtp_data();
    void smtp();
    void proxy_data();
    void proxy();
    void pop();
    void eachFieldLeadsElsewhereOrNot();
    void question_data();
    void question();
    void consentIsForOnePlace();
};

void ConsentTest::smtp_data()
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

void ConsentTest::smtp()
{
    QFETCH(ServerProfile, before);
    QFETCH(ServerProfile, after);
    QTEST(service::goesElsewhere(PasswordFor::Smtp, before, after), "elsewhere");
}

void ConsentTest::proxy_data()
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

void ConsentTest::proxy()
{
    QFETCH(ServerProfile, before);
    QFETCH(ServerProfile, after);
    QTEST(service::goesElsewhere(PasswordFor::Smtp, before, after), "elsewhere");
}

void ConsentTest::pop()
{
    const ServerProfile before = byPop(u"a.example"_s, u"pop.example"_s, true);
    const auto elsewhere = [&before](const ServerProfile &after) {
        return service::goesElsewhere(PasswordFor::Pop, before, after);
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

/// A new setting is looked at by the rule, or it is not: whoever adds it has to say so here.
void ConsentTest::eachFieldLeadsElsewhereOrNot()
{
    const QStringList leading{u"/host"_s,      u"/security"_s,    u"/method"_s,
                              u"proxy/kind"_s, u"proxy/host"_s,   u"proxy/port"_s,
                              u"pop/host"_s,   u"pop/security"_s, u"pop/ownPassword"_s};
    QStringList found;
    for (const ProfileField &field : core::profileFields()) {
        bool elsewhere = false;
        for (const ServerProfile &before : manyProfiles()) {
            for (const FieldValue &value : otherValues(field, before)) {
                ServerProfile after = before;
                QVERIFY(field.set(after, value));
                elsewhere = elsewhere || service::goesElsewhere(PasswordFor::Smtp, before, after) ||
                            service::goesElsewhere(PasswordFor::Pop, before, after);
            }
        }
        if (elsewhere) {
            found.append(field.group + u'/' + field.key);
        }
    }
    QCOMPARE(found, leading);
}

void ConsentTest::question_data()
{
    QTest::addColumn<ServerProfile>("before");
    QTest::addColumn<ServerProfile>("after");
    QTest::addColumn<QString>("sentence");
    const ServerProfile a = at(u"a.example"_s);
    ServerProfile proxied = at(u"a.example"_s, Security::None);
    proxied.proxy = {core::ProxyKind::Socks5, u"proxy.example"_s, 1080};
    const ServerProfile token = at(u"a.example"_s, Security::StartTls, Method::OAuthBearer);
    const ServerProfile ownPop = byPop(u"a.example"_s, {}, true);
    QTest::newRow("the same") << a << a << QString();
    QTest::newRow("another host")
        << a << at(u"b.example"_s)
        << u"The kept password of work would now go to b.example, port 587."_s;
    QTest::newRow("less encryption")
        << a << at(u"a.example"_s, Security::StartTlsIfOffered)
        << u"The kept password of work would now go to a.example, port 587, with weaker "
           "encryption or none."_s;
    QTest::newRow("a proxy that reads it")
        << at(u"a.example"_s, Security::None) << proxied
        << u"The kept password of work would now go to a.example, port 587, by the proxy "
           "proxy.example."_s;
    QTest::newRow("a proxy, and encryption is given up")
        << a << proxied
        << u"The kept password of work would now go to a.example, port 587, by the proxy "
           "proxy.example and with weaker encryption or none."_s;
    QTest::newRow("by POP3 to another host")
        << a << byPop(u"a.example"_s, u"pop.example"_s)
        << u"The kept password of work would now go to pop.example, port 995."_s;
    QTest::newRow("a password as a token")
        << a << token << u"What is kept for work is a password, not an access token."_s;
    QTest::newRow("a token as a password")
        << token << a << u"What is kept for work is an access token, not a password."_s;
    QTest::newRow("one token as another's")
        << token << at(u"a.example"_s, Security::StartTls, Method::XOauth2) << QString();
    QTest::newRow("POP3 had none of its own") << a << ownPop << QString();
    QTest::newRow("nobody logs in any more")
        << a << at(u"b.example"_s, Security::None, Method::None) << QString();
}

void ConsentTest::question()
{
    QFETCH(ServerProfile, before);
    QFETCH(ServerProfile, after);
    QFETCH(QString, sentence);
    before.name = after.name = u"work"_s;
    const core::ServerEntry one = entryOf(before);
    const core::ServerEntry other = entryOf(after);
    const auto asked = service::questionOf(one, other);
    QCOMPARE(asked ? asked->sentence.english() : QString(), sentence);
    QVERIFY(!service::questionOf(one, other, {{}, {}, service::Consent{after}}));
}

void ConsentTest::consentIsForOnePlace()
{
    const core::ServerEntry before = entryOf(at(u"a.example"_s));
    const service::PasswordChanges agreed{{}, {}, service::Consent{at(u"b.example"_s)}};
    QVERIFY(!service::questionOf(before, entryOf(at(u"b.example"_s)), agreed));
    QVERIFY(service::questionOf(before, entryOf(at(u"c.example"_s)), agreed));
    QVERIFY(service::questionOf(before, entryOf(at(u"b.example"_s, Security::None)), agreed));
}

PROSERPINA_TEST(ConsentTest)

#include "tst_consent.moc"
