// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "core/autosendrule.h"

#include <QCommandLineParser>

namespace service
{
class Identities;
} // namespace service

namespace cli
{

/// `rule` with what the options say; the rest stays.
Parsed<core::AutosendRule> ruleWithOptions(const QCommandLineParser &parser,
                                           core::AutosendRule rule,
                                           const service::Identities &identities);

} // namespace cli
