// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"
#include "smtp/conversation.h"
#include "smtp/loginexchange.h"
#include "smtp/sessionsettings.h"
#include "smtp/transaction.h"

#include <QByteArray>

#include <optional>

namespace smtp
{

/// The SMTP client (RFC 5321) as a pure state machine; see "How it works" in session.cpp. One
/// session is one connection. Not thread-safe, used by whoever drives it.
class Session final : public Conversation
{
public:
    Session(SessionSettings settings, core::SaslClientFactory saslClients);
    ~Session() override;

    void onBodySent() override;
    void encodeBody(QByteArrayView piece, QByteArray &out) override;
    void finishBody(QByteArray &out) override;
    [[nodiscard]] std::optional<core::Deadline> deadline() const override;

    /// With SessionSettings::holdEnd: the message is sent but for its last octets, without which no
    /// server takes it. sendEnd() lets them go, cancel() takes the mail back.
    [[nodiscard]] bool isEndHeld() const { return !isFinished() && m_transaction->isEndHeld(); }
    void sendEnd();

    /// With SessionSettings::keepOpen: the mail is done with, facts() are complete for it, and the
    /// connection is good for another one.
    [[nodiscard]] bool isResting() const { return !isFinished() && m_resting; }
    /// The facts of the mail before are gone with this.
    void sendAnother(const Mail &mail, const core::Delivery &delivery);
    /// Says goodbye.
    void leave();

private:
    void awaitGreeting() override;
    void onSecured() override;
    void decide(core::Failure failure, const core::Text &detail) override;
    void conclude() override;
    [[nodiscard]] QByteArray shownLine(const QByteArray &line) override;
    [[nodiscard]] qsizetype longestLine() const override;
    void quit() override;

    void onGreeting(const core::Reply &reply);
    void onEhloReply(const core::Reply &reply);
    void onHeloReply(const core::Reply &reply);
    void onStartTlsReply(const core::Reply &reply);
    void sendEhlo();
    void afterEhlo(const core::Capabilities &capabilities);
    void afterLogin();
    void leaveAfterFailure(core::Failure failure);
    void beginMail();
    void rest();
    void completeFacts();

    LoginExchange m_login;
    std::optional<Transaction> m_transaction; // of the mail that is sent now
    bool m_mailBegun = false;
    bool m_resting = false;
    bool m_leaving = false;
    bool m_complete = false; // the facts
    int m_roundTripsCounted = 0;
};

} // namespace smtp
