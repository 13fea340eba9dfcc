// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipientsdialog.h"

#include "core/inert.h"
#include "service/fields.h"
#include "service/mailaddresses.h"
#include "service/practiceentry.h"
#include "ui/addressfield.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

QByteArrayList addressesIn(const QString &field)
{
    QByteArrayList addresses;
    for (const QString &one : service::splitAddresses(field)) {
        addresses.append(service::envelopeAddress(one).valueOr({}));
    }
    return addresses;
}

} // namespace

RecipientsDialog::RecipientsDialog(const Backend &backend, const outbox::Mail &mail,
                                   const QByteArray &message, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
    , m_id(mail.id)
    , m_readdressing(backend.delivery)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList what{
        mail.isWrittenHere
            ? tr("To and Cc, as the recipients see them, change with this.")
            : tr("This mail came as a file: only whom it is sent to changes. To and Cc, as the "
                 "recipients see them, stay as they are.")};
    QStringList done;
    for (const core::RecipientResult &recipient : mail.recipients) {
        if (recipient.outcome == core::Outcome::Accepted) {
            done.append(core::inert(recipient.address));
        }
    }
    if (!done.isEmpty()) {
        what.append(tr("It is not sent again to those who have it: %1").arg(done.join(u", "_s)));
    }
    m_ui.whatText->setText(what.join(u'\n'));
    for (QWidget *field : std::initializer_list<QWidget *>{m_ui.newCcLabel, m_ui.newCcEdit,
                                                           m_ui.newBccLabel, m_ui.newBccEdit}) {
        field->setVisible(mail.isWrittenHere);
    }
    const QStringList known = service::MailAddresses(backend.servers).all();
    for (QLineEdit *edit : {m_ui.newToEdit, m_ui.newCcEdit, m_ui.newBccEdit}) {
        offerAddresses(*edit, known);
    }
    showRecipients(mail, message);
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &RecipientsDialog::save);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RecipientsDialog::showRecipients(const outbox::Mail &mail, const QByteArray &message)
{
    const service::ReadMessage read = service::readMessage(message);
    const bool header = mail.isWrittenHere;
    m_ui.newToEdit->setText(header ? read.to : QString());
    m_ui.newCcEdit->setText(header ? read.cc : QString());
    const QByteArrayList shown =
        addressesIn(m_ui.newToEdit->text()) + addressesIn(m_ui.newCcEdit->text());
    QStringList others;
    for (const core::RecipientResult &recipient : mail.recipients) {
        if (recipient.outcome != core::Outcome::Accepted && !shown.contains(recipient.address)) {
            others.append(QString::fromUtf8(recipient.address));
        }
    }
    (header ? m_ui.newBccEdit : m_ui.newToEdit)->setText(others.join(u", "_s));
}

void RecipientsDialog::save()
{
    commitTyping();
    const bool bcc = checkAddresses(*m_ui.newBccEdit, *m_ui.newBccMessage);
    const bool cc = checkAddresses(*m_ui.newCcEdit, *m_ui.newCcMessage);
    const bool to = checkAddresses(*m_ui.newToEdit, *m_ui.newToMessage);
    if (!to || !cc || !bcc) {
        return;
    }
    core::Draft people;
    people.to = service::splitAddresses(m_ui.newToEdit->text());
    people.cc = service::splitAddresses(m_ui.newCcEdit->text());
    people.bcc = service::splitAddresses(m_ui.newBccEdit->text());
    if (people.to.isEmpty() && people.cc.isEmpty() && people.bcc.isEmpty()) {
        m_ui.newToMessage->showError(m_ui.newToEdit, tr("Give at least one recipient."));
        m_ui.newToEdit->setFocus();
        return;
    }
    m_ui.buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_readdressing.start(m_id, people, [this](const core::Result<bool> &changed) {
        if (changed) {
            accept();
            return;
        }
        m_ui.buttons->button(QDialogButtonBox::Ok)->setEnabled(true);
        m_ui.recipientsMessage->showError(m_ui.newToEdit, translatedDetail(changed.error().detail));
    });
}

} // namespace ui
