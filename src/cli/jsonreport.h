// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/choices.h"
#include "cli/usage.h"
#include "core/attempt.h"
#include "diagnosis/judgement.h"

#include <QJsonObject>

namespace cli
{

/// An attempt as the one object that --json prints; the keys are documented in docs/cli.md. Server
/// text is inert. Holds no secret, as the report holds none.
QJsonObject jsonReport(const core::AttemptReport &report, const Tried &tried,
                       const diagnosis::Judgement &judgement);

/// The object for a command line that could not be understood.
QJsonObject jsonUsageError(const UsageError &error);

} // namespace cli
