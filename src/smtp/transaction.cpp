// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: one mail. MAIL, every RCPT and DATA are queued; with PIPELINING (RFC 2920) they go
// out in one write and all their replies are read before anything is judged. Each recipient has its
// own result. A 354 with nobody to send to is answered by a lone dot. QUIT is pipelined behind the
// final dot. Where a parameter is refused that the server offers itself, the transaction is made
// once more without it. Recipients that were too many for one transaction get a second one (B74).
// Where all or none shall get it, DATA waits for every RCPT's reply (B76). Copies are sent one
// after the other; the first that is not taken ends it.
#include "smtp/transaction.h"

#include "smtp/command.h"
#include "smtp/refusal.h"

#include <QByteArrayList>

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

/// RFC 5321 4.5.3.1.6: 1000 octets with the CRLF.
constexpr qsizetype longestTextLine = 998;

} // namespace

Transaction::Transaction(Conversation &conversation)
    : m_conversation(conversation)
    , m_settings(conversation.settings())
    , m_facts(conversation.facts())
{
    if (m_settings.mail) {
        for (const QByteArray &address : m_settings.mail->envelope.to) {
            m_facts.recipients.append({address, Outcome::Failed, {}});
        }
        forgetTurn();
    }
}

/// All recipients have their turn, and none of them an answer.
void Transaction::forgetTurn()
{
    m_turn.clear();
    m_taken.fill(false, m_facts.recipients.size());
    for (qsizetype i = 0; i < m_facts.recipients.size(); ++i) {
        m_turn.append(i);
    }
    forgetReplies();
}

/// Of those whose turn it is.
void Transaction::forgetReplies()
{
    for (const qsizetype i : std::as_const(m_turn)) {
        m_facts.recipients[i].outcome = Outcome::Failed;
        m_facts.recipients[i].reply.reset();
        m_taken[i] = false;
    }
    m_room = {};
}

void Transaction::start()
{
    m_facts.stage = Stage::Mail;
    if (const std::optional<core::Error> error = refuseLocally()) {
        m_conversation.fail(error->failure, error->detail);
        return;
    }
    begin();
}

std::optional<core::Error> Transaction::refuseLocally() const
{
    const Mail &mail = *m_settings.mail;
    const core::Capabilities &capabilities = *m_facts.capabilities();
    if (mail.envelope.to.isEmpty()) {
        return core::badInput(QT_TRANSLATE_NOOP("core", "The mail has no recipient."));
    }
    if (capabilities.sizeLimit > 0 && mail.traits.size > capabilities.sizeLimit) {
        return core::Error{Failure::MessageTooLarge,
                           u"%1 > %2"_s.arg(mail.traits.size).arg(capabilities.sizeLimit)};
    }
    if (mail.traits.needsSmtpUtf8 && !capabilities.smtpUtf8) {
        return core::Error{Failure::NeedsSmtpUtf8, {}};
    }
    if (mail.traits.eightBit && !capabilities.eightBitMime) {
        return core::Error{Failure::NeedsEightBit, {}};
    }
    if (mail.traits.longestLine > longestTextLine) {
        return core::Error{Failure::LineTooLong, mail.traits.longestLine};
    }
    return {};
}

void Transaction::begin()
{
    const Mail &mail = *m_settings.mail;
    m_facts.stage = Stage::Mail;
    // Every command is made before the first is sent: a bad address spoils no transaction half
    // begun.
    core::Capabilities usable = *m_facts.capabilities();
    usable.hasSize = usable.hasSize && !m_sizeRefused;
    const bool notifies =
        m_settings.delivery.notify.isMade() && usable.notifications && !m_notifyRefused;
    if (m_settings.delivery.notify.isMade() && !usable.notifications) {
        m_conversation.remark(core::Note::NotifyNotOffered);
    }
    const core::NotifyRequest notify =
        notifies ? m_settings.delivery.notify : core::NotifyRequest();
    const core::Result<QByteArray> mailLine =
        mailCommand(mail.envelope.from, mail.traits, usable, notify);
    if (!mailLine) {
        m_conversation.fail(mailLine.error().failure, mailLine.error().detail);
        return;
    }
    QList<core::LineProtocol::Command> commands{
        {*mailLine, *mailLine, {Stage::Mail, std::bind_front(&Transaction::onMailReply, this)}}};
    for (const qsizetype i : std::as_const(m_turn)) {
        const core::Result<QByteArray> line =
            rcptCommand(mail.envelope.to[i], mail.traits.needsSmtpUtf8, notify);
        if (!line) {
            m_facts.stage = Stage::Rcpt;
            m_conversation.fail(line.error().failure, line.error().detail);
            return;
        }
        commands.append(
            {*line, *line, {Stage::Rcpt, std::bind_front(&Transaction::onRcptReply, this, i)}});
    }
    for (const core::LineProtocol::Command &command : std::as_const(commands)) {
        m_conversation.queue(command);
    }
    if (!m_settings.delivery.allOrNone) {
        queueData();
    }
    m_conversation.sendQueued();
}

void Transaction::onMailReply(const core::Reply &reply)
{
    if (reply.isIntermediate()) {
        m_conversation.failUnexpected(reply);
        return;
    }
    m_mailReply = reply;
    m_open = reply.isPositive();
    if (m_open && m_sizeRefused) {
        m_conversation.remark(core::Note::SizeRefused);
    }
    if (!reply.isPositive() && !m_conversation.isAwaiting()) {
        endRefused();
    }
}

void Transaction::onRcptReply(qsizetype index, const core::Reply &reply)
{
    if (reply.isIntermediate()) {
        m_conversation.failUnexpected(reply);
        return;
    }
    core::RecipientResult &recipient = m_facts.recipients[index];
    if (m_mailReply->isPositive()) {
        const core::Reply brief = reply.brief();
        recipient.reply = m_room.keep(brief);
        if (m_room.hasLeftOut() || brief != reply) {
            m_conversation.remark(core::Note::RepliesLeftOut);
        }
        m_taken[index] = reply.isPositive();
        if (reply.isPositive() && m_notifyRefused) {
            m_conversation.remark(core::Note::NotifyRefused);
        }
        if (!reply.isPositive()) {
            recipient.outcome = reply.isTemporary() ? Outcome::Deferred : Outcome::Refused;
        }
    }
    const bool lastOne = index == m_turn.constLast();
    if (!lastOne || m_conversation.isAwaiting()) {
        return;
    }
    const bool wanted = m_settings.delivery.allOrNone ? allRecipientsTaken() : anyRecipientTaken();
    if (!wanted) {
        endRefused();
    } else if (m_settings.delivery.allOrNone) {
        queueData();
    }
}

void Transaction::onDataReply(const core::Reply &reply)
{
    const bool nobody = !m_mailReply->isPositive() || !anyRecipientTaken();
    if (reply.code == 354) {
        sendBody(nobody);
    } else if (nobody) {
        endRefused();
    } else {
        reply.isPositive() ? m_conversation.failUnexpected(reply) : m_conversation.failReply(reply);
    }
}

void Transaction::queueData()
{
    m_conversation.queue(
        {"DATA", "DATA", {Stage::Data, std::bind_front(&Transaction::onDataReply, this)}});
}

void Transaction::sendBody(bool empty)
{
    m_end = empty ? End::LoneDot : End::NotSent;
    core::SendBody body{empty, {}, {"."}};
    m_conversation.await({Stage::Body, std::bind_front(empty ? &Transaction::onLoneDotReply
                                                             : &Transaction::onEndOfDataReply,
                                                       this)});
    const bool maybeAgain = empty && refusesParameter(decisiveRefusal());
    if (m_conversation.pipelines() && recipientsForLater().isEmpty() && isLastCopy() &&
        !maybeAgain && !m_settings.keepOpen) {
        // RFC 2920 3.1: the message's end may be followed by the next command group.
        body.after = "QUIT\r\n";
        body.shownAfter.append("QUIT");
        m_conversation.awaitQuit();
    }
    if (holdsEnd()) {
        m_held = {"\r\n" + std::exchange(body.after, {}), std::exchange(body.shownAfter, {})};
    }
    m_conversation.sendBody(body);
}

bool Transaction::holdsEnd() const
{
    return m_settings.holdEnd && m_end != End::LoneDot;
}

void Transaction::finishBody(QByteArray &out)
{
    m_stuffer.finish(out);
    if (holdsEnd()) {
        out.chop(2);
    }
}

void Transaction::onBodySent()
{
    if (m_end == End::NotSent) {
        m_end = m_settings.holdEnd ? End::Held : End::Sent;
    }
}

void Transaction::sendEnd()
{
    m_end = End::Sent;
    m_conversation.send(m_held);
}

void Transaction::onEndOfDataReply(const core::Reply &reply)
{
    if (reply.code == 221 || reply.isIntermediate()) {
        // RFC 5321 4.2.1: any other 2yz says that the mail was taken; a 221 here may be QUIT's
        // reply out of step.
        m_conversation.failUnexpected(reply);
        return;
    }
    m_end = End::NotSent;
    m_open = false;
    if (!reply.isPositive()) {
        m_conversation.failReply(reply);
        return;
    }
    const QList<qsizetype> later = recipientsForLater();
    const core::Reply accepted = reply.brief();
    for (const qsizetype i : std::as_const(m_turn)) {
        if (m_taken[i]) {
            m_facts.recipients[i].outcome = Outcome::Accepted;
            m_facts.recipients[i].reply = accepted;
            m_taken[i] = false;
        }
    }
    if (later.isEmpty()) {
        conclude(reply);
        return;
    }
    for (const qsizetype i : later) {
        m_facts.recipients[i].outcome = Outcome::Failed; // not asked yet
    }
    m_turn = later;
    begin();
}

void Transaction::conclude(const core::Reply &reply)
{
    ++m_facts.mailsAccepted;
    const bool everybody =
        std::all_of(m_facts.recipients.cbegin(), m_facts.recipients.cend(),
                    [](const core::RecipientResult &r) { return r.outcome == Outcome::Accepted; });
    if (everybody && m_facts.mailsAccepted < m_settings.delivery.copies) {
        forgetTurn(); // of the next copy: nobody has it yet
        begin();
        return;
    }
    m_facts.reply = reply;
    m_facts.outcome = Outcome::Accepted;
    for (const core::RecipientResult &recipient : std::as_const(m_facts.recipients)) {
        if (recipient.outcome != Outcome::Accepted && m_facts.outcome == Outcome::Accepted) {
            m_facts.outcome = Outcome::Partial;
            m_facts.reply = recipient.reply;
        }
    }
    m_conversation.quit();
}

/// Whether nothing more is to be sent once the message on its way is taken.
bool Transaction::isLastCopy() const
{
    return m_facts.mailsAccepted + 1 >= m_settings.delivery.copies;
}

void Transaction::onLoneDotReply(const core::Reply &)
{
    m_open = false;
    m_end = End::NotSent;
    endRefused();
}

void Transaction::endRefused()
{
    m_conversation.dropQueued();
    if (!goOnWithoutParameters()) {
        reject();
    }
}

/// Each parameter is left out once, so this ends.
bool Transaction::goOnWithoutParameters()
{
    const core::Reply reply = decisiveRefusal();
    if (m_conversation.isQuitSent() || !refusesParameter(reply)) {
        return false;
    }
    if (!leaveOutCourtesies(reply)) {
        const Failure need = refusedNeed(reply);
        if (need != Failure::None) {
            m_facts.reply = reply;
            m_conversation.fail(need);
        }
        return need != Failure::None;
    }
    forgetReplies();
    if (m_open) {
        m_conversation.queue(
            {"RSET", "RSET", {Stage::Mail, [this](const core::Reply &) { close(); }}});
    }
    begin();
    return true;
}

/// SIZE, NOTIFY and RET: the mail goes as well without them. RCPT has NOTIFY alone.
bool Transaction::leaveOutCourtesies(const core::Reply &reply)
{
    const core::Capabilities &offered = *m_facts.capabilities();
    const bool size =
        !m_mailReply->isPositive() && offered.hasSize && !m_sizeRefused && blames(reply, {"size"});
    const bool notify = m_settings.delivery.notify.isMade() && offered.notifications &&
                        !m_notifyRefused && blames(reply, {"notify", "ret", "dsn"});
    m_sizeRefused = m_sizeRefused || size;
    m_notifyRefused = m_notifyRefused || notify;
    return size || notify;
}

/// What the message needs, and the server then does not have. Its offer does not count any more:
/// the message may be written anew for it.
Failure Transaction::refusedNeed(const core::Reply &reply)
{
    core::Capabilities &offered =
        m_conversation.isEncrypted() ? *m_facts.afterTls : *m_facts.beforeTls;
    const core::MessageTraits &traits = m_settings.mail->traits;
    const QByteArrayList named = namedParameters(reply);
    if (m_mailReply->isPositive()) {
        return Failure::None;
    }
    if (traits.needsSmtpUtf8 && named.contains("smtputf8")) {
        offered.smtpUtf8 = false;
        return Failure::NeedsSmtpUtf8;
    }
    if (traits.eightBit && (named.contains("8bitmime") || named.contains("body"))) {
        offered.eightBitMime = false;
        return Failure::NeedsEightBit;
    }
    return Failure::None;
}

/// The mail ends because MAIL or every RCPT was refused.
void Transaction::reject()
{
    m_conversation.dropQueued();
    m_facts.stage = m_mailReply->isPositive() ? Stage::Rcpt : Stage::Mail;
    m_conversation.failReply(decisiveRefusal());
}

/// The server's first word on the mail. Of the recipients', a refusal that may pass decides before
/// one that will not; the others then get the same word.
core::Reply Transaction::decisiveRefusal() const
{
    if (!m_mailReply->isPositive()) {
        return *m_mailReply;
    }
    for (const Outcome outcome : {Outcome::Deferred, Outcome::Refused}) {
        for (const core::RecipientResult &recipient : m_facts.recipients) {
            if (recipient.outcome == outcome && recipient.reply) {
                return *recipient.reply;
            }
        }
    }
    return *m_mailReply; // not reached: somebody was refused
}

void Transaction::fail()
{
    const auto brief = m_facts.reply ? std::optional(m_facts.reply->brief()) : std::nullopt;
    for (qsizetype i = 0; i < m_facts.recipients.size(); ++i) {
        core::RecipientResult &recipient = m_facts.recipients[i];
        // All or none: who was not refused keeps the server's word and does not get the mail.
        const bool spared =
            m_settings.delivery.allOrNone && m_facts.stage == Stage::Rcpt && m_taken[i];
        if (recipient.outcome == Outcome::Failed && !spared) {
            recipient.outcome = m_facts.outcome;
            recipient.reply = brief ? brief : recipient.reply;
        }
    }
    if (m_facts.outcome != Outcome::Unknown && anyRecipientHasIt()) {
        ++m_facts.mailsAccepted;
        m_facts.outcome = Outcome::Partial; // an earlier transaction stands
        m_facts.failure = Failure::None;
    }
}

bool Transaction::allRecipientsTaken() const
{
    return std::all_of(m_turn.begin(), m_turn.end(), [this](qsizetype i) { return m_taken[i]; });
}

/// A transaction before this one was accepted for somebody.
bool Transaction::anyRecipientHasIt() const
{
    return std::any_of(
        m_facts.recipients.begin(), m_facts.recipients.end(),
        [](const core::RecipientResult &one) { return one.outcome == Outcome::Accepted; });
}

/// Those refused only because there were too many; without one that was taken there is no end to
/// trying.
QList<qsizetype> Transaction::recipientsForLater() const
{
    QList<qsizetype> later;
    for (const qsizetype i : m_turn) {
        const std::optional<core::Reply> &reply = m_facts.recipients[i].reply;
        if (!m_taken[i] && reply && isTooManyRecipients(*reply)) {
            later.append(i);
        }
    }
    return anyRecipientTaken() ? later : QList<qsizetype>();
}

} // namespace smtp
