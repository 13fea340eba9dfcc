// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// What a run of another program took.
struct MeasuredRun
{
    double seconds = 0;
    double processorSeconds = 0;
    double peakMebibytes = 0; // ru_maxrss
};

/// Runs `words` to their end with standard input from a file (empty: none) and the output thrown
/// away. Nothing: it failed; also where it wanted more than three quarters of the free memory, or
/// took longer than `longest` and was ended.
std::optional<MeasuredRun> measuredRun(const std::vector<std::string> &words,
                                       const std::string &input, std::chrono::seconds longest);
