// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

namespace sasl
{

/// LOGIN (draft-murchison-sasl-login): ID, then password, answered by order whatever the prompts
/// say.
class LoginClient final : public core::SaslClient
{
public:
    explicit LoginClient(core::Credentials credentials);

    std::optional<QByteArray> initialResponse() override { return {}; }
    core::Result<QByteArray> respond(const QByteArray &challenge) override;

private:
    core::Credentials m_credentials;
    int m_step = 0;
};

} // namespace sasl
