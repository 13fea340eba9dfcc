// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/importmessage.h"

#include "core/inert.h"
#include "mime/spoolwriter.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace mime
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype blockSize = 65'536;

/// Up to a whole block; a pipe gives less at a time.
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

/// Where the line after the mbox "From " line begins; 0 without such a line.
qsizetype afterMboxLine(QByteArrayView start)
{
    if (!start.startsWith("From ")) {
        return 0;
    }
    const auto isLineEnd = [](char c) { return c == '\r' || c == '\n'; };
    const auto end = std::find_if(start.begin(), start.end(), isLineEnd);
    const qsizetype length = end - start.begin();
    const bool crLf = start.sliced(length).startsWith("\r\n");
    return std::min(length + (crLf ? 2 : 1), start.size());
}

/// RFC 5322 2.2: printable ASCII, then a colon; 4.5 lets white space stand before it.
bool startsWithField(QByteArrayView start)
{
    const qsizetype colon = start.indexOf(':');
    const QByteArrayView name = start.first(std::max<qsizetype>(colon, 0)).trimmed();
    return !name.isEmpty() && name.data() == start.data() &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

core::Error unreadable(const QFile &file)
{
    return {core::Failure::BodyUnreadable, "The message file cannot be read: "_L1 +
                                               core::inert(file.fileName()) + ": "_L1 +
                                               file.errorString()};
}

} // namespace

core::Result<std::shared_ptr<const SpooledMessage>>
importMessage(const QString &emlPath, const core::Envelope &envelope, const std::stop_token &stop)
{
    QFile file(emlPath);
    if (const QFileInfo info(emlPath); info.exists() && !info.isFile()) {
        // A pipe might never say anything.
        return core::Error{core::Failure::BodyUnreadable,
                           "The message file is not a regular file: "_L1 + core::inert(emlPath)};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(file);
    }
    QByteArray block = readBlock(file);
    if (file.error() != QFileDevice::NoError) {
        return unreadable(file);
    }
    if (block.isEmpty()) {
        return core::Error{core::Failure::BodyUnreadable,
                           "The message file is empty: "_L1 + core::inert(emlPath)};
    }
    block.remove(0, afterMboxLine(block));
    if (!startsWithField(block)) {
        return core::Error{core::Failure::BadInput,
                           "The file is no mail message, it does not begin with a header: "_L1 +
                               core::inert(emlPath)};
    }
    SpoolWriter writer(envelope, stop);
    while (!block.isEmpty() && writer.write(block)) {
        block = readBlock(file);
    }
    if (file.error() != QFileDevice::NoError) {
        return unreadable(file);
    }
    return writer.finish();
}

} // namespace mime
