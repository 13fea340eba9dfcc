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
    /// `readdressing` outlives this.
    RecipientsDialog(service::Servers &servers, service::Readdressing &readdressing,
                     const service::Addressed &now, QWidget *parent);

private:
    void save();

    void onAnswer(const core::Result<bool> &changed);

    service::Readdressing &m_readdressing;
    const outbox::MailId m_id;
    Ui::RecipientsDialog m_ui;
};

} // namespace ui
