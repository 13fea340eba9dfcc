// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <sys/types.h>

/// A program that runs with folders of its own, which go with it, and is looked at from outside.
/// Killed at the end.
class MeasuredProcess
{
public:
    explicit MeasuredProcess(const std::string &program);
    ~MeasuredProcess();
    MeasuredProcess(const MeasuredProcess &) = delete;
    MeasuredProcess &operator=(const MeasuredProcess &) = delete;

    [[nodiscard]] bool hasStarted() const { return m_process > 0; }
    [[nodiscard]] pid_t id() const { return m_process; }
    [[nodiscard]] std::chrono::steady_clock::time_point startedAt() const { return m_startedAt; }
    /// Of all its threads up to now.
    [[nodiscard]] std::chrono::nanoseconds processorTime() const;
    /// Until it has done next to nothing for half a second; 10 seconds at most.
    void awaitIdle() const;
    /// PSS in KiB: its own pages, and of those it shares with others its share. 0: not known.
    [[nodiscard]] long proportionalSize() const;

private:
    std::string m_home;
    std::chrono::steady_clock::time_point m_startedAt;
    pid_t m_process = -1;
};
