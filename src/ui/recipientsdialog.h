// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_recipientsdialog.h"

#include "service/readdressing.h"
#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// Whom a mail of the outbox goes to from now on. Of a mail that was written here To and Cc change
/// with it; of one that came as a file only the envelope does. Deletes itself when closed.
class RecipientsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `message`: its beginning.
    RecipientsDialog(const Backend &backend, const outbox::Mail &mail, const QByteArray &message,
                     QWidget *parent);

private:
    void showRecipients(const outbox::Mail &mail, const QByteArray &message);
    void save();

    const Backend &m_backend;
    const outbox::MailId m_id;
    service::Readdressing m_readdressing;
    Ui::RecipientsDialog m_ui;
};

} // namespace ui
