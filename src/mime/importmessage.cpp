// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/importmessage.h"

#include "mime/headerend.h"
#include "mime/mbox.h"
#include "mime/spoolwriter.h"
#include "mime/systemfile.h"

#include <QFile>

#include <algorithm>
#include <optional>

namespace mime
{

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
            core::Text(QT_TRANSLATE_NOOP("core", "The message file cannot be read: %1: %2"),
                       {path, reason})};
}

core::Error noMessage(const char *sentence, const QString &path)
{
    return core::badInput({sentence, {path}});
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
        return core::Error{
            core::Failure::BodyUnreadable,
            core::Text(QT_TRANSLATE_NOOP("core", "The message file is empty: %1"), {path})};
    }
    if (block.startsWith("\xff\xfe") || block.startsWith("\xfe\xff")) {
        return noMessage(
            QT_TRANSLATE_NOOP("core", "The file is UTF-16 text, not a mail message: %1"), path);
    }
    if (!startsWithField(block.sliced(startOf(block).offset))) {
        return noMessage(
            QT_TRANSLATE_NOOP("core",
                              "The file is no mail message, it does not begin with a header: %1"),
            path);
    }
    return {};
}

} // namespace

core::Result<std::shared_ptr<const SpooledMessage>>
importMessage(const QString &path, const core::Envelope &envelope, const std::stop_token &stop)
{
    if (fileKind(path) == FileKind::Other) {
        return core::Error{
            core::Failure::BodyUnreadable,
            core::Text(QT_TRANSLATE_NOOP("core", "The message file is not a regular file: %1"),
                       {path})};
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
    while (!block.isEmpty() && writer.write(block)) {
        block = readBlock(file);
    }
    if (file.error() != QFileDevice::NoError) {
        return unreadable(path, file.errorString());
    }
    auto message = writer.finish();
    const int mails = message && start.isMbox ? (*message)->findings().mails : 1;
    if (mails > 1) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core",
                               "The file holds %1 mails; only one can be sent at a time: %2"),
             {mails, path}});
    }
    return message;
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
