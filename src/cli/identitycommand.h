// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/identity.h"
#include "core/result.h"

namespace cli
{

/// `identity ...`: who mail is from.
class IdentityCommand final : public Command
{
    Q_OBJECT

public:
    explicit IdentityCommand(const Environment &environment);

private:
    void describe(QCommandLineParser &parser) override;
    void run() override;

    [[nodiscard]] Parsed<core::Identity> meant(const QString &words) const;
    [[nodiscard]] Parsed<core::Identity> changed(core::Identity identity) const;
    void list();
    void save(const core::Identity &identity);
    void answer(const core::Result<bool> &result, const QString &said);

    service::Servers &m_servers;
};

} // namespace cli
