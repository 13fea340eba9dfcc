// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/terminal.h"

#include <QObject>
#include <QStringList>

namespace service
{
class Providers;
class Servers;
} // namespace service

namespace cli
{

/// What a command writes to and reads from.
struct Environment
{
    Terminal &terminal;
    const Inputs &inputs;
    service::Servers &servers;
    const service::Providers &providers;
};

/// One command of the command line. start() answers at once; done() follows with the exit code,
/// perhaps before start() returns.
class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start(const QStringList &arguments) = 0;
    /// Ctrl+C: ends what is under way; done() follows.
    virtual void cancel() = 0;

Q_SIGNALS:
    void done(int exitCode);
};

} // namespace cli
