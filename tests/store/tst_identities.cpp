// SPDX-License-Identifier: GPL-3.0-or-later
#include "records.h"
#include "serverfolder.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using store::ServerDocument;
using store::ServerStore;

/// Who mail is from, beside the servers in servers.json.
class IdentitiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aServerBringsItsFirst();
    void anOlderFileHasThoseOfItsServers();
    void keepsEveryField();
    void oneIsTheDefault();
    void keepTheirOrder();
    void outliveTheirServer();
    void unreadableOnesStay();

private:
    core::Identity identity(const QString &address);
    bool save(const core::Identity &identity);

    std::unique_ptr<ServerFolder> m_files;
    std::unique_ptr<ServerStore> m_store;
};

void IdentitiesTest::init()
{
    m_store.reset();
    m_files = std::make_unique<ServerFolder>();
    m_store = std::make_unique<ServerStore>(m_files->folder());
    m_store->load();
}

core::Identity IdentitiesTest::identity(const QString &address)
{
    core::Identity identity;
    identity.id = QUuid::createUuid();
    identity.address = address;
    return identity;
}

bool IdentitiesTest::save(const core::Identity &identity)
{
    const auto done =
        change(*m_store, [identity](ServerDocument &document) { return document.put(identity); });
    return done && *done;
}

void IdentitiesTest::aServerBringsItsFirst()
{
    core::ServerEntry server = entryNamed(u"first"_s);
    server.address = u"taro@example.org"_s;
    const auto id = add(*m_store, server);
    QCOMPARE(m_store->identities().size(), 1);
    core::Identity first = m_store->identities().constFirst();
    QCOMPARE(first.address, server.address);
    QCOMPARE(first.server, *id);
    QVERIFY(first.isDefault);
    // Another way to send as the same person is for the person to choose.
    server.profile.name = u"second"_s;
    server.address = u"Taro@Example.org"_s;
    QVERIFY(add(*m_store, server));
    QCOMPARE(m_store->identities().size(), 1);
    server.profile.name = u"third"_s;
    server.address.clear();
    const auto third = add(*m_store, server);
    QCOMPARE(m_store->identities().size(), 1);
    server.id = *third;
    server.address = u"jiro@example.org"_s;
    QVERIFY(update(*m_store, server));
    QCOMPARE(m_store->identities().size(), 2);
    QVERIFY(!m_store->identities().constLast().isDefault);
    // The address of the server is a suggestion for its login from then on.
    server.address = u"saburo@example.org"_s;
    QVERIFY(update(*m_store, server));
    QCOMPARE(m_store->identities().size(), 2);
    QCOMPARE(m_store->identities().constLast().address, u"jiro@example.org"_s);
}

void IdentitiesTest::anOlderFileHasThoseOfItsServers()
{
    const QByteArray old =
        "{\"version\": 1, \"servers\": [" + serverJson(R"(, "address": "taro@example.org")") + "]}";
    m_files->put(old);
    m_store->load();
    const QList<core::Identity> read = m_store->identities();
    QCOMPARE(read.size(), 1);
    QVERIFY(read.constFirst().isDefault);
    QVERIFY(add(*m_store, entryNamed(u"second"_s)));
    QCOMPARE(m_files->content(u"servers.json.v1"_s), old);
    QCOMPARE(m_files->json()[u"version"_s].toInt(), 2);
    ServerStore again(m_files->folder());
    again.load();
    QCOMPARE(again.identities().constFirst(), read.constFirst());
}

void IdentitiesTest::keepsEveryField()
{
    const core::Identity full{
        QUuid::createUuid(),    u"山田 太郎"_s, u"taro@example.org"_s, QUuid::createUuid(),
        u"reply@example.org"_s, u"会社"_s,      u"-- line\nother"_s,   true};
    QVERIFY(save(full));
    ServerStore again(m_files->folder());
    again.load();
    QCOMPARE(again.identities(), QList{full});
    QVERIFY(!save(full)); // nothing differs
}

void IdentitiesTest::oneIsTheDefault()
{
    core::Identity first = identity(u"a@example.org"_s);
    core::Identity second = identity(u"b@example.org"_s);
    QVERIFY(save(first));
    QVERIFY(save(second));
    QVERIFY(m_store->identities()[0].isDefault);
    second.isDefault = true;
    QVERIFY(save(second));
    QVERIFY(!m_store->identities()[0].isDefault);
    second.isDefault = false;
    second.name = u"Jiro"_s;
    QVERIFY(save(second)); // somebody has to be
    QVERIFY(m_store->identities()[1].isDefault);
    QVERIFY(change(*m_store,
                   [&](ServerDocument &document) { return document.removeIdentity(second.id); }));
    QCOMPARE(m_store->identities().size(), 1);
    QVERIFY(m_store->identities()[0].isDefault);
}

void IdentitiesTest::keepTheirOrder()
{
    const core::Identity first = identity(u"a@example.org"_s);
    const core::Identity second = identity(u"b@example.org"_s);
    QVERIFY(save(first));
    QVERIFY(save(second));
    const auto move = [&](int by) {
        return change(*m_store, [&, by](ServerDocument &document) {
            return document.moveIdentity(second.id, by);
        });
    };
    QCOMPARE(*move(-1), true);
    QCOMPARE(m_store->identities()[0].id, second.id);
    QCOMPARE(*move(-1), false);
    QCOMPARE(*move(7), true);
    QCOMPARE(m_store->identities()[1].id, second.id);
}

void IdentitiesTest::outliveTheirServer()
{
    core::ServerEntry server = entryNamed(u"first"_s);
    server.address = u"taro@example.org"_s;
    const auto id = add(*m_store, server);
    QVERIFY(remove(*m_store, *id));
    QCOMPARE(m_store->identities().size(), 1);
    server.id = *id; // undone
    QVERIFY(add(*m_store, server));
    QCOMPARE(m_store->identities().size(), 1);
    QCOMPARE(m_store->identities()[0].server, *id);
}

void IdentitiesTest::unreadableOnesStay()
{
    m_files->put("{\"version\": 2, \"servers\": [], \"identities\": [{\"id\": 7, \"a\": 1}]}");
    m_store->load();
    QCOMPARE(m_store->identities().size(), 0);
    QCOMPARE(m_store->problem().invalidEntries, 1);
    QVERIFY(save(identity(u"a@example.org"_s)));
    QCOMPARE(m_files->json()[u"identities"_s][0][u"a"_s].toInt(), 1);
    QCOMPARE(m_store->identities().size(), 1);
}

PROSERPINA_TEST(IdentitiesTest)
#include "tst_identities.moc"
