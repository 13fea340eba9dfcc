// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/attempt.h"
#include "service/practiceentry.h"

#include <QCommandLineParser>
#include <QList>

#include <memory>
#include <optional>

namespace cli
{

/// `practice`: runs the practice server until stopped, or with --tour shows on it what the program
/// does.
class PracticeCommand final : public Command
{
    Q_OBJECT

public:
    explicit PracticeCommand(const Environment &environment);

    void cancel() override;

protected:
    void describe(QCommandLineParser &parser) override;
    void printMoreHelp() override;
    void run() override;

private:
    [[nodiscard]] bool makeFaulty(const QString &fault);
    void nextStep();
    void runStep(core::Goal goal, const QString &title);
    void onStepFinished();

    service::Servers &m_servers;
    std::unique_ptr<service::PracticeEntry> m_entry;
    QList<core::Goal> m_steps;
    std::optional<service::Mailer> m_mailer;
    std::optional<service::Attempt> m_attempt;
};

} // namespace cli
