// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "mime/readdress.h"

#include "mime/composer.h"
#include "mime/gmimestream.h"
#include "mime/spoolwriter.h"

#include <QDateTime>
#include <QFile>
#include <QIODevice>

#include <utility>

using namespace Qt::StringLiterals;

namespace mime
{

namespace
{

constexpr qint64 pieceSize = qint64{64} * 1024;

bool isOfRecipients(const QByteArray &line)
{
    const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
    return name == "to" || name == "cc";
}

/// Gives each line of the header to `take`, and whether it belongs to To or Cc. False: the header
/// has no end.
template <typename Take> bool readHeader(QIODevice &message, Take take)
{
    bool ofRecipients = false;
    while (!message.atEnd()) {
        const QByteArray line = message.readLine();
        if (line == "\r\n") {
            return true;
        }
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        ofRecipients = folded ? ofRecipients : isOfRecipients(line);
        take(line, ofRecipients);
    }
    return false;
}

/// As a person would type them.
QStringList namesOf(InternetAddressList *list)
{
    QStringList names;
    for (int i = 0; list != nullptr && i < internet_address_list_length(list); ++i) {
        InternetAddress *one = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(one)) {
            const QString address =
                QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)));
            QString name = QString::fromUtf8(internet_address_get_name(one));
            name.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1); // RFC 5322 3.2.4
            names.append(name.isEmpty() ? address : "\"%1\" <%2>"_L1.arg(name, address));
        }
    }
    return names;
}

} // namespace

Recipients recipientsIn(const QString &path)
{
    initGMime();
    QFile message(path);
    QByteArray fields;
    if (message.open(QIODevice::ReadOnly)) {
        readHeader(message, [&fields](const QByteArray &line, bool ofRecipients) {
            fields += ofRecipients ? line : QByteArray();
        });
    }
    fields += "\r\n";
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(fields.constData(), static_cast<size_t>(fields.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), nullptr));
    return parsed ? Recipients{namesOf(g_mime_message_get_to(parsed.get())),
                               namesOf(g_mime_message_get_cc(parsed.get()))}
                  : Recipients();
}

core::Result<std::shared_ptr<const SpooledMessage>>
readdressed(const QString &path, const core::Draft &people, const std::stop_token &stop)
{
    core::Draft draft;
    draft.from = people.from;
    draft.to = people.to;
    draft.cc = people.cc;
    draft.bcc = people.bcc;
    const auto model = compose(draft, QDateTime::currentDateTime(), stop);
    if (!model) {
        return model;
    }
    QFile message(path);
    const std::unique_ptr<QIODevice> modelHeader = (*model)->open();
    const core::Error unreadable{core::Failure::BodyUnreadable,
                                 QT_TRANSLATE_NOOP("core", "The message could not be read again.")};
    if (!modelHeader || !message.open(QIODevice::ReadOnly)) {
        return unreadable;
    }
    QByteArray recipients; // To and Cc as they are from now on
    readHeader(*modelHeader, [&recipients](const QByteArray &line, bool ofRecipients) {
        recipients += ofRecipients ? line : QByteArray();
    });
    SpoolWriter writer((*model)->envelope(), stop);
    const bool whole = readHeader(message, [&](const QByteArray &line, bool ofRecipients) {
        writer.write(ofRecipients ? std::exchange(recipients, {}) : line);
    });
    if (!whole) {
        return unreadable;
    }
    writer.write(recipients + "\r\n"); // there were only blind copies before
    while (!message.atEnd()) {
        const QByteArray piece = message.read(pieceSize);
        if (piece.isEmpty()) {
            return unreadable;
        }
        if (!writer.write(piece)) {
            break;
        }
    }
    return writer.finish();
}

} // namespace mime
