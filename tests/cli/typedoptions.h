// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/connectionoptions.h"

#include <optional>

/// What `check` makes of the options; nothing where it refuses them.
std::optional<cli::ConnectionOptions> checked(const QStringList &arguments);

/// What `server edit` makes of the saved server.
std::optional<core::ServerProfile> edited(const core::ServerProfile &profile,
                                          const QStringList &arguments);
