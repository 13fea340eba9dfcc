// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/savingoptions.h"
#include "cli/usage.h"
#include "core/serverentry.h"

#include <QCommandLineParser>

namespace cli
{

/// `server list|show|add|edit|remove|restore`: the saved servers. Passwords are never printed.
class ServerCommand final : public Command
{
    Q_OBJECT

public:
    explicit ServerCommand(const Environment &environment);

protected:
    void describe(QCommandLineParser &parser) override;
    void printMoreHelp() override;
    void run() override;

private:
    [[nodiscard]] std::optional<UsageError> obey(const QString &what, const QStringList &names);
    [[nodiscard]] std::optional<UsageError> refuseSavingOptions(const QString &what) const;
    void list();
    void show(const core::ServerEntry &entry);
    [[nodiscard]] std::optional<UsageError> save(const core::ServerEntry &before,
                                                 const QString &name);
    void onSaved(const ToSave &toSave, const service::Saved &saved);
    void remove(const core::ServerEntry &entry);
    void restore();
    void onRestored(const service::RestoredServers &restored);

    const Inputs &m_inputs;
    service::Servers &m_servers;
};

} // namespace cli
