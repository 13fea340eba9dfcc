// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "submission/stageclock.h"

namespace submission
{

/// Writes a job down as it goes, all its connections together: its stages with their times and its
/// transcript. Owned by a Run.
class Recorder final
{
public:
    void start() { m_clock.start(); }
    void stop() { m_clock.stop(); }
    void enter(core::Stage stage) { m_clock.enter(stage); }
    /// Puts the time in. False: so much was said already that the line is left out.
    [[nodiscard]] bool add(core::TranscriptLine &line);

    [[nodiscard]] QList<core::StageTime> timings() const { return m_clock.timings(); }
    [[nodiscard]] const core::Transcript &transcript() const { return m_transcript; }

private:
    StageClock m_clock;
    core::Transcript m_transcript;
    qsizetype m_octets = 0;
};

} // namespace submission
