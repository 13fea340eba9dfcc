// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statefolder.h"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

/// Holds the write lock in a thread of its own, as another program would, and lets go after `time`.
class LockHolder
{
public:
    LockHolder(const QString &path, std::chrono::milliseconds time)
        : m_thread([this, path, time] { hold(path, time); })
    {
        m_begun.get_future().wait();
    }
    ~LockHolder()
    {
        m_end.set_value();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(LockHolder)

    [[nodiscard]] bool holds() const { return m_holds; }

private:
    void hold(const QString &path, std::chrono::milliseconds time)
    {
        const OtherProgram program(path);
        m_holds = program.execute(QStringLiteral("BEGIN IMMEDIATE"));
        m_begun.set_value();
        m_end.get_future().wait_for(time);
        m_holds = false; // before the lock goes: who gets it finds this false
        program.execute(QStringLiteral("COMMIT"));
    }

    std::atomic<bool> m_holds = false;
    std::promise<void> m_begun;
    std::promise<void> m_end;
    std::thread m_thread; // last: it uses the others
};
