// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

namespace sasl
{

/// An OAuth 2 access token in the password's place (RFC 6750): OAUTHBEARER (RFC 7628) or XOAUTH2,
/// Google's older form of it. Where the server refuses the token it says why in JSON, as a
/// challenge; its answer has no meaning but to let the server give its 535.
class TokenClient final : public core::SaslClient
{
public:
    enum class Form
    {
        OAuthBearer,
        XOauth2,
    };

    TokenClient(core::Credentials credentials, Form form);

    /// Whether a token could be one (RFC 6750 2.1): printable ASCII without spaces.
    static bool isToken(const QByteArray &token);

    std::optional<QByteArray> initialResponse() override { return message(); }
    core::Result<QByteArray> respond(const QByteArray &challenge) override;
    [[nodiscard]] core::Text serverReason() const override { return m_reason; }

private:
    [[nodiscard]] QByteArray message() const;
    [[nodiscard]] core::Text reasonIn(const QByteArray &json) const;

    core::Credentials m_credentials;
    Form m_form;
    core::Text m_reason;
    bool m_answered = false;
};

} // namespace sasl
