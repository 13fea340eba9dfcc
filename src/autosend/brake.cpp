// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/brake.h"

namespace autosend
{

namespace
{

constexpr auto period = std::chrono::minutes(1);

} // namespace

void Brake::forgetBefore(Time time)
{
    while (!m_came.isEmpty() && m_came.head().at <= time) {
        m_sum -= m_came.dequeue().octets;
    }
}

bool Brake::admit(qint64 octets, Time now)
{
    forgetBefore(now - period);
    m_isOn = m_isOn || (m_files > 0 && m_came.size() >= m_files) ||
             (m_octets > 0 && m_sum + octets > m_octets);
    if (m_isOn) {
        return false;
    }
    m_came.enqueue({now, octets});
    m_sum += octets;
    return true;
}

void Brake::release()
{
    m_isOn = false;
    m_came.clear();
    m_sum = 0;
}

} // namespace autosend
