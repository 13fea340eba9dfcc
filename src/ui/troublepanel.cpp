// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/troublepanel.h"

#include "core/inert.h"
#include "service/keptattempt.h"
#include "service/mailwords.h"
#include "ui/outboxmodel.h"
#include "ui/words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui
{

bool TroublePanel::Line::reads(const Line &other) const
{
    return sentence == other.sentence &&
           std::ranges::equal(choices, other.choices, {}, &Choice::label, &Choice::label);
}

TroublePanel::TroublePanel(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(4);
    hide();
}

void TroublePanel::follow(const OutboxModel &model, const Backend &backend)
{
    m_model = &model;
    m_backend = &backend;
    connect(&model, &OutboxModel::refreshed, this, &TroublePanel::refresh);
}

/// Only what reads otherwise than before is built anew: a button keeps the focus.
void TroublePanel::refresh()
{
    const QList<Line> lines = linesNow();
    if (std::ranges::equal(lines, m_lines,
                           [](const Line &a, const Line &b) { return a.reads(b); })) {
        return;
    }
    m_lines = lines;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Line &line : lines) {
        m_layout->addWidget(widgetOf(line));
    }
    setVisible(!lines.isEmpty());
}

QWidget *TroublePanel::widgetOf(const Line &line)
{
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::AlternateBase);
    frame->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(8, 2, 8, 2);
    auto *text = new QLabel(line.sentence, frame);
    text->setObjectName(u"troubleText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    for (const Choice &choice : line.choices) {
        auto *button = new QPushButton(choice.label, frame);
        button->setObjectName(u"troubleButton"_s);
        button->setAccessibleDescription(line.sentence);
        connect(button, &QPushButton::clicked, this, choice.chosen);
        row->addWidget(button);
    }
    return frame;
}

std::optional<TroublePanel::Line> TroublePanel::lineOf(const outbox::ServerTrouble &trouble,
                                                       int waiting)
{
    const auto server = m_backend->servers.server(trouble.server);
    if (!server || !server->enabled || waiting == 0) {
        return {};
    }
    const QUuid id = trouble.server;
    const auto attempt = service::attemptFromBytes(trouble.record);
    const auto judgement = attempt ? service::judgementOf(attempt->record) : diagnosis::Judgement();
    const QString name = core::inert(server->profile.name);
    Line line;
    if (trouble.needsPerson) {
        line.sentence =
            tr("%1: %2 %n mails wait for you.", nullptr, waiting).arg(name, judgement.sentence);
        const auto safe = std::ranges::find_if(
            judgement.remedies, [](const diagnosis::Remedy &remedy) { return !remedy.isRisky(); });
        if (safe != judgement.remedies.cend()) {
            line.choices.append(
                {safe->label, [this, id, remedy = *safe] { Q_EMIT remedyRequested(id, remedy); }});
        } else {
            line.choices.append(
                {tr("Look at its settings"), [this, id] { Q_EMIT remedyRequested(id, {}); }});
        }
    } else {
        line.sentence =
            trouble.until > QDateTime::currentDateTimeUtc()
                ? tr("%1: %2 %n mails wait; next try at %3.", nullptr, waiting)
                      .arg(name, judgement.sentence, timeText(trouble.until))
                : tr("%1: %2 %n mails wait.", nullptr, waiting).arg(name, judgement.sentence);
    }
    line.choices.append({tr("Try now"), [this, id] { Q_EMIT tryNowRequested(id); }});
    if (attempt && !attempt->transcript.isEmpty()) {
        line.choices.append({tr("Show conversation ..."), [this, said = attempt->transcript] {
                                 Q_EMIT conversationRequested(said);
                             }});
    }
    return line;
}

QList<TroublePanel::Line> TroublePanel::linesNow()
{
    QList<Line> lines;
    const auto goOn = [this](const QUuid &server) {
        return Choice{tr("Go on"), [this, server] { Q_EMIT goOnRequested(server); }};
    };
    const outbox::Pauses &pauses = m_model->pauses();
    if (pauses.everything) {
        lines.append({tr("Everything is paused: nothing is sent until you go on."), {goOn({})}});
    }
    for (const QUuid &id : pauses.servers) {
        if (const auto server = m_backend->servers.server(id)) {
            lines.append({tr("%1 is paused.").arg(core::inert(server->profile.name)), {goOn(id)}});
        }
    }
    const QHash<QUuid, int> waiting = m_model->waiting();
    for (const outbox::ServerTrouble &trouble : m_model->troubles()) {
        if (const auto line = lineOf(trouble, waiting.value(trouble.server))) {
            lines.append(*line);
        }
    }
    for (auto one = waiting.cbegin(); one != waiting.cend(); ++one) {
        const auto server = m_backend->servers.server(one.key());
        if (*one == 0 || (server && server->enabled)) {
            continue;
        }
        const QUuid id = one.key();
        if (server) {
            lines.append({tr("%1 is switched off: %n mails wait for you.", nullptr, *one)
                              .arg(core::inert(server->profile.name)),
                          {{tr("Switch it on"), [this, id] { Q_EMIT switchOnRequested(id); }}}});
        } else {
            lines.append({tr("%n mails wait for a server that was deleted.", nullptr, *one),
                          {{tr("Send through another server ..."),
                            [this, id] { Q_EMIT anotherServerRequested(id); }}}});
        }
    }
    return lines;
}

} // namespace ui
