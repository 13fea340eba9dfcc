// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

namespace sasl
{

/// PLAIN (RFC 4616). The manual's PLAIN1 puts the response in the AUTH line, PLAIN2 waits for the
/// 334.
class PlainClient final : public core::SaslClient
{
public:
    enum class Form
    {
        InitialResponse,
        AfterChallenge,
    };

    PlainClient(core::Credentials credentials, Form form);

    std::optional<QByteArray> initialResponse() override;
    core::Result<QByteArray> respond(const QByteArray &challenge) override;

private:
    [[nodiscard]] QByteArray message() const;

    core::Credentials m_credentials;
    Form m_form;
    bool m_answered = false;
};

} // namespace sasl
