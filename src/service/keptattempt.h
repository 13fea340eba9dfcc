// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QByteArray>

#include <optional>

namespace service
{

/// An attempt as the outbox keeps it with a mail and with a server in trouble.
struct KeptAttempt
{
    core::AttemptRecord record;
    core::Transcript transcript; // its beginning and end where it is long
};

QByteArray bytesFromAttempt(const core::AttemptRecord &record, const core::Transcript &transcript);
/// Nothing: none was kept, or a newer version wrote it.
std::optional<KeptAttempt> attemptFromBytes(const QByteArray &bytes);

} // namespace service
