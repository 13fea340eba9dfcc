// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace
{

constexpr int deadline = 60'000;
constexpr auto launcher = "/usr/libexec/at-spi-bus-launcher"_L1;
constexpr auto sessionBus = "desktop session bus"_L1;
constexpr auto registry = "org.a11y.atspi.Registry"_L1;
constexpr auto root = "/org/a11y/atspi/accessible/root"_L1;

QDBusMessage statusCall(const QString &interface, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, interface, method);
}

} // namespace

Desktop::Desktop()
    : m_environment(m_home.environment())
{
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"LANGUAGE"_s, u"en"_s);
    m_environment.insert(u"GSETTINGS_BACKEND"_s, u"memory"_s);
    for (const QString &name :
         {u"QT_ACCESSIBILITY"_s, u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"AT_SPI_BUS_ADDRESS"_s}) {
        m_environment.remove(name);
    }
}

Desktop::~Desktop()
{
    QDBusConnection::disconnectFromBus(m_accessibilityBus);
    QDBusConnection::disconnectFromBus(sessionBus);
    for (QProcess *process : {&m_launcher, &m_display}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(deadline)) {
            process->kill();
            process->waitForFinished(deadline);
        }
    }
    // They end with the launcher.
    for (const qint64 pid : m_started) {
        if (!QTest::qWaitFor([pid] { return ::kill(static_cast<pid_t>(pid), 0) != 0; }, deadline)) {
            ::kill(static_cast<pid_t>(pid), SIGKILL);
        }
    }
}

bool Desktop::start()
{
    return startDisplay() && startAccessibilityBus();
}

bool Desktop::run(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    if (!process.waitForStarted(deadline)) {
        m_error = program.toLocal8Bit() + " is missing: ./dev test installs it";
        return false;
    }
    return true;
}

bool Desktop::startDisplay()
{
    // It chooses a free display and says which one.
    if (!run(m_display, u"Xvfb"_s,
             {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x1024x24"_s, u"-noreset"_s,
              u"-nolisten"_s, u"tcp"_s})) {
        return false;
    }
    while (!m_display.canReadLine()) {
        if (!m_display.waitForReadyRead(deadline)) {
            m_error = "Xvfb does not start: " + m_display.readAllStandardError();
            return false;
        }
    }
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(m_display.readLine()).trimmed());
    return true;
}

bool Desktop::startAccessibilityBus()
{
    if (!run(m_launcher, launcher, {u"--launch-immediately"_s})) {
        return false;
    }
    QDBusConnection session = QDBusConnection::connectToBus(
        m_environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), sessionBus);
    if (!session.isConnected() ||
        !QTest::qWaitFor(
            [&session] {
                return session.interface()->isServiceRegistered(u"org.a11y.Bus"_s).value();
            },
            deadline)) {
        m_error = "the accessibility bus does not start: " + m_launcher.readAllStandardError();
        return false;
    }
    // As a screen reader does when it starts.
    QDBusMessage enable = statusCall(u"org.freedesktop.DBus.Properties"_s, u"Set"_s);
    enable << u"org.a11y.Status"_s << u"ScreenReaderEnabled"_s
           << QVariant::fromValue(QDBusVariant(true));
    const QDBusMessage enabled = session.call(enable);
    const QDBusReply<QString> address =
        session.call(statusCall(u"org.a11y.Bus"_s, u"GetAddress"_s));
    if (enabled.type() == QDBusMessage::ErrorMessage || !address.isValid()) {
        m_error = "the accessibility bus cannot be used: " + enabled.errorMessage().toUtf8() +
                  address.error().message().toUtf8();
        return false;
    }
    m_accessibilityBus = address.value();
    QDBusConnection bus = QDBusConnection::connectToBus(m_accessibilityBus, m_accessibilityBus);
    if (!bus.isConnected()) {
        m_error = "the accessibility bus cannot be reached: " + bus.lastError().message().toUtf8();
        return false;
    }
    const auto started = bus.interface()->startService(registry);
    if (!started.isValid()) {
        m_error =
            "the accessibility registry does not start: " + started.error().message().toUtf8();
        return false;
    }
    m_started = {bus.interface()->servicePid(registry).value(),
                 bus.interface()->servicePid(u"org.freedesktop.DBus"_s).value()};
    return true;
}

std::unique_ptr<QProcess> Desktop::startProgram() const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(PROSERPINA_BUILD "/bin/proserpina"), QStringList());
    return process;
}

Accessible Desktop::program(const QProcess &process) const
{
    const QDBusConnection bus(m_accessibilityBus);
    const QList<Accessible> programs = Accessible(bus, registry, root).children();
    for (const Accessible &program : programs) {
        if (bus.interface()->servicePid(program.service()).value() == process.processId()) {
            return program;
        }
    }
    return {};
}
