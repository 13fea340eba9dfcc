// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_waitingmaildialog.h"

#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// Asked before the window closes while mail waits or folders are watched: who does it then.
/// Deletes itself when closed.
class WaitingMailDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What would be left alone.
    struct Left
    {
        int waiting = 0; // mails that go by themselves
        int needy = 0;   // that wait for the person
        QStringList folders;
    };

    WaitingMailDialog(const Backend &backend, const Left &left, QWidget *parent);

Q_SIGNALS:
    void waitChosen();
    /// The background unit sends it, or it is to wait.
    void quitChosen();

private:
    void switchUnitOn();

    const Backend &m_backend;
    Ui::WaitingMailDialog m_ui;
};

} // namespace ui
