// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/tlsfacts.h"

#include <QLatin1StringView>

namespace core
{

/// The words of JSON and of what is remembered ("self-signed"), stable. Empty for a number that is
/// no value.
/// What the command line prints. A cancelled attempt is "failed"; its cause says the rest.
QLatin1StringView outcomeName(Outcome outcome);
QLatin1StringView noteName(Note note);
QLatin1StringView certificateFaultName(CertificateFault fault);

} // namespace core
