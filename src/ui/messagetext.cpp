// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagetext.h"

#include "core/inert.h"
#include "service/practiceentry.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

struct MessageText
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageText)
};

QString attachmentText(const service::ReadMessage::Attachment &attachment)
{
    const QString name = attachment.name.isEmpty() ? attachment.type : attachment.name;
    return MessageText::tr("%1 (%2)").arg(name, QLocale().formattedDataSize(attachment.octets));
}

} // namespace

QString messageText(const QByteArray &message)
{
    const service::ReadMessage mail = service::readMessage(message.left(readablePart));
    QStringList attachments;
    for (const auto &attachment : mail.attachments) {
        attachments.append(attachmentText(attachment));
    }
    const std::pair<QString, QString> fields[] = {
        {MessageText::tr("From: %1"), mail.from},
        {MessageText::tr("To: %1"), mail.to},
        {MessageText::tr("Cc: %1"), mail.cc},
        {MessageText::tr("Subject: %1"), mail.subject},
        {MessageText::tr("Date: %1"), mail.date},
        {MessageText::tr("Attachments: %1"), attachments.join(u", "_s)}};
    QStringList lines;
    for (const auto &[label, text] : fields) {
        if (!text.isEmpty()) {
            lines.append(label.arg(text));
        }
    }
    return lines.join(u'\n') + u"\n\n"_s +
           (mail.text.isEmpty() ? MessageText::tr("There is no plain text in this mail.")
                                : mail.text);
}

QString messageSource(const QByteArray &message)
{
    QStringList lines;
    // Line by line, so that line ends stay what they are and everything else is inert.
    for (QByteArray line : message.left(readablePart).split('\n')) {
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        lines.append(core::inert(line));
    }
    if (message.size() > readablePart) {
        lines.append(u"…"_s);
    }
    return lines.join(u'\n');
}

} // namespace ui
