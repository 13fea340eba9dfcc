// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/tlsfacts.h"

#include <QLatin1StringView>

namespace core
{

/// The words of state.db and of JSON ("self-signed"), stable: a new value gets a new word, and none
/// is ever renamed. Empty for a number that is no value.
QLatin1StringView wordOf(Goal goal);
QLatin1StringView wordOf(TranscriptLine::Direction direction);
QLatin1StringView wordOf(Outcome outcome);
QLatin1StringView wordOf(Failure failure);
QLatin1StringView wordOf(Stage stage);
QLatin1StringView wordOf(Note note);
QLatin1StringView wordOf(CertificateFault fault);

/// What the command line prints. A cancelled attempt is "failed"; its cause says the rest.
QLatin1StringView outcomeName(Outcome outcome);

} // namespace core
