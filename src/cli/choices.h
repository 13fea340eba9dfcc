// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "service/report.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cli
{

/// What an attempt was made with, and how the command line said so.
struct Tried
{
    core::ServerProfile profile;
    QString saved = {};     // the name to give to "server edit"; empty: options are to be added
    bool builtIn = false;   // the practice server, which has its own host and ports
    QStringList typed = {}; // the names of the options
};

/// What the person may decide after an attempt that did not go well, each with the options that do
/// it and those to leave out. Nothing of it is done by itself.
void printChoices(Terminal &terminal, const QList<service::Report::Choice> &offered,
                  const Tried &tried);

/// The same for --json: label, options, leaveOut, risk.
QJsonArray choicesJson(const QList<service::Report::Choice> &offered, const Tried &tried);

} // namespace cli
