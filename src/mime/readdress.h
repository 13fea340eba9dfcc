// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace mime
{

/// To and Cc of a message that compose() wrote, in the file at `path`: each address as it was
/// typed, or could have been. Empty where it cannot be read.
struct Recipients
{
    QStringList to;
    QStringList cc;
};

Recipients recipientsIn(const QString &path);

/// A message that compose() wrote, in the file at `path`, once more with other recipients: To and
/// Cc in its header, and the envelope, are those of `people`, whose From, To, Cc and Bcc alone
/// count. All else stays, octet for octet. Errors: as compose(); BodyUnreadable.
core::Result<std::shared_ptr<const SpooledMessage>>
readdressed(const QString &path, const core::Draft &people, const std::stop_token &stop = {});

} // namespace mime
