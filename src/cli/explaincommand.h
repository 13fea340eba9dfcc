// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "diagnosis/explanation.h"

namespace cli
{

/// `explain`: what a server's reply or the error of any mail program means. Keeps nothing.
class ExplainCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExplainCommand(const Environment &environment);

protected:
    void describe(QCommandLineParser &parser) override;
    void run() override;

private:
    void print(const diagnosis::Explanation &explanation);
};

} // namespace cli
