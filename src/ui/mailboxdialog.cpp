// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxdialog.h"

#include "core/inert.h"
#include "ui/words.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

/// More of one mail is not for reading.
constexpr qsizetype mostShown = qsizetype{256} * 1024;

/// Line by line, so that line ends stay what they are and everything else is inert.
QString shown(const QByteArray &message)
{
    QStringList lines;
    for (QByteArray line : message.left(mostShown).split('\n')) {
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        lines.append(core::inert(line));
    }
    if (message.size() > mostShown) {
        lines.append(u"…"_s);
    }
    return lines.join(u'\n');
}

QString attachmentText(const service::ReadMessage::Attachment &attachment)
{
    const QString name = attachment.name.isEmpty() ? attachment.type : attachment.name;
    return MailboxDialog::tr("%1 (%2)").arg(name, QLocale().formattedDataSize(attachment.octets));
}

/// Headers, text and attachments, as a mail program shows them.
QString asMail(const QByteArray &message)
{
    const service::ReadMessage mail = service::readMessage(message.left(mostShown));
    QStringList attachments;
    for (const auto &attachment : mail.attachments) {
        attachments.append(attachmentText(attachment));
    }
    const std::pair<QString, QString> fields[] = {
        {MailboxDialog::tr("From: %1"), mail.from},
        {MailboxDialog::tr("To: %1"), mail.to},
        {MailboxDialog::tr("Cc: %1"), mail.cc},
        {MailboxDialog::tr("Subject: %1"), mail.subject},
        {MailboxDialog::tr("Date: %1"), mail.date},
        {MailboxDialog::tr("Attachments: %1"), attachments.join(u", "_s)}};
    QStringList lines;
    for (const auto &[label, text] : fields) {
        if (!text.isEmpty()) {
            lines.append(label.arg(text));
        }
    }
    return lines.join(u'\n') + u"\n\n"_s +
           (mail.text.isEmpty() ? MailboxDialog::tr("There is no plain text in this mail.")
                                : mail.text);
}

} // namespace

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
        m_ui.mailText->setPlainText(source ? shown(message) : asMail(message));
    }
}

} // namespace ui
