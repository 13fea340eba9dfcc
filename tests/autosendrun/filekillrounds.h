// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosendhome.h"

#include <QHash>
#include <QRandomGenerator>
#include <QString>

/// What became of the files of all rounds.
struct FileKillCounts
{
    int rounds = 0;
    int files = 0;
    int kills = 0;
    int kept = 0;    // claims that a killed program has left
    int arrived = 0; // files, not mails
    int unknown = 0;
    int lost = 0;      // neither arrived nor Unknown
    int doubled = 0;   // arrived more than once
    int claimed = 0;   // still in a claim after the last program's start
    int different = 0; // arrived with other octets than were written
    int misplaced = 0; // not where the rule puts it, or not as it was

    [[nodiscard]] QString text() const;
    [[nodiscard]] int wrong() const { return lost + doubled + claimed + different + misplaced; }
};

/// Two programs that mail the files of a folder, killed at random and started anew, then one that
/// does the rest: round by round, for each thing that a rule does with files afterwards, with one
/// file a mail and with several.
class FileKillRounds
{
public:
    explicit FileKillRounds(quint32 seed)
        : m_random(seed)
    {}

    /// False: a round could not be played.
    [[nodiscard]] bool play(int rounds);
    [[nodiscard]] const FileKillCounts &counts() const { return m_counts; }

private:
    using Written = QHash<QString, QByteArray>; // by name

    bool playRound();
    [[nodiscard]] QByteArray madeUpContent(const QString &name);
    bool killSome(AutosendHome &home, const Written &files);
    void count(AutosendHome &home, const Written &files);

    QRandomGenerator m_random;
    FileKillCounts m_counts;
};
