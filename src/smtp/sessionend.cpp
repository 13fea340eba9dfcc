// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the first failure decides the outcome, and what is said afterwards changes nothing.
// Where the link is in order the server gets its QUIT.
#include "smtp/session.h"

#include "smtp/ehlo.h"

#include <utility>

using core::Failure;
using core::Outcome;
using core::Stage;

namespace smtp
{

namespace
{

/// What we would not do on a link in good order.
bool isOurOwnRefusal(Failure failure)
{
    static const QList<Failure> own{Failure::StartTlsNotOffered,
                                    Failure::StartTlsRefused,
                                    Failure::LoginNotOffered,
                                    Failure::MethodNotOffered,
                                    Failure::BadChallenge,
                                    Failure::TooFewRounds,
                                    Failure::PlaintextPasswordNotAllowed,
                                    Failure::BadInput,
                                    Failure::PasswordUnavailable,
                                    Failure::MessageTooLarge,
                                    Failure::NeedsEightBit,
                                    Failure::NeedsSmtpUtf8,
                                    Failure::LineTooLong};
    return own.contains(failure);
}

} // namespace

bool Session::isUndecided() const
{
    // Whoever sends QUIT, or pipelines it behind the final dot, has set the outcome when the reply
    // came.
    return m_facts.outcome == Outcome::Failed && m_facts.failure == Failure::None;
}

void Session::failReply(const core::Reply &reply)
{
    m_facts.reply = reply;
    if (reply.isTemporary()) {
        fail(Failure::ReplyDeferred);
    } else {
        fail(reply.isPermanent() ? Failure::ReplyRefused : Failure::UnexpectedReply);
    }
}

/// A yes where none was due, or a reply to nothing.
void Session::failUnexpected(const core::Reply &reply)
{
    if (isUndecided()) {
        m_facts.reply = reply; // else the one that decided stays
    }
    fail(Failure::UnexpectedReply);
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
    if (failure != Failure::LostAfterDot) {
        keepWhatWasSaid(); // behind the final dot, half a reply says nothing
    }
    const bool serverSaidNo = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred;
    const bool linkLost = failure == Failure::ClosedByPeer || failure == Failure::TimedOut ||
                          failure == Failure::ReplyDeferred;
    if (m_authFailure != Failure::None && linkLost) {
        // The exchange was given up, and no answer to that makes another cause of it.
        failure = m_authFailure;
        m_facts.detail = m_authDetail;
    } else {
        m_facts.detail = detail;
    }
    if (m_dotSent && !serverSaidNo) {
        // Whatever broke after the final dot: the server may hold the mail.
        failure = Failure::LostAfterDot;
    }
    m_facts.failure = failure;
    if (failure == Failure::ReplyRefused) {
        m_facts.outcome = Outcome::Refused;
    } else if (failure == Failure::ReplyDeferred) {
        m_facts.outcome = Outcome::Deferred;
    } else if (failure == Failure::Cancelled) {
        m_facts.outcome = Outcome::Cancelled;
    } else if (failure == Failure::LostAfterDot) {
        m_facts.outcome = Outcome::Unknown;
    } else if (failure == Failure::StartTlsRefused && m_facts.reply) {
        m_facts.outcome = m_facts.reply->isTemporary() ? Outcome::Deferred : Outcome::Refused;
    } else {
        m_facts.outcome = Outcome::Failed;
    }
    failOpenRecipients(m_facts.outcome, m_facts.reply);
    if (m_facts.outcome != Outcome::Unknown && anyRecipientHasIt()) {
        ++m_facts.mailsAccepted;
        m_facts.outcome = Outcome::Partial; // an earlier transaction stands
        m_facts.failure = Failure::None;
    }
    m_commands.clear();
    leaveAfterFailure(failure);
}

/// Lines that are no whole reply were said all the same.
void Session::keepWhatWasSaid()
{
    if (!m_facts.reply && !m_shown.isEmpty()) {
        m_facts.reply = core::Reply();
        m_facts.reply->text = m_facts.reply->lines = m_shown;
    }
}

void Session::leaveAfterFailure(Failure failure)
{
    // The server's no, or our own before anything went wrong, is followed by a QUIT. A 421 closes
    // by itself; a link that is cut, out of step, or with half a message on it is of no more use.
    const bool serverSaidNo = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred;
    if (m_facts.reply && m_facts.reply->code == 421) {
        m_actions.clear();
        finish(false);
    } else if (serverSaidNo && m_quitSent && !m_bodyGoing) {
        return; // pipelined; its reply is on the way
    } else if ((serverSaidNo || isOurOwnRefusal(failure)) && m_awaited.isEmpty() && !m_tlsPending &&
               !m_bodyGoing) {
        quit();
    } else {
        m_actions.clear();
        finish(true);
    }
}

void Session::quit()
{
    if (m_quitSent) {
        return; // pipelined: its reply is on its way
    }
    if (m_transactionOpen && !pipelines()) {
        m_transactionOpen = false;
        sendNow({"RSET", "RSET", {Stage::Quit, &Session::onRsetReply}});
        return;
    }
    // No round trip for a courtesy: the reply is not waited for. The stage stays where the outcome
    // arose.
    m_quitSent = true;
    core::Send send{"QUIT\r\n", {"QUIT"}};
    if (m_transactionOpen) {
        send = {"RSET\r\nQUIT\r\n", {"RSET", "QUIT"}};
    }
    startStage(Stage::Quit);
    m_actions.enqueue(send);
    finish(false);
}

void Session::onQuitReply(const core::Reply &)
{
    finish(false);
}

void Session::finish(bool abort)
{
    if (std::exchange(m_finished, true)) {
        return; // the driver is told to close once
    }
    m_awaited.clear();
    m_sasl.reset();
    maskFacts();
    core::shorten(m_facts);
    m_actions.enqueue(core::Close{abort});
}

/// At the end, since until then what was really said decides.
void Session::maskFacts()
{
    std::optional<core::Reply> said;
    std::optional<core::Reply> shown;
    const auto mask = [&](std::optional<core::Reply> &reply) {
        if (!reply) {
            return;
        }
        if (!said ||
            !said->lines.isSharedWith(reply->lines)) { // a thousand recipients may share it
            said = reply;
            shown = masked(*reply);
        }
        reply = shown;
    };
    mask(m_facts.reply);
    for (core::AuthAttempt &attempt : m_facts.attempts) {
        mask(attempt.reply);
    }
    for (core::RecipientResult &recipient : m_facts.recipients) {
        mask(recipient.reply);
    }
    for (std::optional<core::Capabilities> *known : {&m_facts.beforeTls, &m_facts.afterTls}) {
        if (*known) {
            core::Reply reply;
            reply.code = 250;
            reply.lines = (*known)->lines;
            reply.text.resize(reply.lines.size());
            const core::Reply shownReply = masked(std::move(reply));
            const core::Capabilities readable =
                (*known)->fromHelo ? capabilitiesOfHelo(shownReply) : capabilitiesOf(shownReply);
            (*known)->lines = readable.lines;
            (*known)->keywords = readable.keywords;
            (*known)->authMechanisms = readable.authMechanisms;
        }
    }
}

/// The lines have been masked as they came, the text follows them; both for what is a secret only
/// since then.
core::Reply Session::masked(core::Reply reply) const
{
    for (qsizetype i = 0; i < reply.lines.size(); ++i) {
        const QByteArray &line = reply.lines.at(i);
        const bool separated = line.size() > 3 && (line[3] == ' ' || line[3] == '-');
        const qsizetype codeLength = reply.code == 0 ? 0 : separated ? 4 : 3;
        if (const QByteArray text = line.mid(codeLength); text != reply.text.at(i)) {
            reply.text[i] = text;
        }
    }
    return m_settings.mask->over(std::move(reply));
}

} // namespace smtp
