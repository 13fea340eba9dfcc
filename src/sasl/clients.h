// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

#include <stop_token>

namespace sasl
{

/// The client of every method but None; a core::SaslClientFactory. Error BadInput: an ID or
/// password with a NUL, which no mechanism can carry (RFC 4616 2). `stop`, from any thread, ends
/// long computations.
core::Result<std::shared_ptr<core::SaslClient>> makeClient(core::Method method,
                                                           const core::Credentials &credentials,
                                                           const std::stop_token &stop = {});

} // namespace sasl
