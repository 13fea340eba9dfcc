// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace mime
{

/// What a Japanese keyboard types for ASCII (U+FF01..U+FF5E, the ideographic space, the ideographic
/// full stop) as ASCII. The length stays, so an index into the one is an index into the other.
QString halfWidth(const QString &typed);

/// Error BadInput where `text` holds a line break, a NUL or another control character: each of them
/// could end a command or a header field early. `what` is the noun of the sentence ("address").
std::optional<core::Error> controlInside(const QString &text, QLatin1StringView what);

/// Error BadInput with the sentence "The <what> <rest>".
core::Error badInput(QLatin1StringView what, QLatin1StringView rest);

} // namespace mime
