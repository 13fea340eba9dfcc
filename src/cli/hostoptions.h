// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"

#include <QCommandLineParser>
#include <QStringList>

namespace cli
{

/// The arguments, which `parser` has parsed, with --host and --pop-host taken apart:
/// "--host smtps://smtp.example.org:465/" is --host smtp.example.org --port 465 --security smtps.
/// Refused where that contradicts a --port or a --security given beside it.
Parsed<QStringList> withHostsTakenApart(const QStringList &arguments,
                                        const QCommandLineParser &parser);

} // namespace cli
