// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waitingmaildialog.h"

#include "ui/words.h"

namespace ui
{

WaitingMailDialog::WaitingMailDialog(const Backend &backend, int waiting, int needy,
                                     QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QStringList sentences;
    if (waiting > 0) {
        sentences.append(tr("%n mails in the outbox have not been sent yet.", nullptr, waiting));
    }
    if (needy > 0) {
        sentences.append(tr("%n mails wait for you; see Stop send.", nullptr, needy));
    }
    m_ui.waitingText->setText(sentences.join(u' '));
    m_ui.waitButton->setVisible(waiting > 0);
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
    (waiting > 0 ? m_ui.waitButton : m_ui.quitButton)->setFocus();
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
