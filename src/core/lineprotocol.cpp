// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// The state is m_awaited, the queue of answers we wait for. An answer pops one entry and calls its
// handler; one with nothing awaited, or to a command that has not left yet, is out of step.
// Lock-step and pipelining are the same code: sendQueued() sends one command, or all in one write,
// and is called whenever the queue of awaited answers runs empty.
//
// What to do next is put into m_actions, what happened into m_events; the driver fetches both.
//
// TLS: bytes in hand when it is to begin were put there by somebody in between (B35, B101).
// m_tlsPending is set until onEncrypted(); a byte arriving meanwhile is such a byte. After TLS the
// buffer starts anew.
#include "core/lineprotocol.h"

#include "core/timelimits.h"

#include <algorithm>
#include <utility>

namespace core
{

namespace
{

/// The reply to a goodbye is a courtesy; with the outcome decided nobody waits long for it.
constexpr std::chrono::milliseconds quitTime = std::chrono::seconds(2);

/// Whether bytes that should be a line begin like a TLS record: its type (21 alert, 22 handshake)
/// and version 3.x (RFC 8446 5.1).
bool looksLikeTlsRecord(QByteArrayView bytes)
{
    return bytes.size() >= 2 && (bytes[0] == 0x15 || bytes[0] == 0x16) && bytes[1] == 0x03;
}

} // namespace

Outcome outcomeOf(Failure failure)
{
    return failure == Failure::ReplyRefused    ? Outcome::Refused
           : failure == Failure::ReplyDeferred ? Outcome::Deferred
           : failure == Failure::Cancelled     ? Outcome::Cancelled
           : failure == Failure::LostAfterDot  ? Outcome::Unknown
                                               : Outcome::Failed;
}

LineProtocol::LineProtocol(Setup setup)
    : m_deadlines(setup.deadlines)
    , m_mask(std::move(setup.mask))
    , m_tlsFromStart(setup.tlsFromStart)
{}

// ---- inputs

void LineProtocol::onConnected()
{
    if (m_finished) {
        return;
    }
    if (m_tlsFromStart) {
        startTls();
    } else {
        ++m_roundTrips;
        awaitGreeting();
    }
}

void LineProtocol::onEncrypted(const TlsFacts &facts)
{
    if (m_finished) {
        return;
    }
    ending().tls = facts;
    if (!facts.trusted()) {
        // net refuses such a handshake itself; this is the second lock on the same door.
        fail(Failure::CertificateRejected, facts.errors.value(0));
        return;
    }
    m_tlsPending = false;
    m_encrypted = true;
    m_lines.clear();
    noteTls();
    if (m_tlsFromStart) {
        ++m_roundTrips;
        awaitGreeting();
    } else {
        onSecured();
    }
}

void LineProtocol::onTlsFailed(Failure failure, const TlsFacts &facts, const Text &detail)
{
    if (!m_finished) {
        ending().tls = facts;
        fail(failure, detail);
    }
}

void LineProtocol::onBytes(QByteArrayView bytes)
{
    if (m_finished || bytes.isEmpty()) {
        return;
    }
    if (m_tlsPending) {
        onInjected(bytes.toByteArray());
        return;
    }
    m_lines.append(bytes);
    if (m_stage == Stage::Greeting && looksLikeTlsRecord(m_lines.rest())) {
        fail(Failure::WrongTlsMode,
             QT_TRANSLATE_NOOP("core", "The server answered with a TLS record."));
        return;
    }
    takeLines();
}

void LineProtocol::onBodySent()
{
    m_bodyGoing = false;
    ++m_serial;
}

void LineProtocol::onBodyFailed(const Text &detail)
{
    // Half a message is on the wire; only breaking the connection keeps the server from taking it.
    fail(Failure::BodyUnreadable, detail);
}

void LineProtocol::onClosed(const Text &detail)
{
    onLost(Failure::ClosedByPeer, detail);
}

void LineProtocol::onTimeout()
{
    onLost(Failure::TimedOut, {});
}

void LineProtocol::onLost(Failure failure, const Text &detail)
{
    if (!m_finished) {
        fail(failure, detail);
        finish(false);
    }
}

void LineProtocol::onConnectFailed(Failure failure, Stage stage, const Text &detail)
{
    if (!m_finished) {
        ending().stage = stage;
        fail(failure, detail);
    }
}

void LineProtocol::cancel()
{
    if (!m_finished) {
        ending().isUndecided() ? fail(Failure::Cancelled) : finish(true);
    }
}

// ---- outputs

Action LineProtocol::nextAction()
{
    return m_actions.isEmpty() ? Action(Wait{}) : m_actions.dequeue();
}

std::optional<Deadline> LineProtocol::deadline() const
{
    if (m_finished) {
        return {};
    }
    if (m_tlsPending) {
        return Deadline{m_serial, m_deadlines.tls, false};
    }
    if (m_bodyGoing) {
        return Deadline{m_serial, m_deadlines.block, true};
    }
    if (m_awaited.isEmpty()) {
        return {};
    }
    const std::chrono::milliseconds limit = awaitedStage() == Stage::Body
                                                ? m_deadlines.endOfData
                                                : limitOf(awaitedStage(), m_deadlines);
    return Deadline{m_serial, awaitedStage() == Stage::Quit ? std::min(limit, quitTime) : limit,
                    false};
}

QList<Event> LineProtocol::takeEvents()
{
    return std::exchange(m_events, {});
}

// ---- lines

void LineProtocol::takeLines()
{
    while (!m_finished && !m_tlsPending) {
        m_lines.setLimit(longestLine());
        const std::optional<LineBuffer::Line> line = m_lines.takeLine();
        if (!line) {
            if (m_lines.overflow()) {
                fail(Failure::ReplyTooLong);
            }
            return;
        }
        const QByteArray shown = shownLine(line->text);
        m_events.append(LineReceived{shown});
        onLine(*line, shown);
    }
}

QByteArray LineProtocol::shownLine(const QByteArray &line)
{
    return m_mask->next(line);
}

bool LineProtocol::answer(const Reply &reply)
{
    // An action nobody has fetched yet cannot have been answered: the second reply in one packet
    // (B32).
    if (m_awaited.isEmpty() || !m_actions.isEmpty()) {
        return false;
    }
    m_awaited.dequeue().handler(reply);
    if (m_finished) {
        return true;
    }
    if (m_awaited.isEmpty()) {
        sendQueued();
    } else {
        startStage(awaitedStage());
    }
    return true;
}

// ---- sending

void LineProtocol::await(const Awaited &awaited)
{
    if (m_awaited.isEmpty()) {
        ++m_serial;
        startStage(awaited.stage);
    }
    m_awaited.enqueue(awaited);
}

void LineProtocol::ask(const Command &command)
{
    queue(command);
    if (m_awaited.isEmpty()) {
        sendQueued();
    }
}

void LineProtocol::sendQueued()
{
    if (m_commands.isEmpty()) {
        return;
    }
    Send send;
    do {
        const Command command = m_commands.dequeue();
        await(command.awaited);
        send.bytes += command.line + "\r\n";
        send.shown += command.shown;
    } while (pipelines() && !m_commands.isEmpty());
    ++m_roundTrips;
    m_actions.enqueue(send);
}

void LineProtocol::sendBody(const SendBody &body)
{
    m_bodyGoing = true;
    ++m_roundTrips;
    m_actions.enqueue(body);
}

void LineProtocol::startTls()
{
    m_tlsPending = true;
    ++m_serial;
    startStage(Stage::Tls);
    if (m_lines.isEmpty()) {
        m_actions.enqueue(StartTls{});
    } else {
        onInjected(m_lines.rest());
    }
}

void LineProtocol::onInjected(const QByteArray &said)
{
    m_events.append(LineReceived{m_mask->next(said)});
    fail(Failure::PlaintextInjected);
}

void LineProtocol::startStage(Stage stage)
{
    if (m_stage != stage) {
        m_stage = stage;
        m_events.append(StageStarted{stage});
    }
    if (ending().isUndecided()) {
        ending().stage = stage;
    }
}

// ---- the end

void LineProtocol::fail(Failure failure, const Text &detail)
{
    if (m_finished) {
        return;
    }
    if (ending().isUndecided()) {
        decide(failure, detail);
    } else {
        finish(false); // nonsense for a goodbye changes nothing
    }
}

void LineProtocol::finish(bool abort)
{
    if (std::exchange(m_finished, true)) {
        return; // the driver is told to close once
    }
    m_awaited.clear();
    m_commands.clear();
    conclude();
    m_actions.enqueue(Close{abort});
}

void LineProtocol::breakOff(bool abort)
{
    m_actions.clear();
    finish(abort);
}

} // namespace core
