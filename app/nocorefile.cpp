// SPDX-License-Identifier: GPL-3.0-or-later
#include "nocorefile.h"

#include <sys/prctl.h>
#include <sys/resource.h>

void keepMemoryPrivate()
{
    // Both: a program that collects core files (systemd-coredump) does not mind the limit.
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
