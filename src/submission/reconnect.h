// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "smtp/session.h"

#include <chrono>
#include <optional>

namespace submission
{

/// Pure: what another connection would be for, after one that ended with these facts. Settings of
/// the next session, or nothing where another would do no good.

/// The server has closed between two mails (421, 221 or without a word), which is its right
/// (RFC 5321 3.8): the rest of the copies. Every connection must have sent one at least (B34).
std::optional<smtp::SessionSettings> afterBreakBetweenMails(const core::SessionFacts &facts,
                                                            const smtp::SessionSettings &settings);

/// The server has closed after refused logins, and the next method may be tried (B54).
std::optional<smtp::SessionSettings> afterRefusedLogins(const core::SessionFacts &facts,
                                                        const smtp::SessionSettings &settings);

/// The server says that pipelined commands came too early or out of order: once more, one at a
/// time.
std::optional<smtp::SessionSettings> afterLostStep(const core::SessionFacts &facts,
                                                   const smtp::SessionSettings &settings,
                                                   const core::ServerProfile &profile);

/// How long to wait before another connection for the rest of the mails, after so many in a row
/// that sent fewer than `goodConnection` mails (B96): 0, 1, 2, 4 ... seconds; nothing: give up.
std::optional<std::chrono::milliseconds> pauseBeforeReconnecting(int inARow);
constexpr int goodConnection = 10;

} // namespace submission
