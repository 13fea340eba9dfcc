// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/usage.h"
#include "core/profile.h"
#include "core/secret.h"
#include "service/passwords.h"

#include <QCommandLineParser>

namespace cli
{

/// The method that --auth names; without it `auto`, which with --token-env is the first of those
/// that take a token.
std::optional<UsageError> readMethod(const QCommandLineParser &parser,
                                     core::ServerProfile &profile);

/// What goes with the method in the profile, and what is missing for it: a token only with the
/// methods that take one, EXTERNAL only with a certificate.
std::optional<UsageError> checkMethod(const QCommandLineParser &parser,
                                      const core::ServerProfile &profile);

/// The password in the environment variable that the option names.
Parsed<core::Secret> environmentPassword(const QCommandLineParser &parser, const QString &option,
                                         const Inputs &inputs);

/// The options given that say where a password or a token comes from; one at the most is right.
QStringList passwordOptions(const QCommandLineParser &parser);
/// The password's source, or none.
Parsed<service::PasswordSource> readPassword(const QCommandLineParser &parser,
                                             const Inputs &inputs);
/// The password of --pop-password-env, or nothing without it.
Parsed<std::optional<core::Secret>> readPopPassword(const QCommandLineParser &parser,
                                                    const Inputs &inputs);

} // namespace cli
