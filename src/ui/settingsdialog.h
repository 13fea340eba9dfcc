// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_settingsdialog.h"

#include "ui/backend.h"

#include <QDialog>

namespace ui
{

/// "Settings": what holds for the program, not for one server. OK writes it into settings.ini;
/// deletes itself when closed.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Backend &backend, QWidget *parent);

Q_SIGNALS:
    /// Another language than before was chosen.
    void languageChosen(const QString &language);

private:
    void showPlace();
    void showBackground();
    void showOutbox();
    void saveOutbox();
    void showAddresses();
    void switchBackground();
    void save();

    const Backend &m_backend;
    Ui::SettingsDialog m_ui;
    outbox::Outbox::Keeping m_keeping; // as they were
    outbox::Outbox::Notices m_notices = outbox::Outbox::Notices::Discreet;
    bool m_wasInBackground = false;
};

} // namespace ui
