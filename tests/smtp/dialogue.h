// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "smtp/session.h"

#include <QByteArray>
#include <QList>

#include <functional>

/// A scripted dialogue between a server and a smtp::Session, a line a step:
///
///     S: 250 ok        the server sends this line and CRLF
///     S! 250 a\n250    the server sends exactly this; \r \n \0 \xNN are escapes
///     C: EHLO x        the client must send this line
///     TLS              the client must start TLS; it works, with a trusted certificate
///     TLS-EXPIRED      the client must start TLS; it fails in that way (-FAILS, -HANGS,
///     -SELF-SIGNED, ...) BODY             the client must send the message; the script's message
///     is streamed DOT              the client must send the end of a message without a message
///     CLOSE            the client must close
///     ? C: RCPT ...    the client may do this, where it depends on how the bytes came
///     EOF TIMEOUT CANCEL   what happens to the client
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

struct Row
{
    QByteArray name;
    std::function<void(smtp::SessionSettings &)> set;
    QByteArray script;
    core::Outcome outcome = core::Outcome::Accepted;
    core::Failure failure = core::Failure::None;
    std::optional<core::Stage> stage = {}; // nothing: it depends on how the bytes came
    std::function<bool(const smtp::Session &)> check = {};
    QByteArray message = "Subject: test\r\n\r\nHello.\r\n";
    QByteArray wire = "Subject: test\r\n\r\nHello.\r\n.\r\n"; // of the message
};

struct Run
{
    QByteArray problem;    // empty: the script was followed to its end
    QByteArrayList shown;  // what the transcript shows, "C: " and "S: "
    QByteArray bodyOnWire; // encoded, with its end
    core::SessionFacts facts;
    bool checkHolds = true;
    bool sentBody = false;
    bool sentLoneDot = false;
};

Run run(const Row &row, Feeding feeding);

/// The rows of each theme; tst_session.cpp runs them all.
QList<Row> greetingRows();
QList<Row> ehloRows();
QList<Row> replyRows();
QList<Row> tlsRows();
QList<Row> authRows();
QList<Row> ladderRows();
QList<Row> envelopeRows();
QList<Row> dataRows();

} // namespace dialogue
