// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace ui
{

/// What was said, line by line as it happens: monospace, S: and C:, a lock on lines under TLS.
/// Follows the end unless the person has scrolled up.
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

private:
    void showPending();
    void followEnd();

    bool m_following = true; // until the person scrolls up

    QStringList m_pending;
    QTimer m_timer; // many lines in a moment are shown at once
};

} // namespace ui
