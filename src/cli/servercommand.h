// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/usage.h"
#include "core/serverentry.h"

#include <QCommandLineParser>

namespace cli
{

/// `server list|show NAME|remove NAME`: the saved servers. Passwords are never printed.
class ServerCommand final : public Command
{
    Q_OBJECT

public:
    explicit ServerCommand(const Environment &environment, QObject *parent = nullptr);

    void start(const QStringList &arguments) override;
    void cancel() override;

private:
    void list();
    void show(const core::ServerEntry &entry);
    void remove(const core::ServerEntry &entry);
    void fail(const UsageError &error);

    Terminal &m_terminal;
    service::Servers &m_servers;
    QCommandLineParser m_parser;
    bool m_json = false;
};

} // namespace cli
