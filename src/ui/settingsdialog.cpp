// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "ui/settings.h"
#include "ui/words.h"

namespace ui
{

SettingsDialog::SettingsDialog(const Backend &backend, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[code, name] : languages()) {
        m_ui.languageCombo->addItem(name, code);
    }
    m_ui.languageCombo->setCurrentIndex(m_ui.languageCombo->findData(backend.settings.language()));
    m_ui.keychainCheck->setChecked(backend.settings.keepInKeychain());
    connect(&backend.servers.passwords(), &service::Passwords::placeChanged, this,
            &SettingsDialog::showPlace);
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showPlace();
    showBackground();
}

void SettingsDialog::showBackground()
{
    if (m_backend.background == nullptr) {
        return;
    }
    m_backend.background->isOn(this, [this](const core::Result<bool> &on) {
        m_ui.backgroundCheck->setEnabled(true); // also where its file is not there yet
        m_ui.backgroundCheck->setChecked(on.valueOr(false));
        m_wasInBackground = on.valueOr(false);
    });
}

/// Closes the dialog, unless the unit cannot be switched, which is said then.
void SettingsDialog::switchBackground()
{
    const bool on = m_ui.backgroundCheck->isChecked();
    if (on == m_wasInBackground) {
        accept();
        return;
    }
    m_backend.background->setOn(on, this, [this](const core::Result<bool> &done) {
        if (done) {
            accept();
            return;
        }
        m_ui.backgroundCheck->setChecked(m_wasInBackground);
        m_ui.backgroundText->setText(translatedDetail(done.error().detail));
    });
}

void SettingsDialog::showPlace()
{
    const bool memory = m_backend.servers.passwords().place() == service::Passwords::Place::Memory;
    m_ui.placeText->setText(
        memory ? tr("No keychain answers on this computer (GNOME Keyring, KWallet or KeePassXC "
                    "would be one): passwords are kept in memory until you quit, or come from a "
                    "command.")
               : tr("Else they are kept in memory until you quit. Never in a file."));
}

void SettingsDialog::save()
{
    m_backend.settings.setKeepInKeychain(m_ui.keychainCheck->isChecked());
    const QString language = m_ui.languageCombo->currentData().toString();
    if (language != m_backend.settings.language()) {
        m_backend.settings.setLanguage(language);
        Q_EMIT languageChosen(language);
    }
    switchBackground();
}

} // namespace ui
