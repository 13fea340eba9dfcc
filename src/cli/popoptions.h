// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/usage.h"
#include "core/profile.h"
#include "core/secret.h"

#include <QCommandLineParser>

#include <optional>

namespace cli
{

/// Puts what the --pop options say into the profile and leaves the rest as it is. The port follows
/// the encryption where none is given. They go with --auth pbs alone.
std::optional<UsageError> readPop(const QCommandLineParser &parser, core::ServerProfile &profile);

/// The password of --pop-password-env, or nothing without it.
Parsed<std::optional<core::Secret>> readPopPassword(const QCommandLineParser &parser,
                                                    const Inputs &inputs);

/// The first --pop option given that has to do with where the login goes, or nothing.
std::optional<QString> popTargetOption(const QCommandLineParser &parser);

} // namespace cli
