// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_attemptpanel.h"

#include "service/attempt.h"
#include "service/report.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QScrollArea;

namespace ui
{

/// How an attempt goes and how it ended: which server it was of, its report in labels, and a button
/// for each thing a click can do. Shows a result of before too, and says where the settings are not
/// those any more.
class AttemptPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptPanel(QWidget *parent = nullptr);

    /// Shows what this attempt does from now on.
    void follow(service::Attempt &attempt);
    /// The server it is of, and what is said while it runs.
    void setTitle(const QString &server, const QString &running);
    /// Beside a view of the transcript nobody needs the button for it.
    void hideTranscriptButton();
    /// The attempt that is followed, running or ended.
    void showAttempt();
    /// A result of before; what the attempt does is not shown until showAttempt() or its next
    /// start.
    void showRecord(const QString &server, const core::AttemptRecord &record);
    /// A sentence, as there is no result.
    void showNothing(const QString &sentence);
    /// Whether the settings are others now than those of the result.
    void setOutdated(bool outdated);
    /// What is shown; nothing: no result.
    [[nodiscard]] const std::optional<core::AttemptRecord> &record() const { return m_record; }
    /// Of the attempt that ended last.
    [[nodiscard]] const service::Report &report() const { return m_report; }

Q_SIGNALS:
    /// The attempt has ended, and its report is shown.
    void reported(QWidget *sentence, QWidget *buttons);
    /// A button was clicked; where it is risky, the person has been asked.
    void remedyChosen(const diagnosis::Remedy &remedy);

private:
    void onStarted();
    void onStage(core::Stage stage);
    void onFinished();
    void take(const core::AttemptRecord &record, const core::AttemptReport &report);
    void showWaiting();
    void showRunning();
    void showSteps(const QList<service::Report::Step> &steps);
    void showReport();
    void showHeading();
    void showChoices();
    void openTranscript();
    void choose(const service::Report::Choice &choice);

    Ui::AttemptPanel m_ui;
    service::Attempt *m_attempt = nullptr;
    bool m_showsAttempt = true;
    bool m_outdated = false;
    bool m_hasTranscriptButton = true;
    std::optional<core::AttemptRecord> m_record; // of the report
    service::Report m_report;
    QString m_server;
    QString m_running;
    QList<QPushButton *> m_buttons;
    QList<core::StageTime> m_steps; // while it runs; the last one is going on
    QElapsedTimer m_clock;
    QTimer m_ticker;
};

/// Makes room for a panel that stays where it is however much is said; it scrolls.
void setUpResultArea(QScrollArea &area, const AttemptPanel &panel);

} // namespace ui
