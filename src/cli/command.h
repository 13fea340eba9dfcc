// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/terminal.h"
#include "cli/usage.h"
#include "cli/waitingline.h"

#include <QCommandLineParser>
#include <QObject>
#include <QStringList>

#include <functional>

namespace service
{
class Delivery;
class Providers;
class Rules;
class Servers;
class Watching;
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
    /// Made when it is first asked for: most commands have no use for the outbox.
    std::function<service::Delivery &()> delivery;
    /// The same.
    std::function<service::Rules &()> rules = {};
    std::function<service::Watching &()> watching = {};
    Patience patience = {};
};

/// One command of the command line: reads its arguments, prints its help, says what is wrong with
/// them; the subclasses do the rest. start() answers at once; done() follows with the exit code,
/// perhaps before start() returns.
class Command : public QObject
{
    Q_OBJECT

public:
    /// `usage`: as --help writes it after the program.
    Command(Terminal &terminal, const QString &usage);

    void start(const QStringList &arguments);
    /// Ctrl+C: ends what is under way; done() follows.
    virtual void cancel();

Q_SIGNALS:
    void done(int exitCode);

protected:
    /// What it does, and its options.
    virtual void describe(QCommandLineParser &parser) = 0;
    /// What --help has below the options.
    virtual void printMoreHelp() {}
    /// The arguments could be read.
    virtual void run() = 0;

    /// Says what was wrong, as text or as JSON, and ends.
    void fail(const UsageError &error);
    /// On standard error, also beside JSON.
    void sayWhatWasTidied();

    Terminal &m_terminal;
    QCommandLineParser m_parser;
    bool m_json = false;

private:
    QString m_usage;
};

} // namespace cli
