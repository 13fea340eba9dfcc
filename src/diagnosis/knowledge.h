// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts/likeness.h"

namespace diagnosis
{

/// Learnt while the program is built, from resources/replies and from the half of
/// tests/diagnosis/replies.tsv that rules may be made from.
const texts::Knowledge &knowledge();

} // namespace diagnosis
