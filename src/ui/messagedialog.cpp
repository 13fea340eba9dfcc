// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagedialog.h"

#include "ui/messagetext.h"

#include <QFontDatabase>

namespace ui
{

MessageDialog::MessageDialog(const QByteArray &message, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_message(message)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    if (!title.isEmpty()) {
        setWindowTitle(title);
    }
    connect(m_ui.sourceCheck, &QCheckBox::toggled, this, &MessageDialog::showMessage);
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::close);
    showMessage();
    m_ui.closeButton->setFocus();
}

void MessageDialog::showMessage()
{
    const bool source = m_ui.sourceCheck->isChecked();
    m_ui.mailText->setFont(source ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : font());
    m_ui.mailText->setLineWrapMode(source ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_ui.mailText->setPlainText(source ? messageSource(m_message) : messageText(m_message));
}

} // namespace ui
