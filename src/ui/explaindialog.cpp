// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explaindialog.h"

#include "diagnosis/words.h"
#include "service/report.h"
#include "texts/excerpt.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using diagnosis::Explanation;
using service::translatedText;

namespace ui
{

ExplainDialog::ExplainDialog(const diagnosis::Told &told, QWidget *parent)
    : QDialog(parent)
    , m_host(told.host)
    , m_explaining(std::chrono::milliseconds(150), this, &ExplainDialog::explain)
{
    m_ui.setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QFont strong = m_ui.sentenceText->font();
    strong.setBold(true);
    m_ui.sentenceText->setFont(strong);
    m_ui.stageCombo->addItem(tr("not known, or as the text tells"));
    for (const QString &word : diagnosis::stageWords()) {
        const std::optional<core::Stage> stage = core::stageOfWord(word);
        m_ui.stageCombo->addItem(diagnosis::stageTitle(*stage, translatedText),
                                 static_cast<int>(*stage));
    }
    if (told.stage) {
        m_ui.stageCombo->setCurrentIndex(
            std::max(0, m_ui.stageCombo->findData(static_cast<int>(*told.stage))));
    }
    m_ui.whyText->hide();
    connect(m_ui.toldEdit, &QPlainTextEdit::textChanged, this, &ExplainDialog::hideCredentials);
    connect(m_ui.stageCombo, &QComboBox::currentIndexChanged, this, [this] { explain(); });
    connect(m_ui.whyCheck, &QCheckBox::toggled, m_ui.whyText, &QWidget::setVisible);
    connect(m_ui.closeButton, &QPushButton::clicked, this, &QDialog::close);
    m_ui.toldEdit->setPlainText(told.text);
    explain();
}

void ExplainDialog::hideCredentials()
{
    const QString text = m_ui.toldEdit->toPlainText();
    const QString shown = texts::excerptOf(text).shown;
    if (shown != text) {
        // Counted from the end: what was typed last keeps its place.
        const qsizetype behind = text.size() - m_ui.toldEdit->textCursor().position();
        const QSignalBlocker blocker(m_ui.toldEdit);
        m_ui.toldEdit->setPlainText(shown);
        QTextCursor cursor = m_ui.toldEdit->textCursor();
        cursor.setPosition(static_cast<int>(std::max<qsizetype>(0, shown.size() - behind)));
        m_ui.toldEdit->setTextCursor(cursor);
    }
    m_explaining.ask();
}

void ExplainDialog::explain()
{
    const QString text = m_ui.toldEdit->toPlainText();
    if (text.trimmed().isEmpty()) {
        m_ui.sentenceText->setText(tr("Paste or type the text, and what it means appears here."));
        m_ui.adviceText->setText(tr("It stays in this window: nothing is stored or sent. What "
                                    "looks like a password is hidden at once."));
        m_ui.whyText->clear();
        return;
    }
    diagnosis::Told told{text, {}, m_host};
    const QVariant stage = m_ui.stageCombo->currentData();
    if (stage.isValid()) {
        told.stage = static_cast<core::Stage>(stage.toInt());
    }
    const Explanation explanation = diagnosis::explained(told, translatedText);
    const QString others = diagnosis::othersSentence(explanation, translatedText);
    m_ui.sentenceText->setText(explanation.judgement.sentence);
    m_ui.adviceText->setText(explanation.judgement.advice +
                             (others.isEmpty() ? QString() : u"\n\n"_s + others));
    constexpr qsizetype longest = 2000;
    m_ui.whyText->setPlainText(tr("What was judged: %1").arg(explanation.reply.left(longest)) +
                               u'\n' + diagnosis::reasons(explanation, translatedText).join(u'\n'));
}

} // namespace ui
