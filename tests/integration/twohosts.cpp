// SPDX-License-Identifier: GPL-3.0-or-later
#include "twohosts.h"
#include "filecontent.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

TwoHosts::TwoHosts() = default;

TwoHosts::~TwoHosts()
{
    m_script.closeWriteChannel(); // the script ends, and with it both hosts
    m_script.waitForFinished(10'000);
}

/// In place: what is mounted over the client's file is this very file.
bool TwoHosts::writeFile(const QString &name, const QByteArray &content) const
{
    return ::writeFile(m_state.filePath(name), content);
}

bool TwoHosts::start(const QByteArray &names)
{
    if (!setResolver("nameserver 10.77.0.2\n") || !preferIpv4(false) ||
        !writeFile(u"names"_s, names)) {
        return false;
    }
    m_script.start(QStringLiteral(PROSERPINA_SOURCE "/tests/integration/twohosts.sh"),
                   {u"run"_s, m_state.path(), QStringLiteral(PROSERPINA_BUILD "/bin/farhost")});
    m_client = lineWith(u"CLIENT="_s);
    return !m_client.isEmpty() && lineWith(u"ready"_s).isEmpty() &&
           m_script.state() == QProcess::Running;
}

/// The rest of the next line that starts so.
QString TwoHosts::lineWith(const QString &start)
{
    QString line;
    const bool found = QTest::qWaitFor(
        [&] {
            while (!line.startsWith(start) && m_script.canReadLine()) {
                line = QString::fromUtf8(m_script.readLine()).trimmed();
            }
            return line.startsWith(start) || m_script.state() == QProcess::NotRunning;
        },
        60'000);
    return found && line.startsWith(start) ? line.mid(start.size()) : QString();
}

bool TwoHosts::setResolver(const QByteArray &text)
{
    return writeFile(u"resolv.conf"_s, text);
}

bool TwoHosts::preferIpv4(bool prefer)
{
    return writeFile(u"gai.conf"_s, prefer ? "precedence ::ffff:0:0/96 100\n" : "# as usual\n");
}

CliRun TwoHosts::run(const QStringList &arguments, Network network)
{
    const QTemporaryDir home;
    QStringList words;
    if (geteuid() != 0) {
        words += u"sudo"_s;
    }
    // The root too: of that process, where this one lives in a folder of its own (chroot).
    words += {u"nsenter"_s, u"--target"_s, m_client, u"--mount"_s, u"--root"_s};
    words += network == Network::None ? QStringList{u"--"_s, u"unshare"_s, u"--net"_s, u"--"_s}
                                      : QStringList{u"--net"_s, u"--"_s};
    words += {u"env"_s,
              u"HOME="_s + home.path(),
              u"XDG_CONFIG_HOME="_s + home.path(),
              u"XDG_DATA_HOME="_s + home.path(),
              u"XDG_RUNTIME_DIR="_s + home.path(),
              u"DBUS_SESSION_BUS_ADDRESS=disabled:"_s,
              u"FAR_WORD=far-word"_s,
              QStringLiteral(PROSERPINA_BUILD "/bin/proserpina-cli")};
    words += arguments;

    QProcess process;
    process.start(words.takeFirst(), words);
    CliRun run;
    const bool ended =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000);
    run.out = process.readAllStandardOutput();
    run.error = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    } else {
        process.kill();
        process.waitForFinished();
    }
    return run;
}

int TwoHosts::lostPackets()
{
    m_script.write("lost\n");
    bool known = false;
    const int lost = lineWith(u"LOST="_s).toInt(&known);
    return known ? lost : -1;
}
