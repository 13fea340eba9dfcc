// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_confirmdialog.h"

#include <QDialog>

namespace ui
{

/// Shows facts and what a choice gives up before the choice counts, or, without a choice, only the
/// facts. Deletes itself when closed; Enter never says yes.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const QString &question, const QString &facts, const QString &risk,
                  const QString &choice, QWidget *parent);

    /// The pinned certificate and the other one that is shown now, side by side.
    void showFingerprints(const QByteArray &before, const QByteArray &now);

private:
    Ui::ConfirmDialog m_ui;
};

} // namespace ui
