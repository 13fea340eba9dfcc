// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "core/stage.h"
#include "core/tlsfacts.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <chrono>
#include <optional>
#include <variant>

namespace core
{

/// Bytes for the wire, and beside them the lines to show: secrets are masked where they are known.
struct Send
{
    QByteArray bytes;
    QByteArrayList shown;
};
/// Start the TLS handshake; answer with onEncrypted() or onTlsFailed().
struct StartTls
{};
/// Stream the message through encodeBody(), then finishBody()'s octets, then `after` in the same
/// write.
struct SendBody
{
    bool empty = false; // no message, only its end (B75)
    QByteArray after;
    QByteArrayList shownAfter; // the message's end too, where it is sent
};
/// Nothing to do before the next input.
struct Wait
{};
/// The end: flush what was sent, close. `abort` means at once.
struct Close
{
    bool abort = false;
};
using Action = std::variant<Wait, Send, StartTls, SendBody, Close>;

/// What is waited for and how long. The timer starts anew with each new serial, and with each piece
/// of progress too where `onProgress` is set (a body on its way).
struct Deadline
{
    int serial = 0;
    std::chrono::milliseconds time{};
    bool onProgress = false;
};

struct LineReceived
{
    QByteArray text;
};
struct Remark
{
    Text text;
};
/// It goes no further by itself: whoever knows the protocol is to tell it what comes next, and then
/// the connection to proceed().
struct Halted
{
    bool operator==(const Halted &) const = default;
};
using Event = std::variant<StageStarted, LineReceived, Remark, Halted>;

/// A line protocol as a pure state machine: bytes and answers come in, actions and events go out.
/// No clock, no socket, no thread of its own. After each input the driver takes the events, then
/// asks nextAction() until it says Wait or Close. Before it obeys StartTls it feeds in every byte
/// that has arrived.
class Protocol
{
public:
    virtual ~Protocol() = default;

    virtual void onConnected() = 0;
    virtual void onEncrypted(const TlsFacts &facts) = 0;
    virtual void onTlsFailed(Failure failure, const TlsFacts &facts, const Text &detail) = 0;
    virtual void onBytes(QByteArrayView bytes) = 0;
    virtual void onBodySent() = 0;
    virtual void onBodyFailed(const Text &detail) = 0;
    virtual void onClosed(const Text &detail) = 0;
    virtual void onTimeout() = 0;
    /// The net never got as far as onConnected().
    virtual void onConnectFailed(Failure failure, Stage stage, const Text &detail) = 0;
    virtual void cancel() = 0;

    /// Appends the wire form of a piece of the message, and what ends it. The message itself is
    /// never kept.
    virtual void encodeBody(QByteArrayView piece, QByteArray &out) = 0;
    virtual void finishBody(QByteArray &out) = 0;

    [[nodiscard]] virtual Action nextAction() = 0;
    [[nodiscard]] virtual std::optional<Deadline> deadline() const = 0;
    [[nodiscard]] virtual QList<Event> takeEvents() = 0;
};

/// One connection over which a Protocol is driven. It tells (core::Tell) its stages, lines, without
/// their time, and progress, and at the end, from the event loop, a report of the addresses it
/// tried; then it may be deleted.
class Transport
{
public:
    virtual ~Transport() = default;

    virtual void start() = 0;
    /// Ends it at once, at any stage; the report follows.
    virtual void cancel() = 0;
    /// The protocol has been told what comes next.
    virtual void proceed() = 0;
};

} // namespace core
