// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/connectionoptions.h"
#include "service/mailer.h"
#include "service/practiceentry.h"

#include <QCommandLineParser>

#include <memory>

namespace cli
{

/// What check, reply and test have in common: reading the options, one attempt by the Mailer,
/// printing how it goes and ends. The subclasses say what for.
class AttemptCommand : public Command
{
    Q_OBJECT

public:
    AttemptCommand(core::Goal goal, const Environment &environment, QObject *parent = nullptr);
    ~AttemptCommand() override;

    void cancel() override;

protected:
    void describe(QCommandLineParser &parser) override;
    void printMoreHelp() override;
    void run() override;
    [[nodiscard]] virtual QString description() const = 0;
    /// Completes the request from the command's own options.
    [[nodiscard]] virtual std::optional<UsageError> complete(service::Request &request,
                                                             const QCommandLineParser &parser,
                                                             const ConnectionOptions &options);

private:
    void begin(const service::Request &request);
    void onTold(const core::AttemptEvent &event);
    [[nodiscard]] static std::optional<UsageError>
    useKeptPassword(service::Request &request, const ConnectionOptions &options);
    void useBuiltInServer(service::Request &request, const ConnectionOptions &options);
    void onFinished(const core::AttemptReport &report);
    void printOpening(const core::ServerProfile &profile);

    core::Goal m_goal;
    const Inputs &m_inputs;
    service::Servers &m_servers;
    Patience m_patience;
    std::optional<QUuid> m_saved;
    std::unique_ptr<service::PracticeEntry> m_practice;
    std::unique_ptr<service::Mailer> m_mailer;
    std::unique_ptr<WaitingLine> m_waiting;
    core::ServerProfile m_profile;
    int m_mails = 1; // copies of one
    service::JobId m_job = 0;
};

/// `check`: connects, reads the reply, logs in, sends nothing.
class CheckCommand final : public AttemptCommand
{
    Q_OBJECT

public:
    explicit CheckCommand(const Environment &environment, QObject *parent = nullptr);

protected:
    [[nodiscard]] QString usage() const override;
    [[nodiscard]] QString description() const override;
};

/// `reply`: prints the EHLO reply before and after TLS, explained.
class ReplyCommand final : public AttemptCommand
{
    Q_OBJECT

public:
    explicit ReplyCommand(const Environment &environment, QObject *parent = nullptr);

protected:
    [[nodiscard]] QString usage() const override;
    [[nodiscard]] QString description() const override;
    [[nodiscard]] std::optional<UsageError> complete(service::Request &request,
                                                     const QCommandLineParser &parser,
                                                     const ConnectionOptions &options) override;
};

/// `test`: sends a mail.
class TestCommand final : public AttemptCommand
{
    Q_OBJECT

public:
    explicit TestCommand(const Environment &environment, QObject *parent = nullptr);

protected:
    [[nodiscard]] QString usage() const override;
    [[nodiscard]] QString description() const override;
    void describe(QCommandLineParser &parser) override;
    [[nodiscard]] std::optional<UsageError> complete(service::Request &request,
                                                     const QCommandLineParser &parser,
                                                     const ConnectionOptions &options) override;
};

} // namespace cli
