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

/// Spools a given .eml as it is, but with CRLF line ends and without Bcc and Resent-Bcc. Byte order
/// marks and an mbox "From " line in front are left out. `path`: core::fromSystem(). Error
/// BodyUnreadable: cannot be read, or is empty; BadInput: is no message, or several.
core::Result<std::shared_ptr<const SpooledMessage>> importMessage(const QString &path,
                                                                  const core::Envelope &envelope,
                                                                  const std::stop_token &stop = {});

/// Where the message begins in such a file.
core::Result<qint64> messageOffset(const QString &path);

} // namespace mime
