// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace cli
{

/// `causes`: every cause an attempt may end with, by the table that judges it. The text is
/// Markdown; docs/causes.md is made of it.
class CausesCommand final : public Command
{
    Q_OBJECT

public:
    explicit CausesCommand(const Environment &environment);

protected:
    void describe(QCommandLineParser &parser) override;
    void run() override;
};

} // namespace cli
