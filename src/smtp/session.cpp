// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works
//
// The way from the greeting to the reply that counts: EHLO, HELO only where EHLO is not understood,
// STARTTLS with another EHLO behind it (RFC 3207 4.2: what was said before TLS is forgotten), the
// login, the mail. Each of the last two is a part with a state of its own; the lines, what waits
// for which reply, and TLS stand in core::LineProtocol, the replies in Conversation.
//
// There are three ends: fail() (the first failure decides the outcome), quit() (all went well or
// the server said no: be polite) and finish() (close). After the final dot nothing but its reply
// decides.
#include "smtp/session.h"

#include "core/mask.h"
#include "core/replyroom.h"
#include "smtp/command.h"
#include "smtp/ehlo.h"

#include <functional>
#include <optional>
#include <utility>

using core::Failure;
using core::Outcome;
using core::Stage;

namespace smtp
{

namespace
{

/// What is read of a challenge before it is cut off; that it is too long to be answered (RFC 4954
/// 4) is for the login to say, which can still give the exchange up.
constexpr qsizetype longestChallengeLine = qsizetype{64} * 1024;

/// Whether EHLO is not understood (RFC 5321 3.2, 4.2.4), or where 503 says that HELO comes first.
/// Any other no is about this computer or its name, and would meet HELO as well.
bool isNotUnderstood(const core::Reply &reply)
{
    return reply.code == 500 || reply.code == 502 || reply.code == 503 ||
           (reply.code == 504 && reply.words().contains("implemented"));
}

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

core::Reply masked(core::Reply reply, const core::Mask &mask)
{
    for (qsizetype i = 0; i < reply.lines.size(); ++i) {
        const QByteArray &line = reply.lines.at(i);
        const bool separated = line.size() > 3 && (line[3] == ' ' || line[3] == '-');
        const qsizetype codeLength = reply.code == 0 ? 0 : separated ? 4 : 3;
        if (const QByteArray text = line.mid(codeLength); text != reply.text.at(i)) {
            reply.text[i] = text;
        }
    }
    return mask.over(std::move(reply));
}

/// Hides in the facts what a server has repeated of the secrets. At the end, since until then what
/// was really said decides. Lines have been masked as they came; the text follows them, and both
/// for what is a secret only since then.
void maskFacts(core::SessionFacts &facts, const core::Mask &mask)
{
    std::optional<core::Reply> said;
    std::optional<core::Reply> shown;
    const auto hide = [&](std::optional<core::Reply> &reply) {
        if (!reply) {
            return;
        }
        if (!said ||
            !said->lines.isSharedWith(reply->lines)) { // a thousand recipients may share it
            said = reply;
            shown = masked(*reply, mask);
        }
        reply = shown;
    };
    hide(facts.reply);
    for (core::AuthAttempt &attempt : facts.attempts) {
        hide(attempt.reply);
    }
    for (core::RecipientResult &recipient : facts.recipients) {
        hide(recipient.reply);
    }
    for (std::optional<core::Capabilities> *known : {&facts.beforeTls, &facts.afterTls}) {
        if (*known) {
            core::Reply reply;
            reply.code = 250;
            reply.lines = (*known)->lines;
            reply.text.resize(reply.lines.size());
            const core::Reply shownReply = masked(std::move(reply), mask);
            const core::Capabilities readable =
                (*known)->fromHelo ? capabilitiesOfHelo(shownReply) : capabilitiesOf(shownReply);
            (*known)->lines = readable.lines;
            (*known)->authMechanisms = readable.authMechanisms;
        }
    }
}

} // namespace

Session::Session(SessionSettings settings, core::SaslClientFactory saslClients)
    : Conversation(std::move(settings))
    , m_login(*this, std::move(saslClients), [this] { afterLogin(); })
{
    m_transaction.emplace(*this);
}

Session::~Session() = default;

// ---- the message

void Session::encodeBody(QByteArrayView piece, QByteArray &out)
{
    m_transaction->encodeBody(piece, out);
}

void Session::finishBody(QByteArray &out)
{
    m_transaction->finishBody(out);
}

void Session::onBodySent()
{
    if (isFinished()) {
        return;
    }
    m_transaction->onBodySent();
    if (m_transaction->isEndHeld()) {
        halt();
    } else {
        Conversation::onBodySent();
    }
}

void Session::sendEnd()
{
    if (!isFinished() && m_transaction->isEndHeld()) {
        m_transaction->sendEnd();
        Conversation::onBodySent();
    }
}

std::optional<core::Deadline> Session::deadline() const
{
    // What is held, and what comes next, is not for the server.
    return isEndHeld() || isResting() ? std::nullopt : Conversation::deadline();
}

// ---- the way

void Session::awaitGreeting()
{
    await({Stage::Greeting, std::bind_front(&Session::onGreeting, this)});
}

void Session::onSecured()
{
    sendEhlo();
}

QByteArray Session::shownLine(const QByteArray &line)
{
    const QByteArray shown = Conversation::shownLine(line);
    return m_login.isSecret(line) ? QByteArray("334 ****") : shown;
}

qsizetype Session::longestLine() const
{
    return stage() == Stage::Auth ? longestChallengeLine : Conversation::longestLine();
}

void Session::onGreeting(const core::Reply &reply)
{
    if (reply.code != 220) {
        // RFC 5321 3.1: after a 554 greeting only QUIT may follow.
        reply.isPositive() ? failUnexpected(reply) : failReply(reply);
        return;
    }
    if (reply.text.constFirst().contains("***")) {
        remark(core::Note::RewritingFirewall);
    }
    sendEhlo();
}

void Session::sendEhlo()
{
    if (!isSafeArgument(settings().ehloName) || settings().ehloName.contains(' ') ||
        settings().ehloName.isEmpty()) {
        facts().stage = Stage::Ehlo;
        fail(Failure::BadInput,
             QT_TRANSLATE_NOOP("core",
                               "The EHLO name is empty or has a space or control character."));
        return;
    }
    const QByteArray line = "EHLO " + settings().ehloName;
    ask({line, line, {Stage::Ehlo, std::bind_front(&Session::onEhloReply, this)}});
}

void Session::onEhloReply(const core::Reply &reply)
{
    if (isNotUnderstood(reply)) {
        const QByteArray line = "HELO " + settings().ehloName;
        ask({line, line, {Stage::Ehlo, std::bind_front(&Session::onHeloReply, this)}});
    } else if (reply.isPositive()) {
        afterEhlo(capabilitiesOf(reply));
    } else {
        failReply(reply);
    }
}

void Session::onHeloReply(const core::Reply &reply)
{
    if (!reply.isPositive()) {
        failReply(reply);
        return;
    }
    remark(core::Note::HeloOnly);
    afterEhlo(capabilitiesOfHelo(reply));
}

void Session::afterEhlo(const core::Capabilities &capabilities)
{
    (isEncrypted() ? facts().afterTls : facts().beforeTls) = capabilities;
    if (capabilities.onlyOldAuthForm) {
        remark(core::Note::OldAuthForm);
    }
    if (capabilities.sizeUnreadable) {
        remark(core::Note::SizeUnreadable);
    }
    const bool wantsStartTls = settings().security == core::Security::StartTls ||
                               settings().security == core::Security::StartTlsIfOffered;
    if (!isEncrypted() && wantsStartTls) {
        if (capabilities.startTls) {
            ask({"STARTTLS",
                 "STARTTLS",
                 {Stage::StartTls, std::bind_front(&Session::onStartTlsReply, this)}});
            return;
        }
        if (settings().security == core::Security::StartTls) {
            facts().stage = Stage::StartTls;
            fail(Failure::StartTlsNotOffered);
            return;
        }
        remark(core::Note::StartTlsIfOfferedStayedPlain);
    }
    if (settings().goal == core::Goal::ReadReply) {
        facts().outcome = Outcome::Accepted;
        quit();
    } else {
        m_login.start();
    }
}

void Session::onStartTlsReply(const core::Reply &reply)
{
    if (reply.code != 220 && (reply.isPositive() || reply.isIntermediate())) {
        failUnexpected(reply);
        return;
    }
    if (reply.code != 220) {
        facts().reply = reply;
        // Never on without it by ourselves, not even where it was only wanted if offered (B38).
        fail(Failure::StartTlsRefused);
        return;
    }
    startTls();
}

void Session::afterLogin()
{
    // RFC 4954 does not ask for another EHLO after AUTH without a security layer; some servers
    // refuse it (B23).
    if (settings().goal == core::Goal::SendMail && settings().mail) {
        beginMail();
        return;
    }
    if (facts().loggedIn) {
        facts().reply = facts().attempts.constLast().reply;
    }
    facts().outcome = Outcome::Accepted;
    quit();
}

// ---- several mails

void Session::beginMail()
{
    m_mailBegun = true;
    m_transaction->start();
}

void Session::sendAnother(const Mail &mail, const core::Delivery &delivery)
{
    if (!isResting()) {
        return;
    }
    m_resting = false;
    m_complete = false;
    setMail(mail, delivery);
    m_transaction.emplace(*this);
    beginMail();
}

void Session::rest()
{
    completeFacts();
    m_resting = true;
    halt();
}

void Session::leave()
{
    m_leaving = true;
    if (isResting()) {
        m_resting = false;
        quit();
    }
}

// ---- the end

void Session::decide(Failure failure, const core::Text &detail)
{
    const bool linkEnded = failure == Failure::ClosedByPeer || failure == Failure::TimedOut;
    if (linkEnded && m_transaction->isLoneDot()) {
        m_transaction->reject(); // the reply to a lone dot changes nothing
        return;
    }
    const bool serverSaidNo = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred;
    // Whatever breaks after the final dot: the server may hold the mail, and stopping cannot call
    // it back. Half a reply says nothing then.
    const bool lost = m_transaction->isInServersHands() && !serverSaidNo;
    if (!lost || (!linkEnded && failure != Failure::Cancelled)) {
        keepWhatWasSaid();
    }
    const bool toGivingUp = linkEnded || failure == Failure::ReplyDeferred;
    core::SessionFacts &facts = this->facts();
    if (m_login.givenUp() && toGivingUp) {
        failure = m_login.givenUp()->failure;
        facts.detail = m_login.givenUp()->detail;
    } else {
        facts.detail = detail;
    }
    facts.failure = lost ? Failure::LostAfterDot : failure;
    facts.outcome = core::outcomeOf(facts.failure);
    if (failure == Failure::StartTlsRefused && facts.reply) {
        facts.outcome = facts.reply->isTemporary() ? Outcome::Deferred : Outcome::Refused;
    }
    m_transaction->fail();
    dropQueued();
    leaveAfterFailure(lost ? Failure::LostAfterDot : failure);
}

/// The server's no, or our own before anything went wrong, is followed by a QUIT. A 421 closes by
/// itself; a link that is cut, out of step, or with half a message on it is of no more use.
void Session::leaveAfterFailure(Failure failure)
{
    const bool serverSaidNo = failure == Failure::ReplyRefused || failure == Failure::ReplyDeferred;
    if (facts().reply && facts().reply->code == 421) {
        breakOff(false);
    } else if (serverSaidNo && isQuitSent() && !isBodyGoing()) {
        return; // pipelined; its reply is on the way
    } else if ((serverSaidNo || isOurOwnRefusal(failure)) && !isAwaiting() && !isTlsPending() &&
               !isBodyGoing()) {
        quit();
    } else {
        breakOff(true);
    }
}

void Session::quit()
{
    if (isQuitSent()) {
        return; // pipelined: its reply is on its way
    }
    const bool rests = settings().keepOpen && m_mailBegun && !m_leaving;
    if (rests && !m_transaction->isOpen()) {
        rest();
    } else if (rests) {
        m_transaction->close();
        ask({"RSET", "RSET", {Stage::Quit, [this](const core::Reply &) { quit(); }}});
    } else if (!m_transaction->isOpen()) {
        sendQuit({"QUIT\r\n", {"QUIT"}});
    } else if (pipelines()) {
        sendQuit({"RSET\r\nQUIT\r\n", {"RSET", "QUIT"}});
    } else {
        m_transaction->close();
        ask({"RSET", "RSET", {Stage::Quit, [this](const core::Reply &) { quit(); }}});
    }
}

void Session::conclude()
{
    m_login.end();
    completeFacts();
}

void Session::completeFacts()
{
    if (std::exchange(m_complete, true)) {
        return; // nothing that comes after a mail is of it
    }
    facts().roundTrips += roundTrips() - std::exchange(m_roundTripsCounted, roundTrips());
    maskFacts(facts(), mask());
    core::shorten(facts());
}

} // namespace smtp
