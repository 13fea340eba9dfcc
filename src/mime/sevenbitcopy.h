// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mime/spooledmessage.h"

#include <memory>
#include <stop_token>

namespace mime
{

/// The message for a server without 8BITMIME, or with lines over 998 octets shortened: such parts
/// are put into quoted-printable or base64. The envelope stays. Octets over 127 in the message's
/// own header stay as they are (needsSmtpUtf8 still says so). Error BadInput: a signed or encrypted
/// part would change; NeedsEightBit or LineTooLong: it cannot be done; BodyUnreadable.
core::Result<std::shared_ptr<const SpooledMessage>> sevenBitCopy(const SpooledMessage &message,
                                                                 const std::stop_token &stop = {});

} // namespace mime
