// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"
#include "smtp/conversation.h"
#include "smtp/loginexchange.h"
#include "smtp/sessionsettings.h"
#include "smtp/transaction.h"

#include <QByteArray>

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
    [[nodiscard]] bool isEndHeld() const { return !isFinished() && m_transaction.isEndHeld(); }
    void sendEnd();

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

    LoginExchange m_login;
    Transaction m_transaction;
};

} // namespace smtp
