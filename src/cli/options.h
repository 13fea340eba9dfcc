// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "cli/usage.h"

#include <QCommandLineParser>
#include <QString>

#include <optional>

namespace cli
{

/// The description of an option broken into lines; `widest` is the longest name with its value,
/// such as "--fault <NAME>". Qt breaks at spaces only and takes every letter for one column.
QString optionHelp(const QString &description, int widest);

/// Adds the options of how to reach a server, or of how to log in. --help leaves them out:
/// connectionHelp() has them once, for all commands.
void addConnectionOptions(QCommandLineParser &parser);
void addLoginOptions(QCommandLineParser &parser);
/// What `help connection` prints.
QString connectionHelp();

/// Adds --json, the options of a mail, or those of a saved server.
void addOutputOptions(QCommandLineParser &parser);
void addMailOptions(QCommandLineParser &parser);
void addSavingOptions(QCommandLineParser &parser);
void addSendOptions(QCommandLineParser &parser);
void addOutboxOptions(QCommandLineParser &parser);
void addIdentityOptions(QCommandLineParser &parser);
void addRuleOptions(QCommandLineParser &parser);

/// Describes a command; adds --help, and without Qt's own options.
void describeCommand(QCommandLineParser &parser, const QString &description);
/// What --help prints for `command`, at most 80 columns wide.
QString helpText(const QCommandLineParser &parser, const QString &command);

/// Points at connectionHelp(); `logsIn`: for a command that has the options of logging in.
void printConnectionHint(Terminal &terminal, bool logsIn);

/// Parses a command's arguments (without its name). An unknown option is named with what is near
/// it.
std::optional<UsageError> parseArguments(QCommandLineParser &parser, const QStringList &arguments);

} // namespace cli
