// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace mime
{

/// A message that compose() wrote, in the file at `path`, once more with other recipients: To and
/// Cc in its header, and the envelope, are those of `people`, whose From, To, Cc and Bcc alone
/// count. All else stays, octet for octet. Errors: as compose(); BodyUnreadable.
core::Result<std::shared_ptr<const SpooledMessage>>
readdressed(const QString &path, const core::Draft &people, const std::stop_token &stop = {});

} // namespace mime
