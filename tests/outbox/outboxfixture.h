// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outboxfolder.h"

#include <QHash>
#include <QObject>
#include <QUuid>

#include <memory>
#include <optional>

/// A test's outbox, as a window has it, with one server.
class OutboxFixture : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<outbox::Outbox>
    program(outbox::Lifeline::Kind kind = outbox::Lifeline::Kind::Command);
    outbox::MailId accept(const QByteArrayList &to = {"a@example.org"});
    std::optional<outbox::Claim> claim(outbox::Outbox &outbox);
    core::Result<bool> settle(outbox::Outbox &outbox, const outbox::Mail &mail,
                              const core::SessionFacts &facts);
    outbox::Mail mail(outbox::MailId id);
    void startAnew();

    const QUuid m_server = QUuid::createUuid();
    QHash<QUuid, core::Pace> m_paces;
    std::unique_ptr<OutboxFolder> m_files;
    std::unique_ptr<outbox::Outbox> m_outbox;

private Q_SLOTS:
    void init() { startAnew(); }
    void cleanup();
};
