// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maildetails.h"

#include "core/inert.h"
#include "service/keptattempt.h"
#include "service/mailwords.h"
#include "ui/transcriptdialog.h"
#include "ui/words.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using outbox::State;

namespace ui
{

namespace
{

constexpr qsizetype mostRecipients = 100;

QString recipientText(const core::RecipientResult &recipient, bool isOver)
{
    const QString address = core::inert(recipient.address);
    const QString reply =
        recipient.reply ? core::inert(recipient.reply->lines.join(' ')) : QString();
    switch (recipient.outcome) {
    case core::Outcome::Accepted: return MailDetails::tr("%1: sent").arg(address);
    case core::Outcome::Refused: return MailDetails::tr("%1: refused, %2").arg(address, reply);
    case core::Outcome::Deferred:
        return isOver ? MailDetails::tr("%1: not sent, %2").arg(address, reply)
                      : MailDetails::tr("%1: put off, %2").arg(address, reply);
    case core::Outcome::Unknown: return MailDetails::tr("%1: unknown whether sent").arg(address);
    case core::Outcome::Partial:
    case core::Outcome::Failed:
    case core::Outcome::Cancelled: break;
    }
    return isOver ? MailDetails::tr("%1: not sent").arg(address)
                  : MailDetails::tr("%1: not sent yet").arg(address);
}

} // namespace

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

QStringList MailDetails::factsOf(const outbox::Mail &mail)
{
    QStringList facts;
    const bool isOver = outbox::isOver(mail.state);
    for (const core::RecipientResult &recipient : mail.recipients) {
        if (facts.size() == mostRecipients) {
            facts.append(tr("and %n more recipients", nullptr,
                            static_cast<int>(mail.recipients.size() - mostRecipients)));
            break;
        }
        facts.append(recipientText(recipient, isOver));
    }
    facts.append(tr("Put into the outbox: %1").arg(timeText(mail.acceptedAt)));
    if (mail.triedAt.isValid()) {
        facts.append(mail.state == State::Unknown
                         ? tr("Its last octets went out: %1").arg(timeText(mail.triedAt))
                         : tr("Last tried: %1").arg(timeText(mail.triedAt)));
    }
    if (!mail.lastReply.isEmpty()) {
        facts.append(tr("The server's last reply: %1").arg(core::inert(mail.lastReply)));
    }
    if (!mail.messageId.isEmpty()) {
        facts.append(tr("Message-ID: %1").arg(core::inert(mail.messageId)));
    }
    return facts;
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
    m_ui.decisionWidget->setHidden(!isUnknown && m_transcript.isEmpty());
    say(words.why.isEmpty() ? words.stateText : words.why, words.advice, factsOf(mail));
}

void MailDetails::openConversation()
{
    (new TranscriptDialog(m_transcript, window()))->show();
}

} // namespace ui
