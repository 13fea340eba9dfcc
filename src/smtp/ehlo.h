// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/reply.h"

namespace smtp
{

/// Takes an EHLO reply apart (RFC 5321 4.1.1.1). The first line names the server and is never read
/// as a keyword (B16); letter case, tabs and trailing spaces do not matter (B14).
core::Capabilities capabilitiesOf(const core::Reply &ehloReply);

/// A HELO reply promises nothing beyond RFC 821.
core::Capabilities capabilitiesOfHelo(const core::Reply &heloReply);

} // namespace smtp
