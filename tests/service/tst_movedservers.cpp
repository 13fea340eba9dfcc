// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/servers.h"
#include "testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Method;
using core::PasswordFor;
using core::PopSecurity;
using core::Security;
using core::ServerEntry;
using core::ServerProfile;
using service::Consent;
using service::PasswordChange;
using Kind = PasswordChange::Kind;

namespace
{

constexpr int soon = 10'000;

/// Where a saved server's secret lies.
enum class Place
{
    Smtp,
    Pop,
    Command,
};

ServerEntry savedWith(Place place)
{
    ServerEntry entry;
    ServerProfile &profile = entry.profile;
    profile.name = u"work"_s;
    profile.host = u"a.example"_s;
    profile.userId = u"taro"_s;
    profile.method = Method::Login;
    if (place == Place::Pop) {
        profile.method = Method::PopBeforeSmtp;
        profile.pop.ownPassword = true;
    } else if (place == Place::Command) {
        entry.passwordCommand = QStringList{u"pass"_s, u"show"_s};
    }
    return entry;
}

PasswordChange given(const char *password)
{
    return {Kind::Set, core::Secret(password), false};
}

} // namespace

/// What is kept for a server goes elsewhere only by a person's consent, whoever saves it.
class MovedServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_servers.reset(); }
    void refusedWithoutConsent_data();
    void refusedWithoutConsent();
    void copyIsRefusedWithoutConsent_data() { refusedWithoutConsent_data(); }
    void copyIsRefusedWithoutConsent();
    void chosenSettingsAreRefusedWithoutConsent_data() { refusedWithoutConsent_data(); }
    void chosenSettingsAreRefusedWithoutConsent();
    void needsNoConsent_data();
    void needsNoConsent();
    void leftOverIsForgotten_data();
    void leftOverIsForgotten();

private:
    using Answer = core::Result<service::Saved>;
    [[nodiscard]] Answer save(const ServerEntry &entry, const service::PasswordChanges &passwords);
    [[nodiscard]] Answer answerTo(const std::function<void(const service::Servers::Done &)> &ask);
    /// Saves it with its secret, and reads it back.
    [[nodiscard]] ServerEntry begin(Place place);
    [[nodiscard]] QByteArray password(const store::PasswordKey &key);
    /// What logs in to the server, wherever it lies.
    [[nodiscard]] QByteArray secretOf(const ServerEntry &entry);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Servers> m_servers;
};

void MovedServersTest::initTestCase()
{
    // No keychain: what is kept stays in memory.
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
}

void MovedServersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_servers = std::make_unique<service::Servers>(m_folder->path(), m_folder->path());
    m_servers->load();
}

MovedServersTest::Answer
MovedServersTest::answerTo(const std::function<void(const service::Servers::Done &)> &ask)
{
    std::optional<Answer> answer;
    ask([&answer](const Answer &given) { answer = given; });
    const bool answered = QTest::qWaitFor([&answer] { return answer.has_value(); }, soon);
    return answered ? *answer : Answer(core::badInput(u"no answer"_s));
}

MovedServersTest::Answer MovedServersTest::save(const ServerEntry &entry,
                                                const service::PasswordChanges &passwords)
{
    return answerTo(
        [&](const service::Servers::Done &done) { m_servers->save(entry, passwords, this, done); });
}

ServerEntry MovedServersTest::begin(Place place)
{
    service::PasswordChanges passwords;
    if (place == Place::Smtp) {
        passwords.smtp = given("secret");
    } else if (place == Place::Pop) {
        passwords.pop = given("secret");
    }
    const Answer saved = save(savedWith(place), passwords);
    return saved ? m_servers->server(saved->id).value_or(ServerEntry()) : ServerEntry();
}

QByteArray MovedServersTest::password(const store::PasswordKey &key)
{
    std::optional<QByteArray> found;
    m_servers->passwords().fetch(key, this, [&found](const core::Result<core::Secret> &password) {
        found = password ? password->reveal() : QByteArray("unavailable");
    });
    return QTest::qWaitFor([&found] { return found.has_value(); }, soon) ? *found
                                                                         : QByteArray("no answer");
}

QByteArray MovedServersTest::secretOf(const ServerEntry &entry)
{
    const service::PasswordSource source = service::Servers::passwordOf(entry);
    if (const auto *stored = std::get_if<service::StoredPassword>(&source)) {
        return password(stored->key);
    }
    return std::holds_alternative<service::PasswordCommand>(source) ? QByteArray("secret")
                                                                    : QByteArray();
}

void MovedServersTest::refusedWithoutConsent_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<ServerProfile>("after");
    const auto row = [](const char *name, Place place, const auto &change) {
        ServerProfile after = savedWith(place).profile;
        change(after);
        QTest::newRow(name) << place << after;
    };
    const auto toHost = [](ServerProfile &p) { p.host = u"b.example"_s; };
    const auto toNoEncryption = [](ServerProfile &p) { p.security = Security::None; };
    const auto toOffered = [](ServerProfile &p) { p.security = Security::StartTlsIfOffered; };
    const auto toPopElsewhere = [](ServerProfile &p) {
        p.method = Method::PopBeforeSmtp;
        p.pop.host = u"pop.example"_s;
    };
    const auto toOpenPop = [](ServerProfile &p) {
        p.method = Method::PopBeforeSmtp;
        p.pop.security = PopSecurity::None;
    };
    row("password: another host", Place::Smtp, toHost);
    row("password: no encryption", Place::Smtp, toNoEncryption);
    row("password: encryption if offered", Place::Smtp, toOffered);
    row("password: to a POP3 server elsewhere", Place::Smtp, toPopElsewhere);
    row("password: to POP3 without encryption", Place::Smtp, toOpenPop);
    row("password: as a token", Place::Smtp,
        [](ServerProfile &p) { p.method = Method::OAuthBearer; });
    row("command: another host", Place::Command, toHost);
    row("command: no encryption", Place::Command, toNoEncryption);
    row("command: encryption if offered", Place::Command, toOffered);
    row("command: to a POP3 server elsewhere", Place::Command, toPopElsewhere);
    row("command: to POP3 without encryption", Place::Command, toOpenPop);
    row("POP3's own: another host, which is POP3's too", Place::Pop, toHost);
    row("POP3's own: another POP3 host", Place::Pop,
        [](ServerProfile &p) { p.pop.host = u"pop.example"_s; });
    row("POP3's own: no encryption", Place::Pop, toOpenPop);
}

void MovedServersTest::refusedWithoutConsent()
{
    QFETCH(Place, place);
    QFETCH(ServerProfile, after);
    const ServerEntry before = begin(place);
    ServerEntry moved = before;
    moved.profile = after;

    const Answer refused = save(moved, {});
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.english().contains(u"work"_s));
    QCOMPARE(m_servers->servers(), QList<ServerEntry>{before});
    QVERIFY(!save(moved, {{}, {}, Consent{before.profile}})); // for another place
    QCOMPARE(m_servers->servers(), QList<ServerEntry>{before});

    QVERIFY(save(moved, {{}, {}, Consent{after}}));
    QCOMPARE(m_servers->servers(), QList<ServerEntry>{moved});
    QCOMPARE(secretOf(moved), "secret");
}

void MovedServersTest::copyIsRefusedWithoutConsent()
{
    QFETCH(Place, place);
    QFETCH(ServerProfile, after);
    const ServerEntry before = begin(place);
    ServerEntry copy = before;
    copy.profile = after;
    copy.profile.name = u"copy"_s;
    const auto saveCopy = [&](const Consent &consent) {
        return answerTo([&](const service::Servers::Done &done) {
            m_servers->saveCopy(before.id, copy, {{}, {}, consent}, this, done);
        });
    };
    QVERIFY(!saveCopy({}));
    QCOMPARE(m_servers->servers(), QList<ServerEntry>{before});
    const Answer saved = saveCopy(Consent{copy.profile});
    QVERIFY(saved);
    QCOMPARE(m_servers->servers().size(), 2);
    QCOMPARE(secretOf(*m_servers->server(saved->id)), "secret");
    QCOMPARE(secretOf(before), "secret");
}

void MovedServersTest::chosenSettingsAreRefusedWithoutConsent()
{
    QFETCH(Place, place);
    QFETCH(ServerProfile, after);
    const ServerEntry before = begin(place);
    QSignalSpy failed(m_servers.get(), &service::Servers::failed);
    m_servers->useProfile(before.id, after, {});
    QVERIFY(failed.wait(soon));
    QCOMPARE(m_servers->server(before.id), before);
    m_servers->useProfile(before.id, after, Consent{after});
    QTRY_COMPARE_WITH_TIMEOUT(m_servers->server(before.id)->profile, after, soon);
    QCOMPARE(failed.size(), 1);
}

void MovedServersTest::needsNoConsent_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<ServerEntry>("after");
    QTest::addColumn<PasswordChange>("smtp");
    QTest::addColumn<PasswordChange>("pop");
    const auto row = [](const char *name, Place place, const auto &change,
                        const PasswordChange &smtp = {}, const PasswordChange &pop = {}) {
        ServerEntry after = savedWith(place);
        change(after);
        QTest::newRow(name) << place << after << smtp << pop;
    };
    const auto stays = [](ServerEntry &) {};
    const auto moves = [](ServerEntry &entry) { entry.profile.host = u"b.example"_s; };
    const auto movesWithCommand = [](ServerEntry &entry) {
        entry.profile.host = u"b.example"_s;
        entry.passwordCommand = QStringList{u"pass"_s, u"other"_s};
    };
    row("the same server", Place::Smtp, stays);
    row("switched off", Place::Smtp, [](ServerEntry &entry) { entry.enabled = false; });
    row("another port", Place::Smtp, [](ServerEntry &entry) { entry.profile.port = 2025; });
    row("more encryption", Place::Smtp,
        [](ServerEntry &entry) { entry.profile.security = Security::Smtps; });
    row("a password given with it", Place::Smtp, moves, given("new"));
    row("the password forgotten", Place::Smtp, moves, {Kind::Forget});
    row("a command given with it", Place::Command, movesWithCommand);
    row("a command for a password", Place::Smtp, movesWithCommand, {Kind::Forget});
    row("POP3's password given with it", Place::Pop, moves, {}, given("new"));
    row("POP3's password forgotten", Place::Pop, moves, {}, {Kind::Forget});
    row("a command prints tokens from now on", Place::Command,
        [](ServerEntry &entry) { entry.profile.method = Method::XOauth2; });
}

void MovedServersTest::needsNoConsent()
{
    QFETCH(Place, place);
    QFETCH(ServerEntry, after);
    QFETCH(PasswordChange, smtp);
    QFETCH(PasswordChange, pop);
    after.id = begin(place).id;
    QVERIFY(save(after, {smtp, pop}));
    QCOMPARE(m_servers->servers(), QList<ServerEntry>{after});
}

void MovedServersTest::leftOverIsForgotten_data()
{
    QTest::addColumn<Place>("place");
    QTest::newRow("password") << Place::Smtp;
    QTest::newRow("POP3's own") << Place::Pop;
    QTest::newRow("command") << Place::Command;
}

/// Nobody logs in with it when the server moves, so nobody is asked; then it must not be there when
/// somebody logs in again.
void MovedServersTest::leftOverIsForgotten()
{
    QFETCH(Place, place);
    const ServerEntry before = begin(place);
    ServerEntry moved = before;
    moved.profile.method = Method::None;
    QVERIFY(save(moved, {}));
    QCOMPARE(secretOf(before), "secret"); // the same host: it may come back
    moved.profile.host = u"b.example"_s;
    QVERIFY(save(moved, {}));
    QVERIFY(m_servers->server(before.id)->passwordCommand.isEmpty());
    QVERIFY(password(before.id).isEmpty());
    QVERIFY(password({before.id, PasswordFor::Pop}).isEmpty());
}

PROSERPINA_TEST(MovedServersTest)

#include "tst_movedservers.moc"
