// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/recode.h"

#include <QString>

#include <stop_token>

namespace mime
{

/// A message file ready for any server that takes 8-bit mail and headers: what was given arrives,
/// or is refused here with the reason. Errors of importMessage() and of recoded(); BadInput too
/// where its header has a NUL, or a binary part's octets cannot be told any more.
core::Result<Recoded> givenMessage(const QString &path, const core::Envelope &envelope,
                                   bool breakSignature, const std::stop_token &stop = {});

} // namespace mime
