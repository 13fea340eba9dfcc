// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attemptrecord.h"
#include "diagnosis/remedies.h"
#include "service/attempt.h"

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

/// How an attempt goes and how it ended: the steps with their times, what is wrong in plain words,
/// what to do, the server's own words, and a button for each thing a click can do. Hidden before
/// the first attempt.
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
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// A button was clicked; where it is risky, the person has been asked.
    void remedyChosen(const diagnosis::Remedy &remedy);

private:
    void onStarted();
    void onStage(core::Stage stage);
    void onFinished();
    void showSteps();
    void showAddresses();
    void showRemedies(const QList<diagnosis::Remedy> &remedies);
    void openTranscript();
    void choose(const diagnosis::Remedy &remedy);

    std::unique_ptr<Ui::AttemptPanel> m_ui;
    service::Attempt *m_attempt = nullptr;
    QString m_title;
    QList<QPushButton *> m_buttons;
    QList<core::StageTime> m_steps; // while it runs; the last one is going on
    QElapsedTimer m_clock;
    QTimer m_ticker;
};

} // namespace ui
