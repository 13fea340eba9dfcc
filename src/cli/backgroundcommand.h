// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/delivery.h"
#include "service/notices.h"

#include <memory>

namespace cli
{

/// `background`: sends the outbox's mail, and watches folders, until it is told to end, without a
/// window. What the systemd user unit proserpina.service runs.
class BackgroundCommand final : public Command
{
    Q_OBJECT

public:
    explicit BackgroundCommand(const Environment &environment);

    void cancel() override;

private:
    void describe(QCommandLineParser &parser) override;
    void run() override;

    void tellTheDesktop(service::Delivery &delivery);

    service::Servers &m_servers;
    const std::function<service::Delivery &()> m_delivery;
    const std::function<service::Rules &()> m_rules;
    const std::function<service::Watching &()> m_watching;
    std::unique_ptr<service::Notices> m_notices;
};

} // namespace cli
