// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "service/delivery.h"
#include "submission/background.h"

#include <functional>
#include <stop_token>

namespace service
{

/// Whom a mail of the outbox goes to, for a person to change.
struct Addressed
{
    outbox::MailId id = 0;
    bool isWrittenHere = false; // else it came as a file
    bool isStopped = false;     // and stays so
    QStringList to;             // where it was written here as its header has them; else those left
    QStringList cc;
    QStringList bcc;  // who are still to get it and do not stand there
    QStringList done; // who have it
};

/// Gives a mail of the outbox other recipients in place of those who have not got it yet: in the
/// envelope, and in the header of a mail that was written here. Main thread; answers come later,
/// from the event loop, and not at all once this is gone.
class Readdressing
{
public:
    /// `delivery` outlives this.
    explicit Readdressing(Delivery &delivery)
        : m_delivery(delivery)
    {}
    ~Readdressing() { m_stop.request_stop(); }
    Q_DISABLE_COPY_MOVE(Readdressing)

    void ask(outbox::MailId id, const std::function<void(const core::Result<Addressed> &)> &done);
    /// `people`: To, Cc, Bcc as typed. Error: nothing has changed.
    void start(outbox::MailId id, const core::Draft &people, const Delivery::Changed &done);

private:
    void rewrite(outbox::MailId id, const QString &path, const core::Draft &people,
                 const Delivery::Changed &done);
    void setRecipients(outbox::MailId id, const QStringList &typed, const Delivery::Changed &done);

    Delivery &m_delivery;
    std::stop_source m_stop;
    submission::Background m_writing;
};

} // namespace service
