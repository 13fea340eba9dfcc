// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QWidget;

/// Makes a whole window repaint every few milliseconds while it lives, and knows how often it did
/// and the longest time that it did not: what a person sees of an event loop that is held up.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &window);

    [[nodiscard]] int paints() const { return m_paints; }
    [[nodiscard]] qint64 longestGap() const { return m_longestGap; } // milliseconds

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
    QElapsedTimer m_gap;
    qint64 m_longestGap = 0;
    int m_paints = 0;
};
