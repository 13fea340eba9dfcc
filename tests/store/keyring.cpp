// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyring.h"

#include "filesearch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace Qt::StringLiterals;

namespace
{

constexpr int deadline = 60'000;

constexpr auto busWithoutServices = R"(<!DOCTYPE busconfig PUBLIC
    "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

/// Nothing of the person's own session: neither its display, nor its bus, nor its keychain.
QProcessEnvironment environmentOf(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        for (const QString &start :
             {u"DBUS_"_s, u"DISPLAY"_s, u"WAYLAND_"_s, u"GNOME_"_s, u"KDE_"_s, u"XDG_"_s}) {
            if (name.startsWith(start)) {
                environment.remove(name);
            }
        }
    }
    environment.remove(u"DESKTOP_SESSION"_s);
    environment.insert(u"HOME"_s, home);
    for (const QString &name :
         {u"DATA_HOME"_s, u"CONFIG_HOME"_s, u"CACHE_HOME"_s, u"STATE_HOME"_s, u"RUNTIME_DIR"_s}) {
        environment.insert(u"XDG_"_s + name, home + u'/' + name.toLower());
    }
    return environment;
}

void end(QProcess &process)
{
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(deadline);
    }
}

} // namespace

Keyring::Keyring(Bus bus)
    : m_environment(environmentOf(m_home.path()))
{
    const QString runtime = m_environment.value(u"XDG_RUNTIME_DIR"_s);
    QVERIFY(QDir().mkdir(runtime));
    QVERIFY(QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (bus != Bus::None) {
        startBus(bus);
    }
}

Keyring::~Keyring()
{
    goOn();
    stop();
    end(m_bus);
}

void Keyring::startBus(Bus bus)
{
    QString configuration = u"--session"_s;
    if (bus == Bus::WithoutServices) {
        QFile file(m_home.filePath(u"bus.conf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(busWithoutServices) > 0);
        configuration = u"--config-file="_s + file.fileName();
    }
    m_bus.setProcessEnvironment(m_environment);
    m_bus.setProcessChannelMode(QProcess::SeparateChannels);
    m_bus.start(u"dbus-daemon"_s, {configuration, u"--nofork"_s, u"--print-address"_s});
    QVERIFY2(m_bus.waitForStarted(deadline), "dbus-daemon is missing: ./dev test installs it");
    while (!m_bus.canReadLine()) {
        QVERIFY2(m_bus.waitForReadyRead(deadline), m_bus.readAllStandardError().constData());
    }
    m_address = QString::fromLocal8Bit(m_bus.readLine()).trimmed();
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
}

void Keyring::unlock(const QByteArray &password)
{
    start({u"--unlock"_s}, password);
}

void Keyring::startLocked()
{
    start({}, {});
}

void Keyring::start(const QStringList &arguments, const QByteArray &input)
{
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.start(u"gnome-keyring-daemon"_s,
                   QStringList{u"--foreground"_s, u"--components=secrets"_s} + arguments);
    QVERIFY2(m_daemon.waitForStarted(deadline),
             "gnome-keyring-daemon is missing: ./dev test installs it");
    m_daemon.write(input);
    m_daemon.closeWriteChannel();
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(m_address, m_address);
        QVERIFY(bus.isConnected());
        QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s),
                                 deadline);
    }
    QDBusConnection::disconnectFromBus(m_address);
}

void Keyring::stop()
{
    end(m_daemon);
}

void Keyring::freeze() const
{
    QVERIFY(m_daemon.processId() > 0); // 0 would be everybody in our process group
    QCOMPARE(::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP), 0);
}

void Keyring::goOn() const
{
    if (m_daemon.processId() > 0) {
        ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
    }
}

QStringList Keyring::filesWith(const QByteArray &bytes) const
{
    return ::filesWith(m_home.path(), {bytes});
}

Probe::Probe(const Keyring &keyring, int patience, const QString &address)
{
    QProcessEnvironment environment = keyring.environment();
    if (!address.isEmpty()) {
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    }
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(PROSERPINA_BUILD "/bin/keychainprobe"),
                    {QString::number(patience)});
    QVERIFY(m_process.waitForStarted(deadline));
}

Probe::~Probe()
{
    end(m_process);
}

void Probe::send(const QString &requests)
{
    m_process.write(requests.toLatin1() + '\n');
}

QString Probe::line()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(deadline)) {
            return u"no answer"_s;
        }
    }
    return QString::fromLatin1(m_process.readLine()).trimmed();
}

QString Probe::ask(const QString &request)
{
    send(request);
    return line();
}

QString Probe::rest()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(deadline) || m_process.exitCode() != 0) {
        return u"did not end well: "_s + QString::fromLocal8Bit(m_process.readAllStandardError());
    }
    return QString::fromLatin1(m_process.readAllStandardOutput());
}
