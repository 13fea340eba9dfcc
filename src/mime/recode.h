// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/mail.h"
#include "core/result.h"
#include "mime/spooledmessage.h"

#include <QList>
#include <QString>

#include <memory>
#include <stop_token>

namespace mime
{

/// What a server cannot carry, and what the person has allowed.
struct Recoding
{
    bool sevenBitBody = false; // no 8BITMIME (RFC 6152)
    bool asciiHeader = false;  // no SMTPUTF8 (RFC 6531)
    /// A signature that would break is taken off.
    bool breakSignature = false;
};

struct Recoded
{
    std::shared_ptr<const SpooledMessage> message;
    QList<core::Note> notes; // what was done
};

/// The message in a form that can be carried: the one it came in where nothing has to be done.
/// Whatever the server: a part with NUL or called binary in base64; base64 and quoted-printable in
/// lines of 76; lines over 998 octets broken by an encoding; a header that is no UTF-8 read by the
/// message's own charset and put into encoded words (RFC 2047, RFC 2231). As `wanted`: 8-bit parts
/// in quoted-printable or base64, an 8-bit header in encoded words.
/// Errors: SignatureWouldBreak (a signed, encrypted or DKIM-signed message would change);
/// NeedsEightBit, LineTooLong (no encoding is possible there); BadInput (a header that cannot be
/// read or carried; the sentence names it); BodyUnreadable; TemporaryFolderUnusable; Cancelled.
core::Result<Recoded> recoded(std::shared_ptr<const SpooledMessage> message, const Recoding &wanted,
                              const std::stop_token &stop = {});

/// The same from the file itself, which begins at `offset`: only there the line ends in a part
/// called binary are still what they were.
core::Result<Recoded> recodedFile(const QString &path, qint64 offset,
                                  const core::Envelope &envelope, const Recoding &wanted,
                                  const std::stop_token &stop = {});

} // namespace mime
