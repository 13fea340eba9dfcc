// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev stress outbox [ROUNDS]: the rounds of KillTest, with the counts so far after each ten.
#include "killrounds.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = QCoreApplication::arguments().value(1, QStringLiteral("500")).toInt();
    const quint32 seed = QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    KillRounds kill(seed);
    for (int done = 0; done < rounds; done += 10) {
        if (!kill.play(std::min(10, rounds - done))) {
            std::printf("a round could not be played\n");
            return 1;
        }
        std::printf("%s\n", qPrintable(kill.counts().text()));
        std::fflush(stdout);
    }
    const KillCounts &counts = kill.counts();
    return counts.lost + counts.doubled + counts.stuck == 0 ? 0 : 1;
}
