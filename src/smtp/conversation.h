// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lineprotocol.h"
#include "smtp/replyparser.h"
#include "smtp/sessionsettings.h"

#include <QByteArray>
#include <QByteArrayList>

namespace smtp
{

/// The replies of an SMTP server (RFC 5321 4.2), each to its command, and what follows from one
/// whatever was asked. What is asked is for the session, its login and its transaction, which share
/// the facts and the settings.
class Conversation : public core::LineProtocol
{
public:
    [[nodiscard]] const SessionSettings &settings() const { return m_settings; }
    [[nodiscard]] core::SessionFacts &facts() { return m_facts; }
    /// Complete once nextAction() has said Close.
    [[nodiscard]] const core::SessionFacts &facts() const { return m_facts; }
    [[nodiscard]] bool pipelines() const final;

    using core::LineProtocol::remark;
    void remark(core::Note note);
    /// The server's no decides; any other reply is one where none was due.
    void failReply(const core::Reply &reply);
    /// A yes where none was due, or a reply to nothing.
    void failUnexpected(const core::Reply &reply);
    /// Behind the decision: leaves politely.
    virtual void quit() = 0;
    /// QUIT goes out with the message's end (RFC 2920 3.1), or has gone.
    void awaitQuit();
    [[nodiscard]] bool isQuitSent() const { return m_quitSent; }

protected:
    explicit Conversation(SessionSettings settings);

    core::Ending ending() final { return core::Ending::of(m_facts); }
    void onLine(const core::LineBuffer::Line &line, const QByteArray &shown) final;
    void noteTls() final;
    /// Lines that are no whole reply were said all the same.
    void keepWhatWasSaid();
    void sendQuit(const core::Send &octets);
    /// Forgets the mail before, and what became of it.
    void setMail(const Mail &mail, const core::Delivery &delivery);

private:
    void onBadReply(core::Failure failure);
    void onReply(const core::Reply &reply);

    SessionSettings m_settings;
    core::SessionFacts m_facts;
    ReplyParser m_replies;
    QByteArrayList m_shown; // the lines so far of the reply that is coming, as they are shown
    bool m_quitSent = false;
};

} // namespace smtp
