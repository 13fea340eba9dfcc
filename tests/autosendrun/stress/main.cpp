// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev stress autosend [ROUNDS]: the rounds of FilesKilledTest, with the counts so far after each
// ten; then what takes its time: writers that need a minute, a minute without a file, and 10,000
// files that come at once while the program stands still.
#include "burst.h"
#include "filekillrounds.h"
#include "slowfiles.h"

#include <QCoreApplication>

#include <cstdio>

namespace
{

bool playRounds(int rounds)
{
    const quint32 seed = QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    std::fflush(stdout);
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

bool playSlowFiles()
{
    AutosendHome home;
    const SlowFiles slow = sendSlowFiles(home, std::chrono::minutes(1));
    std::printf("a minute's writing: kept open %s, page by page %s, %d arrived; "
                "a minute of idle: %.1f ms of processor time\n",
                slow.keptOpenOnce ? "once" : "WRONG", slow.openedForPages ? "once" : "WRONG",
                slow.arrived, static_cast<double>(slow.idle.count()) / 1e6);
    std::fflush(stdout);
    return slow.isGood();
}

bool playBurst()
{
    AutosendHome home;
    const Burst burst = home.save() ? sendBurst(home, 10'000, 1'200'000) : Burst();
    std::printf("%d files while it stood still: %d once, %d doubled, %d arrived, %.0f s\n",
                burst.files, burst.once, burst.doubled, burst.arrived, burst.seconds);
    return burst.files > 0 && burst.isGood();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rounds = QCoreApplication::arguments().value(1, QStringLiteral("200")).toInt();
    const bool good = playRounds(rounds);
    const bool slowGood = playSlowFiles();
    const bool burstGood = playBurst();
    return good && slowGood && burstGood ? 0 : 1;
}
