// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mask.h"

namespace smtp
{

/// Hides in the facts what a server has repeated of the secrets. At the end, since until then what
/// was really said decides. Lines have been masked as they came; the text follows them, and both
/// for what is a secret only since then.
void maskFacts(core::SessionFacts &facts, const core::Mask &mask);

} // namespace smtp
