// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope.h"
#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace mime
{

/// Spools a given .eml as it is, but with CRLF line ends and without Bcc and Resent-Bcc. An mbox
/// "From " line in front is left out. Error BodyUnreadable: cannot be read, or is empty; BadInput:
/// is no message.
core::Result<std::shared_ptr<const SpooledMessage>> importMessage(const QString &emlPath,
                                                                  const core::Envelope &envelope,
                                                                  const std::stop_token &stop = {});

} // namespace mime
