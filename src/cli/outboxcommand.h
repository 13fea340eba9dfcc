// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "service/delivery.h"
#include "service/readdressing.h"

namespace cli
{

/// `outbox ...`: the mail that waits.
class OutboxCommand final : public Command
{
    Q_OBJECT

public:
    explicit OutboxCommand(const Environment &environment);

    void cancel() override;

private:
    void describe(QCommandLineParser &parser) override;
    void run() override;

    void list();
    void keep();
    void show(outbox::MailId id);
    void sendAll();
    /// Does that with each of the mails, and says what became of them.
    void change(const QString &what, const QList<outbox::MailId> &ids);
    void pause(bool paused);
    void edit(const QList<outbox::MailId> &ids);
    void readdress(const QList<outbox::MailId> &ids, const core::Draft &people);
    void onChanged(const core::Result<bool> &done);
    void say(const QString &said);
    void failBy(const core::Error &error);

    service::Servers &m_servers;
    const std::function<service::Delivery &()> m_delivery;
    std::unique_ptr<service::Readdressing> m_readdressing;
    bool m_runs = false;
};

} // namespace cli
