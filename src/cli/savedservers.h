// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "service/servers.h"

#include <optional>

namespace cli
{

/// Nothing, or why nobody can tell which servers are saved, and what to do. Whoever needs them asks
/// this first: an unknown list is not an empty one.
std::optional<UsageError> unknownServers(const service::Servers &servers);

/// When they were saved, and "2 servers".
QString savedOn(const service::KeptServers &kept);
QString serverCount(const service::KeptServers &kept);

} // namespace cli
