// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/following.h"
#include "service/providers.h"
#include "testmain.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using core::Method;
using core::Security;
using service::Following;
using service::PopFollowing;

namespace
{

const QByteArray presets = R"({"format": 1, "providers": [
    {"id": "known", "name": "Known", "domains": ["known.example"], "host": "smtp.known.example",
     "ways": [{"security": "starttls", "login": "auth", "port": 587}],
     "method": "plain1", "userId": "local", "asOf": "2024-07", "source": "test"},
    {"id": "open", "name": "Open", "domains": ["open.example"], "host": "smtp.open.example",
     "ways": [{"security": "none", "login": "pop-before-smtp", "port": 25}],
     "userId": "address", "asOf": "2024-07", "source": "test"},
    {"id": "contract", "name": "Contract", "domains": ["contract.example"],
     "host": "*.contract.example", "ways": [{"security": "smtps", "login": "auth", "port": 465}],
     "method": "login", "userId": "local.domain", "asOf": "2024-07", "source": "test"}]})";

const service::Providers &providers()
{
    static const service::Providers known(presets, u"/nowhere"_s);
    return known;
}

void typeAddress(Following &following, const QString &address)
{
    following.setAddress(address);
    following.follow(following.provider(providers()));
}

void typeHost(Following &following, const QString &host)
{
    following.typeHost(host);
    following.follow(following.provider(providers()));
}

/// What a person does.
using Steps = std::function<void(Following &)>;

} // namespace

/// What follows from what, and what stays.
class FollowingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void hostThatContradicts_data();
    void hostThatContradicts();
    void savedServerHasChosen();
    void idKeepsItsForm();
    void usualSecurityIsTheCallers();
    void remedyKeepsNameAndId();
    void popPortFollows();
};

void FollowingTest::fillsIn_data()
{
    QTest::addColumn<Steps>("steps");
    QTest::addColumn<QString>("host");
    QTest::addColumn<Security>("security");
    QTest::addColumn<int>("port");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("userId");
    const auto row = [](const char *name, const Steps &steps) -> QTestData & {
        return QTest::newRow(name) << steps;
    };
    const QString known = u"taro@known.example"_s;
    const QString unknown = u"taro@x.example"_s;
    row("nothing typed", [](Following &) {})
        << QString() << Security::Smtps << 465 << Method::ScramSha256 << QString();
    row("an address of a known provider", [=](Following &f) { typeAddress(f, known); })
        << u"smtp.known.example"_s << Security::StartTls << 587 << Method::Plain1 << u"taro"_s;
    row("another address takes it out again",
        [=](Following &f) {
            typeAddress(f, known);
            typeAddress(f, unknown);
        })
        << QString() << Security::Smtps << 465 << Method::ScramSha256 << unknown;
    row("a typed host stays",
        [=](Following &f) {
            typeHost(f, u"mail.x.example"_s);
            typeAddress(f, known);
        })
        << u"mail.x.example"_s << Security::Smtps << 465 << Method::ScramSha256 << known;
    row("a cleared host stays cleared, the rest follows the address",
        [=](Following &f) {
            typeAddress(f, known);
            typeHost(f, {});
            typeAddress(f, u"hanako@known.example"_s);
        })
        << QString() << Security::StartTls << 587 << Method::Plain1 << u"hanako"_s;
    row("a host of a known provider fills the rest",
        [=](Following &f) {
            typeAddress(f, unknown);
            typeHost(f, u"smtp.known.example"_s);
        })
        << u"smtp.known.example"_s << Security::StartTls << 587 << Method::Plain1 << u"taro"_s;
    row("a typed port stays",
        [=](Following &f) {
            f.typePort(2025);
            typeAddress(f, known);
            f.chooseSecurity(Security::Smtps);
        })
        << u"smtp.known.example"_s << Security::Smtps << 2025 << Method::Plain1 << u"taro"_s;
    row("a typed port given up follows again",
        [=](Following &f) {
            f.typePort(2025);
            f.useUsualPort();
            f.chooseSecurity(Security::StartTls);
        })
        << QString() << Security::StartTls << 587 << Method::ScramSha256 << QString();
    row("a chosen encryption stays, the port follows it",
        [=](Following &f) {
            f.chooseSecurity(Security::Smtps);
            typeAddress(f, known);
        })
        << u"smtp.known.example"_s << Security::Smtps << 465 << Method::Plain1 << u"taro"_s;
    row("the port follows the method too",
        [=](Following &f) {
            f.chooseSecurity(Security::None);
            f.setMethod(Method::None);
        })
        << QString() << Security::None << 25 << Method::None << QString();
    row("encryption is never given up by a preset",
        [=](Following &f) { typeAddress(f, u"taro@open.example"_s); })
        << u"smtp.open.example"_s << Security::StartTls << 587 << Method::PopBeforeSmtp
        << u"taro@open.example"_s;
    row("a host that differs by contract is not known",
        [=](Following &f) { typeAddress(f, u"taro@contract.example"_s); })
        << QString() << Security::Smtps << 465 << Method::Login << u"taro.contract.example"_s;
    row("a typed ID stays",
        [=](Following &f) {
            f.entry.profile.userId = u"own"_s;
            f.idTyped = true;
            typeAddress(f, known);
        })
        << u"smtp.known.example"_s << Security::StartTls << 587 << Method::Plain1 << u"own"_s;
    row("a host with scheme and port",
        [](Following &f) { f.takeHost(u"smtps://a.example:2465/"_s); })
        << u"a.example"_s << Security::Smtps << 2465 << Method::ScramSha256 << QString();
    row("a host with the other's usual port", [](Following &f) { f.takeHost(u"a.example:587"_s); })
        << u"a.example"_s << Security::StartTls << 587 << Method::ScramSha256 << QString();
    row("a host with a port, encryption chosen",
        [](Following &f) {
            f.chooseSecurity(Security::None);
            f.takeHost(u"a.example:465"_s);
        })
        << u"a.example"_s << Security::None << 465 << Method::ScramSha256 << QString();
    row("a port alone",
        [](Following &f) {
            f.typePort(25);
            f.followPort();
        })
        << QString() << Security::StartTls << 25 << Method::ScramSha256 << QString();
}

void FollowingTest::fillsIn()
{
    QFETCH(Steps, steps);
    Following following;
    steps(following);
    const core::ServerProfile profile = following.finished().profile;
    QTEST(profile.host, "host");
    QTEST(profile.security, "security");
    QTEST(int{profile.port}, "port");
    QTEST(profile.method, "method");
    QTEST(following.userId(), "userId");
}

void FollowingTest::hostThatContradicts_data()
{
    QTest::addColumn<Steps>("before");
    QTest::addColumn<QString>("typed");
    QTest::newRow("another port than the typed one")
        << Steps([](Following &f) { f.typePort(2025); }) << u"a.example:587"_s;
    QTest::newRow("another encryption than the chosen one")
        << Steps([](Following &f) { f.chooseSecurity(Security::StartTls); })
        << u"smtps://a.example"_s;
    QTest::newRow("a web page") << Steps([](Following &) {}) << u"https://a.example"_s;
}

void FollowingTest::hostThatContradicts()
{
    QFETCH(Steps, before);
    QFETCH(QString, typed);
    Following following;
    before(following);
    const Following kept = following;
    QVERIFY(!following.takeHost(typed).isEmpty());
    QVERIFY(following == kept);
}

void FollowingTest::savedServerHasChosen()
{
    core::ServerEntry entry;
    entry.id = QUuid::createUuid();
    entry.profile.host = u"a.example"_s;
    entry.profile.security = Security::StartTls;
    entry.profile.port = 587;
    Following following(entry);
    QCOMPARE(following.finished().profile.host, u"a.example"_s);
    typeAddress(following, u"taro@known.example"_s);
    QCOMPARE(following.entry.profile.host, u"a.example"_s);
    QCOMPARE(following.entry.profile.method, entry.profile.method);
    following.chooseSecurity(Security::Smtps);
    QCOMPARE(int{following.entry.profile.port}, 465); // it was the usual one
    entry.profile.port = 2025;
    Following ownPort(entry);
    ownPort.chooseSecurity(Security::Smtps);
    QCOMPARE(int{ownPort.entry.profile.port}, 2025);
}

void FollowingTest::idKeepsItsForm()
{
    core::ServerEntry entry;
    entry.address = u"taro@a.example"_s;
    for (const auto &[id, moved] : {std::pair(u"taro@a.example"_s, u"hanako@b.example"_s),
                                    std::pair(u"taro"_s, u"hanako"_s), std::pair(u"x"_s, u"x"_s)}) {
        entry.profile.userId = id;
        Following following(entry);
        following.setAddress(u"hanako@b.example"_s);
        QCOMPARE(following.userId(), moved);
    }
}

void FollowingTest::usualSecurityIsTheCallers()
{
    Following following(Security::StartTls);
    QCOMPARE(int{following.entry.profile.port}, 587);
    following.follow({});
    QCOMPARE(following.entry.profile.security, Security::StartTls);
}

void FollowingTest::remedyKeepsNameAndId()
{
    Following following;
    following.entry.profile.name = u"work"_s;
    following.entry.profile.userId = u"taro"_s;
    core::ServerProfile remedy;
    remedy.host = u"b.example"_s;
    remedy.security = Security::StartTls;
    remedy.port = 587;
    following.setProfile(remedy);
    remedy.name = u"work"_s;
    remedy.userId = u"taro"_s;
    QCOMPARE(following.entry.profile, remedy);
    QVERIFY(!following.portTyped);
    remedy.port = 2025;
    following.setProfile(remedy);
    QCOMPARE(int{following.entry.profile.port}, 2025);
    QVERIFY(following.portTyped);
}

void FollowingTest::popPortFollows()
{
    PopFollowing following{core::PopProfile()};
    following.pop.security = core::PopSecurity::Stls;
    following.followSecurity();
    QCOMPARE(int{following.pop.port}, 110);
    QVERIFY(!following.takeHost(u"pop3s://a.example"_s).isEmpty()); // STLS is set
    QVERIFY(following.takeHost(u"pop3://a.example:1110/"_s).isEmpty());
    QCOMPARE(following.pop.host, u"a.example"_s);
    following.pop.security = core::PopSecurity::Pop3s;
    following.followSecurity();
    QCOMPARE(int{following.pop.port}, 1110); // typed
}

PROSERPINA_TEST(FollowingTest)

#include "tst_following.moc"
