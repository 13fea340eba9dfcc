// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "core/stage.h"

#include <chrono>

namespace core
{

/// The time limits of an attempt. Sending waits five minutes for the greeting (RFC 5321 4.5.3.2.1);
/// a person who checks a server waits 30 s, unless the profile sets a limit.
Deadlines deadlinesFor(Goal goal, const ServerProfile &profile);

/// The longest that a stage waits for the server.
std::chrono::milliseconds limitOf(Stage stage, const Deadlines &deadlines);

} // namespace core
