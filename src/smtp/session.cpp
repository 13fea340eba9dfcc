// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// The state is the goal plus m_awaited, the queue of replies we wait for. A whole reply pops one
// entry and calls its handler; a reply with nothing awaited is out of step and ends the session.
// Lock-step and pipelining are the same code: with PIPELINING sendQueued() sends all queued
// commands in one write, without it one at a time as the queue of awaited replies runs empty.
//
// What to do next is put into m_actions, what happened into m_events; the driver fetches both.
// There are three ends: fail() (the first failure decides the outcome), quit() (all went well or
// the server said no: be polite) and finish() (close). After the final dot nothing but its reply
// decides.
//
// TLS: bytes in hand when STARTTLS is answered were put there by somebody in between (B35).
// m_tlsPending is set until onEncrypted(); a byte arriving meanwhile is such a byte. After TLS,
// buffer and capabilities start anew.
#include "smtp/session.h"

#include "core/timelimits.h"
#include "core/tlsrecord.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Outcome;
using core::Stage;

namespace smtp
{

namespace
{

/// QUIT's reply is a courtesy; with the mail decided nobody waits long for it.
constexpr auto quitTime = std::chrono::seconds(2);
/// What is read of a challenge before it is cut off; that it is too long to be answered (RFC 4954
/// 4) is for onAuthChallenge() to say, which can still give the exchange up.
constexpr qsizetype longestChallengeLine = qsizetype{64} * 1024;

} // namespace

Session::Session(SessionSettings settings, core::SaslClientFactory saslClients)
    : m_settings(std::move(settings))
    , m_saslClients(std::move(saslClients))
{
    if (m_settings.credentials) {
        m_settings.mask->add(m_settings.credentials->password.reveal());
    }
    m_facts.stage = Stage::Dns;
    if (m_settings.mail) {
        for (const QByteArray &address : m_settings.mail->envelope.to) {
            m_facts.recipients.append({address, Outcome::Failed, {}});
            m_turn.append(m_taken.size());
            m_taken.append(false);
        }
    }
}

Session::~Session() = default;

// ---- inputs

void Session::onConnected()
{
    if (m_finished) {
        return;
    }
    if (m_settings.security == core::Security::Smtps) {
        m_tlsPending = true;
        startStage(Stage::Tls);
        ++m_serial;
        m_actions.enqueue(core::StartTls{});
        return;
    }
    ++m_facts.roundTrips;
    await({Stage::Greeting, &Session::onGreeting});
}

void Session::onEncrypted(const core::TlsFacts &facts)
{
    if (m_finished) {
        return;
    }
    m_facts.tls = facts;
    if (!facts.trusted()) {
        // net refuses such a handshake itself; this is the second lock on the same door.
        fail(Failure::CertificateRejected, facts.errors.value(0));
        return;
    }
    if (facts.pinned) {
        remark(core::Note::CertificatePinned);
    } else if (facts.certificate().hostNames.isEmpty()) {
        remark(core::Note::CertificateWithoutAltName);
    }
    const bool old = facts.version == "TLSv1.0"_L1 || facts.version == "TLSv1.1"_L1;
    if (old) {
        remark(core::Note::OldTlsVersion);
    }
    // RFC 8446 2: one round trip. RFC 5246 7.3 and before: two, and one to resume a session.
    const bool two = (old || facts.version == "TLSv1.2"_L1) && !facts.resumed;
    m_facts.roundTrips += two ? 2 : 1;
    m_tlsPending = false;
    m_encrypted = true;
    m_lines.clear();
    m_replies.clear();
    m_shown.clear();
    if (m_settings.security == core::Security::Smtps) {
        ++m_facts.roundTrips;
        await({Stage::Greeting, &Session::onGreeting});
    } else {
        sendEhlo();
    }
}

void Session::onTlsFailed(Failure failure, const core::TlsFacts &facts, const core::Text &detail)
{
    if (m_finished) {
        return;
    }
    m_facts.tls = facts;
    fail(failure, detail);
}

void Session::onBytes(QByteArrayView bytes)
{
    if (m_finished || bytes.isEmpty()) {
        return;
    }
    if (m_tlsPending) {
        m_events.append(core::LineReceived{m_settings.mask->next(bytes.toByteArray())});
        fail(Failure::PlaintextInjected);
        return;
    }
    m_lines.append(bytes);
    if (m_stage == Stage::Greeting && core::looksLikeTlsRecord(m_lines.rest())) {
        fail(Failure::WrongTlsMode,
             QT_TRANSLATE_NOOP("core", "The server answered with a TLS record."));
        return;
    }
    takeLines();
}

void Session::onBodySent()
{
    if (m_finished) {
        return;
    }
    m_bodyGoing = false;
    m_dotSent = !m_loneDot;
    ++m_serial;
}

void Session::onBodyFailed(const core::Text &detail)
{
    // Half a message is on the wire; only breaking the connection keeps the server from taking it.
    fail(Failure::BodyUnreadable, detail);
}

void Session::onClosed(const core::Text &detail)
{
    if (m_finished) {
        return;
    }
    if (m_loneDot && isUndecided()) {
        rejectMail(); // the reply to a lone dot changes nothing
    }
    if (!isUndecided()) {
        finish(false);
    } else {
        fail(m_dotSent ? Failure::LostAfterDot : Failure::ClosedByPeer, detail);
    }
}

void Session::onTimeout()
{
    if (m_finished) {
        return;
    }
    if (m_loneDot && isUndecided()) {
        rejectMail();
    }
    if (!isUndecided()) {
        finish(false);
    } else {
        fail(m_dotSent ? Failure::LostAfterDot : Failure::TimedOut);
    }
}

void Session::onConnectFailed(Failure failure, Stage stage, const core::Text &detail)
{
    if (m_finished) {
        return;
    }
    m_facts.stage = stage;
    fail(failure, detail);
}

void Session::cancel()
{
    if (m_finished) {
        return;
    }
    if (!isUndecided()) {
        finish(true);
    } else {
        // After the final dot stopping cannot call the mail back: what became of it is not known.
        fail(m_dotSent ? Failure::LostAfterDot : Failure::Cancelled);
    }
}

void Session::encodeBody(QByteArrayView piece, QByteArray &out)
{
    m_stuffer.stuff(piece, out);
}

void Session::finishBody(QByteArray &out)
{
    m_stuffer.finish(out);
}

// ---- outputs

core::Action Session::nextAction()
{
    return m_actions.isEmpty() ? core::Action(core::Wait{}) : m_actions.dequeue();
}

std::optional<core::Deadline> Session::deadline() const
{
    const core::Deadlines &times = m_settings.deadlines;
    if (m_finished) {
        return {};
    }
    if (m_tlsPending) {
        return core::Deadline{m_serial, times.tls, false};
    }
    if (m_bodyGoing) {
        return core::Deadline{m_serial, times.block, true};
    }
    if (m_awaited.isEmpty()) {
        return {};
    }
    const Stage stage = m_awaited.head().stage;
    const std::chrono::milliseconds limit =
        stage == Stage::Body ? times.endOfData : core::limitOf(stage, times);
    const bool isFarewell = stage == Stage::Quit;
    return core::Deadline{
        m_serial, isFarewell ? std::min<std::chrono::milliseconds>(limit, quitTime) : limit, false};
}

QList<core::Event> Session::takeEvents()
{
    return std::exchange(m_events, {});
}

// ---- lines and replies

void Session::takeLines()
{
    while (!m_finished && !m_tlsPending) {
        m_lines.setLimit(m_stage == Stage::Auth ? longestChallengeLine
                                                : core::LineBuffer::defaultLimit);
        const std::optional<core::LineBuffer::Line> line = m_lines.takeLine();
        if (!line) {
            if (m_lines.overflow()) {
                fail(Failure::ReplyTooLong);
            }
            return;
        }
        if (line->lfOnly) {
            remark(core::Note::LfOnlyLines);
        }
        m_shown.append(shownLine(line->text));
        m_events.append(core::LineReceived{m_shown.constLast()});
        const ReplyParser::Result result = m_replies.addLine(line->text);
        if (const auto *failure = std::get_if<Failure>(&result)) {
            onBadReply(*failure);
        } else if (const auto *whole = std::get_if<core::Reply>(&result)) {
            core::Reply reply = *whole;
            reply.lines = std::exchange(m_shown, {});
            onReply(reply);
        }
    }
}

/// A greeting that begins with 220 and ends with a no has not let us in; everywhere else either of
/// two codes would be a guess.
void Session::onBadReply(Failure failure)
{
    core::Reply last = m_replies.unfinished();
    if (m_stage == Stage::Greeting && failure == Failure::MixedReplyCodes &&
        (last.isTemporary() || last.isPermanent())) {
        last.lines = std::exchange(m_shown, {});
        m_awaited.clear();
        failReply(last);
        return;
    }
    const bool noMailServer = m_stage == Stage::Greeting && failure == Failure::MalformedReply;
    fail(noMailServer ? Failure::NotAMailServer : failure);
}

void Session::onReply(const core::Reply &reply)
{
    ++m_serial;
    if (reply.code == 421 && isUndecided()) {
        // RFC 5321 3.8: the server closes; whatever was asked, this is the answer.
        failReply(reply);
        return;
    }
    if (m_bodyGoing && (reply.isTemporary() || reply.isPermanent())) {
        // A no before the message's end; half of it is on the wire, so the link ends too.
        failReply(reply);
        return;
    }
    // An action nobody has fetched yet cannot have been answered: the second reply in one packet
    // (B32).
    // A 221 that is not QUIT's says that the server closes (RFC 5321 3.8).
    const bool strayEnd =
        reply.code == 221 && !m_awaited.isEmpty() && m_awaited.head().stage != Stage::Quit;
    if (m_awaited.isEmpty() || m_bodyGoing || !m_actions.isEmpty() || strayEnd) {
        failUnexpected(reply);
        return;
    }
    const Awaited awaited = m_awaited.dequeue();
    m_recipientOfReply = awaited.recipient;
    (this->*awaited.handler)(reply);
    if (m_finished) {
        return;
    }
    if (m_awaited.isEmpty()) {
        sendQueued();
    } else {
        startStage(m_awaited.head().stage);
    }
}

// ---- sending

bool Session::pipelines() const
{
    return m_settings.pipelining && m_facts.capabilities() && m_facts.capabilities()->pipelining;
}

void Session::await(const Awaited &awaited)
{
    if (m_awaited.isEmpty()) {
        ++m_serial;
        startStage(awaited.stage);
    }
    m_awaited.enqueue(awaited);
}

void Session::sendNow(const Command &command)
{
    queueCommand(command);
    if (m_awaited.isEmpty()) {
        sendQueued();
    }
}

void Session::queueCommand(const Command &command)
{
    m_commands.enqueue(command);
}

void Session::sendQueued()
{
    if (m_commands.isEmpty()) {
        return;
    }
    core::Send send;
    do {
        const Command command = m_commands.dequeue();
        await(command.awaited);
        send.bytes += command.line + "\r\n";
        send.shown += command.shown;
    } while (pipelines() && !m_commands.isEmpty());
    ++m_facts.roundTrips;
    m_actions.enqueue(send);
}

void Session::startStage(Stage stage)
{
    if (m_stage != stage) {
        m_stage = stage;
        m_events.append(core::StageStarted{stage});
    }
    if (isUndecided()) {
        m_facts.stage = stage;
    }
}

void Session::remark(core::Note note)
{
    if (!m_facts.notes.contains(note)) {
        m_facts.notes.append(note);
    }
}

} // namespace smtp
