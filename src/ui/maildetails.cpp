// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maildetails.h"

#include "service/keptattempt.h"
#include "service/mailfacts.h"
#include "service/mailwords.h"
#include "ui/explaindialog.h"
#include "ui/transcriptdialog.h"

using namespace Qt::StringLiterals;
using outbox::State;

namespace ui
{

MailDetails::MailDetails(QWidget *parent)
    : QWidget(parent)
{
    m_ui.setupUi(this);
    QFont large = m_ui.whyText->font();
    large.setBold(true);
    m_ui.whyText->setFont(large);
    connect(m_ui.againButton, &QPushButton::clicked, this, &MailDetails::sendAgainRequested);
    connect(m_ui.arrivedButton, &QPushButton::clicked, this, &MailDetails::arrivedRequested);
    connect(m_ui.conversationButton, &QPushButton::clicked, this, &MailDetails::openConversation);
    connect(m_ui.explainButton, &QPushButton::clicked, this, &MailDetails::explain);
    showNothing({});
}

void MailDetails::say(const QString &why, const QString &advice, const QStringList &facts)
{
    m_ui.whyText->setText(why);
    m_ui.whyText->setHidden(why.isEmpty());
    m_ui.mailAdviceText->setText(advice);
    m_ui.mailAdviceText->setHidden(advice.isEmpty());
    m_ui.factsText->setText(facts.join(u'\n'));
    m_ui.factsText->setHidden(facts.isEmpty());
}

void MailDetails::showNothing(const QString &sentence)
{
    m_transcript = {};
    m_ui.decisionWidget->hide();
    say({}, sentence, {});
}

void MailDetails::showMail(const outbox::Mail &mail, const service::Servers &servers)
{
    const service::MailWords words = service::wordsOf(mail, servers);
    const auto attempt = service::attemptFromBytes(mail.record);
    m_transcript = attempt ? attempt->transcript : core::Transcript();
    const bool isUnknown = mail.state == State::Unknown;
    m_ui.againButton->setVisible(isUnknown);
    m_ui.arrivedButton->setVisible(isUnknown);
    m_ui.conversationButton->setHidden(m_transcript.isEmpty());
    m_lastReply = mail.state == State::Sent ? QString() : QString::fromUtf8(mail.lastReply);
    m_ui.explainButton->setHidden(m_lastReply.isEmpty());
    m_ui.decisionWidget->setHidden(!isUnknown && m_transcript.isEmpty() && m_lastReply.isEmpty());
    say(words.why.isEmpty() ? words.stateText : words.why, words.advice, service::factsOf(mail));
}

void MailDetails::explain()
{
    (new ExplainDialog({m_lastReply, {}, {}}, window()))->show();
}

void MailDetails::openConversation()
{
    (new TranscriptDialog(m_transcript, window()))->show();
}

} // namespace ui
