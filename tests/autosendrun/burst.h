// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosendhome.h"

/// Many files that come while the watching program stands still, and what became of them.
struct Burst
{
    int files = 0;
    int once = 0;       // arrived once, as written
    int doubled = 0;    // arrived more often
    int arrived = 0;    // attachments in all
    double seconds = 0; // from the moment the program goes on until all is over

    [[nodiscard]] bool isGood() const { return once == files && arrived == files; }
};

/// The program is started, stopped and continued here; nothing of other tests is in the folder.
[[nodiscard]] Burst sendBurst(AutosendHome &home, int files, int patience);
