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
    bool json = false;
};

/// `loginNeedsPassword`: an ID without a password is an error (test), else the login is left out
/// (check).
Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            bool loginNeedsPassword);

/// Says that no saved server has that name, and which one is near.
UsageError noSuchServer(const QString &name, const QStringList &names);

} // namespace cli
