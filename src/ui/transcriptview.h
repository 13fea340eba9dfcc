// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace ui
{

/// What was said, line by line as it happens: monospace, S: and C:, a lock on lines under TLS.
/// Follows the end unless the person has scrolled up. A line in which the server said no is
/// underlined: a click on it, or its menu, explains it.
class TranscriptView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);

    void begin();
    void add(const core::TranscriptLine &line);
    void copyAll() const;
    /// Everything added, shown already or not.
    [[nodiscard]] QString wholeText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPending();
    [[nodiscard]] bool isRefusal(const QTextCursor &cursor) const;
    void explain(const QTextCursor &cursor);
    void followEnd();

    bool m_following = true; // until the person scrolls up

    QStringList m_pending;
    QTimer m_timer; // many lines in a moment are shown at once
};

} // namespace ui
