// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/readdress.h"

#include "mime/composer.h"
#include "mime/spoolwriter.h"

#include <QDateTime>
#include <QFile>
#include <QIODevice>

#include <utility>

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

} // namespace

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
