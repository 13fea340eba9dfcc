// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

#include <memory>
#include <stop_token>

namespace sasl
{

struct GsaslSession;

/// SCRAM-SHA-256 without channel binding (RFC 5802, RFC 7677) by libgsasl. The password goes in as
/// raw UTF-8 first, as Dovecot and others take it, and as RFC 5802 has it, prepared by SASLprep
/// (RFC 4013), in the other spelling: for half-width katakana and the like the two differ.
class ScramClient final : public core::SaslClient
{
public:
    enum class Spelling
    {
        Raw,
        Prepared,
    };

    ScramClient(const core::Credentials &credentials, Spelling spelling, std::stop_token stop = {});
    ~ScramClient() override;

    std::optional<QByteArray> initialResponse() override;
    core::Result<QByteArray> respond(const QByteArray &challenge) override;
    [[nodiscard]] bool mayFinish() const override { return m_serverProved; }
    std::shared_ptr<core::SaslClient> otherSpelling() const override;

private:
    core::Credentials m_credentials;
    Spelling m_spelling;
    std::stop_token m_stop;
    std::unique_ptr<GsaslSession> m_session;
    QByteArray m_first; // our first message, for a server that asks for it by an empty challenge
    int m_step = 0;
    bool m_serverProved = false;
    bool m_firstAsked = false;
};

} // namespace sasl
