// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcriptview.h"

#include "service/report.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScrollBar>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui
{

TranscriptView::TranscriptView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    setMaximumBlockCount(20'000);
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(40));
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        m_following = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum();
    });
    connect(&m_timer, &QTimer::timeout, this, &TranscriptView::showPending);
}

void TranscriptView::begin()
{
    m_timer.stop();
    m_pending.clear();
    m_following = true;
    clear();
}

void TranscriptView::add(const core::TranscriptLine &line)
{
    const service::TranscriptWords words = service::transcriptWords(line);
    m_pending.append(words.lead + words.text);
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void TranscriptView::showPending()
{
    if (m_pending.isEmpty()) {
        return;
    }
    appendPlainText(m_pending.join(u'\n'));
    m_pending.clear();
    followEnd();
}

void TranscriptView::followEnd()
{
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    followEnd();
}

QString TranscriptView::wholeText() const
{
    QString text = toPlainText();
    for (const QString &line : m_pending) {
        text += (text.isEmpty() ? u""_s : u"\n"_s) + line;
    }
    return text;
}

void TranscriptView::copyAll() const
{
    QGuiApplication::clipboard()->setText(wholeText());
}

} // namespace ui
