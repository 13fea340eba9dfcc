// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/identity.h"
#include "service/delivery.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <optional>

namespace cli
{

/// `send`: puts a mail into the outbox, and sends it where no other program does.
class SendCommand final : public Command
{
    Q_OBJECT

public:
    explicit SendCommand(const Environment &environment);

    void cancel() override;

private:
    void describe(QCommandLineParser &parser) override;
    void run() override;

    [[nodiscard]] Parsed<service::OutgoingMail> readMail() const;
    [[nodiscard]] Parsed<core::Identity> readIdentity() const;
    void onAccepted(outbox::MailId id);
    void deliver();
    void onSending(const core::Result<bool> &begun);
    void lookAtMail();
    void finish(const outbox::Mail &mail);
    void end(const outbox::Mail &mail, const QString &hint);

    service::Servers &m_servers;
    const std::function<service::Delivery &()> m_delivery;
    std::optional<outbox::MailId> m_id; // accepted
    std::optional<outbox::Lifeline::Kind> m_other;
    bool m_delivers = false;
    bool m_waits = false;
    bool m_cancelled = false;
    QDeadlineTimer m_patience{QDeadlineTimer::Forever};
    QTimer m_look;
};

} // namespace cli
