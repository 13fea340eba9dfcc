// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statefolder.h"

#include <atomic>
#include <future>
#include <thread>
#include <utility>

/// Holds the write lock in a thread of its own, as another program would, until told to let go.
class LockHolder
{
public:
    explicit LockHolder(const QString &path)
        : m_thread([this, path] { hold(path); })
    {
        m_begun.get_future().wait();
    }
    ~LockHolder()
    {
        letGo();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(LockHolder)

    /// Soon, without waiting for it.
    void letGo()
    {
        if (!std::exchange(m_told, true)) {
            m_end.set_value();
        }
    }

    [[nodiscard]] bool holds() const { return m_holds; }

private:
    void hold(const QString &path)
    {
        const OtherProgram program(path);
        m_holds = program.execute(QStringLiteral("BEGIN IMMEDIATE"));
        m_begun.set_value();
        m_end.get_future().wait();
        m_holds = false; // before the lock goes: who gets it finds this false
        program.execute(QStringLiteral("COMMIT"));
    }

    std::atomic<bool> m_holds = false;
    bool m_told = false;
    std::promise<void> m_begun;
    std::promise<void> m_end;
    std::thread m_thread; // last: it uses the others
};
