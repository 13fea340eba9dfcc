// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace ui
{

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *cross = new QToolButton(this);
    cross->setObjectName(QStringLiteral("closeNoticeButton"));
    cross->setAutoRaise(true);
    cross->setIcon(style()->standardIcon(QStyle::SP_DockWidgetCloseButton));
    cross->setToolTip(tr("Close this notice"));
    cross->setAccessibleName(tr("Close this notice"));
    connect(cross, &QToolButton::clicked, this, &QWidget::hide);
    m_row->setContentsMargins(8, 2, 8, 2);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(cross);
    // Its place stays free while it is hidden, so that nothing below moves.
    QSizePolicy keeping = sizePolicy();
    keeping.setRetainSizeWhenHidden(true);
    setSizePolicy(keeping);
    const QPushButton button(QStringLiteral("x"));
    const QMargins margins = m_row->contentsMargins();
    setMinimumHeight(button.sizeHint().height() + margins.top() + margins.bottom());
    hide();
}

QString NoticeBar::sentence() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::say(const QString &sentence, const QList<Choice> &choices)
{
    for (QPushButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_text->setText(sentence);
    setAccessibleName(sentence);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.label, this);
        button->setObjectName(QStringLiteral("noticeButton"));
        connect(button, &QPushButton::clicked, this, [this, chosen = choice.chosen] {
            hide();
            chosen();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.append(button);
    }
    show();
}

} // namespace ui
