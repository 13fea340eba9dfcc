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

/// Each puts what its option says into the profile, and without the option leaves it as it is.
std::optional<UsageError> readSecurity(const QCommandLineParser &parser,
                                       core::ServerProfile &profile);
std::optional<UsageError> readPort(const QCommandLineParser &parser, core::ServerProfile &profile);
std::optional<UsageError> readTimeout(const QCommandLineParser &parser,
                                      core::ServerProfile &profile);
/// The same for any option of a port.
std::optional<UsageError> readPortOf(const QCommandLineParser &parser, const QString &option,
                                     quint16 &port);
/// What is wrong with a typed host, translated; or nothing.
QString hostProblemText(const QString &host);
/// Says that the option does not take that value, and which one is near.
UsageError notOneOf(const QString &option, const QString &value, const QStringList &values);
/// Says that no saved server has that name, and which one is near.
UsageError noSuchServer(const QString &name, const QStringList &names);

} // namespace cli
