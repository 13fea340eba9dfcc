// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QDateTime>

#include <memory>
#include <stop_token>

namespace mime
{

/// Writes the draft as a 7-bit RFC 5322 message. `now` gives the Date and its zone. Attachments are
/// streamed from their files, whatever their size. Errors: BadInput (an address, the subject, an
/// attachment that is no file), NeedsSmtpUtf8 (an address), BodyUnreadable (an attachment),
/// TemporaryFolderUnusable.
core::Result<std::shared_ptr<const SpooledMessage>>
compose(const core::Draft &draft, const QDateTime &now, const std::stop_token &stop = {});

} // namespace mime
