// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mailoptions.h"

#include "cli/text.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli
{

Parsed<MailOptions> mailOptions(const QCommandLineParser &parser, const QString &defaultAddress)
{
    const QString from = parser.isSet(u"from"_s) ? parser.value(u"from"_s) : defaultAddress;
    if (from.isEmpty()) {
        return UsageError{Text::tr("Who sends? Give --from.")};
    }
    const QStringList to = parser.isSet(u"to"_s) ? parser.values(u"to"_s) : QStringList{from};
    if (parser.isSet(u"message-file"_s)) {
        for (const char *other : {"subject", "body-file", "attach"}) {
            if (parser.isSet(QString::fromLatin1(other))) {
                return UsageError{Text::tr("--message-file is sent as it is; leave --%1 out.")
                                      .arg(QString::fromLatin1(other))};
            }
        }
        return service::MessageFile{parser.value(u"message-file"_s), from, to};
    }
    core::Draft draft{from, to, Text::tr("Test mail from Proserpina"),
                      Text::tr("This mail was sent by Proserpina to try a mail server.\n"),
                      parser.values(u"attach"_s)};
    if (parser.isSet(u"subject"_s)) {
        draft.subject = parser.value(u"subject"_s);
    }
    if (parser.isSet(u"body-file"_s)) {
        QFile file(parser.value(u"body-file"_s));
        if (QFileInfo(file).exists() && !QFileInfo(file).isFile()) {
            return UsageError{
                Text::tr("--body-file: %1 is not a regular file.").arg(file.fileName()),
                badInputExit};
        }
        if (!file.open(QIODevice::ReadOnly)) {
            return UsageError{
                Text::tr("--body-file: %1: %2.").arg(file.fileName(), file.errorString()),
                badInputExit};
        }
        draft.text = QString::fromUtf8(file.readAll());
    }
    return draft;
}

} // namespace cli
