// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/stageclock.h"

#include <algorithm>

namespace submission
{

void StageClock::start()
{
    m_timer.start();
    m_timings.clear();
    m_stage.reset();
}

void StageClock::enter(core::Stage stage)
{
    stop();
    m_stage = stage;
    m_stageStart = m_timer.elapsed();
}

void StageClock::stop()
{
    if (!m_stage) {
        return;
    }
    const qint64 ms = m_timer.elapsed() - m_stageStart;
    const auto known = std::find_if(m_timings.begin(), m_timings.end(),
                                    [&](const core::StageTime &t) { return t.stage == *m_stage; });
    if (known == m_timings.end()) {
        m_timings.append({*m_stage, ms});
    } else {
        known->ms += ms;
    }
    m_stage.reset();
}

} // namespace submission
