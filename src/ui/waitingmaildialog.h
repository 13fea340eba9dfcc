// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_waitingmaildialog.h"

#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// Asked before the window closes while mail waits: who sends it then. Deletes itself when closed.
class WaitingMailDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `waiting` go by themselves, `needy` wait for the person.
    WaitingMailDialog(const Backend &backend, int waiting, int needy, QWidget *parent);

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
