// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/usage.h"
#include "core/profile.h"
#include "service/passwordsource.h"

#include <QCommandLineParser>

namespace cli
{

/// How to reach a server, from the command line: a saved one's name or ad hoc.
struct ConnectionOptions
{
    QString server;                         // a saved one's name, "practice", or empty
    std::optional<core::ServerEntry> saved; // the saved one
    core::ServerProfile profile;
    service::PasswordSource password;
};

/// What a command does with the login.
enum class Login
{
    Never,         // it has no such options
    IfPassword,    // left out where there is only an ID
    NeedsPassword, // an ID without a password is an error
};

Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            Login login);

/// Says that no saved server has that name, and which one is near.
UsageError noSuchServer(const QString &name, const QStringList &names);

} // namespace cli
