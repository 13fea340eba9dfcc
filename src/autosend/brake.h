// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQueue>

#include <chrono>

namespace autosend
{

/// Against accidents: a folder full of files that was moved in by mistake is not mailed. Counts
/// what came within a minute and, beyond a limit, lets nothing through until the person has said
/// so. Pure; the time is any that never goes back.
class Brake
{
public:
    using Time = std::chrono::milliseconds;

    /// 0: no such limit.
    Brake(int files, qint64 octets)
        : m_files(files)
        , m_octets(octets)
    {}

    /// One more file may go, which counts it; false: no, and none behind it.
    [[nodiscard]] bool admit(qint64 octets, Time now);
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// As it was when another program ended.
    void pull() { m_isOn = true; }
    /// The person has agreed that what has come goes.
    void release();

private:
    void forgetBefore(Time time);

    struct Came
    {
        Time at;
        qint64 octets;
    };

    const int m_files;
    const qint64 m_octets;
    QQueue<Came> m_came;
    qint64 m_sum = 0;
    bool m_isOn = false;
};

} // namespace autosend
