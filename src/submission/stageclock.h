// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QElapsedTimer>

#include <optional>

namespace submission
{

/// Measures a job: the time since its start, and how long each stage took. A stage that is
/// entered again (EHLO after TLS) adds up.
class StageClock
{
public:
    void start();
    void enter(core::Stage stage);
    void stop();
    [[nodiscard]] qint64 elapsed() const { return m_timer.elapsed(); }
    [[nodiscard]] QList<core::StageTime> timings() const { return m_timings; }

private:
    QElapsedTimer m_timer;
    std::optional<core::Stage> m_stage;
    qint64 m_stageStart = 0;
    QList<core::StageTime> m_timings;
};

} // namespace submission
