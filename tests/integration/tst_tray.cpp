// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"
#include "filecontent.h"
#include "service/rules.h"
#include "service/servers.h"
#include "testmain.h"
#include "trayhost.h"
#include "windowstack.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr int soon = 30'000;

} // namespace

/// The built program, whose window is closed while it watches a folder: on a desktop that has a
/// tray, and on one that has none.
class TrayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesOnInTheTray();
    void saysWhatIsWatchedWhereThereIsNone();

private:
    void saveRule();
    /// Its window can be read on the bus then.
    void startProgram();
    [[nodiscard]] bool shows(const QString &role, const QString &name) const;
    [[nodiscard]] bool isUp() const { return m_windows->isOnTop(m_process->processId()); }

    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<WindowStack> m_windows;
    std::unique_ptr<QProcess> m_process;
    QString m_folder;
};

void TrayTest::init()
{
    m_desktop = std::make_unique<Desktop>();
    QVERIFY2(m_desktop->start(), m_desktop->error());
    m_windows = std::make_unique<WindowStack>(m_desktop->display());
    QVERIFY(m_windows->isConnected());
    m_folder = m_desktop->home() + u"/watched"_s;
    QVERIFY(QDir().mkpath(m_folder));
    saveRule();
}

/// Through a server that nobody is: what matters is that files are taken.
void TrayTest::saveRule()
{
    const QString config = m_desktop->home() + u"/config_home/proserpina"_s;
    service::Servers servers(config, m_desktop->home() + u"/data_home/proserpina"_s);
    servers.load();
    core::ServerEntry entry;
    entry.profile.name = u"nobody"_s;
    entry.profile.host = u"127.0.0.1"_s;
    entry.profile.port = 1;
    entry.address = u"taro@example.org"_s;
    servers.save(entry, {}, this, [](const auto &) {});
    QTRY_VERIFY(servers.identities().usual());
    service::Rules rules(config, servers.identities());
    rules.load();
    core::AutosendRule rule;
    rule.folder = m_folder;
    rule.identity = servers.identities().usual()->id;
    rule.to = QStringList{u"hanako@example.org"_s};
    rule.stillness = std::chrono::milliseconds(100);
    std::optional<bool> saved;
    rules.save(rule, this, [&saved](const auto &done) { saved = done.ok(); });
    QTRY_VERIFY(saved);
    QVERIFY(*saved);
}

void TrayTest::cleanup()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
    m_windows.reset();
    m_desktop.reset();
}

bool TrayTest::shows(const QString &role, const QString &name) const
{
    return !m_desktop->program(*m_process).find(role, name).isNull();
}

void TrayTest::startProgram()
{
    m_process = m_desktop->startProgram();
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"page tab"_s, u"Autosend"_s), soon);
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), soon);
}

void TrayTest::goesOnInTheTray()
{
    TrayHost tray(m_desktop->busAddress());
    QVERIFY(tray.start());
    startProgram();
    QTRY_VERIFY_WITH_TIMEOUT(tray.hasIcon(), soon);
    QVERIFY(m_windows->closeTop());
    QTRY_VERIFY_WITH_TIMEOUT(!isUp(), soon);
    // It still takes what is put into the folder.
    QVERIFY(writeFile(m_folder + u"/file"_s, "content"));
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(m_folder + u"/file"_s), soon);
    QCOMPARE(m_process->state(), QProcess::Running);
    QVERIFY(tray.click());
    QTRY_VERIFY_WITH_TIMEOUT(isUp(), soon);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"push button"_s, u"Outbox"_s), soon); // its mail waits
    QVERIFY(m_windows->closeTop());
    QTRY_VERIFY_WITH_TIMEOUT(!isUp(), soon);
    // Quit asks about the mail that waits, and then it ends.
    QVERIFY(tray.choose(u"Quit"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"push button"_s, u"Quit and keep it"_s), soon);
    QVERIFY(m_desktop->program(*m_process).find(u"push button"_s, u"Quit and keep it"_s).press());
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soon);
    QCOMPARE(m_process->exitCode(), 0);
}

void TrayTest::saysWhatIsWatchedWhereThereIsNone()
{
    startProgram();
    QVERIFY(m_windows->closeTop());
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"push button"_s, u"Go on in the background"_s), soon);
    const Accessible sentence = m_desktop->program(*m_process).find([this](const auto &object) {
        return object.role() == u"label"_s && object.name().contains(m_folder);
    });
    QVERIFY(!sentence.isNull());
    QVERIFY(m_desktop->program(*m_process).find(u"push button"_s, u"Quit"_s).press());
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soon);
    QCOMPARE(m_process->exitCode(), 0);
}

PROSERPINA_TEST(TrayTest)
#include "tst_tray.moc"
