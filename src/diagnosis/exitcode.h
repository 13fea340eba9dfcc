// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QLatin1StringView>

namespace diagnosis
{

/// The command line's exit code after an attempt: 0 for Accepted only, the numbers of sysexits.h
/// for the rest, 130 for a cancelled one. 64 (usage) is the command line's own and never comes from
/// here.
int exitCode(const core::SessionFacts &facts);

/// The word that command line and JSON print, stable and untranslated. A cancelled attempt is
/// "failed"; its cause id says the rest.
QLatin1StringView outcomeName(core::Outcome outcome);

} // namespace diagnosis
