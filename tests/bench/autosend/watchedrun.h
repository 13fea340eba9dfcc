// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// What a program took that goes on until it is ended.
struct WatchedRun
{
    double seconds = 0; // from its start to the last moment in which it was busy
    double processorSeconds = 0;
    double peakMebibytes = 0;    // VmHWM
    double idleMilliseconds = 0; // of the processor, in a minute in which nothing happened
};

/// Starts it, waits until it is at rest, and for a minute more. Nothing: it has ended by itself.
std::optional<WatchedRun> watchedRun(const QString &program, const QStringList &words);
