// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcriptdialog.h"

namespace ui
{

TranscriptDialog::TranscriptDialog(const core::Transcript &transcript, QWidget *parent)
    : QDialog(parent)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui.transcriptView->begin();
    for (const core::TranscriptLine &line : transcript) {
        m_ui.transcriptView->add(line);
    }
    connect(m_ui.copyButton, &QPushButton::clicked, m_ui.transcriptView, &TranscriptView::copyAll);
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::close);
    m_ui.closeButton->setFocus();
}

} // namespace ui
