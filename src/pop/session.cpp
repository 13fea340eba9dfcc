// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// One line is awaited at a time, and m_awaited is the handler that gets it; a line with nothing
// awaited is out of step and ends the session. A line is +OK or -ERR; anything else is no POP3
// server. What to do next is put into m_actions, what happened into m_events; the driver fetches
// both.
//
// The way: greeting, STLS where it is wanted, APOP or USER and PASS, QUIT. Its reply is waited for,
// because some servers note who logged in only when the session ends, but it decides nothing.
//
// TLS: bytes in hand when STLS is answered were put there by somebody in between (B101). The stamp
// of a greeting before TLS may be somebody else's too; APOP then still sends nothing but its
// digest.
#include "pop/session.h"

#include "core/tlsrecord.h"
#include "pop/greeting.h"

#include <algorithm>
#include <utility>

using core::Failure;
using core::Outcome;
using core::PopSecurity;
using core::Stage;

namespace pop
{

namespace
{

/// Decided is decided; nobody waits long for a goodbye.
constexpr auto quitTime = std::chrono::seconds(2);

} // namespace

Session::Session(SessionSettings settings)
    : m_settings(std::move(settings))
{
    m_settings.mask->add(m_settings.credentials.password.reveal());
}

// ---- inputs

void Session::onConnected()
{
    if (m_finished) {
        return;
    }
    if (m_settings.security == PopSecurity::Pop3s) {
        startTls();
    } else {
        await(Stage::Greeting, &Session::onGreeting);
    }
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
    m_tlsPending = false;
    m_encrypted = true;
    m_lines.clear();
    if (m_settings.security == PopSecurity::Pop3s) {
        await(Stage::Greeting, &Session::onGreeting);
    } else {
        logIn(); // RFC 2595 4: no second greeting
    }
}

void Session::onTlsFailed(Failure failure, const core::TlsFacts &facts, const core::Text &detail)
{
    if (!m_finished) {
        m_facts.tls = facts;
        fail(failure, detail);
    }
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

void Session::onClosed(const core::Text &detail)
{
    if (!m_finished) {
        isUndecided() ? fail(Failure::ClosedByPeer, detail) : finish(false);
    }
}

void Session::onTimeout()
{
    if (!m_finished) {
        isUndecided() ? fail(Failure::TimedOut) : finish(false);
    }
}

void Session::onConnectFailed(Failure failure, Stage stage, const core::Text &detail)
{
    if (!m_finished) {
        m_facts.stage = stage;
        fail(failure, detail);
    }
}

void Session::cancel()
{
    if (!m_finished) {
        isUndecided() ? fail(Failure::Cancelled) : finish(true);
    }
}

// ---- outputs

core::Action Session::nextAction()
{
    return m_actions.isEmpty() ? core::Action(core::Wait{}) : m_actions.dequeue();
}

std::optional<core::Deadline> Session::deadline() const
{
    if (m_finished) {
        return {};
    }
    if (m_tlsPending) {
        return core::Deadline{m_serial, m_settings.deadlines.tls};
    }
    if (m_awaited == nullptr) {
        return {};
    }
    if (m_awaited == &Session::onQuitReply) {
        return core::Deadline{
            m_serial, std::min<std::chrono::milliseconds>(quitTime, m_settings.deadlines.command)};
    }
    return core::Deadline{m_serial, m_stage == Stage::Greeting ? m_settings.deadlines.greeting
                                                               : m_settings.deadlines.command};
}

QList<core::Event> Session::takeEvents()
{
    return std::exchange(m_events, {});
}

// ---- lines

void Session::takeLines()
{
    while (!m_finished && !m_tlsPending) {
        const std::optional<core::LineBuffer::Line> line = m_lines.takeLine();
        if (m_lines.overflow()) {
            fail(Failure::ReplyTooLong);
            return;
        }
        if (!line) {
            return;
        }
        m_shown = m_settings.mask->next(line->text);
        m_events.append(core::LineReceived{m_shown});
        onLine(line->text);
    }
    if (m_tlsPending && !m_lines.isEmpty()) {
        m_events.append(core::LineReceived{m_settings.mask->next(m_lines.rest())});
        fail(Failure::PlaintextInjected);
    }
}

void Session::onLine(const QByteArray &line)
{
    const QByteArray word = line.left(line.indexOf(' ') < 0 ? line.size() : line.indexOf(' '));
    const bool ok = word.toUpper() == "+OK";
    const Handler handler = std::exchange(m_awaited, nullptr);
    if (!ok && word.toUpper() != "-ERR") {
        failOn(m_stage == Stage::Greeting ? Failure::NotAMailServer : Failure::MalformedReply);
    } else if (handler == nullptr || !m_actions.isEmpty()) {
        // An action nobody has fetched yet cannot have been answered.
        failOn(Failure::UnexpectedReply);
    } else {
        (this->*handler)(ok, line);
    }
}

void Session::onGreeting(bool ok, const QByteArray &line)
{
    if (!ok) {
        refuse(line);
        return;
    }
    m_stamp = stampOf(line);
    if (m_settings.security == PopSecurity::Stls) {
        send("STLS", "STLS");
        await(Stage::StartTls, &Session::onStlsReply);
    } else {
        logIn();
    }
}

void Session::onStlsReply(bool ok, const QByteArray &line)
{
    if (ok) {
        startTls();
    } else {
        refuse(line, Failure::StartTlsRefused);
    }
}

// ---- the way there

void Session::startTls()
{
    m_tlsPending = true;
    startStage(Stage::Tls);
    ++m_serial;
    m_actions.enqueue(core::StartTls{});
}

void Session::await(Stage stage, Handler handler)
{
    startStage(stage);
    m_awaited = handler;
    ++m_serial;
}

void Session::send(const QByteArray &line, const QByteArray &shown)
{
    m_actions.enqueue(core::Send{line + "\r\n", {shown}});
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

// ---- the end

bool Session::isUndecided() const
{
    return m_facts.outcome == Outcome::Failed && m_facts.failure == Failure::None;
}

/// An -ERR: for now, or for good.
void Session::refuse(const QByteArray &line, Failure refused)
{
    failOn(isTemporary(line) ? Failure::ReplyDeferred : refused);
}

void Session::failOn(Failure failure)
{
    if (isUndecided()) {
        m_facts.reply = m_shown;
    }
    fail(failure);
}

void Session::fail(Failure failure, const core::Text &detail)
{
    if (m_finished) {
        return;
    }
    if (!isUndecided()) {
        finish(false); // nonsense for a goodbye changes nothing
        return;
    }
    m_facts.failure = failure;
    m_facts.detail = detail;
    const bool serverSaidNo = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred;
    m_facts.outcome = failure == Failure::ReplyRefused    ? Outcome::Refused
                      : failure == Failure::ReplyDeferred ? Outcome::Deferred
                      : failure == Failure::Cancelled     ? Outcome::Cancelled
                                                          : Outcome::Failed;
    const bool inOrder = serverSaidNo || failure == Failure::StartTlsRefused ||
                         failure == Failure::MethodNotOffered || failure == Failure::BadInput ||
                         failure == Failure::PlaintextPasswordNotAllowed;
    // A server that has refused its greeting closes; one that has refused a login waits.
    if (inOrder && m_stage != Stage::Greeting) {
        send("QUIT", "QUIT");
        await(Stage::Quit, &Session::onQuitReply);
    } else {
        finish(failure == Failure::Cancelled || failure == Failure::PlaintextInjected);
    }
}

void Session::finish(bool abort)
{
    m_finished = true;
    m_awaited = nullptr;
    m_actions.clear();
    m_actions.enqueue(core::Close{abort});
}

} // namespace pop
