// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/practiceentry.h"
#include "service/providers.h"
#include "service/serverediting.h"
#include "testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Method;
using core::Security;
using service::ServerEditing;
using service::ServerForm;

namespace
{

constexpr int soon = 10'000;
const QString draftName = u"server-form"_s;

const QByteArray presets = R"({"format": 1, "providers": [
    {"id": "known", "name": "Known", "domains": ["known.example"], "host": "smtp.known.example",
     "ways": [{"security": "starttls", "login": "auth", "port": 587}],
     "method": "plain1", "userId": "address", "asOf": "2024-07", "source": "test"}]})";

} // namespace

/// The life of a server's form, as the window leads it, without widgets.
class ServerEditingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void followsWhatIsTyped();
    void draftComesBack();
    void draftOfARemovedServer();
    void nothingTypedLeavesNoDraft();
    void savesAndSaysSo();
    void nameThatIsTaken();
    void savedAsNew();
    void checkIsTheSavedServersResult();
    void nothingKeptGoesElsewhereUnasked();
    void changeTakesConsentBack();
    void refusedSettingsNeedInsisting();
    void passwordComesFromWhereItIs();
    void loginDialogsAnswer();

private:
    /// Saves a server with a password and begins to edit it.
    void editSaved(const core::ServerProfile &profile);
    [[nodiscard]] QUuid save(bool asNew = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<service::Servers> m_servers;
    std::unique_ptr<service::Mailer> m_mailer;
    std::unique_ptr<service::Providers> m_providers;
    std::unique_ptr<ServerEditing> m_editing;
};

void ServerEditingTest::initTestCase()
{
    // No keychain: what is kept stays in memory.
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
}

void ServerEditingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_servers = std::make_unique<service::Servers>(m_folder->path(), m_folder->path());
    m_servers->load();
    m_mailer = std::make_unique<service::Mailer>(&m_servers->passwords());
    m_providers = std::make_unique<service::Providers>(presets, m_folder->path());
    m_editing = std::make_unique<ServerEditing>(*m_servers, *m_mailer, *m_providers);
}

void ServerEditingTest::cleanup()
{
    m_editing.reset();
    m_mailer.reset();
    m_servers.reset();
}

QUuid ServerEditingTest::save(bool asNew)
{
    QSignalSpy saved(m_editing.get(), &ServerEditing::saved);
    m_editing->save(asNew);
    return saved.wait(soon) ? saved[0][0].value<service::Saved>().id : QUuid();
}

void ServerEditingTest::editSaved(const core::ServerProfile &profile)
{
    m_editing->change([&profile](ServerForm &form) {
        form.entry.profile = profile;
        form.password = core::Secret("secret");
    });
    const auto entry = m_servers->server(save());
    QVERIFY(entry);
    m_editing->begin(ServerForm(*entry));
    QVERIFY(!m_editing->isDirty());
}

void ServerEditingTest::followsWhatIsTyped()
{
    QSignalSpy changed(m_editing.get(), &ServerEditing::changed);
    m_editing->typeAddress(u"taro@known.example"_s);
    QCOMPARE(m_editing->form().entry.profile.host, u"smtp.known.example"_s);
    QCOMPARE(m_editing->provider()->name, u"Known"_s);
    QCOMPARE(changed.size(), 1);
    // The provider's own port, also of another encryption that it takes.
    QCOMPARE(m_editing->form().entry.profile.port, m_editing->provider()->ways.constFirst().port);
    m_editing->typeHost({});
    m_editing->typeAddress(u"hanako@known.example"_s);
    QVERIFY(m_editing->form().entry.profile.host.isEmpty());
    m_editing->typeHost(u"smtps://smtp.known.example/"_s);
    QVERIFY(m_editing->settleHost().isEmpty());
    QCOMPARE(m_editing->form().entry.profile.host, u"smtp.known.example"_s);
    QCOMPARE(m_editing->form().entry.profile.security, Security::Smtps);
    m_editing->typeHost(u"smtp example.org"_s);
    QVERIFY(!m_editing->settleHost().isEmpty());
    QVERIFY(m_editing->isDirty());
}

void ServerEditingTest::draftComesBack()
{
    m_editing->typeAddress(u"taro@known.example"_s);
    m_editing->typeHost({});
    m_editing->change([](ServerForm &form) { form.password = core::Secret("Zebra-17"); });
    QTRY_VERIFY_WITH_TIMEOUT(!m_servers->draft(draftName).isEmpty(), soon);
    QVERIFY(!m_servers->draft(draftName).contains("Zebra-17"));
    ServerForm expected = m_editing->form();
    expected.password.reset();

    ServerEditing next(*m_servers, *m_mailer, *m_providers);
    QVERIFY(next.restoreDraft(true));
    QVERIFY(next.form() == expected);
    QVERIFY(next.isDirty());
    next.typeAddress(u"hanako@known.example"_s);
    QVERIFY(next.form().entry.profile.host.isEmpty()); // it was cleared
    QCOMPARE(next.form().userId(), u"hanako@known.example"_s);

    next.begin(ServerForm());
    QVERIFY(!ServerEditing(*m_servers, *m_mailer, *m_providers).restoreDraft(true));
}

void ServerEditingTest::draftOfARemovedServer()
{
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    m_editing->change([](ServerForm &form) { form.entry.profile.name = u"other"_s; });
    const QUuid id = m_editing->form().entry.id;
    m_editing.reset(); // the program ends
    {
        ServerEditing next(*m_servers, *m_mailer, *m_providers);
        QVERIFY(next.restoreDraft(true));
        QCOMPARE(next.form().entry.id, id);
        QCOMPARE(next.savedName(), u"a.example"_s);
    }
    bool removed = false;
    m_servers->remove({id}, this, [&removed](const auto &done) { removed = done.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(removed, soon);
    ServerEditing next(*m_servers, *m_mailer, *m_providers);
    QVERIFY(next.restoreDraft(true));
    QVERIFY(next.form().isNew());
    QCOMPARE(next.form().entry.profile.name, u"other"_s);
}

void ServerEditingTest::nothingTypedLeavesNoDraft()
{
    m_editing->typeHost(u"a"_s);
    m_editing->change([](ServerForm &form) { form = ServerForm(); });
    m_editing.reset();
    QVERIFY(m_servers->draft(draftName).isEmpty());
}

void ServerEditingTest::savesAndSaysSo()
{
    QSignalSpy saved(m_editing.get(), &ServerEditing::saved);
    m_editing->typeAddress(u"taro@known.example"_s);
    m_editing->change([](ServerForm &form) { form.password = core::Secret("secret"); });
    m_editing->save(false);
    QVERIFY(saved.wait(soon));
    QCOMPARE(saved[0][1].toString(), u"smtp.known.example"_s);
    const core::ServerEntry entry = m_servers->servers().constFirst();
    QCOMPARE(saved[0][0].value<service::Saved>().id, entry.id);
    QCOMPARE(entry.profile.name, u"smtp.known.example"_s);
    QCOMPARE(entry.profile.userId, u"taro@known.example"_s);
}

void ServerEditingTest::nameThatIsTaken()
{
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    m_editing->begin(ServerForm());
    m_editing->typeHost(u"A.example"_s);
    QSignalSpy refused(m_editing.get(), &ServerEditing::notSaved);
    m_editing->change([](ServerForm &form) { form.entry.profile.name = u"a.example"_s; });
    m_editing->save(false);
    QVERIFY(refused.wait(soon));
    QVERIFY(m_editing->isDirty());
    QCOMPARE(m_servers->servers().size(), 1);
}

void ServerEditingTest::savedAsNew()
{
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    const QUuid first = m_editing->form().entry.id;
    m_editing->change([](ServerForm &form) { form.entry.profile.name = u"second"_s; });
    const QUuid second = save(true);
    QVERIFY(!second.isNull() && second != first);
    QCOMPARE(m_servers->names(), (QStringList{u"a.example"_s, u"second"_s}));
}

void ServerEditingTest::checkIsTheSavedServersResult()
{
    service::PracticeEntry server;
    QVERIFY(server.start());
    core::ServerProfile profile = server.profile(Security::StartTls);
    profile.name = u"mine"_s;
    editSaved(profile);
    const QUuid id = m_editing->form().entry.id;
    QSignalSpy finished(&m_editing->attempt(), &service::Attempt::finished);
    m_editing->check();
    QVERIFY(finished.wait(soon));
    QVERIFY(m_servers->lastResults().contains(id));
    QVERIFY(m_editing->offered());
    const core::AttemptRecord kept = m_servers->lastResults()[id];
    // What is not saved has no result that could stay; its reply still counts.
    m_editing->change([](ServerForm &form) { form.entry.profile.userId = u"nobody"_s; });
    QCOMPARE(m_editing->savedServer(), std::nullopt);
    m_editing->check();
    QVERIFY(finished.wait(soon));
    QVERIFY(m_servers->lastResults()[id] == kept);
    QVERIFY(m_editing->offered());
    m_editing->change([](ServerForm &form) { form.typePort(1); });
    QVERIFY(!m_editing->offered());
}

void ServerEditingTest::nothingKeptGoesElsewhereUnasked()
{
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    QVERIFY(!m_editing->question());
    m_editing->typeHost(u"b.example"_s);
    QVERIFY(m_editing->question() && m_editing->question(true));
    m_editing->check();
    QVERIFY(!m_editing->attempt().isRunning());
    QSignalSpy refused(m_editing.get(), &ServerEditing::notSaved);
    m_editing->save(false);
    QVERIFY(refused.wait(soon));
    m_editing->save(true);
    QVERIFY(refused.wait(soon));
    QCOMPARE(m_servers->servers().size(), 1);
    QCOMPARE(m_servers->servers().constFirst().profile.host, u"a.example"_s);

    m_editing->agree(m_editing->form().finished().profile);
    QVERIFY(!m_editing->question() && !m_editing->question(true));
    QVERIFY(!save().isNull());
    QCOMPARE(m_servers->servers().constFirst().profile.host, u"b.example"_s);
}

void ServerEditingTest::changeTakesConsentBack()
{
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    m_editing->typeHost(u"b.example"_s);
    m_editing->agree(m_editing->form().finished().profile);
    m_editing->typeHost(u"c.example"_s);
    QVERIFY(m_editing->question());
    m_editing->typeHost(u"b.example"_s);
    QVERIFY(m_editing->question());
    m_editing->change([](ServerForm &form) { form.password = core::Secret("for there"); });
    QVERIFY(!m_editing->question());
}

void ServerEditingTest::refusedSettingsNeedInsisting()
{
    m_editing->typeAddress(u"taro@known.example"_s);
    QVERIFY(!m_editing->isRefused());
    m_editing->change([](ServerForm &form) { form.chooseSecurity(Security::None); });
    QVERIFY(m_editing->isRefused());
    m_editing->insist();
    QVERIFY(!m_editing->isRefused());
    m_editing->change([](ServerForm &form) { form.setMethod(Method::None); });
    QVERIFY(m_editing->isRefused());
    m_editing->change([this](ServerForm &form) {
        form.setWay({Security::StartTls, core::Login::Auth, 587}, m_editing->provider());
    });
    QVERIFY(!m_editing->isRefused());
    QCOMPARE(m_editing->form().entry.profile.method, Method::Plain1);
}

void ServerEditingTest::passwordComesFromWhereItIs()
{
    using service::PasswordSource;
    QVERIFY(m_editing->passwordSource() == PasswordSource()); // none yet
    core::ServerProfile profile;
    profile.host = u"a.example"_s;
    editSaved(profile);
    const QUuid id = m_editing->form().entry.id;
    QVERIFY(m_editing->passwordSource() == PasswordSource(service::StoredPassword{id}));
    m_editing->change(
        [](ServerForm &form) { form.entry.passwordCommand = QStringList{u"pass"_s}; });
    QVERIFY(m_editing->passwordSource() ==
            PasswordSource(service::PasswordCommand{QStringList{u"pass"_s}}));
    m_editing->change([](ServerForm &form) { form.password = core::Secret("typed"); });
    QVERIFY(m_editing->passwordSource() == PasswordSource(core::Secret("typed")));
    m_editing->change([](ServerForm &form) {
        form.setMethod(Method::PopBeforeSmtp);
        form.entry.profile.pop.ownPassword = true;
    });
    QVERIFY(m_editing->passwordSource() ==
            PasswordSource(service::StoredPassword{{id, core::PasswordFor::Pop}}));
    m_editing->change([](ServerForm &form) { form.setMethod(Method::External); });
    QVERIFY(m_editing->passwordSource() == PasswordSource());
}

void ServerEditingTest::loginDialogsAnswer()
{
    ServerForm form;
    form.setAddress(u"taro@known.example"_s);
    service::LoginSettings login = form.login();
    QCOMPARE(login.userId, u"taro@known.example"_s);
    form.setLogin(login);
    QVERIFY(!form.idTyped && !form.methodChosen && !form.securityChosen);
    QVERIFY(form.entry.profile.userId.isEmpty()); // it follows the address
    login.method = Method::External;
    login.userId.clear();
    login.security = Security::StartTls;
    form.setLogin(login);
    QVERIFY(form.idTyped && form.methodChosen && form.securityChosen);
    QVERIFY(form.finished().profile.userId.isEmpty());
    QCOMPARE(int{form.entry.profile.port}, 587);
}

PROSERPINA_TEST(ServerEditingTest)

#include "tst_serverediting.moc"
