// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"
#include "violation.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// libFuzzer's door into the program: FUZZ_TARGET is one of the functions of targets.h.
/// With FUZZ_SHOW=1 in the environment it tells what each input does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool show = qEnvironmentVariableIsSet("FUZZ_SHOW");
    try {
        const QByteArray script =
            fuzz::FUZZ_TARGET(QByteArrayView(data, static_cast<qsizetype>(size)));
        if (show) {
            std::fprintf(stderr, "%s\n", script.constData());
        }
    } catch (const fuzz::Violation &violation) {
        std::fprintf(stderr, "\nVIOLATION: %s\n%s\n\n", violation.what.constData(),
                     violation.script.constData());
        std::abort();
    }
    return 0;
}
