// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/recorder.h"

namespace net
{

void Recorder::enter(core::Stage stage)
{
    m_clock.enter(stage);
    Q_EMIT stageStarted(stage);
}

void Recorder::add(Direction direction, const QByteArray &text)
{
    m_transcript.append({m_clock.elapsed(), direction, m_encrypted, text});
    Q_EMIT lineAdded(m_transcript.constLast());
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
            add(Direction::Note, remark->text);
        }
    }
}

} // namespace net
