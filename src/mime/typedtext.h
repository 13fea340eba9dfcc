// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace mime
{

/// Error BadInput where `text` holds a line break, a NUL or another control character: each of them
/// could end a command or a header field early. `what` is a marked text, such as "The
/// address".
std::optional<core::Error> controlInside(const QString &text, const char *what);

/// Error BadInput with the marked text `fault`, such as "%1 is empty.", said of `what`.
core::Error badInput(const char *what, const char *fault);

} // namespace mime
