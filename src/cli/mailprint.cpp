// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mailprint.h"

#include "cli/jsonreport.h"
#include "cli/usage.h"
#include "core/inert.h"
#include "core/names.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace cli
{

namespace
{

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString shownTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// Of one that was not asked yet, or was put off, "waiting" and "deferred" as long as that lasts.
QLatin1StringView outcomeOf(const core::RecipientResult &recipient, const outbox::Mail &mail)
{
    const bool waits = !outbox::isOver(mail.state) && recipient.outcome == core::Outcome::Failed;
    return waits ? "waiting"_L1 : core::outcomeName(recipient.outcome);
}

QJsonObject jsonOf(const core::RecipientResult &recipient, const outbox::Mail &mail)
{
    return {
        {u"address"_s, core::inert(recipient.address)},
        {u"outcome"_s, outcomeOf(recipient, mail)},
        {u"reply"_s, recipient.reply ? core::inert(recipient.reply->lines.join('\n')) : QString()}};
}

QStringList addressesOf(const outbox::Mail &mail)
{
    QStringList addresses;
    for (const QByteArray &address : mail.envelope.to) {
        addresses.append(core::inert(address));
    }
    return addresses;
}

} // namespace

QJsonObject jsonOf(const outbox::Mail &mail, const service::MailWords &words)
{
    return {{u"id"_s, mail.id},
            {u"state"_s, wordOf(words.state)},
            {u"subject"_s, mail.subject},
            {u"from"_s, mail.from},
            {u"recipients"_s,
             arrayOf(mail.recipients,
                     [&mail](const core::RecipientResult &one) { return jsonOf(one, mail); })},
            {u"server"_s, words.server},
            {u"size"_s, mail.traits.size},
            {u"tries"_s, mail.tries},
            {u"accepted"_s, timeText(mail.acceptedAt)},
            {u"next"_s, timeText(mail.due)},
            {u"reply"_s, core::inert(mail.lastReply)},
            {u"messageId"_s, core::inert(mail.messageId)},
            {u"sentence"_s, words.why},
            {u"advice"_s, words.advice}};
}

QString lineOf(const outbox::Mail &mail, const service::MailWords &words)
{
    const QStringList addresses = addressesOf(mail);
    const QString to = addresses.size() == 1
                           ? addresses.constFirst()
                           : Text::tr("%1 and %2 more")
                                 .arg(addresses.value(0), QString::number(addresses.size() - 1));
    const QString subject = mail.subject.isEmpty() ? Text::tr("(no subject)") : mail.subject;
    return Text::tr("%1: %2, to %3: %4")
        .arg(QString::number(mail.id), words.stateText, to, subject);
}

void printParagraphs(Terminal &terminal, const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty()) {
            terminal.lines(wrapped(text, textWidth));
        }
    }
}

void printMail(Terminal &terminal, const outbox::Mail &mail, const service::MailWords &words)
{
    terminal.lines(wrapped(lineOf(mail, words), textWidth, {}, u"    "_s), Terminal::Style::Strong);
    const std::pair<QString, QString> rows[] = {
        {Text::tr("From"), mail.from},
        {Text::tr("Server"), words.server},
        {Text::tr("Message-ID"), core::inert(mail.messageId)},
        {Text::tr("Size"), QLocale().formattedDataSize(mail.traits.size)},
        {Text::tr("Accepted"), shownTime(mail.acceptedAt)},
        {Text::tr("Tries"), mail.tries > 0 ? QString::number(mail.tries) : QString()},
        {Text::tr("Next try"), mail.due.isValid() ? shownTime(mail.due) : QString()},
        {Text::tr("Last reply"), core::inert(mail.lastReply)}};
    for (const auto &[title, text] : rows) {
        if (!text.isEmpty()) {
            terminal.lines(wrapped(title + u": "_s + text, textWidth, {}, u"    "_s));
        }
    }
    for (const core::RecipientResult &recipient : mail.recipients) {
        const QString reply =
            recipient.reply ? core::inert(recipient.reply->lines.join(' ')) : QString();
        terminal.lines(wrapped(
            u"- %1: %2 %3"_s.arg(core::inert(recipient.address), outcomeOf(recipient, mail), reply)
                .trimmed(),
            textWidth, {}, u"    "_s));
    }
    printParagraphs(terminal, {words.why, words.advice});
}

} // namespace cli
