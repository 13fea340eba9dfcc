// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintwatch.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>

PaintWatch::PaintWatch(QWidget &window)
{
    window.installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, &window, qOverload<>(&QWidget::update));
    m_timer.start(std::chrono::milliseconds(5));
    m_gap.start();
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        m_longestGap = std::max(m_longestGap, m_gap.restart());
        ++m_paints;
    }
    return QObject::eventFilter(watched, event);
}
