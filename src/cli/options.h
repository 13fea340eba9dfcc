// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "core/draft.h"
#include "core/profile.h"
#include "core/serverentry.h"
#include "service/mailer.h"
#include "service/passwordsource.h"

#include <QCommandLineParser>
#include <QString>

#include <functional>
#include <optional>

namespace cli
{

/// Standard input and the environment, handed in so that tests give their own.
struct Inputs
{
    std::function<std::optional<QByteArray>(const QString &name)> environment;
    /// The first line of standard input; nothing where the person pressed Ctrl+C.
    std::function<std::optional<QByteArray>()> passwordLine;
    /// A saved server by its name, and the names there are.
    std::function<std::optional<core::ServerEntry>(const QString &name)> savedServer;
    std::function<QStringList()> savedNames;
};

/// How to reach a server, from the command line: a stored name or ad hoc.
struct ConnectionOptions
{
    QString server;                         // a saved one's name, "practice", or empty
    std::optional<core::ServerEntry> saved; // the saved one
    core::ServerProfile profile;
    bool securityGiven = false;
    service::PasswordSource password;
    bool json = false;
};

/// The description of an option broken into lines; `widest` is the longest name with its value,
/// such as "--fault <NAME>". Qt breaks at spaces only and takes every letter for one column.
QString optionHelp(const QString &description, int widest);

/// Adds the options that check, reply and test share, or test's own.
void addConnectionOptions(QCommandLineParser &parser);
void addMailOptions(QCommandLineParser &parser);

/// Describes a command; adds --help, and without Qt's own options.
void describeCommand(QCommandLineParser &parser, const QString &description);
/// What --help prints for `command`, at most 80 columns wide.
QString helpText(const QCommandLineParser &parser, const QString &command);

/// Parses a command's arguments (without its name). An unknown option is named with what is near
/// it.
std::optional<UsageError> parseArguments(QCommandLineParser &parser, const QStringList &arguments);

/// `loginNeedsPassword`: an ID without a password is an error (test), else the login is left out
/// (check).
Parsed<ConnectionOptions> connectionOptions(const QCommandLineParser &parser, const Inputs &inputs,
                                            bool loginNeedsPassword);

using MailOptions = std::variant<core::Draft, service::MessageFile>;
/// `defaultAddress`: sender and recipient where none is given (the practice server's own), or
/// empty.
Parsed<MailOptions> mailOptions(const QCommandLineParser &parser, const QString &defaultAddress);

} // namespace cli
