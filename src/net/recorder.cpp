// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/recorder.h"

namespace net
{

namespace
{

/// A server may say as much as it likes, of which nobody reads more.
constexpr qsizetype mostOctets = qsizetype{4} * 1024 * 1024;
constexpr qsizetype perLine = 64; // what an empty one takes

} // namespace

void Recorder::enter(core::Stage stage)
{
    m_clock.enter(stage);
    Q_EMIT stageStarted(stage);
}

void Recorder::add(Direction direction, const QByteArray &text)
{
    add({m_clock.elapsed(), direction, m_encrypted, text});
}

void Recorder::note(const core::Text &text)
{
    add({m_clock.elapsed(), Direction::Note, m_encrypted, {}, text});
}

void Recorder::add(core::TranscriptLine line)
{
    if (m_octets > mostOctets) {
        return;
    }
    m_octets += line.text.size() + line.note.english().size() + perLine;
    if (m_octets > mostOctets) {
        line = {line.ms,
                Direction::Note,
                m_encrypted,
                {},
                QT_TRANSLATE_NOOP("core", "the rest is left out: too much was said")};
    }
    m_transcript.append(line);
    Q_EMIT lineAdded(line);
}

void Recorder::add(Direction direction, const QByteArrayList &lines)
{
    for (const QByteArray &line : lines) {
        add(direction, line);
    }
}

void Recorder::add(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (const auto *started = std::get_if<core::StageStarted>(&event)) {
            enter(started->stage);
        } else if (const auto *line = std::get_if<core::LineReceived>(&event)) {
            add(Direction::Server, line->text);
        } else if (const auto *remark = std::get_if<core::Remark>(&event)) {
            note(remark->text);
        }
    }
}

} // namespace net
