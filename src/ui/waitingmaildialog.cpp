// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waitingmaildialog.h"

#include "ui/words.h"

using namespace Qt::StringLiterals;

namespace ui
{

WaitingMailDialog::WaitingMailDialog(const Backend &backend, const Left &left, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList sentences;
    if (left.waiting > 0) {
        sentences.append(
            tr("%n mails in the outbox have not been sent yet.", nullptr, left.waiting));
    }
    if (left.needy > 0) {
        sentences.append(tr("%n mails wait for you; see Stop send.", nullptr, left.needy));
    }
    if (!left.folders.isEmpty()) {
        sentences.append(tr("Files put into %1 are mailed only while Proserpina runs.")
                             .arg(left.folders.join(u", "_s)));
    }
    if (left.waiting + left.needy == 0) {
        setWindowTitle(tr("Folders are watched"));
        m_ui.quitButton->setText(tr("&Quit"));
        m_ui.quitButton->setDescription(
            tr("New files wait in their folders until Proserpina is opened again."));
    }
    m_ui.waitingText->setText(sentences.join(u' '));
    m_ui.waitButton->setVisible(left.waiting > 0);
    m_ui.goOnButton->setVisible(backend.background != nullptr);
    connect(m_ui.waitButton, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT waitChosen();
    });
    connect(m_ui.goOnButton, &QAbstractButton::clicked, this, &WaitingMailDialog::switchUnitOn);
    connect(m_ui.quitButton, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT quitChosen();
    });
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    (left.waiting > 0 ? m_ui.waitButton : m_ui.quitButton)->setFocus();
}

void WaitingMailDialog::switchUnitOn()
{
    m_ui.goOnButton->setEnabled(false);
    m_backend.background->setOn(true, this, [this](const core::Result<bool> &on) {
        if (on) {
            accept();
            Q_EMIT quitChosen();
            return;
        }
        m_ui.goOnButton->setEnabled(true);
        m_ui.goOnMessage->showError(m_ui.goOnButton, translatedDetail(on.error().detail));
    });
}

} // namespace ui
