// SPDX-License-Identifier: GPL-3.0-or-later
// ./dev stress messages [SEED]: made-up messages without end. The first that does not become what
// it should ends it; its file is what SEED makes again.
#include "messagetrial.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

namespace
{

void print(const QByteArray &octets)
{
    std::fwrite(octets.constData(), 1, static_cast<size_t>(octets.size()), stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const quint32 first =
        argc > 1 ? QByteArray(argv[1]).toUInt() : QRandomGenerator::global()->generate();
    std::printf("from seed %u on; Ctrl+C ends it\n", first);
    MessageTrial trial;
    for (quint32 seed = first;; ++seed) {
        const QString complaint = trial.complaintAbout(seed);
        if (!complaint.isEmpty()) {
            std::printf("seed %u: %s\n", seed, qPrintable(complaint));
            print("---- given\n" + makeUpMessage(seed).file + "\n---- got\n" + trial.got());
            return 1;
        }
        if ((seed - first + 1) % 1000 == 0) {
            std::printf("%u messages: %d arrived, %d refused\n", seed - first + 1, trial.arrived(),
                        trial.refused());
            std::fflush(stdout);
        }
    }
}
