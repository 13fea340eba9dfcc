// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replyroom.h"
#include "core/result.h"
#include "smtp/conversation.h"
#include "smtp/dotstuffer.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace smtp
{

/// One mail's way to the server (RFC 5321 3.3): envelope, recipients, message, the final dot; see
/// "How it works" in transaction.cpp.
class Transaction final
{
public:
    /// Of the settings' mail. `conversation` outlives this.
    explicit Transaction(Conversation &conversation);

    /// Sends the settings' mail; the conversation ends with it.
    void start();

    void encodeBody(QByteArrayView piece, QByteArray &out) { m_stuffer.stuff(piece, out); }
    void finishBody(QByteArray &out);
    void onBodySent();
    /// All but the last octets is sent, and they wait: without them no server takes the mail.
    [[nodiscard]] bool isEndHeld() const { return m_end == End::Held; }
    void sendEnd();

    /// MAIL was accepted, the mail not yet ended.
    [[nodiscard]] bool isOpen() const { return m_open; }
    void close() { m_open = false; }
    /// The message's end is with the server, and its answer is not here.
    [[nodiscard]] bool isInServersHands() const { return m_end == End::Sent; }
    /// A 354 that nobody gets a message by; the answer to its dot changes nothing.
    [[nodiscard]] bool isLoneDot() const { return m_end == End::LoneDot; }
    /// The mail ends because MAIL or every RCPT was refused.
    void reject();
    /// The conversation has failed: what that is for the recipients, and for the mail where an
    /// earlier transaction stands.
    void fail();

private:
    enum class End
    {
        NotSent,
        LoneDot,
        Held,
        Sent,
    };

    [[nodiscard]] std::optional<core::Error> refuseLocally() const;
    void begin();
    void forgetTurn();
    void forgetReplies();
    [[nodiscard]] bool isLastCopy() const;
    void conclude(const core::Reply &reply);
    void onMailReply(const core::Reply &reply);
    void onRcptReply(qsizetype recipient, const core::Reply &reply);
    void onDataReply(const core::Reply &reply);
    void onEndOfDataReply(const core::Reply &reply);
    void onLoneDotReply(const core::Reply &reply);
    void queueData();
    void sendBody(bool empty);
    [[nodiscard]] bool holdsEnd() const;
    void endRefused();
    [[nodiscard]] bool goOnWithoutParameters();
    [[nodiscard]] bool leaveOutCourtesies(const core::Reply &reply);
    [[nodiscard]] core::Failure refusedNeed(const core::Reply &reply);
    [[nodiscard]] core::Reply decisiveRefusal() const;
    [[nodiscard]] bool allRecipientsTaken() const;
    [[nodiscard]] bool anyRecipientTaken() const { return m_taken.contains(true); }
    [[nodiscard]] bool anyRecipientHasIt() const;
    [[nodiscard]] QList<qsizetype> recipientsForLater() const;

    Conversation &m_conversation;
    const SessionSettings &m_settings;
    core::SessionFacts &m_facts;
    DotStuffer m_stuffer;
    std::optional<core::Reply> m_mailReply;
    bool m_sizeRefused = false; // with MAIL, and left out since
    bool m_notifyRefused = false;
    core::ReplyRoom m_room;  // for the replies to the recipients of this copy
    QList<qsizetype> m_turn; // the recipients of this transaction
    QList<bool> m_taken;     // a recipient's RCPT was accepted in it
    core::Send m_held;       // what goes out with the last octets
    End m_end = End::NotSent;
    bool m_open = false;
};

} // namespace smtp
