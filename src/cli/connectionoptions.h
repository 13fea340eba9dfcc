// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/usage.h"
#include "core/profile.h"
#include "service/servers.h"

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

/// Nothing, or why nobody can tell which servers are saved, and what to do. Whoever needs them asks
/// this first: an unknown list is not an empty one.
std::optional<UsageError> unknownServers(const service::Servers &servers);

/// When they were saved.
QString savedOn(const service::KeptServers &kept);

/// Says that no saved server has that name, and which one is near.
UsageError noSuchServer(const QString &name, const QStringList &names);

} // namespace cli
