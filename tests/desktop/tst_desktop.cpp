// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sleepwatch.h"
#include "privatebus.h"
#include "service/backgroundunit.h"
#include "testmain.h"

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

/// systemd's user manager as far as we call it.
class FakeSystemd final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const QString method = message.member();
        calls.append(method);
        if (refuses) {
            bus.send(message.createErrorReply(u"org.freedesktop.DBus.Error.AccessDenied"_s,
                                              u"not allowed here"_s));
        } else if (method == u"GetUnitFileState"_s) {
            bus.send(message.createReply(enabled ? u"enabled"_s : u"disabled"_s));
        } else {
            enabled =
                method == u"EnableUnitFiles"_s || (enabled && method != u"DisableUnitFiles"_s);
            bus.send(message.createReply());
        }
        return true;
    }

    QStringList calls;
    bool enabled = false;
    bool refuses = false;
};

} // namespace

/// What is asked of systemd and heard of logind, both played by the test.
class DesktopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesTheUnit();
    void tellsWhySystemdRefuses();
    void nobodyIsThere();
    void tellsWhenTheComputerWakesUp();

private:
    core::Result<bool> wait(const std::function<void(const service::BackgroundUnit::Done &)> &ask);
};

core::Result<bool>
DesktopTest::wait(const std::function<void(const service::BackgroundUnit::Done &)> &ask)
{
    std::optional<core::Result<bool>> answer;
    ask([&](const core::Result<bool> &result) { answer = result; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000); }();
    return *answer;
}

void DesktopTest::switchesTheUnit()
{
    PrivateBus bus;
    FakeSystemd systemd;
    QDBusConnection there = bus.connection(u"systemd"_s);
    QVERIFY(there.registerService(u"org.freedesktop.systemd1"_s));
    QVERIFY(there.registerVirtualObject(u"/org/freedesktop/systemd1"_s, &systemd));
    const QTemporaryDir folder;
    service::BackgroundUnit unit(u"/opt/a \"b\" 100%/proserpina-cli"_s, folder.path(),
                                 bus.connection(u"ours"_s));
    QCOMPARE(*wait([&](const auto &done) { unit.isOn(this, done); }), false);
    QCOMPARE(*wait([&](const auto &done) { unit.setOn(true, this, done); }), true);
    QCOMPARE(*wait([&](const auto &done) { unit.isOn(this, done); }), true);
    QVERIFY(systemd.calls.contains(u"StartUnit"_s));
    QFile file(folder.filePath(u"systemd/user/proserpina.service"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains(
        "ExecStart=\"/opt/a \\\"b\\\" 100%%/proserpina-cli\" background\n"));
    QCOMPARE(*wait([&](const auto &done) { unit.setOn(false, this, done); }), true);
    QVERIFY(systemd.calls.contains(u"StopUnit"_s));
    QCOMPARE(*wait([&](const auto &done) { unit.isOn(this, done); }), false);
}

void DesktopTest::tellsWhySystemdRefuses()
{
    PrivateBus bus;
    FakeSystemd systemd;
    systemd.refuses = true;
    QDBusConnection there = bus.connection(u"systemd"_s);
    QVERIFY(there.registerService(u"org.freedesktop.systemd1"_s));
    QVERIFY(there.registerVirtualObject(u"/org/freedesktop/systemd1"_s, &systemd));
    const QTemporaryDir folder;
    service::BackgroundUnit unit(u"/p"_s, folder.path(), bus.connection(u"ours"_s));
    const auto refused = wait([&](const auto &done) { unit.setOn(true, this, done); });
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.english().contains(u"not allowed here"_s));
}

void DesktopTest::nobodyIsThere()
{
    const QTemporaryDir folder;
    service::BackgroundUnit unit(u"/p"_s, folder.path(), QDBusConnection(u"none"_s));
    QVERIFY(!wait([&](const auto &done) { unit.isOn(this, done); }));
    QVERIFY(!wait([&](const auto &done) { unit.setOn(true, this, done); }));
    const desktop::SleepWatch watch(QDBusConnection(u"none"_s)); // and nothing happens
}

void DesktopTest::tellsWhenTheComputerWakesUp()
{
    PrivateBus bus;
    QDBusConnection there = bus.connection(u"logind"_s);
    QVERIFY(there.registerService(u"org.freedesktop.login1"_s));
    desktop::SleepWatch watch(bus.connection(u"ours"_s));
    QSignalSpy wokeUp(&watch, &desktop::SleepWatch::wokeUp);
    for (const bool goesToSleep : {true, false}) {
        QDBusMessage signal =
            QDBusMessage::createSignal(u"/org/freedesktop/login1"_s,
                                       u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s);
        signal.setArguments({goesToSleep});
        QVERIFY(there.send(signal));
    }
    QTRY_COMPARE_WITH_TIMEOUT(wokeUp.size(), 1, 20'000);
}

PROSERPINA_TEST(DesktopTest)
#include "tst_desktop.moc"
