// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "service/delivery.h"
#include "submission/background.h"

#include <stop_token>

namespace service
{

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
