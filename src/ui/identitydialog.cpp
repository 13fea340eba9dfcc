// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/identitydialog.h"

#include "core/inert.h"
#include "core/tidy.h"
#include "ui/addressfield.h"
#include "ui/confirmdialog.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QPushButton>

namespace ui
{

IdentityDialog::IdentityDialog(const Backend &backend, const core::Identity &identity,
                               QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_before(identity)
{
    m_ui.setupUi(this);
    nameClearButtons(*this);
    setAttribute(Qt::WA_DeleteOnClose);
    for (const core::ServerEntry &entry : backend.servers.servers()) {
        const QString name = core::inert(entry.profile.name);
        m_ui.identityServerCombo->addItem(entry.enabled ? name : tr("%1 (switched off)").arg(name),
                                          entry.id);
    }
    m_ui.identityServerCombo->setCurrentIndex(m_ui.identityServerCombo->findData(identity.server));
    m_ui.personNameEdit->setText(identity.name);
    m_ui.identityAddressEdit->setText(identity.address);
    m_ui.replyToEdit->setText(identity.replyTo);
    m_ui.replyToEdit->setPlaceholderText(tr("leave empty to get replies at the address itself"));
    m_ui.organisationEdit->setText(identity.organisation);
    m_ui.signatureEdit->setPlainText(identity.signature);
    m_ui.signatureEdit->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    m_ui.defaultCheck->setChecked(identity.isDefault);
    // One always is; another one takes its place, or none does.
    m_ui.defaultCheck->setEnabled(!identity.isDefault);
    tidyAddressOnLeaving(*m_ui.identityAddressEdit);
    tidyAddressOnLeaving(*m_ui.replyToEdit);
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, [this] { save(false); });
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui.identityTestButton, &QPushButton::clicked, this, [this] { save(true); });
    m_ui.identityTestButton->setAutoDefault(false);
}

core::Identity IdentityDialog::identity() const
{
    core::Identity identity = m_before;
    identity.name = m_ui.personNameEdit->text().trimmed();
    identity.address = core::tidiedAddress(m_ui.identityAddressEdit->text());
    identity.server = m_ui.identityServerCombo->currentData().toUuid();
    identity.replyTo = core::tidiedAddress(m_ui.replyToEdit->text());
    identity.organisation = m_ui.organisationEdit->text().trimmed();
    identity.signature = m_ui.signatureEdit->toPlainText();
    identity.isDefault = m_ui.defaultCheck->isChecked();
    return identity;
}

bool IdentityDialog::checkFields()
{
    commitTyping();
    const bool replyTo = m_ui.replyToEdit->text().trimmed().isEmpty() ||
                         checkAddress(*m_ui.replyToEdit, *m_ui.replyToMessage);
    bool server = m_ui.identityServerCombo->currentIndex() >= 0;
    if (server) {
        m_ui.identityServerMessage->clearFor(m_ui.identityServerCombo);
    } else {
        m_ui.identityServerMessage->showError(
            m_ui.identityServerCombo, tr("Choose the server that this address sends through."));
        m_ui.identityServerCombo->setFocus();
    }
    const bool address = checkAddress(*m_ui.identityAddressEdit, *m_ui.identityAddressMessage);
    return replyTo && server && address;
}

void IdentityDialog::save(bool thenTest)
{
    if (!checkFields()) {
        return;
    }
    const core::Identity next = identity();
    setEnabled(false); // else a second click makes a second one
    m_backend.servers.identities().save(
        next, this, [this, next, thenTest](const core::Result<bool> &done) {
            setEnabled(true);
            if (!done) {
                m_ui.identityMessage->showError(m_ui.identityAddressEdit,
                                                translatedDetail(done.error().detail));
                return;
            }
            Q_EMIT saved(next.address);
            QDialog::accept();
            if (thenTest) {
                Q_EMIT testMailRequested(next.address, next.server);
            }
        });
}

void IdentityDialog::reject()
{
    commitTyping();
    core::Identity unchanged = m_before;
    if (m_ui.identityServerCombo->findData(m_before.server) < 0) {
        unchanged.server = {};
    }
    if (identity() == unchanged || identity() == m_before) {
        QDialog::reject();
        return;
    }
    auto *ask =
        new ConfirmDialog(tr("Drop the changes to this address?"), {}, {}, tr("&Drop them"), this);
    connect(ask, &QDialog::accepted, this, [this] { QDialog::reject(); });
    ask->open();
}

} // namespace ui
