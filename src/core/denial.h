// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

namespace core
{

/// Whether the server refused the sender, or one of the recipients when it took none, because it
/// has not let this computer in: 530 (RFC 4954 6), 5.7.0 and 5.7.1 (RFC 3463 3.8), or words such as
/// "relay access denied".
/// With POP before SMTP another POP3 login may help (B104).
bool isDeniedWithoutLogin(const SessionFacts &facts);

} // namespace core
