// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingsdialog.h"

#include "service/mailaddresses.h"
#include "ui/settings.h"
#include "ui/tray.h"
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
    m_ui.trayCheck->setChecked(backend.settings.closesToTray());
    m_ui.trayCheck->setVisible(Tray::isThere());
    connect(&backend.servers.passwords(), &service::Passwords::placeChanged, this,
            &SettingsDialog::showPlace);
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    using Notices = outbox::Outbox::Notices;
    m_ui.noticesCombo->addItem(tr("none"), static_cast<int>(Notices::None));
    m_ui.noticesCombo->addItem(tr("without subjects and addresses"),
                               static_cast<int>(Notices::Discreet));
    m_ui.noticesCombo->addItem(tr("with subjects and addresses"),
                               static_cast<int>(Notices::WithNames));
    connect(m_ui.forgetAddressesButton, &QPushButton::clicked, this, [this] {
        service::MailAddresses(m_backend.servers).clear();
        showAddresses();
    });
    showPlace();
    showBackground();
    showOutbox();
    showAddresses();
}

void SettingsDialog::showAddresses()
{
    m_ui.forgetAddressesButton->setEnabled(
        !service::MailAddresses(m_backend.servers).all().isEmpty());
}

/// What holds for all programs that send; until it is known nothing of it can be set.
void SettingsDialog::showOutbox()
{
    m_ui.copiesCheck->setEnabled(false);
    m_ui.noticesCombo->setEnabled(false);
    const auto read = [](outbox::Outbox &outbox) {
        return std::pair(outbox.keeping().valueOr({}),
                         outbox.notices().valueOr(outbox::Outbox::Notices::Discreet));
    };
    m_backend.delivery.read(this, read, [this](const auto &found) {
        m_keeping = found.first;
        m_notices = found.second;
        m_ui.copiesCheck->setChecked(m_keeping.copies);
        m_ui.copiesCheck->setEnabled(true);
        m_ui.noticesCombo->setCurrentIndex(
            m_ui.noticesCombo->findData(static_cast<int>(m_notices)));
        m_ui.noticesCombo->setEnabled(true);
    });
}

void SettingsDialog::saveOutbox()
{
    outbox::Outbox::Keeping keeping = m_keeping;
    keeping.copies = m_ui.copiesCheck->isChecked();
    const auto notices =
        static_cast<outbox::Outbox::Notices>(m_ui.noticesCombo->currentData().toInt());
    if (!m_ui.noticesCombo->isEnabled() || (keeping == m_keeping && notices == m_notices)) {
        return;
    }
    m_backend.delivery.change(
        [keeping, notices](outbox::Outbox &outbox) {
            const auto kept = outbox.setKeeping(keeping);
            return kept ? outbox.setNotices(notices) : kept;
        },
        &m_backend.servers, [](const core::Result<bool> &) {});
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
    m_backend.settings.setClosesToTray(m_ui.trayCheck->isChecked());
    const QString language = m_ui.languageCombo->currentData().toString();
    if (language != m_backend.settings.language()) {
        m_backend.settings.setLanguage(language);
        Q_EMIT languageChosen(language);
    }
    saveOutbox();
    switchBackground();
}

} // namespace ui
