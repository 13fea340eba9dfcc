// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fuzz
{

/// Thrown where something does not hold that must hold whatever the input. libFuzzer's main() makes
/// a crash of it, the ordinary test a failed row.
struct Violation
{
    QByteArray what;
    QByteArray script; // how it came to that, in the style of support/scriptplayer.h
};

inline void require(bool holds, const char *what)
{
    if (!holds) {
        throw Violation{what, {}};
    }
}

} // namespace fuzz
