// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/usage.h"
#include "core/provider.h"

#include <QCommandLineParser>

namespace service
{
class Providers;
}

namespace cli
{

/// `preset ADDRESS|HOST|list`: what is known of a provider, without any network.
class PresetCommand final : public Command
{
    Q_OBJECT

public:
    explicit PresetCommand(const Environment &environment, QObject *parent = nullptr);

    void start(const QStringList &arguments) override;
    void cancel() override;

private:
    void list();
    void show(const core::Provider &provider, const QString &address);
    void printTable(const core::Provider &provider);
    void fail(const UsageError &error);

    Terminal &m_terminal;
    const service::Providers &m_providers;
    QCommandLineParser m_parser;
    bool m_json = false;
};

} // namespace cli
