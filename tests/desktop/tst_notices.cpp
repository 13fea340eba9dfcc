// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecontent.h"
#include "privatebus.h"
#include "service/notices.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/watching.h"
#include "testmain.h"

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using outbox::State;
using outbox::Verdict;

namespace
{

const QString name = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/// What shows notices on a desktop, as far as we call it.
class FakeDesktop final : public QDBusVirtualObject
{
public:
    struct Notice
    {
        uint replaces = 0;
        QString summary;
        QString text;
        QStringList actions;
    };

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const QVariantList given = message.arguments();
        if (message.member() == u"GetCapabilities"_s) {
            bus.send(message.createReply(QVariant(capabilities)));
        } else {
            notices.append({given[1].toUInt(), given[3].toString(), given[4].toString(),
                            given[5].toStringList()});
            bus.send(message.createReply(QVariant(uint(notices.size()))));
        }
        return true;
    }

    QStringList capabilities{u"body"_s, u"actions"_s, u"body-markup"_s};
    QList<Notice> notices;
};

Verdict verdictOf(State state, Verdict::Server server = Verdict::Server::Works)
{
    Verdict verdict;
    verdict.state = state;
    verdict.server = server;
    return verdict;
}

} // namespace

/// What the desktop is told of mail in trouble, and what it is not.
class NoticesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysNeitherSubjectNorAddress();
    void saysThemWhereThatIsChosen();
    void nothingWhereNoneAreWanted();
    void oneForAServerAndHour();
    void onlyOfWhatIsOver_data();
    void onlyOfWhatIsOver();
    void plainTextForDesktopsWithoutMarkup();
    void aClickLeadsToTheMail();
    void aRuleThatAsks();
    void nobodyIsThere();

private:
    void settle(const Verdict &verdict);
    void choose(outbox::Outbox::Notices notices);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeDesktop> m_desktop;
    std::unique_ptr<service::Servers> m_servers;
    std::unique_ptr<service::Mailer> m_mailer;
    std::unique_ptr<service::Delivery> m_delivery;
    std::unique_ptr<service::Notices> m_notices;
    QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    outbox::Mail m_mail;
};

void NoticesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bus = std::make_unique<PrivateBus>();
    m_desktop = std::make_unique<FakeDesktop>();
    QDBusConnection there = m_bus->connection(u"desktop"_s);
    QVERIFY(there.registerService(name));
    QVERIFY(there.registerVirtualObject(path, m_desktop.get()));
    m_servers = std::make_unique<service::Servers>(m_folder->path(), m_folder->path());
    m_servers->load();
    core::ServerEntry entry;
    entry.profile.name = u"taro@example.org"_s; // as a server is called by itself
    entry.profile.host = u"smtp.example.org"_s;
    QUuid id;
    m_servers->save(entry, {}, this, [&id](const auto &saved) { id = saved->id; });
    QTRY_VERIFY(!id.isNull());
    m_mailer = std::make_unique<service::Mailer>(&m_servers->passwords());
    m_delivery = std::make_unique<service::Delivery>(*m_servers, *m_mailer, m_folder->path());
    m_notices = std::make_unique<service::Notices>(
        *m_delivery, *m_servers, [this] { return m_bus->connection(u"client"_s); },
        [this] { return m_now; });
    m_mail = {};
    m_mail.id = 42;
    m_mail.server = id;
    m_mail.subject = u"secret <plans> & more"_s;
    m_mail.envelope = {"taro@example.org", {"hanako@example.org"}};
}

void NoticesTest::cleanup()
{
    m_notices.reset();
    m_delivery.reset();
    m_mailer.reset();
    m_servers.reset();
    m_bus.reset();
    m_desktop.reset();
}

void NoticesTest::settle(const Verdict &verdict)
{
    Q_EMIT m_delivery->settled(m_mail, verdict);
}

void NoticesTest::choose(outbox::Outbox::Notices notices)
{
    bool set = false;
    m_delivery->change([notices](outbox::Outbox &outbox) { return outbox.setNotices(notices); },
                       this, [&set](const auto &done) { set = done.ok(); });
    QTRY_VERIFY(set);
}

void NoticesTest::saysNeitherSubjectNorAddress()
{
    settle(verdictOf(State::Failed));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    const auto &notice = m_desktop->notices.constFirst();
    QCOMPARE(notice.summary, u"A mail could not be sent"_s);
    QVERIFY(notice.text.contains(u"smtp.example.org"_s));
    QVERIFY(!notice.text.contains(u'@') && !notice.text.contains(u"secret"_s));
    QVERIFY(!notice.summary.contains(u'@'));
}

void NoticesTest::saysThemWhereThatIsChosen()
{
    choose(outbox::Outbox::Notices::WithNames);
    settle(verdictOf(State::Partial));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    const QString text = m_desktop->notices.constFirst().text;
    QVERIFY(text.contains(u"hanako@example.org"_s));
    QVERIFY2(text.contains(u"secret &lt;plans&gt; &amp; more"_s), qPrintable(text));
}

void NoticesTest::nothingWhereNoneAreWanted()
{
    choose(outbox::Outbox::Notices::None);
    settle(verdictOf(State::Failed));
    choose(outbox::Outbox::Notices::Discreet);
    m_now = m_now.addDuration(2h);
    settle(verdictOf(State::Unknown));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    QCOMPARE(m_desktop->notices.constFirst().summary, u"A mail may have been sent, or not"_s);
}

void NoticesTest::oneForAServerAndHour()
{
    for (int i = 0; i < 5; ++i) {
        settle(verdictOf(State::Failed));
        m_now = m_now.addDuration(10min);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    m_now = m_now.addDuration(20min);
    settle(verdictOf(State::Queued, Verdict::Server::NeedsPerson));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 2, 20'000);
    QCOMPARE(m_desktop->notices[1].summary, u"Mail waits for you"_s);
    QCOMPARE(m_desktop->notices[1].replaces, 1U); // about the same mail
}

void NoticesTest::onlyOfWhatIsOver_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("queued") << State::Queued;
    QTest::newRow("put off") << State::Deferred;
    QTest::newRow("sent") << State::Sent;
    QTest::newRow("stopped by the person") << State::Stopped;
}

void NoticesTest::onlyOfWhatIsOver()
{
    QFETCH(State, state);
    settle(verdictOf(state, Verdict::Server::Down));
    m_mail.server = QUuid::createUuid();
    settle(verdictOf(State::Failed)); // behind it
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    QCOMPARE(m_desktop->notices.constFirst().summary, u"A mail could not be sent"_s);
}

void NoticesTest::plainTextForDesktopsWithoutMarkup()
{
    m_desktop->capabilities = {u"body"_s};
    choose(outbox::Outbox::Notices::WithNames);
    settle(verdictOf(State::Failed));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    QVERIFY(m_desktop->notices.constFirst().text.contains(u"secret <plans> & more"_s));
}

void NoticesTest::aClickLeadsToTheMail()
{
    QSignalSpy requested(m_notices.get(), &service::Notices::mailRequested);
    settle(verdictOf(State::Failed));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    QCOMPARE(m_desktop->notices.constFirst().actions.value(0), u"default"_s);
    QDBusConnection there = m_bus->connection(u"desktop"_s);
    const auto click = [&there](uint id) {
        QDBusMessage clicked = QDBusMessage::createSignal(path, name, u"ActionInvoked"_s);
        clicked << id << u"default"_s;
        return there.send(clicked);
    };
    QVERIFY(click(77)); // another program's
    QTRY_VERIFY_WITH_TIMEOUT((click(1), !requested.isEmpty()), 20'000);
    QCOMPARE(requested[0][0].toLongLong(), 42);
}

void NoticesTest::aRuleThatAsks()
{
    core::Identity identity;
    identity.address = u"taro@example.org"_s;
    identity.server = m_mail.server;
    m_servers->identities().save(identity, this, [](const auto &) {});
    QTRY_VERIFY(m_servers->identities().usual());
    const QString folder = m_folder->filePath(u"plans"_s);
    QVERIFY(QDir().mkpath(folder));
    for (const QString &file : {u"/a"_s, u"/b"_s, u"/c"_s}) {
        QVERIFY(writeFile(folder + file, "content"));
    }
    service::Rules rules(m_folder->path(), m_servers->identities());
    rules.load();
    service::Watching watching(rules, *m_servers, *m_delivery, m_folder->path());
    m_notices->follow(rules, watching);
    QSignalSpy requested(m_notices.get(), &service::Notices::ruleRequested);
    watching.begin();
    core::AutosendRule rule;
    rule.id = QUuid::createUuid();
    rule.folder = folder;
    rule.identity = m_servers->identities().usual()->id;
    rule.to = QStringList{u"hanako@example.org"_s};
    rule.stillness = 50ms;
    rule.brakeFiles = 2;
    rules.save(rule, this, [](const auto &) {});
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->notices.size(), 1, 20'000);
    const auto &notice = m_desktop->notices.constFirst();
    QCOMPARE(notice.summary, u"Autosend waits for you"_s);
    QCOMPARE(notice.text, u"Many files came at once: 3"_s); // and not where
    QDBusMessage click = QDBusMessage::createSignal(path, name, u"ActionInvoked"_s);
    click << 1U << u"default"_s;
    m_bus->connection(u"desktop"_s).send(click);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.constFirst().constFirst().toUuid(), rule.id);
}

void NoticesTest::nobodyIsThere()
{
    const service::Notices notices(
        *m_delivery, *m_servers, [] { return QDBusConnection(u"no such connection"_s); },
        [this] { return m_now; });
    m_notices.reset();
    settle(verdictOf(State::Failed));
    choose(outbox::Outbox::Notices::Discreet); // it went on
    QCOMPARE(m_desktop->notices.size(), 0);
}

PROSERPINA_TEST(NoticesTest)
#include "tst_notices.moc"
