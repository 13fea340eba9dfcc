// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev stress autosend [ROUNDS]: the rounds of FilesKilledTest, with the counts so far after each
// ten.
#include "filekillrounds.h"

#include <QCoreApplication>

#include <cstdio>

namespace
{

bool playRounds(int rounds)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    FileKillRounds kill(seed);
    for (int done = 0; done < rounds; done += 10) {
        if (!kill.play(std::min(10, rounds - done))) {
            std::printf("a round could not be played\n");
            return false;
        }
        std::printf("%s\n", qPrintable(kill.counts().text()));
        std::fflush(stdout);
    }
    return kill.counts().wrong() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = QCoreApplication::arguments().value(1, QStringLiteral("200")).toInt();
    return playRounds(rounds) ? 0 : 1;
}
