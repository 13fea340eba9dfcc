// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// What is fuzzed, one function each: takes any bytes, throws a Violation. Returns what
/// happened, in the style of support/scriptplayer.h. libFuzzer calls them
/// with bytes it makes up (./dev fuzz), tst_fuzzcorpus.cpp with the files of corpus/.
namespace fuzz
{

QByteArray runReply(QByteArrayView input);
QByteArray runSmtp(QByteArrayView input);
QByteArray runPop(QByteArrayView input);

} // namespace fuzz
