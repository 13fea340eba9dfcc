// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/saslclient.h"
#include "smtp/conversation.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>

namespace smtp
{

/// How many logins are refused before we stop by ourselves: servers lock accounts (B54).
constexpr int mostRefusedLogins = 3;

/// Logging in (RFC 4954), by as many exchanges as it takes; see "How it works" in
/// loginexchange.cpp.
class LoginExchange final
{
public:
    /// `conversation` outlives this. `loggedIn` is called once at the most; a login that fails ends
    /// the conversation.
    LoginExchange(Conversation &conversation, core::SaslClientFactory saslClients,
                  std::function<void()> loggedIn);

    void start();
    /// Why the exchange was given up: no answer to that makes another cause of it.
    [[nodiscard]] const std::optional<core::Error> &givenUp() const { return m_givenUp; }
    /// Whether a line of the server is nothing to show: a CRAM-MD5 challenge may be, since without
    /// the digest it is of no use. SCRAM's salt and the server's proof are enough to try passwords
    /// out on, without any server; the reason for refusing a token may repeat it.
    [[nodiscard]] bool isSecret(const QByteArray &line) const;
    /// Forgets the password's own machinery.
    void end() { m_sasl.reset(); }

private:
    void startAuth(core::Method method);
    void beginExchange(std::shared_ptr<core::SaslClient> client);
    void tryNextRung(const core::Reply &reply);
    [[nodiscard]] int refusedLogins() const;
    [[nodiscard]] std::optional<core::Method> nextRung() const;
    [[nodiscard]] bool mayTryNextMethod() const;
    [[nodiscard]] bool isAboutMethod(const core::Reply &reply) const;
    void refuse(const core::Reply &reply);
    void onReply(const core::Reply &reply);
    void onChallenge(const core::Reply &challenge);
    [[nodiscard]] core::Result<QByteArray> responseTo(const QByteArray &challenge);
    void onCancelled(const core::Reply &reply);
    void sendResponse(const QByteArray &response);
    void rememberResponse(const QByteArray &response);
    [[nodiscard]] bool isOverVerifiedTls() const;
    [[nodiscard]] bool mayUse(core::Method method) const;

    Conversation &m_conversation;
    const SessionSettings &m_settings;
    core::SessionFacts &m_facts;
    core::SaslClientFactory m_saslClients;
    std::function<void()> m_loggedIn;
    std::shared_ptr<core::SaslClient> m_sasl;
    std::optional<core::Error> m_givenUp;
    int m_challenges = 0; // of this exchange
};

} // namespace smtp
