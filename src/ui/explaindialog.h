// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_explaindialog.h"

#include "diagnosis/explanation.h"
#include "ui/soon.h"

#include <QDialog>

namespace ui
{

/// What a reply or an error of any mail program means, as it is pasted. What looks like a password
/// is overwritten at once, and nothing is kept. Deletes itself when closed.
class ExplainDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ExplainDialog(const diagnosis::Told &told, QWidget *parent);

private:
    void hideCredentials();
    void explain();

    Ui::ExplainDialog m_ui;
    QString m_host;
    Soon m_explaining;
};

} // namespace ui
