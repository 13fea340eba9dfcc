// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attemptpanel.h"

#include "ui_attemptpanel.h"

#include "core/inert.h"
#include "core/stage.h"
#include "diagnosis/judgement.h"
#include "diagnosis/words.h"
#include "ui/colours.h"
#include "ui/confirmdialog.h"
#include "ui/transcriptdialog.h"
#include "ui/words.h"

#include <QFontMetrics>
#include <QPushButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

constexpr auto tick = std::chrono::milliseconds(200);
/// More than this is no answer to read but a page; the transcript has it whole.
constexpr qsizetype mostServerLines = 6;

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
    for (QLabel *label : {m_ui->sentenceText, m_ui->adviceText, m_ui->wordsText, m_ui->stepsText,
                          m_ui->addressesText}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    connect(m_ui->transcriptButton, &QPushButton::clicked, this, &AttemptPanel::openTranscript);
    m_ticker.setInterval(tick);
    connect(&m_ticker, &QTimer::timeout, this, &AttemptPanel::showSteps);
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

QString AttemptPanel::sentence() const
{
    return m_ui->sentenceText->text();
}

void AttemptPanel::clear()
{
    m_ticker.stop();
    hide();
    m_ui->sentenceText->clear();
}

void AttemptPanel::onStarted()
{
    m_steps.clear();
    m_ui->sentenceText->setText(m_title);
    setColour(*m_ui->sentenceText, Tone::Plain);
    m_ui->adviceText->hide();
    m_ui->wordsText->hide();
    m_ui->addressesText->hide();
    showRemedies({});
    m_clock.start();
    m_ticker.start();
    showSteps();
    show();
}

void AttemptPanel::onStage(core::Stage stage)
{
    const qint64 now = m_clock.elapsed();
    if (!m_steps.isEmpty()) {
        m_steps.last().ms = now - m_steps.constLast().ms;
    }
    m_steps.append({stage, now});
    showSteps();
}

void AttemptPanel::showSteps()
{
    if (m_attempt == nullptr) {
        return;
    }
    const bool running = m_attempt->isRunning();
    const core::AttemptReport &report = m_attempt->report();
    const core::Outcome outcome = report.facts.outcome;
    const bool good = outcome == core::Outcome::Accepted || outcome == core::Outcome::Partial;
    const QList<core::StageTime> &steps = running ? m_steps : report.timings;
    QStringList texts;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].stage == core::Stage::Message && running) {
            continue;
        }
        const QString stage = core::stageName(steps[i].stage);
        if (running && i + 1 == steps.size()) {
            texts.append(tr("%1 … %2 s").arg(stage).arg((m_clock.elapsed() - steps[i].ms) / 1000));
        } else if (!running && !good && steps[i].stage == report.facts.stage) {
            texts.append(tr("%1 failed after %2 ms").arg(stage).arg(steps[i].ms));
        } else {
            texts.append(tr("%1 ok %2 ms").arg(stage).arg(steps[i].ms));
        }
    }
    // Lines break between the steps, not inside one.
    texts.replaceInStrings(u" "_s, QString(QChar::Nbsp));
    m_ui->stepsText->setText(texts.join(u"  |  "_s));
    m_ui->stepsText->setVisible(!texts.isEmpty());
}

/// Only where it says more than the steps: a name may have several addresses.
void AttemptPanel::showAddresses()
{
    const QList<core::AddressAttempt> &addresses = m_attempt->report().addresses;
    const bool failed =
        std::any_of(addresses.begin(), addresses.end(),
                    [](const core::AddressAttempt &one) { return !one.error.isEmpty(); });
    QStringList texts;
    for (const core::AddressAttempt &one : addresses) {
        const QString address = core::inert(one.address);
        texts.append(one.error.isEmpty() ? tr("%1: connected after %2 ms").arg(address).arg(one.ms)
                                         : tr("%1: %2").arg(address, translatedDetail(one.error)));
    }
    m_ui->addressesText->setText(tr("Addresses tried: %1").arg(texts.join(u"  |  "_s)));
    // Behind a proxy the sentence says it.
    m_ui->addressesText->setVisible((failed || addresses.size() > 1) &&
                                    !m_attempt->record().profile.proxy.isUsed());
    setColour(*m_ui->addressesText, Tone::Quiet);
}

void AttemptPanel::onFinished()
{
    m_ticker.stop();
    showSteps();
    showAddresses();
    const core::AttemptRecord &record = m_attempt->record();
    const core::SessionFacts &facts = record.facts;
    const diagnosis::Judgement judgement = diagnosis::judge(
        facts, record.profile, record.goal, QDateTime::currentDateTime(), &translatedText);
    m_ui->sentenceText->setText(judgement.sentence);
    setColour(*m_ui->sentenceText, facts.outcome == core::Outcome::Accepted    ? Tone::Good
                                   : facts.outcome == core::Outcome::Cancelled ? Tone::Plain
                                                                               : Tone::Bad);
    QStringList advice{judgement.advice};
    for (const core::Note note : facts.notes) {
        advice.append(diagnosis::noteSentence(note, &translatedText));
    }
    advice.removeAll(QString());
    m_ui->adviceText->setText(advice.join(u'\n'));
    m_ui->adviceText->setVisible(!advice.isEmpty());
    const bool accepted = facts.outcome == core::Outcome::Accepted;
    QStringList words;
    if (facts.reply && (!accepted || record.goal == core::Goal::SendMail)) {
        for (const QByteArray &line :
             facts.reply->lines.first(std::min(mostServerLines, facts.reply->lines.size()))) {
            words.append(core::inert(line));
        }
        if (facts.reply->lines.size() > mostServerLines) {
            words.append(u"…"_s);
        }
    }
    m_ui->wordsText->setText(
        words.isEmpty() ? QString() : tr("The server's own words: %1").arg(words.join(u'\n')));
    m_ui->wordsText->setVisible(!words.isEmpty());
    showRemedies(judgement.remedies);
}

void AttemptPanel::showRemedies(const QList<diagnosis::Remedy> &remedies)
{
    for (QPushButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const diagnosis::Remedy &remedy : remedies) {
        auto *button = new QPushButton(
            remedy.isRisky() ? tr("%1 ...").arg(remedy.label) : remedy.label, m_ui->remedyWidget);
        button->setObjectName(u"remedyButton"_s);
        connect(button, &QPushButton::clicked, this, [this, remedy] { choose(remedy); });
        m_ui->remedyRow->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons.append(button);
    }
    const bool running = m_attempt->isRunning();
    m_ui->remedyWidget->setVisible(!remedies.isEmpty() ||
                                   (!running && !m_ui->transcriptButton->isHidden()));
}

void AttemptPanel::choose(const diagnosis::Remedy &remedy)
{
    if (!remedy.isRisky()) {
        Q_EMIT remedyChosen(remedy);
        return;
    }
    const core::AttemptRecord &record = m_attempt->record();
    using Kind = diagnosis::Remedy::Kind;
    const bool ofCertificate =
        (remedy.kind == Kind::TrustCertificate || remedy.kind == Kind::ForgetPin ||
         remedy.kind == Kind::ChangeHost) &&
        record.facts.tls;
    auto *dialog = new ConfirmDialog(
        m_ui->sentenceText->text(), ofCertificate ? certificateText(*record.facts.tls) : QString(),
        diagnosis::riskSentence(remedy, &translatedText), remedy.label, this);
    const QByteArray &pin = core::isOfPop(record.facts.stage) ? record.profile.pop.pinnedSha256
                                                              : record.profile.pinnedSha256;
    if (ofCertificate && !pin.isEmpty()) {
        dialog->showFingerprints(pin, record.facts.tls->certificate().sha256);
    }
    connect(dialog, &QDialog::accepted, this, [this, remedy] { Q_EMIT remedyChosen(remedy); });
    dialog->open();
}

} // namespace ui
