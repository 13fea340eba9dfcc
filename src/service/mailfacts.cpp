// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mailfacts.h"

#include "core/inert.h"

#include <QLocale>

namespace service
{

namespace
{

constexpr qsizetype mostRecipients = 100;

core::Text recipientText(const core::RecipientResult &recipient, bool isOver)
{
    const QString address = core::inert(recipient.address);
    const QString reply =
        recipient.reply ? core::inert(recipient.reply->lines.join(' ')) : QString();
    switch (recipient.outcome) {
    case core::Outcome::Accepted: return {QT_TRANSLATE_NOOP("core", "%1: sent"), {address}};
    case core::Outcome::Refused:
        return {QT_TRANSLATE_NOOP("core", "%1: refused, %2"), {address, reply}};
    case core::Outcome::Deferred:
        return isOver ? core::Text(QT_TRANSLATE_NOOP("core", "%1: not sent, %2"), {address, reply})
                      : core::Text(QT_TRANSLATE_NOOP("core", "%1: put off, %2"), {address, reply});
    case core::Outcome::Unknown:
        return {QT_TRANSLATE_NOOP("core", "%1: unknown whether sent"), {address}};
    case core::Outcome::Partial:
    case core::Outcome::Failed:
    case core::Outcome::Cancelled: break;
    }
    return isOver ? core::Text(QT_TRANSLATE_NOOP("core", "%1: not sent"), {address})
                  : core::Text(QT_TRANSLATE_NOOP("core", "%1: not sent yet"), {address});
}

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QStringList factsOf(const outbox::Mail &mail, const core::Translate &translate)
{
    QList<core::Text> facts;
    const bool isOver = outbox::isOver(mail.state);
    for (const core::RecipientResult &recipient : mail.recipients) {
        if (facts.size() == mostRecipients) {
            facts += core::Text(QT_TRANSLATE_NOOP("core", "and %1 more recipients"),
                                {mail.recipients.size() - mostRecipients});
            break;
        }
        facts.append(recipientText(recipient, isOver));
    }
    facts += core::Text(QT_TRANSLATE_NOOP("core", "Put into the outbox: %1"),
                        {timeText(mail.acceptedAt)});
    if (mail.triedAt.isValid()) {
        facts += core::Text(mail.state == outbox::State::Unknown
                                ? QT_TRANSLATE_NOOP("core", "Its last octets went out: %1")
                                : QT_TRANSLATE_NOOP("core", "Last tried: %1"),
                            {timeText(mail.triedAt)});
    }
    if (!mail.lastReply.isEmpty()) {
        facts += core::Text(QT_TRANSLATE_NOOP("core", "The server's last reply: %1"),
                            {core::inert(mail.lastReply)});
    }
    if (!mail.messageId.isEmpty()) {
        facts +=
            core::Text(QT_TRANSLATE_NOOP("core", "Message-ID: %1"), {core::inert(mail.messageId)});
    }
    QStringList lines;
    for (const core::Text &fact : facts) {
        lines.append(fact.translated(translate));
    }
    return lines;
}

} // namespace service
