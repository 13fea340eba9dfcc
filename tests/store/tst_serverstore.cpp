// SPDX-License-Identifier: GPL-3.0-or-later
#include "everyfield.h"
#include "serverfolder.h"
#include "store/serverjson.h"
#include "store/serverstore.h"
#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using store::FileProblem;
using store::ServerStore;
using Kind = FileProblem::Kind;

namespace
{

constexpr auto digest = "00ff0a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627";

} // namespace

/// servers.json: what is written, what is kept and what is never overwritten.
class ServerStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEveryField();
    void writesTheKeysItHasRead();
    void writesOnlyWhatIsMeant();
    void makesPrivateFiles();
    void keepsUnknownKeys();
    void namesAreUnique();
    void updatesAndRemoves();
    void findsById();
    void findsByName();
    void keepsInvalidEntries_data();
    void keepsInvalidEntries();
    void aCopiedBlockOutlivesTheFirst();
    void upgradesAndKeepsTheOldFile();
    void neverOverwrites_data();
    void neverOverwrites();
    void aNewerVersionIsStillListed();

private:
    std::unique_ptr<ServerFolder> m_files;
};

void ServerStoreTest::init()
{
    m_files = std::make_unique<ServerFolder>();
}

void ServerStoreTest::keepsEveryField()
{
    core::ServerEntry server = entryNamed(u"会社 \"1\""_s);
    server.profile = everyField();
    server.enabled = false;
    server.passwordCommand = {u"pass"_s, u"show"_s, u"mail server"_s};

    ServerStore store(m_files->folder());
    store.load();
    QSignalSpy changed(&store, &ServerStore::changed);
    const auto added = add(store, server);
    QVERIFY2(added.ok(), added ? "" : qPrintable(added.error().detail.english()));
    QCOMPARE(changed.size(), 1);
    server.id = *added;
    QVERIFY(store.servers() == QList{server});

    ServerStore again(m_files->folder());
    again.load();
    QVERIFY(again.servers() == QList{server});
    QCOMPARE(again.problem(), FileProblem());
}

/// The format of version 1, every key of it.
void ServerStoreTest::writesTheKeysItHasRead()
{
    const QJsonObject json = QJsonDocument::fromJson(R"({
        "id": "00000000-0000-4000-8000-000000000001", "name": "first", "host": "mail.example.org",
        "port": 465, "security": "smtps", "method": "plain2", "userId": "taro",
        "ehloName": "pc.example.org", "caFile": "/etc/ssl/my ca.pem",
        "pinnedSha256": "00ff0a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627",
        "allowPlaintextPassword": true, "allowOldTls": true, "tryNextMethod": true,
        "clientCertificate": "/c.pem", "clientKey": "/k.pem",
        "proxy": {"kind": "http", "host": "proxy.example.org", "port": 3128},
        "timeLimits": {"connect": 1.5, "tls": 2, "greeting": 3, "command": 4, "data": 5, "block": 6,
                       "endOfData": 3600},
        "pace": {"connections": 2, "mailsPerConnection": 50, "mailsPerMinute": 30},
        "pop": {"host": "pop.example.org", "port": 1100, "security": "stls", "auth": "apop",
                "userId": "taro.pop", "ownPassword": true, "wait": 2.5,
                "pinnedSha256": "00ff0a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324252627"},
        "address": "taro@example.org", "enabled": false, "passwordCommand": ["pass", "show"]
    })")
                                 .object();
    const auto entry = store::entryFromJson(json);
    QVERIFY(entry);
    for (const core::ProfileField &field : core::profileFields()) {
        QVERIFY2(!field.isUsual(entry->profile), field.key.data()); // so the text above is whole
    }
    QCOMPARE(store::jsonFromEntry(*entry, {}), json);

    // Taken back: what stood there stays with its usual value, a pin and time limits go.
    const QJsonObject usual = store::jsonFromEntry({entry->id, {}, {}, true, {}}, json);
    QStringList gone;
    for (const QString &key : json.keys()) {
        if (!usual.contains(key)) {
            gone += key;
        }
    }
    QCOMPARE(gone,
             (QStringList{u"pace"_s, u"passwordCommand"_s, u"pinnedSha256"_s, u"timeLimits"_s}));
    QCOMPARE(usual[u"pop"_s].toObject().size(), json[u"pop"_s].toObject().size() - 1);
    QCOMPARE(usual[u"proxy"_s][u"kind"_s].toString(), u"none"_s);
    QCOMPARE(usual[u"allowOldTls"_s], QJsonValue(false));
}

void ServerStoreTest::writesOnlyWhatIsMeant()
{
    ServerStore store(m_files->folder());
    core::ServerEntry server = entryNamed(u"first"_s);
    server.profile.deadlines.command = std::chrono::seconds(20);
    const auto id = add(store, server);
    QVERIFY(id.ok());
    const QString idText = id->toString(QUuid::WithoutBraces);
    const QJsonObject identity = m_files->json()[u"identities"_s][0].toObject();
    QCOMPARE(identity[u"address"_s], u"taro@example.org"_s);
    QCOMPARE(identity[u"server"_s], idText);
    QCOMPARE(identity.size(), 8);
    const QJsonObject expected{
        {u"version"_s, 2},
        {u"identities"_s, QJsonArray{identity}},
        {u"servers"_s, QJsonArray{QJsonObject{{u"id"_s, id->toString(QUuid::WithoutBraces)},
                                              {u"name"_s, u"first"_s},
                                              {u"host"_s, u"mail.example.org"_s},
                                              {u"port"_s, 587},
                                              {u"security"_s, u"starttls"_s},
                                              {u"method"_s, u"scram-sha-256"_s},
                                              {u"userId"_s, QString()},
                                              {u"ehloName"_s, QString()},
                                              {u"caFile"_s, QString()},
                                              {u"allowPlaintextPassword"_s, false},
                                              {u"timeLimits"_s, QJsonObject{{u"command"_s, 20}}},
                                              {u"address"_s, u"taro@example.org"_s},
                                              {u"enabled"_s, true}}}}};
    QCOMPARE(m_files->json(), expected);
}

void ServerStoreTest::makesPrivateFiles()
{
    constexpr auto owner =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    QCOMPARE(QFile::permissions(m_files->folder()), owner | QFile::ExeOwner | QFile::ExeUser);
    QCOMPARE(QFile::permissions(m_files->path()), owner);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"servers.json"_s});

    QVERIFY(QFile::setPermissions(m_files->path(), owner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(QFile::permissions(m_files->path()), owner);
    QCOMPARE(QFile::permissions(m_files->path(u"servers.json~"_s)), owner);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files | QDir::Hidden),
             (QStringList{u"servers.json"_s, u"servers.json~"_s}));
}

void ServerStoreTest::keepsUnknownKeys()
{
    m_files->put(
        "{\"version\": 1, \"colour\": [1, {\"a\": null}], \"servers\": [" +
        serverJson(
            R"(, "relay": {"port": 9007199254740993}, "timeLimits": {"tls": 5, "quit": 7})") +
        "]}");
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    core::ServerEntry server = store.servers().constFirst();
    QCOMPARE(server.profile.deadlines.tls, std::chrono::seconds(5));
    server.profile.deadlines.tls = core::Deadlines().tls;
    server.profile.host = u"other.example.org"_s;
    QVERIFY(update(store, server).ok());
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());

    QCOMPARE(m_files->json()[u"colour"_s],
             (QJsonArray{1, QJsonObject{{u"a"_s, QJsonValue(QJsonValue::Null)}}}));
    const QJsonObject first = m_files->json()[u"servers"_s].toArray()[0].toObject();
    QCOMPARE(first[u"host"_s].toString(), u"other.example.org"_s);
    QCOMPARE(first[u"relay"_s][u"port"_s].toInteger(), 9007199254740993);
    QCOMPARE(first[u"timeLimits"_s].toObject(), (QJsonObject{{u"quit"_s, 7}}));
}

void ServerStoreTest::namesAreUnique()
{
    ServerStore store(m_files->folder());
    const auto first = add(store, entryNamed(u"first"_s));
    const auto second = add(store, entryNamed(u"Caf\u00E9"_s));
    QVERIFY(first.ok() && second.ok());
    const QByteArray before = m_files->content();

    const auto taken = add(store, entryNamed(u" Cafe\u0301 "_s));
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().failure, core::Failure::BadInput);
    QCOMPARE(taken.error().detail.english(), u"There is already a server named \"Caf\u00E9\"."_s);
    core::ServerEntry renamed = store.servers().at(1);
    renamed.profile.name = u"first"_s;
    QCOMPARE(update(store, renamed).error().detail.english(),
             u"There is already a server named \"first\"."_s);
    QCOMPARE(add(store, entryNamed(u"  "_s)).error().detail.english(),
             u"The server needs a name."_s);
    QCOMPARE(add(store, entryNamed(QString(201, u'x'))).error().detail.english(),
             u"The server's name is longer than 200 characters."_s);
    core::ServerEntry far = entryNamed(u"far"_s);
    far.profile.host = QString(254, u'x');
    QCOMPARE(add(store, far).error().detail.english(),
             u"The host name is longer than 253 characters."_s);
    core::ServerEntry twin = entryNamed(u"third"_s);
    twin.id = *first;
    QCOMPARE(add(store, twin).error().detail.english(), u"This server is already there."_s);
    QCOMPARE(m_files->content(), before);
    QCOMPARE(store.servers().size(), 2);
}

void ServerStoreTest::updatesAndRemoves()
{
    ServerStore store(m_files->folder());
    const auto id = add(store, entryNamed(u"first"_s));
    QVERIFY(id.ok());
    core::ServerEntry server = store.servers().constFirst();
    QCOMPARE(update(store, server).value(), false); // nothing differs
    server.enabled = false;
    QCOMPARE(update(store, server).value(), true);
    QVERIFY(store.servers() == QList{server});
    QCOMPARE(remove(store, *id).value(), true);
    QVERIFY(store.servers().isEmpty());
    QCOMPARE(remove(store, *id).value(), false);
    QCOMPARE(update(store, server).error().detail.english(),
             u"The server \"first\" is no longer there."_s);
    // Undo: with the id it had, so that its password is found again.
    QCOMPARE(add(store, server).value(), *id);
    QVERIFY(store.servers() == QList{server});
}

void ServerStoreTest::findsById()
{
    ServerStore store(m_files->folder());
    const auto id = add(store, entryNamed(u"first"_s));
    QVERIFY(id.ok());
    QVERIFY(store.server(*id) == store.servers().constFirst());
    QVERIFY(!store.server(QUuid::createUuid()));
    QVERIFY(!store.server({}));
}

void ServerStoreTest::findsByName()
{
    ServerStore store(m_files->folder());
    QVERIFY(add(store, entryNamed(u"first"_s)).ok());
    QVERIFY(add(store, entryNamed(u" Cafe\u0301"_s)).ok());
    QVERIFY(store.serverNamed(u"Caf\u00E9 "_s) == store.servers().at(1));
    QVERIFY(store.serverNamed(u"first"_s) == store.servers().at(0));
    QVERIFY(!store.serverNamed(u"First"_s));
    QVERIFY(!store.serverNamed({}));
}

void ServerStoreTest::keepsInvalidEntries_data()
{
    QTest::addColumn<QByteArray>("invalid");
    const auto row = [](const char *name, const QByteArray &invalid) {
        QTest::addRow("%s", name) << invalid;
    };
    const QByteArray id = R"({"id": "7b0f0f8e-4a5c-4c89-9a39-7f2a2b0c0002", )";
    row("no id", R"({"name": "x"})");
    row("an id that is none", R"({"id": "x", "name": "x"})");
    row("an unknown security word", id + R"("security": "quantum"})");
    row("an unknown method", id + R"("method": "gssapi"})");
    row("a port that is text", id + R"("port": "587"})");
    row("a port out of range", id + R"("port": 65536})");
    row("a port with a fraction", id + R"("port": 25.5})");
    row("a host that is a number", id + R"("host": 5})");
    row("a switch that is text", id + R"("allowPlaintextPassword": "no"})");
    row("a command that is text", id + R"("passwordCommand": "pass show"})");
    row("a command with a number in it", id + R"("passwordCommand": ["pass", 1]})");
    row("a time limit of zero", id + R"("timeLimits": {"tls": 0}})");
    row("an endless time limit", id + R"("timeLimits": {"tls": 1e300}})");
    row("a certificate's digest too short", id + R"("pinnedSha256": "00ff"})");
    row("a certificate's digest too long", id + R"("pinnedSha256": ")" + digest + R"(00"})");
    row("a certificate's digest that is no hex",
        id + R"("pinnedSha256": ")" + QByteArray(digest).replace("0a", "0x") + R"("})");
    row("a certificate's digest with colons",
        id + R"("pinnedSha256": ")" + QByteArray::fromHex(digest).toHex(':') + R"("})");
    row("the id of another", serverJson(R"(, "port": 25)"));
    row("no object", R"("x")");
}

void ServerStoreTest::keepsInvalidEntries()
{
    QFETCH(QByteArray, invalid);
    m_files->put(serversFile(serverJson() + "," + invalid));
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(store.problem().kind, Kind::InvalidEntries);
    QCOMPARE(store.problem().invalidEntries, 1);
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(store.servers().size(), 2);
    const QJsonArray written = m_files->json()[u"servers"_s].toArray();
    QCOMPARE(written.size(), 3);
    QCOMPARE(written[1], QJsonDocument::fromJson("[" + invalid + "]").array()[0]);
}

void ServerStoreTest::aCopiedBlockOutlivesTheFirst()
{
    m_files->put(serversFile(serverJson(R"(, "port": 25)") + "," + serverJson(R"(, "port": 26)")));
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(remove(store, store.servers().constFirst().id).value(), true);
    ServerStore again(m_files->folder());
    again.load();
    QCOMPARE(again.servers().size(), 1);
    QCOMPARE(again.servers().constFirst().profile.port, 26);
}

void ServerStoreTest::upgradesAndKeepsTheOldFile()
{
    const QByteArray old = "[" + serverJson(R"(, "colour": 1)") + "]";
    m_files->put(old);
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(m_files->content(), old); // reading changes nothing
    QVERIFY(add(store, entryNamed(u"second"_s)).ok());
    QCOMPARE(m_files->json()[u"version"_s].toInt(), 2);
    QCOMPARE(m_files->json()[u"servers"_s].toArray()[0][u"colour"_s].toInt(), 1);
    QCOMPARE(m_files->content(u"servers.json.v0"_s), old);
    QCOMPARE(QFile::permissions(m_files->path(u"servers.json.v0"_s)) & QFile::ReadOther, 0);

    m_files->put("[]"); // an old program again
    QVERIFY(add(store, entryNamed(u"third"_s)).ok());
    QCOMPARE(m_files->content(u"servers.json.v0"_s), old);
    QCOMPARE(m_files->content(u"servers.json.v0.2"_s), QByteArray("[]"));
}

void ServerStoreTest::neverOverwrites_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind) {
        QTest::addRow("%s", name) << bytes << kind;
    };
    row("a newer version", R"({"version": 9, "servers": []})", Kind::NewerVersion);
    row("a newer version of another shape", R"({"version": 3, "s": {}})", Kind::NewerVersion);
    row("cut off in the middle", R"({"version": 1, "servers": [{"id")", Kind::Broken);
    row("an empty file", "", Kind::Broken);
    row("no version", R"({"servers": []})", Kind::Broken);
    row("a version that is text", R"({"version": "1", "servers": []})", Kind::Broken);
    row("a version with a fraction", R"({"version": 1.5, "servers": []})", Kind::Broken);
    row("no list of servers", R"({"version": 1, "servers": {}})", Kind::Broken);
    row("bytes that are no text", QByteArray("\xFF\x00\x01", 3), Kind::Broken);
}

void ServerStoreTest::neverOverwrites()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Kind, kind);
    m_files->put(bytes);
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.problem().kind, kind);
    QVERIFY(store.problem().isReadOnly());
    QVERIFY(!store.problem().detail.isEmpty());
    const auto added = add(store, entryNamed(u"first"_s));
    QVERIFY(!added.ok());
    QVERIFY2(added.error().detail.english().endsWith(u", so it is left as it is."_s),
             qPrintable(added.error().detail.english()));
    QVERIFY(!update(store, entryNamed(u"first"_s)).ok());
    QVERIFY(!remove(store, QUuid::createUuid()).ok());
    QCOMPARE(m_files->content(), bytes);
    QCOMPARE(QDir(m_files->folder()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"servers.json"_s});
}

void ServerStoreTest::aNewerVersionIsStillListed()
{
    m_files->put("{\"version\": 9, \"servers\": [" + serverJson() + ", {\"kind\": \"new\"}]}");
    ServerStore store(m_files->folder());
    store.load();
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(store.problem(), (FileProblem{Kind::NewerVersion, {"version %1", {9}}, 1}));
}

PROSERPINA_TEST(ServerStoreTest)
#include "tst_serverstore.moc"
