// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/confirmdialog.h"

#include "ui/words.h"

#include <QFontDatabase>
#include <QPushButton>

namespace ui
{

ConfirmDialog::ConfirmDialog(const QString &question, const QString &facts, const QString &risk,
                             const QString &choice, QWidget *parent)
    : QDialog(parent)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui.questionText->setText(question);
    m_ui.questionText->setVisible(!question.isEmpty());
    m_ui.pinWidget->hide();
    m_ui.pinLayout->setContentsMargins(0, 0, 0, 0);
    m_ui.factsText->setPlainText(facts);
    m_ui.factsText->setVisible(!facts.isEmpty());
    m_ui.riskText->setText(risk);
    m_ui.riskText->setVisible(!risk.isEmpty());
    connect(m_ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton *cancel = m_ui.buttons->button(QDialogButtonBox::Cancel);
    if (choice.isEmpty()) {
        cancel->setText(tr("Close"));
    } else {
        QPushButton *yes = m_ui.buttons->addButton(choice, QDialogButtonBox::AcceptRole);
        yes->setObjectName(QStringLiteral("confirmButton"));
        yes->setAutoDefault(false);
        connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    }
    cancel->setDefault(true);
    cancel->setFocus();
    if (facts.isEmpty()) {
        resize(width(), sizeHint().height());
    }
}

void ConfirmDialog::showFingerprints(const QByteArray &before, const QByteArray &now)
{
    const std::pair<QLabel *, QByteArray> texts[] = {{m_ui.pinBeforeText, before},
                                                     {m_ui.pinNowText, now}};
    for (const auto &[label, sha256] : texts) {
        label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setText(fingerprintRows(sha256, 8));
    }
    m_ui.pinWidget->show();
}

} // namespace ui
