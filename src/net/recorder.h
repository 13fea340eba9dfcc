// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/protocol.h"
#include "net/stageclock.h"

#include <QObject>

namespace net
{

/// Writes an attempt down as it goes: its stages with their times and its transcript. Owned by a
/// Connection, which passes the signals on.
class Recorder final : public QObject
{
    Q_OBJECT

public:
    using Direction = core::TranscriptLine::Direction;

    /// What the transcripts of the job's connections before this one take counts too. Before
    /// start().
    void continueAfter(qsizetype octets) { m_octets = octets; }
    void start() { m_clock.start(); }
    void stop() { m_clock.stop(); }
    void enter(core::Stage stage);
    void add(Direction direction, const QByteArray &text);
    void add(Direction direction, const QByteArrayList &lines);
    void note(const core::Text &text);
    void add(const QList<core::Event> &events);
    /// The lines to come went over TLS.
    void setEncrypted() { m_encrypted = true; }

    [[nodiscard]] QList<core::StageTime> timings() const { return m_clock.timings(); }
    [[nodiscard]] const core::Transcript &transcript() const { return m_transcript; }
    [[nodiscard]] qsizetype octets() const { return m_octets; }

Q_SIGNALS:
    void stageStarted(core::Stage stage);
    void lineAdded(const core::TranscriptLine &line);

private:
    void add(core::TranscriptLine line);

    StageClock m_clock;
    core::Transcript m_transcript;
    qsizetype m_octets = 0;
    bool m_encrypted = false;
};

} // namespace net
