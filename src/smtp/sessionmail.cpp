// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: one mail. MAIL, every RCPT and DATA are queued; with PIPELINING (RFC 2920) they go
// out in one write and all their replies are read before anything is judged. Each recipient has its
// own result. A 354 with nobody to send to is answered by a lone dot. QUIT is pipelined behind the
// final dot. Where a parameter is refused that the server offers itself, the transaction is made
// once more without it. Recipients that were too many for one transaction get a second one (B74).
// Where all or none shall get it, DATA waits for every RCPT's reply (B76). Copies are sent one
// after the other; the first that is not taken ends it.
#include "smtp/session.h"

#include "smtp/command.h"

#include <QByteArrayList>

#include <algorithm>

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

/// RFC 5321 4.5.3.1.10: 452, and with some servers 552; a full mailbox or disk has the same codes.
bool isTooManyRecipients(const core::Reply &reply)
{
    if (reply.code != 452 && reply.code != 552) {
        return false;
    }
    return reply.enhanced ? reply.enhanced->subject == 5 && reply.enhanced->detail == 3
                          : reply.code == 452;
}

/// RFC 5321 4.1.1.11 and 4.2.4: 555, 455 and 504 are about parameters; 500 and 501 may be. The
/// enhanced code then says so, or that the content cannot be carried (RFC 3463 3.7).
bool refusesParameter(const core::Reply &reply)
{
    static const QList<int> codes{455, 500, 501, 504, 555};
    return codes.contains(reply.code) &&
           (!reply.enhanced || reply.enhanced->isAboutArguments() || reply.enhanced->subject == 6);
}

/// The keywords of parameters that the reply names; not those inside an address.
QByteArrayList namedParameters(const core::Reply &reply)
{
    static const QByteArrayList all{"size", "notify", "ret", "dsn", "8bitmime", "body", "smtputf8"};
    QByteArrayList named;
    for (QByteArray word : reply.words().split(' ')) {
        if (word.contains('@')) {
            continue;
        }
        std::replace_if(
            word.begin(), word.end(),
            [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, ' ');
        for (const QByteArray &part : word.split(' ')) {
            if (all.contains(part)) {
                named.append(part);
            }
        }
    }
    return named;
}

/// Whether the reply names one of these, or no parameter by a code that is for nothing else.
bool blames(const core::Reply &reply, const QByteArrayList &parameters)
{
    const QByteArrayList named = namedParameters(reply);
    const bool byCode = reply.enhanced ? reply.enhanced->isAboutArguments()
                                       : reply.code != 500 && reply.code != 501;
    return named.isEmpty()
               ? byCode
               : std::any_of(parameters.begin(), parameters.end(),
                             [&](const QByteArray &one) { return named.contains(one); });
}

} // namespace

std::optional<core::Error> Session::refuseLocally(const Mail &mail) const
{
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

void Session::startMail()
{
    m_facts.stage = Stage::Mail;
    if (const std::optional<core::Error> error = refuseLocally(*m_settings.mail)) {
        fail(error->failure, error->detail);
        return;
    }
    startTransaction();
}

void Session::startTransaction()
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
        remark(core::Note::NotifyNotOffered);
    }
    const core::NotifyRequest notify =
        notifies ? m_settings.delivery.notify : core::NotifyRequest();
    const core::Result<QByteArray> mailLine =
        mailCommand(mail.envelope.from, mail.traits, usable, notify);
    if (!mailLine) {
        fail(mailLine.error().failure, mailLine.error().detail);
        return;
    }
    QList<Command> commands{{*mailLine, *mailLine, {Stage::Mail, &Session::onMailReply}}};
    for (const qsizetype i : std::as_const(m_turn)) {
        const core::Result<QByteArray> line =
            rcptCommand(mail.envelope.to[i], mail.traits.needsSmtpUtf8, notify);
        if (!line) {
            m_facts.stage = Stage::Rcpt;
            fail(line.error().failure, line.error().detail);
            return;
        }
        commands.append({*line, *line, {Stage::Rcpt, &Session::onRcptReply, i}});
    }
    if (!m_settings.delivery.allOrNone) {
        commands.append({"DATA", "DATA", {Stage::Data, &Session::onDataReply}});
    }
    for (const Command &command : std::as_const(commands)) {
        queueCommand(command);
    }
    sendQueued();
}

void Session::onMailReply(const core::Reply &reply)
{
    if (reply.isIntermediate()) {
        failUnexpected(reply);
        return;
    }
    m_mailReply = reply;
    m_transactionOpen = reply.isPositive();
    if (m_transactionOpen && m_sizeRefused) {
        remark(core::Note::SizeRefused);
    }
    if (!reply.isPositive() && m_awaited.isEmpty()) {
        endRefused();
    }
}

void Session::onRcptReply(const core::Reply &reply)
{
    if (reply.isIntermediate()) {
        failUnexpected(reply);
        return;
    }
    core::RecipientResult &recipient = m_facts.recipients[m_recipientOfReply];
    if (m_mailReply->isPositive()) {
        const core::Reply brief = reply.brief();
        recipient.reply = m_room.keep(brief);
        if (m_room.hasLeftOut() || brief != reply) {
            remark(core::Note::RepliesLeftOut);
        }
        m_taken[m_recipientOfReply] = reply.isPositive();
        if (reply.isPositive() && m_notifyRefused) {
            remark(core::Note::NotifyRefused);
        }
        if (!reply.isPositive()) {
            recipient.outcome = reply.isTemporary() ? Outcome::Deferred : Outcome::Refused;
        }
    }
    const bool lastOne = m_recipientOfReply == m_turn.constLast();
    if (!lastOne || !m_awaited.isEmpty()) {
        return;
    }
    const bool wanted = m_settings.delivery.allOrNone ? allRecipientsTaken() : anyRecipientTaken();
    if (!wanted) {
        endRefused();
    } else if (m_settings.delivery.allOrNone) {
        queueCommand({"DATA", "DATA", {Stage::Data, &Session::onDataReply}});
    }
}

void Session::onDataReply(const core::Reply &reply)
{
    const bool nobody = !m_mailReply->isPositive() || !anyRecipientTaken();
    if (reply.code == 354) {
        sendBody(nobody);
    } else if (nobody) {
        endRefused();
    } else {
        reply.isPositive() ? failUnexpected(reply) : failReply(reply);
    }
}

void Session::sendBody(bool empty)
{
    m_loneDot = empty;
    m_bodyGoing = true;
    core::SendBody body;
    body.empty = empty;
    await({Stage::Body, empty ? &Session::onLoneDotReply : &Session::onEndOfDataReply});
    const bool maybeAgain = empty && refusesParameter(decisiveRefusal());
    if (pipelines() && recipientsForLater().isEmpty() && isLastCopy() && !maybeAgain) {
        // RFC 2920 3.1: the message's end may be followed by the next command group.
        body.after = "QUIT\r\n";
        body.shownAfter = {"QUIT"};
        m_quitSent = true;
        await({Stage::Quit, &Session::onQuitReply});
    }
    ++m_facts.roundTrips;
    m_actions.enqueue(body);
}

void Session::onEndOfDataReply(const core::Reply &reply)
{
    if (reply.code == 221 || reply.isIntermediate()) {
        // RFC 5321 4.2.1: any other 2yz says that the mail was taken; a 221 here may be QUIT's
        // reply out of step.
        failUnexpected(reply);
        return;
    }
    m_dotSent = false;
    m_transactionOpen = false;
    if (!reply.isPositive()) {
        failReply(reply);
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
        concludeMail(reply);
        return;
    }
    for (const qsizetype i : later) {
        m_facts.recipients[i].outcome = Outcome::Failed; // not asked yet
    }
    m_turn = later;
    startTransaction();
}

void Session::concludeMail(const core::Reply &reply)
{
    ++m_facts.mailsAccepted;
    const bool everybody =
        std::all_of(m_facts.recipients.cbegin(), m_facts.recipients.cend(),
                    [](const core::RecipientResult &r) { return r.outcome == Outcome::Accepted; });
    if (everybody && m_facts.mailsAccepted < m_settings.delivery.copies) {
        startNextCopy();
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
    quit();
}

/// Of those that this session has to send; none of the recipients has it yet.
void Session::startNextCopy()
{
    m_turn.clear();
    m_room = {};
    for (core::RecipientResult &recipient : m_facts.recipients) {
        recipient.outcome = Outcome::Failed;
        recipient.reply.reset();
        m_turn.append(m_turn.size());
    }
    startTransaction();
}

/// Whether nothing more is to be sent once the message on its way is taken.
bool Session::isLastCopy() const
{
    return m_facts.mailsAccepted + 1 >= m_settings.delivery.copies;
}

void Session::onLoneDotReply(const core::Reply &)
{
    m_transactionOpen = false;
    m_loneDot = false;
    endRefused();
}

void Session::onRsetReply(const core::Reply &)
{
    m_transactionOpen = false;
    quit();
}

void Session::onRsetBeforeAnother(const core::Reply &)
{
    m_transactionOpen = false;
}

void Session::endRefused()
{
    m_commands.clear();
    if (!goOnWithoutParameters()) {
        rejectMail();
    }
}

/// Each parameter is left out once, so this ends.
bool Session::goOnWithoutParameters()
{
    const core::Reply reply = decisiveRefusal();
    if (m_quitSent || !refusesParameter(reply)) {
        return false;
    }
    if (!leaveOutCourtesies(reply)) {
        const Failure need = refusedNeed(reply);
        if (need != Failure::None) {
            m_facts.reply = reply;
            fail(need);
        }
        return need != Failure::None;
    }
    for (const qsizetype i : std::as_const(m_turn)) {
        m_facts.recipients[i].outcome = Outcome::Failed;
        m_facts.recipients[i].reply.reset();
        m_taken[i] = false;
    }
    m_room = {};
    if (m_transactionOpen) {
        queueCommand({"RSET", "RSET", {Stage::Mail, &Session::onRsetBeforeAnother}});
    }
    startTransaction();
    return true;
}

/// SIZE, NOTIFY and RET: the mail goes as well without them. RCPT has NOTIFY alone.
bool Session::leaveOutCourtesies(const core::Reply &reply)
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
Failure Session::refusedNeed(const core::Reply &reply)
{
    core::Capabilities &offered = m_encrypted ? *m_facts.afterTls : *m_facts.beforeTls;
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
void Session::rejectMail()
{
    m_commands.clear();
    m_facts.stage = m_mailReply->isPositive() ? Stage::Rcpt : Stage::Mail;
    failReply(decisiveRefusal());
}

/// The server's first word on the mail. Of the recipients', a refusal that may pass decides before
/// one that will not; the others then get the same word.
core::Reply Session::decisiveRefusal() const
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

void Session::failOpenRecipients(Outcome outcome, const std::optional<core::Reply> &reply)
{
    const auto brief = reply ? std::optional(reply->brief()) : std::nullopt;
    for (qsizetype i = 0; i < m_facts.recipients.size(); ++i) {
        core::RecipientResult &recipient = m_facts.recipients[i];
        // All or none: who was not refused keeps the server's word and does not get the mail.
        const bool spared =
            m_settings.delivery.allOrNone && m_facts.stage == Stage::Rcpt && m_taken[i];
        if (recipient.outcome == Outcome::Failed && !spared) {
            recipient.outcome = outcome;
            recipient.reply = brief ? brief : recipient.reply;
        }
    }
}

bool Session::allRecipientsTaken() const
{
    return std::all_of(m_turn.begin(), m_turn.end(), [this](qsizetype i) { return m_taken[i]; });
}

bool Session::anyRecipientTaken() const
{
    return m_taken.contains(true);
}

/// A transaction before this one was accepted for somebody.
bool Session::anyRecipientHasIt() const
{
    return std::any_of(
        m_facts.recipients.begin(), m_facts.recipients.end(),
        [](const core::RecipientResult &one) { return one.outcome == Outcome::Accepted; });
}

/// Those refused only because there were too many; without one that was taken there is no end to
/// trying.
QList<qsizetype> Session::recipientsForLater() const
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
