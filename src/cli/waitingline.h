// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "core/attempt.h"
#include "core/profile.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace cli
{

/// When a person is told that something takes long, and how often anew.
struct Patience
{
    std::chrono::milliseconds before = std::chrono::seconds(2);
    std::chrono::milliseconds between = std::chrono::seconds(1);
};

/// On a terminal, one line about the stage that an attempt has been in for longer than
/// `Patience::before`: what is waited for, how long already and how long at most. It is rewritten
/// in place and gone when the stage ends. Counts by its own timer, without a clock. Lives in the
/// main thread.
class WaitingLine final : public QObject
{
    Q_OBJECT

public:
    /// `deadlines`: the attempt's own.
    WaitingLine(Terminal &terminal, const core::Deadlines &deadlines, Patience patience);
    ~WaitingLine() override;

    void onTold(const core::AttemptEvent &event);

private:
    void onStage(core::Stage stage);
    /// What we send begins another wait; a note, as of a pause before another connection, ends one.
    void onLine(const core::TranscriptLine &line);
    void onBodyProgress(const core::BodyProgress &progress);
    void restart();
    void leave();
    void show();
    [[nodiscard]] QString text() const;

    Terminal &m_terminal;
    core::Deadlines m_deadlines;
    Patience m_patience;
    QTimer m_timer;
    core::Stage m_stage = core::Stage::Message;
    std::chrono::milliseconds m_limit{}; // 0: none, since nobody is waited for
    std::chrono::milliseconds m_waited{};
    int m_percentSent = 100; // of the message
};

} // namespace cli
