// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"

#include <QStringList>

namespace cli
{

/// The arguments (core::fromSystem()) for a parser: octets that are no UTF-8 stay in the names of
/// files, are read by the locale in texts, and are refused in an ID and in what leads to a
/// password, which must not be altered.
Parsed<QStringList> readableArguments(const QStringList &arguments);

} // namespace cli
