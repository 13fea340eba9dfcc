// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/conversation.h"

#include <utility>

using namespace Qt::StringLiterals;
using core::Failure;
using core::Stage;

namespace smtp
{

Conversation::Conversation(SessionSettings settings)
    : LineProtocol({settings.security == core::Security::Smtps, settings.deadlines, settings.mask})
    , m_settings(std::move(settings))
{
    if (m_settings.credentials) {
        mask().add(m_settings.credentials->password.reveal());
    }
}

bool Conversation::pipelines() const
{
    return m_settings.pipelining && m_facts.capabilities() && m_facts.capabilities()->pipelining;
}

void Conversation::setMail(const Mail &mail, const core::Delivery &delivery)
{
    m_settings.mail = mail;
    m_settings.delivery = delivery;
    core::SessionFacts next;
    next.beforeTls = m_facts.beforeTls;
    next.afterTls = m_facts.afterTls;
    next.tls = m_facts.tls;
    next.method = m_facts.method;
    next.loggedIn = m_facts.loggedIn;
    next.attempts = m_facts.attempts;
    m_facts = next;
}

void Conversation::remark(core::Note note)
{
    if (!m_facts.notes.contains(note)) {
        m_facts.notes.append(note);
    }
}

// ---- replies

void Conversation::noteTls()
{
    const core::TlsFacts &tls = *m_facts.tls;
    if (tls.pinned) {
        remark(core::Note::CertificatePinned);
    } else if (tls.certificate().hostNames.isEmpty()) {
        remark(core::Note::CertificateWithoutAltName);
    }
    const bool old = tls.version == "TLSv1.0"_L1 || tls.version == "TLSv1.1"_L1;
    if (old) {
        remark(core::Note::OldTlsVersion);
    }
    // RFC 8446 2: one round trip. RFC 5246 7.3 and before: two, and one to resume a session.
    const bool two = (old || tls.version == "TLSv1.2"_L1) && !tls.resumed;
    m_facts.roundTrips += two ? 2 : 1;
    m_replies.clear();
    m_shown.clear();
}

void Conversation::onLine(const core::LineBuffer::Line &line, const QByteArray &shown)
{
    if (line.lfOnly) {
        remark(core::Note::LfOnlyLines);
    }
    m_shown.append(shown);
    const ReplyParser::Result result = m_replies.addLine(line.text);
    if (const auto *failure = std::get_if<Failure>(&result)) {
        onBadReply(*failure);
    } else if (const auto *whole = std::get_if<core::Reply>(&result)) {
        core::Reply reply = *whole;
        reply.lines = std::exchange(m_shown, {});
        onReply(reply);
    }
}

/// A greeting that begins with 220 and ends with a no has not let us in; everywhere else either of
/// two codes would be a guess.
void Conversation::onBadReply(Failure failure)
{
    core::Reply last = m_replies.unfinished();
    const bool greeting = stage() == Stage::Greeting;
    if (greeting && failure == Failure::MixedReplyCodes &&
        (last.isTemporary() || last.isPermanent())) {
        last.lines = std::exchange(m_shown, {});
        stopAwaiting();
        failReply(last);
        return;
    }
    fail(greeting && failure == Failure::MalformedReply ? Failure::NotAMailServer : failure);
}

void Conversation::onReply(const core::Reply &reply)
{
    restartDeadline();
    const bool no = reply.isTemporary() || reply.isPermanent();
    // RFC 5321 3.8: with 421 the server closes; whatever was asked, this is the answer. A no while
    // half a message is on the wire ends the link too.
    if ((reply.code == 421 && ending().isUndecided()) || (isBodyGoing() && no)) {
        failReply(reply);
        return;
    }
    // A 221 that is not QUIT's says that the server closes (RFC 5321 3.8).
    const bool strayEnd = reply.code == 221 && isAwaiting() && awaitedStage() != Stage::Quit;
    if (isBodyGoing() || strayEnd || !answer(reply)) {
        failUnexpected(reply);
    }
}

// ---- the end

void Conversation::failReply(const core::Reply &reply)
{
    m_facts.reply = reply;
    if (reply.isTemporary()) {
        fail(Failure::ReplyDeferred);
    } else {
        fail(reply.isPermanent() ? Failure::ReplyRefused : Failure::UnexpectedReply);
    }
}

void Conversation::failUnexpected(const core::Reply &reply)
{
    if (ending().isUndecided()) {
        m_facts.reply = reply; // else the one that decided stays
    }
    fail(Failure::UnexpectedReply);
}

void Conversation::keepWhatWasSaid()
{
    if (!m_facts.reply && !m_shown.isEmpty()) {
        m_facts.reply = core::Reply();
        m_facts.reply->text = m_facts.reply->lines = m_shown;
    }
}

void Conversation::awaitQuit()
{
    m_quitSent = true;
    await({Stage::Quit, [this](const core::Reply &) { finish(false); }});
}

/// No round trip for a courtesy: the reply is not waited for. The stage stays where the outcome
/// arose.
void Conversation::sendQuit(const core::Send &octets)
{
    m_quitSent = true;
    startStage(Stage::Quit);
    send(octets);
    finish(false);
}

} // namespace smtp
