// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/importmessage.h"

#include "core/inert.h"
#include "mime/headerend.h"
#include "mime/mbox.h"
#include "mime/spoolwriter.h"
#include "mime/systemfile.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype blockSize = 65'536;
constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf", 3);

/// Up to a whole block.
QByteArray readBlock(QFile &file)
{
    QByteArray block;
    while (block.size() < blockSize) {
        const QByteArray piece = file.read(blockSize - block.size());
        if (piece.isEmpty()) {
            break;
        }
        block += piece;
    }
    return block;
}

bool startsWithField(QByteArrayView start)
{
    const qsizetype colon = start.indexOf(':');
    return colon > 0 && start.front() > ' ' && isFieldName(start.first(colon));
}

core::Error unreadable(const QString &path, const QString &reason)
{
    return {core::Failure::BodyUnreadable,
            "The message file cannot be read: "_L1 + core::inert(path) + ": "_L1 + reason};
}

core::Error noMessage(QLatin1StringView sentence, const QString &path)
{
    return {core::Failure::BadInput, sentence + core::inert(path)};
}

/// Where the message begins in the file: behind byte order marks and an mbox line.
struct Start
{
    qsizetype offset = 0;
    bool isMbox = false;
};

Start startOf(QByteArrayView block)
{
    Start start;
    const auto skipMarks = [&] {
        while (block.sliced(start.offset).startsWith(byteOrderMark)) {
            start.offset += byteOrderMark.size();
        }
    };
    skipMarks();
    if (const qsizetype length = afterMboxLine(block.sliced(start.offset)); length > 0) {
        start.offset += length;
        start.isMbox = true;
        skipMarks();
    }
    return start;
}

std::optional<core::Error> whyNoMessage(QByteArrayView block, const QString &path)
{
    if (block.isEmpty()) {
        return core::Error{core::Failure::BodyUnreadable,
                           "The message file is empty: "_L1 + core::inert(path)};
    }
    if (block.startsWith("\xff\xfe") || block.startsWith("\xfe\xff")) {
        return noMessage("The file is UTF-16 text, not a mail message: "_L1, path);
    }
    if (!startsWithField(block.sliced(startOf(block).offset))) {
        return noMessage("The file is no mail message, it does not begin with a header: "_L1, path);
    }
    return {};
}

} // namespace

core::Result<std::shared_ptr<const SpooledMessage>>
importMessage(const QString &path, const core::Envelope &envelope, const std::stop_token &stop)
{
    if (fileKind(path) == FileKind::Other) {
        return core::Error{core::Failure::BodyUnreadable,
                           "The message file is not a regular file: "_L1 + core::inert(path)};
    }
    QFile file;
    if (const auto reason = openForReading(file, path)) {
        return unreadable(path, *reason);
    }
    QByteArray block = readBlock(file);
    if (file.error() != QFileDevice::NoError) {
        return unreadable(path, file.errorString());
    }
    if (const auto error = whyNoMessage(block, path)) {
        return *error;
    }
    const Start start = startOf(block);
    block.remove(0, start.offset);
    SpoolWriter writer(envelope, stop);
    MboxCount count;
    while (!block.isEmpty() && writer.write(block)) {
        if (start.isMbox) {
            count.onBytes(block);
        }
        block = readBlock(file);
    }
    if (file.error() != QFileDevice::NoError) {
        return unreadable(path, file.errorString());
    }
    count.finish();
    if (count.mails() > 1) {
        return core::Error{core::Failure::BadInput,
                           u"The file holds %1 mails; only one can be sent at a time: %2"_s.arg(
                               QString::number(count.mails()), core::inert(path))};
    }
    return writer.finish();
}

core::Result<qint64> messageOffset(const QString &path)
{
    QFile file;
    if (const auto reason = openForReading(file, path)) {
        return unreadable(path, *reason);
    }
    return startOf(readBlock(file)).offset;
}

} // namespace mime
