// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedrun.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QThread>

#include <chrono>
#include <ctime>

using namespace std::chrono_literals;

namespace
{

constexpr auto look = 50ms;
constexpr double busyShare = 0.3; // of one processor
constexpr auto rest = 5s;         // longer than its timers
constexpr auto idle = 60s;

/// Of all its threads, also those that have ended.
double processorSeconds(const QProcess &program)
{
    clockid_t clock = 0;
    timespec used{};
    if (::clock_getcpuclockid(static_cast<pid_t>(program.processId()), &clock) != 0 ||
        ::clock_gettime(clock, &used) != 0) {
        return 0;
    }
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

double peakMebibytes(const QProcess &program)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(program.processId()));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
}

double secondsOf(const QElapsedTimer &time)
{
    return static_cast<double>(time.nsecsElapsed()) / 1e9;
}

} // namespace

std::optional<WatchedRun> watchedRun(const QString &program, const QStringList &words)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer time;
    time.start();
    process.start(program, words);
    if (!process.waitForStarted()) {
        return {};
    }
    WatchedRun run;
    double before = 0;
    double lookedAt = 0;
    while (secondsOf(time) < run.seconds + std::chrono::duration<double>(rest).count()) {
        if (process.waitForFinished(static_cast<int>(look.count()))) {
            return {};
        }
        const double used = processorSeconds(process);
        const double now = secondsOf(time);
        if (used - before > busyShare * (now - lookedAt)) {
            run.seconds = now;
            run.processorSeconds = used;
        }
        before = used;
        lookedAt = now;
    }
    run.peakMebibytes = peakMebibytes(process);
    before = processorSeconds(process);
    if (process.waitForFinished(static_cast<int>(std::chrono::milliseconds(idle).count()))) {
        return {};
    }
    run.idleMilliseconds = (processorSeconds(process) - before) * 1000;
    process.terminate();
    return process.waitForFinished() ? std::optional(run) : std::nullopt;
}
