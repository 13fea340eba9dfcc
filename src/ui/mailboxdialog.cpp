// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxdialog.h"

#include "core/inert.h"
#include "ui/messagetext.h"
#include "ui/words.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui
{

MailboxDialog::MailboxDialog(const Backend &backend, QWidget *parent)
    : QDialog(parent)
    , m_backend(backend)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui.emptyText->setText(
        tr("Nothing has arrived yet. Send a test mail through the practice server: it keeps what "
           "it takes here and delivers nowhere."));
    connect(m_ui.sourceCheck, &QCheckBox::toggled, this,
            [this] { showMail(m_ui.mailTree->indexOfTopLevelItem(m_ui.mailTree->currentItem())); });
    m_ui.mailTree->setHeaderLabels({tr("Received"), tr("From"), tr("To"), tr("Size")});
    m_ui.mailTree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 22);
    m_ui.mailTree->header()->resizeSection(1, fontMetrics().averageCharWidth() * 28);
    m_ui.mailTree->header()->resizeSection(2, fontMetrics().averageCharWidth() * 28);
    m_ui.splitter->setStretchFactor(1, 2);
    connect(m_ui.mailTree, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { showMail(m_ui.mailTree->indexOfTopLevelItem(item)); });
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(&backend.practice, &service::PracticeEntry::mailReceived, this,
            &MailboxDialog::refresh);
    refresh();
}

void MailboxDialog::refresh()
{
    m_ui.mailTree->clear();
    for (const service::ReceivedMail &mail : m_backend.practice.mailbox()) {
        m_ui.mailTree->addTopLevelItem(new QTreeWidgetItem(
            {timeText(mail.time), core::inert(mail.from), core::inert(mail.to.join(", ")),
             QLocale().formattedDataSize(mail.message.size())}));
    }
    const int last = m_ui.mailTree->topLevelItemCount() - 1;
    m_ui.emptyText->setVisible(last < 0);
    m_ui.splitter->setVisible(last >= 0);
    m_ui.mailTree->setCurrentItem(m_ui.mailTree->topLevelItem(last));
}

void MailboxDialog::showMail(int row)
{
    const auto &mails = m_backend.practice.mailbox();
    const bool source = m_ui.sourceCheck->isChecked();
    m_ui.mailText->setFont(source ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    m_ui.mailText->setLineWrapMode(source ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_ui.mailText->clear();
    if (row >= 0 && row < mails.size()) {
        const QByteArray &message = mails[row].message;
        m_ui.mailText->setPlainText(source ? messageSource(message) : messageText(message));
    }
}

} // namespace ui
