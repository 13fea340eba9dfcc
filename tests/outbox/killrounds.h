// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mailsink.h"

#include <QRandomGenerator>
#include <QString>

/// What became of the mails of all rounds.
struct KillCounts
{
    int rounds = 0;
    int accepted = 0;
    int arrived = 0;
    int unknown = 0;
    int lost = 0;    // accepted, and neither arrived nor Unknown
    int doubled = 0; // arrived more than once
    int stuck = 0;   // in a state that nobody ends

    [[nodiscard]] QString text() const;
};

/// Two programs that accept and send mails, killed at random, then one that sends the rest: round
/// by round.
class KillRounds
{
public:
    explicit KillRounds(quint32 seed)
        : m_random(seed)
    {}

    /// False: a round could not be played.
    [[nodiscard]] bool play(int rounds);
    [[nodiscard]] const KillCounts &counts() const { return m_counts; }

private:
    bool playRound();

    QRandomGenerator m_random;
    KillCounts m_counts;
};
