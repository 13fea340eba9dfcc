// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attemptpanel.h"

#include "ui_attemptpanel.h"

#include "ui/colours.h"
#include "ui/confirmdialog.h"
#include "ui/transcriptdialog.h"
#include "ui/words.h"

#include <QLabel>
#include <QPushButton>

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

AttemptPanel::AttemptPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AttemptPanel>())
{
    m_ui->setupUi(this);
    m_ui->panelLayout->setContentsMargins(0, 0, 0, 0);
    QFont strong = m_ui->sentenceText->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_ui->sentenceText->setFont(strong);
    for (QLabel *label :
         {m_ui->sentenceText, m_ui->adviceText, m_ui->wordsText, m_ui->stepsText, m_ui->rowsText}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    connect(m_ui->transcriptButton, &QPushButton::clicked, this, &AttemptPanel::openTranscript);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &AttemptPanel::showRunning);
    hide();
}

AttemptPanel::~AttemptPanel() = default;

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

void AttemptPanel::setTitle(const QString &title)
{
    m_title = title;
}

void AttemptPanel::hideTranscriptButton()
{
    m_ui->transcriptButton->hide();
}

void AttemptPanel::openTranscript()
{
    auto *dialog = new TranscriptDialog(m_attempt->report().transcript, window());
    dialog->show();
}

void AttemptPanel::clear()
{
    m_ticker.stop();
    hide();
    m_report = {};
    m_ui->sentenceText->clear();
}

void AttemptPanel::onStarted()
{
    m_steps.clear();
    m_report = {};
    m_report.level = service::Report::Level::Plain;
    m_report.judgement.sentence = m_title;
    showReport();
    m_clock.start();
    m_ticker.start();
    show();
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
    say(*m_ui->stepsText, texts.join(u"  |  "_s));
}

void AttemptPanel::onFinished()
{
    m_ticker.stop();
    m_report = service::reportOf(m_attempt->record(), m_attempt->report());
    showReport();
}

void AttemptPanel::showReport()
{
    using Level = service::Report::Level;

    showSteps(m_report.steps);
    QStringList rows;
    for (const service::Report::Row &row : m_report.rows) {
        rows.append(row.label + u": "_s + row.text);
    }
    say(*m_ui->rowsText, rows.join(u'\n'));
    setColour(*m_ui->rowsText, Tone::Quiet);
    m_ui->sentenceText->setText(m_report.judgement.sentence);
    setColour(*m_ui->sentenceText, m_report.level == Level::Good    ? Tone::Good
                                   : m_report.level == Level::Plain ? Tone::Plain
                                                                    : Tone::Bad);
    say(*m_ui->adviceText, m_report.advice.join(u'\n'));
    QStringList words = m_report.serverWords.text.split(u'\n');
    if (words.size() > mostServerLines) {
        words = words.first(mostServerLines) + QStringList{u"…"_s};
    }
    say(*m_ui->wordsText, m_report.serverWords.text.isEmpty()
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
    for (const service::Report::Choice &choice : m_report.choices) {
        const QString &label = choice.remedy.label;
        auto *button = new QPushButton(choice.risk.isEmpty() ? label : tr("%1 ...").arg(label),
                                       m_ui->remedyWidget);
        button->setObjectName(u"remedyButton"_s);
        connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
        m_ui->remedyRow->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons.append(button);
    }
    const bool running = m_attempt->isRunning();
    m_ui->remedyWidget->setVisible(!m_buttons.isEmpty() ||
                                   (!running && !m_ui->transcriptButton->isHidden()));
}

void AttemptPanel::choose(const service::Report::Choice &choice)
{
    const diagnosis::Remedy &remedy = choice.remedy;
    if (choice.risk.isEmpty()) {
        Q_EMIT remedyChosen(remedy);
        return;
    }
    auto *dialog = new ConfirmDialog(
        m_report.judgement.sentence,
        choice.ofCertificate ? certificateText(*m_attempt->record().facts.tls) : QString(),
        choice.risk, remedy.label, this);
    if (choice.ofCertificate && !m_report.shown.isEmpty()) {
        dialog->showFingerprints(m_report.pinned, m_report.shown);
    }
    connect(dialog, &QDialog::accepted, this, [this, remedy] { Q_EMIT remedyChosen(remedy); });
    dialog->open();
}

} // namespace ui
