// SPDX-License-Identifier: GPL-3.0-or-later
// How well replies are understood: ./dev bench replies. Reads tests/diagnosis/replies.tsv. Of the
// half that is only counted no row is ever printed.
#include "diagnosis/evidence.h"
#include "replycorpus.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMap>

#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;
using diagnosis::CauseClass;
using diagnosis::Reading;

namespace
{

void printWrong(const CorpusRow &row, const Reading &reading)
{
    std::printf("%s | %s -> %s | %s\n", qPrintable(row.stageWord), qPrintable(row.cause),
                diagnosis::causeClassName(reading.cause).data(), qPrintable(row.text));
    for (const diagnosis::Candidate &candidate :
         reading.candidates.first(std::min<qsizetype>(3, reading.candidates.size()))) {
        std::printf("    %s %d:", diagnosis::causeClassName(candidate.cause).data(),
                    candidate.chance);
        for (const diagnosis::Signal &sign : reading.signs) {
            if (sign.cause == candidate.cause) {
                std::printf(" [%s %d]", qPrintable(sign.words), sign.weight);
            }
        }
        std::printf("\n");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool verbose = arguments.contains("--wrong"_L1);
    const QList<CorpusRow> rows = corpus(arguments.value(1));
    if (rows.isEmpty()) {
        std::fprintf(stderr, "no rows in %s\n", qPrintable(arguments.value(1)));
        return 1;
    }
    for (const QString &half : {u"learn"_s, u"count"_s}) {
        int sure = 0;
        int right = 0;
        int unknown = 0;
        int wrong = 0;
        int all = 0;
        int allRight = 0;
        QMap<QString, int> classes;
        for (const CorpusRow &row : rows) {
            if (row.half != half) {
                continue;
            }
            const Reading reading = row.reading();
            const bool isRight = row.fits(reading.cause);
            ++all;
            allRight += isRight ? 1 : 0;
            if (row.isSure) {
                ++sure;
                right += isRight ? 1 : 0;
                unknown += !isRight && reading.cause == CauseClass::Unknown ? 1 : 0;
                wrong += !isRight && reading.cause != CauseClass::Unknown ? 1 : 0;
            }
            if (!isRight) {
                ++classes[row.cause + " -> "_L1 + diagnosis::causeClassName(reading.cause)];
            }
            if (!isRight && verbose && half == "learn"_L1) {
                printWrong(row, reading);
            }
        }
        for (auto it = classes.cbegin(); arguments.contains("--classes"_L1) && it != classes.cend();
             ++it) {
            std::printf("%3d %s\n", it.value(), qPrintable(it.key()));
        }
        std::printf("%s: of %d sure rows %d right (%.1f %%), %d called unknown, %d specific and "
                    "wrong; of all %d rows %d right\n",
                    qPrintable(half), sure, right, sure > 0 ? 100.0 * right / sure : 0, unknown,
                    wrong, all, allRight);
    }
    constexpr int replies = 100000;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < replies; ++i) {
        std::ignore = rows[i % rows.size()].reading();
    }
    std::printf("%d replies judged in %.1f s\n", replies,
                static_cast<double>(timer.elapsed()) / 1000);
    return 0;
}
