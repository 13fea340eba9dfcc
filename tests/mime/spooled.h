// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <limits>
#include <memory>
#include <sys/resource.h>

/// What the tests of this module share: looking at a spooled message from outside.
namespace testmime
{

using Spooled = core::Result<std::shared_ptr<const mime::SpooledMessage>>;

inline QByteArray octetsOf(const Spooled &spooled)
{
    if (!spooled) {
        return "no message: " + spooled.error().detail.english().toUtf8();
    }
    const std::unique_ptr<QIODevice> device = spooled.value()->open();
    return device ? device->readAll() : QByteArray("the file cannot be opened");
}

/// The header with its folded lines joined.
inline QByteArray unfoldedHeaderOf(const Spooled &spooled)
{
    const QByteArray octets = octetsOf(spooled);
    return octets.first(std::max<qsizetype>(octets.indexOf("\r\n\r\n"), 0) + 2)
        .replace("\r\n ", " ")
        .replace("\r\n\t", " ");
}

inline QByteArray bodyOf(const Spooled &spooled)
{
    const QByteArray octets = octetsOf(spooled);
    return octets.mid(octets.indexOf("\r\n\r\n") + 4);
}

/// Why `octets` may not go over the wire as 7-bit mail; empty where they may.
inline QByteArray complaintAbout(const QByteArray &octets)
{
    qsizetype line = 0;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        const char c = octets[i];
        if ((c & 0x80) != 0 || c == '\0') {
            return "octet no 7-bit text at " + QByteArray::number(i);
        }
        if (c == '\r' && (i + 1 == octets.size() || octets[i + 1] != '\n')) {
            return "bare CR at " + QByteArray::number(i);
        }
        if (c == '\n' && (i == 0 || octets[i - 1] != '\r')) {
            return "bare LF at " + QByteArray::number(i);
        }
        line = c == '\n' ? 0 : line + 1;
        if (line > 999) { // the CR included
            return "line too long at " + QByteArray::number(i);
        }
    }
    return octets.endsWith("\r\n") ? QByteArray() : QByteArray("no line end at the end");
}

/// Whether the traits tell the truth about the octets.
inline bool traitsFit(const Spooled &spooled)
{
    const QByteArray octets = octetsOf(spooled);
    core::MessageTraits traits;
    traits.size = octets.size();
    const qsizetype body = octets.startsWith("\r\n") ? 0 : octets.indexOf("\r\n\r\n");
    qsizetype line = 0;
    for (qsizetype i = 0; i < octets.size(); ++i) {
        if ((octets[i] & 0x80) != 0) {
            (body < 0 || i < body ? traits.needsSmtpUtf8 : traits.eightBit) = true;
        }
        line = octets[i] == '\n' ? 0 : line + 1;
        traits.longestLine = std::max(traits.longestLine, octets[i] == '\r' ? line - 1 : line);
    }
    return traits == spooled.value()->traits();
}

/// The most memory this process ever held, in octets.
inline qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

/// By how much it may grow while something of any size is streamed. Sanitizers keep freed memory.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 memoryAllowance = std::numeric_limits<qint64>::max();
#else
constexpr qint64 memoryAllowance = 20'000'000;
#endif

} // namespace testmime
