// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/recorder.h"

namespace submission
{

namespace
{

/// A server may say as much as it likes, of which nobody reads more.
constexpr qsizetype mostOctets = qsizetype{4} * 1024 * 1024;
constexpr qsizetype perLine = 64; // what an empty one takes

} // namespace

bool Recorder::add(core::TranscriptLine &line)
{
    if (m_octets > mostOctets) {
        return false;
    }
    line.ms = m_clock.elapsed();
    m_octets += line.text.size() + line.note.english().size() + perLine;
    if (m_octets > mostOctets) {
        line = {line.ms,
                core::TranscriptLine::Direction::Note,
                line.tls,
                {},
                QT_TRANSLATE_NOOP("core", "the rest is left out: too much was said")};
    }
    m_transcript.append(line);
    return true;
}

} // namespace submission
