// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcriptview.h"

#include "service/report.h"
#include "ui/explaindialog.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

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
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    viewport()->setMouseTracking(true);
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
    for (const QString &line : std::as_const(m_pending)) {
        appendPlainText(line);
        if (const QTextCursor last(document()->lastBlock()); isRefusal(last)) {
            QTextCursor words(document()->lastBlock());
            words.setPosition(words.position() + static_cast<int>(line.indexOf("S: "_L1)) + 3);
            words.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            QTextCharFormat underlined;
            underlined.setFontUnderline(true);
            underlined.setToolTip(tr("Click to have this explained"));
            words.mergeCharFormat(underlined);
        }
    }
    m_pending.clear();
    followEnd();
}

void TranscriptView::followEnd()
{
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
}

bool TranscriptView::isRefusal(const QTextCursor &cursor) const
{
    static const QRegularExpression no(u"^.{0,20}\\bS: ([45]\\d\\d[ -]|-ERR)"_s);
    return no.match(cursor.block().text()).hasMatch();
}

/// With what was said before, which tells the moment.
void TranscriptView::explain(const QTextCursor &cursor)
{
    static const QRegularExpression lead(u"^.{0,20}?\\b(?=[CS]: )"_s);
    constexpr int linesBefore = 30;
    QStringList lines;
    QTextBlock block = cursor.block();
    // A reply of several lines is explained whole, whichever of them was meant.
    static const QRegularExpression goesOn(u"^.{0,20}\\bS: [45]\\d\\d-"_s);
    while (block.next().isValid() && goesOn.match(block.text()).hasMatch()) {
        block = block.next();
    }
    for (int i = 0; i < linesBefore && block.isValid(); ++i, block = block.previous()) {
        lines.prepend(block.text().remove(lead));
    }
    (new ExplainDialog({lines.join(u'\n'), {}, {}}, window()))->show();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(isRefusal(cursorForPosition(event->pos())) ? Qt::PointingHandCursor
                                                                     : Qt::IBeamCursor);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const QTextCursor cursor = cursorForPosition(event->pos());
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && isRefusal(cursor)) {
        explain(cursor);
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QTextCursor cursor = event->reason() == QContextMenuEvent::Mouse
                                   ? cursorForPosition(event->pos())
                                   : textCursor();
    if (isRefusal(cursor)) {
        menu->addSeparator();
        connect(menu->addAction(tr("&Explain this reply ...")), &QAction::triggered, this,
                [this, cursor] { explain(cursor); });
    }
    menu->popup(event->globalPos());
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && isRefusal(textCursor())) {
        explain(textCursor());
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
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
