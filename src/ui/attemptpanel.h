// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/attempt.h"
#include "service/report.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QPushButton;

namespace Ui
{
class AttemptPanel;
}

namespace ui
{

/// How an attempt goes and how it ended: its report in labels, and a button for each thing a click
/// can do. Hidden before the first attempt.
class AttemptPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptPanel(QWidget *parent = nullptr);
    ~AttemptPanel() override;

    /// Shows what this attempt does from now on.
    void follow(service::Attempt &attempt);
    /// A sentence in the steps' place, as "Check of X".
    void setTitle(const QString &title);
    /// Beside a view of the transcript nobody needs the button for it.
    void hideTranscriptButton();
    void clear();
    /// Of the attempt that ended last.
    [[nodiscard]] const service::Report &report() const { return m_report; }

Q_SIGNALS:
    /// A button was clicked; where it is risky, the person has been asked.
    void remedyChosen(const diagnosis::Remedy &remedy);

private:
    void onStarted();
    void onStage(core::Stage stage);
    void onFinished();
    void showRunning();
    void showSteps(const QList<service::Report::Step> &steps);
    void showReport();
    void showChoices();
    void openTranscript();
    void choose(const service::Report::Choice &choice);

    std::unique_ptr<Ui::AttemptPanel> m_ui;
    service::Attempt *m_attempt = nullptr;
    service::Report m_report;
    QString m_title;
    QList<QPushButton *> m_buttons;
    QList<core::StageTime> m_steps; // while it runs; the last one is going on
    QElapsedTimer m_clock;
    QTimer m_ticker;
};

} // namespace ui
