// SPDX-License-Identifier: GPL-3.0-or-later
//
// ./dev bench: how long Proserpina takes from the start of its process to the first paint of its
// window, and how much memory it has then, beside a Qt program that does nothing. Both run in turn,
// so that what else the machine does hits both. Links no Qt: pages of it that were mapped here too
// would make everyone's share smaller.
#include "measuredprocess.h"
#include "paintobserver.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace
{

constexpr int rounds = 15;
constexpr auto patience = std::chrono::seconds(30);
constexpr double mostTime = 1.3;  // times the empty window's
constexpr double mostMemory = 45; // MiB

using Milliseconds = std::chrono::duration<double, std::milli>;

struct Program
{
    const char *title;
    std::string path;
    std::vector<double> milliseconds = {};
    std::vector<double> processor = {};
    std::vector<double> mebibytes = {};
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool measure(Program &program, bool counts)
{
    PaintObserver observer;
    const MeasuredProcess process(program.path);
    if (!observer.isReady() || !process.hasStarted()) {
        std::fprintf(stderr, "%s could not be started and watched\n", program.path.c_str());
        return false;
    }
    const auto painted = observer.firstPaint(process.id(), patience);
    const Milliseconds processor = process.processorTime();
    if (!painted) {
        std::fprintf(stderr, "%s has painted nothing\n", program.path.c_str());
        return false;
    }
    process.awaitIdle();
    if (counts) {
        const Milliseconds time = *painted - process.startedAt();
        program.milliseconds.push_back(time.count());
        program.processor.push_back(processor.count());
        program.mebibytes.push_back(static_cast<double>(process.proportionalSize()) / 1024);
    }
    return true;
}

void print(const Program &program)
{
    const auto [least, most] =
        std::minmax_element(program.milliseconds.begin(), program.milliseconds.end());
    std::printf("%-13s %5.0f ms (%3.0f to %3.0f) %9.0f ms %13.1f MiB\n", program.title,
                median(program.milliseconds), *least, *most, median(program.processor),
                median(program.mebibytes));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: startup EMPTYWINDOW PROSERPINA\n");
        return 64;
    }
    Program empty{"empty window", std::filesystem::absolute(argv[1])};
    Program proserpina{"Proserpina", std::filesystem::absolute(argv[2])};
    for (int round = 0; round <= rounds; ++round) {
        // The first one only brings the files into memory.
        if (!measure(empty, round > 0) || !measure(proserpina, round > 0)) {
            return 1;
        }
    }
    std::printf("Medians of %d starts each, in turn:\n\n", rounds);
    std::printf("%-13s %s  %s  %s\n", "", "start to first paint", "processor time", "memory (PSS)");
    print(empty);
    print(proserpina);
    const double ratio = median(proserpina.milliseconds) / median(empty.milliseconds);
    const double memory = median(proserpina.mebibytes);
    std::printf("\ntime    %.2f times the empty window's; aim: at most %.1f: %s\n", ratio, mostTime,
                ratio <= mostTime ? "met" : "missed");
    std::printf("memory  %.1f MiB; aim: at most %.0f: %s\n", memory, mostMemory,
                memory <= mostMemory ? "met" : "missed");
    return 0;
}
