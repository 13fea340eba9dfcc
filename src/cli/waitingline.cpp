// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/waitingline.h"

#include "cli/textreport.h"
#include "core/timelimits.h"
#include "diagnosis/words.h"

namespace cli
{

namespace
{

QString secondsOf(std::chrono::milliseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1000);
}

} // namespace

WaitingLine::WaitingLine(Terminal &terminal, const core::Deadlines &deadlines, Patience patience)
    : m_terminal(terminal)
    , m_deadlines(deadlines)
    , m_patience(patience)
{
    connect(&m_timer, &QTimer::timeout, this, &WaitingLine::show);
}

WaitingLine::~WaitingLine()
{
    leave();
}

void WaitingLine::onTold(const core::AttemptEvent &event)
{
    if (const auto *started = std::get_if<core::StageStarted>(&event)) {
        onStage(started->stage);
    } else if (const auto *line = std::get_if<core::TranscriptLine>(&event)) {
        onLine(*line);
    } else if (const auto *progress = std::get_if<core::BodyProgress>(&event)) {
        onBodyProgress(*progress);
    }
}

void WaitingLine::onStage(core::Stage stage)
{
    leave();
    m_stage = stage;
    m_limit = stage == core::Stage::Message ? std::chrono::milliseconds()
                                            : core::limitOf(stage, m_deadlines);
    restart();
}

void WaitingLine::onLine(const core::TranscriptLine &line)
{
    switch (line.direction) {
    case core::TranscriptLine::Direction::Client: restart(); break;
    case core::TranscriptLine::Direction::Server: break;
    case core::TranscriptLine::Direction::Note: leave(); break; // of what we do, not the server
    }
}

void WaitingLine::onBodyProgress(const core::BodyProgress &progress)
{
    const auto [sent, total] = progress;
    m_percentSent = static_cast<int>(total > 0 ? sent * 100 / total : 100);
    if (m_percentSent == 100) {
        m_limit = m_deadlines.endOfData;
        restart();
    }
}

void WaitingLine::restart()
{
    m_waited = {};
    // A farewell is not waited for.
    if (m_stage != core::Stage::Quit && m_stage != core::Stage::PopQuit) {
        m_timer.start(m_patience.before);
    }
}

void WaitingLine::leave()
{
    m_timer.stop();
    m_terminal.clearStatus();
}

void WaitingLine::show()
{
    m_waited += m_timer.intervalAsDuration();
    m_timer.setInterval(m_patience.between);
    m_terminal.showStatus(text());
}

QString WaitingLine::text() const
{
    if (m_stage == core::Stage::Body && m_percentSent < 100) {
        return tr("Sending the message: %1% so far").arg(m_percentSent);
    }
    const QString what = diagnosis::stageTitle(m_stage, &translatedText);
    if (m_limit.count() == 0) {
        return tr("Waiting: %1 (%2 s)").arg(what, secondsOf(m_waited));
    }
    return tr("Waiting: %1 (%2 s of at most %3 s)")
        .arg(what, secondsOf(m_waited), secondsOf(m_limit));
}

} // namespace cli
