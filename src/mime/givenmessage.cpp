// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/givenmessage.h"

#include "mime/importmessage.h"

#include <utility>

namespace mime
{

namespace
{

constexpr qsizetype longestLine = 998; // RFC 5322 2.1.1

bool isWorthALook(const SpooledMessage &message)
{
    const Findings &findings = message.findings();
    return findings.nulInBody || findings.wideEncoding || findings.eightBitHeader ||
           findings.binaryPart || message.traits().longestLine > longestLine;
}

/// A part called binary, or one with NUL, has line ends of its own: they are octets like others.
bool needsTheFile(const Findings &findings)
{
    return findings.binaryPart || findings.nulInBody;
}

core::Result<Recoded> fromFile(const QString &path, const core::Envelope &envelope,
                               const Recoding &wanted, const std::stop_token &stop)
{
    const core::Result<qint64> offset = messageOffset(path);
    return offset ? recodedFile(path, *offset, envelope, wanted, stop) : offset.error();
}

} // namespace

core::Result<Recoded> givenMessage(const QString &path, const core::Envelope &envelope,
                                   bool breakSignature, const std::stop_token &stop)
{
    const auto imported = importMessage(path, envelope, stop);
    if (!imported) {
        return imported.error();
    }
    const SpooledMessage &message = **imported;
    const Findings findings = message.findings();
    if (findings.nulInHeader) {
        return core::badInput(
            QT_TRANSLATE_NOOP("core", "The message's header has a NUL character inside."));
    }
    if (needsTheFile(findings) && findings.oddLineEnds) {
        return core::badInput(QT_TRANSLATE_NOOP(
            "core", "The message has a binary part, and the line ends of the file have been "
                    "changed, so the part cannot be sent as it was."));
    }
    const Recoding wanted{false, false, breakSignature};
    core::Result<Recoded> given = !isWorthALook(message)   ? Recoded{*imported, {}}
                                  : needsTheFile(findings) ? fromFile(path, envelope, wanted, stop)
                                                           : recoded(*imported, wanted, stop);
    if (!given) {
        return given;
    }
    Recoded result = std::move(given).value();
    if (!findings.hasFrom) {
        result.notes.append(core::Note::MessageWithoutFrom);
    }
    if (!findings.hasDate) {
        result.notes.append(core::Note::MessageWithoutDate);
    }
    return result;
}

} // namespace mime
