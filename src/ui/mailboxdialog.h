// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_mailboxdialog.h"

#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// What the practice server has received since the program started, as it came. Deletes itself when
/// closed.
class MailboxDialog final : public QDialog
{
    Q_OBJECT

public:
    MailboxDialog(const Backend &backend, QWidget *parent);

private:
    void refresh();
    void showMail(int row);

    const Backend &m_backend;
    Ui::MailboxDialog m_ui;
};

} // namespace ui
