// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosendhome.h"

#include <chrono>

/// What takes real time: two writers that need a minute each, and then a minute without a file.
struct SlowFiles
{
    bool keptOpenOnce = false;         // pauses longer than the delay, the file open all the while
    bool openedForPages = false;       // pauses shorter than the delay, the file closed in between
    int arrived = 0;                   // in all
    std::chrono::nanoseconds idle{-1}; // processor time of the idle minute; negative: not known

    [[nodiscard]] bool isGood() const { return keptOpenOnce && openedForPages && arrived == 2; }
};

[[nodiscard]] SlowFiles sendSlowFiles(AutosendHome &home, std::chrono::milliseconds time);
