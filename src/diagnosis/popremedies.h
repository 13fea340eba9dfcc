// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/remedies.h"

namespace diagnosis
{

/// What may help where POP before SMTP went wrong; empty where it did not.
QList<Remedy> popRemedies(const core::SessionFacts &facts, const core::ServerProfile &profile,
                          const Translate &translate);

} // namespace diagnosis
