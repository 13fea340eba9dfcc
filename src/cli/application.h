// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QObject>

#include <memory>

namespace cli
{

/// The command line: picks the command by the first word and runs it.
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(const Environment &environment);

    /// `arguments` without the program's name. ended() follows, perhaps before this returns.
    void start(const QStringList &arguments);
    void cancel();

    static QStringList commandNames();

Q_SIGNALS:
    void ended(int exitCode);

private:
    /// `help TOPIC`.
    void help(const QString &topic);
    [[nodiscard]] QString helpText() const;
    [[nodiscard]] std::unique_ptr<Command> makeCommand(const QString &name);
    void failUsage(const QString &message, bool json);

    const Environment &m_environment;
    std::unique_ptr<Command> m_command;
};

} // namespace cli
