// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attemptpanel.h"

#include "ui/colours.h"
#include "ui/confirmdialog.h"
#include "ui/transcriptdialog.h"
#include "ui/words.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <chrono>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr auto tick = std::chrono::milliseconds(200);
/// More than this is no answer to read but a page; the transcript has it whole.
constexpr qsizetype mostServerLines = 6;

void say(QLabel &label, const QString &text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

void setUpResultArea(QScrollArea &area, const AttemptPanel &panel)
{
    constexpr int lines = 8;
    area.setMinimumHeight(area.fontMetrics().lineSpacing() * lines);
    area.viewport()->setAutoFillBackground(false);
    area.widget()->setAutoFillBackground(false);
    // Where there is not room for all, the sentence and what a click can do come first.
    QObject::connect(
        &panel, &AttemptPanel::reported, &area,
        [&area](QWidget *sentence, QWidget *buttons) {
            area.ensureWidgetVisible(buttons, 0, 0);
            area.ensureWidgetVisible(sentence, 0, 0);
        },
        Qt::QueuedConnection); // once the layout has taken them in
}

AttemptPanel::AttemptPanel(QWidget *parent)
    : QWidget(parent)
{
    m_ui.setupUi(this);
    m_ui.panelLayout->setContentsMargins(0, 0, 0, 0);
    QFont strong = m_ui.sentenceText->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_ui.sentenceText->setFont(strong);
    for (QLabel *label : {m_ui.headingText, m_ui.sentenceText, m_ui.adviceText, m_ui.wordsText,
                          m_ui.stepsText, m_ui.rowsText}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    connect(m_ui.transcriptButton, &QPushButton::clicked, this, &AttemptPanel::openTranscript);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &AttemptPanel::showRunning);
    showNothing({});
}

void AttemptPanel::follow(service::Attempt &attempt)
{
    m_attempt = &attempt;
    connect(&attempt, &service::Attempt::started, this, &AttemptPanel::onStarted);
    connect(&attempt, &service::Attempt::told, this, [this](const core::AttemptEvent &event) {
        if (const auto *started = std::get_if<core::StageStarted>(&event)) {
            onStage(started->stage);
        }
    });
    connect(&attempt, &service::Attempt::finished, this, &AttemptPanel::onFinished);
}

void AttemptPanel::setTitle(const QString &server, const QString &running)
{
    m_server = server;
    m_running = running;
}

void AttemptPanel::hideTranscriptButton()
{
    m_hasTranscriptButton = false;
    m_ui.transcriptButton->hide();
}

void AttemptPanel::openTranscript()
{
    auto *dialog = new TranscriptDialog(m_attempt->report().transcript, window());
    dialog->show();
}

void AttemptPanel::showAttempt()
{
    m_showsAttempt = true;
    if (m_attempt->isRunning()) {
        showWaiting();
    } else {
        take(m_attempt->record(), m_attempt->report());
    }
}

void AttemptPanel::showRecord(const QString &server, const core::AttemptRecord &record)
{
    m_showsAttempt = false;
    m_server = server;
    take(record, {});
}

void AttemptPanel::showNothing(const QString &sentence)
{
    m_showsAttempt = false;
    m_record.reset();
    m_report = {};
    m_report.level = service::Report::Level::Plain;
    m_report.advice = {sentence};
    showReport();
}

void AttemptPanel::setOutdated(bool outdated)
{
    if (m_outdated != outdated) {
        m_outdated = outdated;
        showReport();
    }
}

void AttemptPanel::onStarted()
{
    m_steps.clear();
    m_showsAttempt = true;
    m_clock.start();
    m_ticker.start();
    showWaiting();
}

void AttemptPanel::showWaiting()
{
    m_record.reset();
    m_outdated = false;
    m_report = {};
    m_report.level = service::Report::Level::Plain;
    m_report.judgement.sentence = m_running;
    showReport();
    showRunning();
}

void AttemptPanel::onStage(core::Stage stage)
{
    const qint64 now = m_clock.elapsed();
    if (!m_steps.isEmpty()) {
        m_steps.last().ms = now - m_steps.constLast().ms;
    }
    m_steps.append({stage, now});
    showRunning();
}

void AttemptPanel::showRunning()
{
    if (!m_showsAttempt) {
        return;
    }
    using State = service::Report::Step::State;

    QList<service::Report::Step> steps;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const auto &[stage, ms] = m_steps[i]; // of the last one, when it began
        if (stage == core::Stage::Message) {
            continue;
        }
        steps.append(i + 1 < m_steps.size()
                         ? service::stepOf({stage, ms}, State::Done)
                         : service::stepOf({stage, m_clock.elapsed() - ms}, State::Running));
    }
    showSteps(steps);
}

void AttemptPanel::showSteps(const QList<service::Report::Step> &steps)
{
    QStringList texts;
    for (const service::Report::Step &step : steps) {
        texts.append(step.text);
    }
    // Lines break between the steps, not inside one.
    texts.replaceInStrings(u" "_s, QString(QChar::Nbsp));
    say(*m_ui.stepsText, texts.join(u"  |  "_s));
    m_ui.stepsText->setAccessibleName(texts.isEmpty() ? QString()
                                                      : tr("Steps: %1.").arg(texts.join(u", "_s)));
}

void AttemptPanel::onFinished()
{
    m_ticker.stop();
    if (m_showsAttempt) {
        take(m_attempt->record(), m_attempt->report());
        // Whoever cannot see it is told. (Of an alert Qt tells the accessibility bus nothing.)
        QAccessibleEvent event(m_ui.sentenceText, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
        Q_EMIT reported(m_ui.sentenceText, m_ui.remedyWidget);
    }
}

void AttemptPanel::take(const core::AttemptRecord &record, const core::AttemptReport &report)
{
    m_outdated = false;
    m_record = record;
    m_report = service::reportOf(record, report);
    showReport();
}

void AttemptPanel::showReport()
{
    using Level = service::Report::Level;

    showHeading();
    showSteps(m_report.steps);
    QStringList rows;
    for (const service::Report::Row &row : m_report.rows) {
        rows.append(row.label + u": "_s + row.text);
    }
    say(*m_ui.rowsText, rows.join(u'\n'));
    setColour(*m_ui.rowsText, Tone::Quiet);
    say(*m_ui.sentenceText, m_report.judgement.sentence);
    setColour(*m_ui.sentenceText, m_outdated                       ? Tone::Quiet
                                  : m_report.level == Level::Good  ? Tone::Good
                                  : m_report.level == Level::Plain ? Tone::Plain
                                                                   : Tone::Bad);
    for (QLabel *label : {m_ui.adviceText, m_ui.wordsText}) {
        setColour(*label, m_outdated ? Tone::Quiet : Tone::Plain);
    }
    say(*m_ui.adviceText, m_report.advice.join(u'\n'));
    QStringList words = m_report.serverWords.text.split(u'\n');
    if (words.size() > mostServerLines) {
        words = words.first(mostServerLines) + QStringList{u"…"_s};
    }
    say(*m_ui.wordsText, m_report.serverWords.text.isEmpty()
                             ? QString()
                             : m_report.serverWords.label + u' ' + words.join(u'\n'));
    showChoices();
}

void AttemptPanel::showChoices()
{
    for (QPushButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    // They start from the settings that were tried.
    const QList<service::Report::Choice> choices =
        m_outdated ? QList<service::Report::Choice>() : m_report.choices;
    for (const service::Report::Choice &choice : choices) {
        const QString &label = choice.remedy.label;
        auto *button = new QPushButton(choice.risk.isEmpty() ? label : tr("%1 ...").arg(label),
                                       m_ui.remedyWidget);
        button->setObjectName(u"remedyButton"_s);
        connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
        m_ui.remedyRow->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons.append(button);
    }
    m_ui.transcriptButton->setVisible(m_hasTranscriptButton && m_showsAttempt && m_record);
    m_ui.remedyWidget->setVisible(!m_buttons.isEmpty() || !m_ui.transcriptButton->isHidden());
}

void AttemptPanel::showHeading()
{
    if (!m_record || m_server.isEmpty()) {
        say(*m_ui.headingText, {});
        return;
    }
    const QString what = [this] {
        switch (m_record->goal) {
        case core::Goal::ReadReply: return tr("Reply of %1, %2");
        case core::Goal::Check: return tr("Check of %1, %2");
        case core::Goal::SendMail: return tr("Test mail through %1, %2");
        }
        Q_UNREACHABLE();
    }();
    const QString heading = what.arg(m_server, timeText(m_record->at));
    say(*m_ui.headingText,
        m_outdated ? tr("%1, for the settings before this change").arg(heading) : heading);
    setColour(*m_ui.headingText, Tone::Quiet);
}

void AttemptPanel::choose(const service::Report::Choice &choice)
{
    const diagnosis::Remedy &remedy = choice.remedy;
    if (choice.risk.isEmpty()) {
        Q_EMIT remedyChosen(remedy);
        return;
    }
    auto *dialog =
        new ConfirmDialog(m_report.judgement.sentence,
                          choice.ofCertificate ? certificateText(*m_record->facts.tls) : QString(),
                          choice.risk, remedy.label, this);
    if (choice.ofCertificate && !m_report.shown.isEmpty()) {
        dialog->showFingerprints(m_report.pinned, m_report.shown);
    }
    connect(dialog, &QDialog::accepted, this, [this, remedy] { Q_EMIT remedyChosen(remedy); });
    dialog->open();
}

} // namespace ui
