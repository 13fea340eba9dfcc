// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/provider.h"

namespace cli
{

/// `preset ADDRESS|HOST|list`: what is known of a provider, without any network.
class PresetCommand final : public Command
{
    Q_OBJECT

public:
    explicit PresetCommand(const Environment &environment);

protected:
    void describe(QCommandLineParser &parser) override;
    void run() override;

private:
    void list();
    void show(const core::Provider &provider, const QString &address);
    void printTable(const core::Provider &provider);

    const service::Providers &m_providers;
};

} // namespace cli
