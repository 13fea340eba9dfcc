// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/connectionoptions.h"
#include "service/attempt.h"
#include "service/practiceentry.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

namespace cli
{

/// `check` (connects, reads the reply, logs in, sends nothing), `reply` (prints the EHLO reply,
/// explained) and `test` (sends a mail): reads the options, makes one attempt, and prints how it
/// goes and ends.
class AttemptCommand final : public Command
{
    Q_OBJECT

public:
    AttemptCommand(core::Goal goal, const Environment &environment);

    void cancel() override;

protected:
    void describe(QCommandLineParser &parser) override;
    void printMoreHelp() override;
    void run() override;

private:
    [[nodiscard]] static std::optional<UsageError>
    useKeptPassword(service::Request &request, const ConnectionOptions &options);
    void useBuiltInServer(service::Request &request, const ConnectionOptions &options);
    [[nodiscard]] std::optional<UsageError> addMail(submission::Job &job,
                                                    const ConnectionOptions &options) const;
    void begin(const service::Request &request);
    void printOpening(const core::ServerProfile &profile);
    void onTold(const core::AttemptEvent &event);
    void onFinished();

    core::Goal m_goal;
    const Inputs &m_inputs;
    service::Servers &m_servers;
    Patience m_patience;
    std::optional<QUuid> m_saved;
    std::unique_ptr<service::PracticeEntry> m_practice;
    int m_mails = 1; // copies of one
    std::optional<service::Mailer> m_mailer;
    std::optional<service::Attempt> m_attempt;
    std::unique_ptr<WaitingLine> m_waiting;
};

} // namespace cli
