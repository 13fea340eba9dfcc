// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol.h"

#include <QByteArray>
#include <QByteArrayList>

#include <functional>

/// A scripted dialogue between a server and a core::Protocol, a line a step:
///
///     S: 250 ok        the server sends this line and CRLF
///     S! 250 a\n250    the server sends exactly this; \r \n \0 \xNN are escapes
///     C: EHLO x        the client must send this line
///     TLS              the client must start TLS; it works, with a trusted certificate
///     TLS-EXPIRED      the client must start TLS; it fails in that way (-FAILS, -HANGS,
///     -UNTRUSTED,
///                      -SELF-SIGNED, ...)
///     BODY             the client must send the message; the script's message is streamed
///     DOT              the client must send the end of a message without a message
///     CLOSE            the client must close
///     ? C: RCPT ...    the client may do this, where it depends on how the bytes came
///     EOF TIMEOUT CANCEL   what happens to the client
///     END              the client holds the message's last octets, and may send them
///     NEXT             the client rests, and is given the same mail again
///     LEAVE            the client rests, and is to say goodbye
///
/// Whatever the client does must be in the script: that nothing else was sent is checked after each
/// step.
namespace dialogue
{

enum class Feeding
{
    Whole,
    ByLine,
    ByByte,
};

struct Script
{
    QByteArray text;
    QByteArray message;
    Feeding feeding = Feeding::Whole;
    std::function<bool(const QByteArray &)> tell = {}; // END, NEXT, LEAVE; false: not now
};

struct Played
{
    QByteArray problem;    // empty: the script was followed to its end
    QByteArrayList shown;  // what the transcript shows, "C: " and "S: "
    QByteArray bodyOnWire; // encoded, with its end
    bool sentBody = false;
    bool sentLoneDot = false;
};

Played play(core::Protocol &protocol, const std::function<bool()> &isFinished,
            const Script &script);

} // namespace dialogue
