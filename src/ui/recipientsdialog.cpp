// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipientsdialog.h"

#include "core/inert.h"
#include "service/fields.h"
#include "service/mailaddresses.h"
#include "ui/addressfield.h"
#include "ui/typing.h"
#include "ui/words.h"

#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui
{

RecipientsDialog::RecipientsDialog(service::Servers &servers, service::Readdressing &readdressing,
                                   const service::Addressed &now, QWidget *parent)
    : QDialog(parent)
    , m_readdressing(readdressing)
    , m_id(now.id)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList what{
        now.isWrittenHere
            ? tr("To and Cc, as the recipients see them, change with this.")
            : tr("This mail came as a file: only whom it is sent to changes. To and Cc, as the "
                 "recipients see them, stay as they are."),
        now.isStopped ? tr("It stays stopped until you send it.")
                      : tr("Then it is sent as soon as it can go.")};
    if (!now.done.isEmpty()) {
        what.append(tr("It is not sent again to those who have it: %1")
                        .arg(core::inert(now.done.join(u", "_s))));
    }
    m_ui.whatText->setText(what.join(u'\n'));
    for (QWidget *field : std::initializer_list<QWidget *>{m_ui.newCcLabel, m_ui.newCcEdit,
                                                           m_ui.newBccLabel, m_ui.newBccEdit}) {
        field->setVisible(now.isWrittenHere);
    }
    const QStringList known = service::MailAddresses(servers).all();
    for (QLineEdit *edit : {m_ui.newToEdit, m_ui.newCcEdit, m_ui.newBccEdit}) {
        takeAddresses(*edit, known);
    }
    m_ui.newToEdit->setText(now.to.join(u", "_s));
    m_ui.newCcEdit->setText(now.cc.join(u", "_s));
    m_ui.newBccEdit->setText(now.bcc.join(u", "_s));
    connect(m_ui.buttons, &QDialogButtonBox::accepted, this, &RecipientsDialog::save);
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
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
    m_readdressing.start(m_id, people,
                         [dialog = QPointer(this)](const core::Result<bool> &changed) {
                             if (dialog) {
                                 dialog->onAnswer(changed);
                             }
                         });
}

void RecipientsDialog::onAnswer(const core::Result<bool> &changed)
{
    if (changed) {
        accept();
        return;
    }
    m_ui.buttons->button(QDialogButtonBox::Ok)->setEnabled(true);
    m_ui.recipientsMessage->showError(m_ui.newToEdit, translatedDetail(changed.error().detail));
}

} // namespace ui
