// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/servers.h"
#include "testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using service::Identities;
using service::Servers;

/// Who mail is from, and through which server it goes.
class IdentitiesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWhatCannotBeSentFrom_data();
    void refusesWhatCannotBeSentFrom();
    void findsByAddressAndName();
    void tellsWhatHinders();
    void writesTheHeader();

private:
    core::ServerEntry addServer(const QString &name, const QString &address);
    core::Result<bool> save(const core::Identity &identity);
    Identities &identities() { return m_servers->identities(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Servers> m_servers;
};

void IdentitiesTest::init()
{
    m_servers.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_servers =
        std::make_unique<Servers>(m_folder->filePath(u"config"_s), m_folder->filePath(u"data"_s));
    m_servers->load();
}

core::ServerEntry IdentitiesTest::addServer(const QString &name, const QString &address)
{
    core::ServerEntry entry;
    entry.profile.name = name;
    entry.profile.host = u"mail.example.org"_s;
    entry.address = address;
    std::optional<core::Result<service::Saved>> saved;
    m_servers->save(entry, {}, this, [&](const auto &result) { saved = result; });
    [&] { QTRY_VERIFY(saved); }();
    return *m_servers->server((*saved)->id);
}

core::Result<bool> IdentitiesTest::save(const core::Identity &identity)
{
    std::optional<core::Result<bool>> saved;
    identities().save(identity, this, [&](const auto &result) { saved = result; });
    [&] { QTRY_VERIFY(saved); }();
    return *saved;
}

void IdentitiesTest::refusesWhatCannotBeSentFrom_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("replyTo");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("no @") << u"taro"_s << QString() << QString() << u"@"_s;
    QTest::newRow("Reply-To without an @")
        << u"t@example.org"_s << u"taro"_s << QString() << u"Reply-To"_s;
    QTest::newRow("a name of two lines")
        << u"t@example.org"_s << QString() << u"a\nb"_s << u"line"_s;
    QTest::newRow("no server") << u"t@example.org"_s << QString() << QString() << u"server"_s;
}

void IdentitiesTest::refusesWhatCannotBeSentFrom()
{
    QFETCH(QString, address);
    QFETCH(QString, replyTo);
    QFETCH(QString, name);
    QFETCH(QString, words);
    core::Identity identity;
    identity.address = address;
    identity.replyTo = replyTo;
    identity.name = name;
    identity.server = words == u"server" ? QUuid::createUuid() : addServer(u"s"_s, {}).id;
    const auto saved = save(identity);
    QVERIFY(!saved);
    QVERIFY2(saved.error().detail.english().contains(words),
             qPrintable(saved.error().detail.english()));
    QCOMPARE(identities().all().size(), 0);
}

void IdentitiesTest::findsByAddressAndName()
{
    const QUuid server = addServer(u"s"_s, u"taro@example.org"_s).id;
    QCOMPARE(identities().usual()->address, u"taro@example.org"_s);
    core::Identity office;
    office.name = u"会社 太郎"_s;
    office.address = u"  Ｔａｒｏ＠example.org "_s; // as a Japanese hand types it
    office.server = server;
    QVERIFY(save(office));
    QCOMPARE(identities().all().size(), 2);
    QCOMPARE(identities().all()[1].address, u"Taro@example.org"_s);
    QCOMPARE(identities().named(u"taro@example.org"_s).size(), 2);
    QCOMPARE(identities().named(u"会社 太郎"_s).size(), 1);
    QCOMPARE(identities().named(u"会社 太郎 <taro@example.org>"_s).size(), 1);
    QCOMPARE(identities().named(u"jiro@example.org"_s).size(), 0);
}

void IdentitiesTest::tellsWhatHinders()
{
    core::ServerEntry server = addServer(u"s"_s, u"taro@example.org"_s);
    const core::Identity identity = *identities().usual();
    QVERIFY(identities().obstacle(identity).isEmpty());
    server.enabled = false;
    bool saved = false;
    m_servers->save(server, {}, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    QVERIFY(identities().obstacle(identity).english().contains(u"switched off"_s));
    saved = false;
    m_servers->remove({server.id}, this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    QVERIFY(identities().obstacle(identity).english().contains(u"not there any more"_s));
}

void IdentitiesTest::writesTheHeader()
{
    core::Identity identity;
    identity.address = u"taro@example.org"_s;
    QCOMPARE(Identities::from(identity), u"taro@example.org"_s);
    identity.name = u"Yamada, \"Taro\""_s;
    QCOMPARE(Identities::from(identity), u"\"Yamada, \\\"Taro\\\"\" <taro@example.org>"_s);
}

PROSERPINA_TEST(IdentitiesTest)
#include "tst_identities.moc"
