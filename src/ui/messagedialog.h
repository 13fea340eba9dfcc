// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_messagedialog.h"

#include <QDialog>

namespace ui
{

/// A message, to be read. Deletes itself when closed.
class MessageDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `message`: its beginning will do (readablePart).
    MessageDialog(const QByteArray &message, const QString &title, QWidget *parent);

private:
    void showMessage();

    const QByteArray m_message;
    Ui::MessageDialog m_ui;
};

} // namespace ui
