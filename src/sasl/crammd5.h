// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

namespace sasl
{

/// CRAM-MD5 (RFC 2195). By hand: libgsasl prepares the password by SASLprep, servers take it raw.
class CramMd5Client final : public core::SaslClient
{
public:
    explicit CramMd5Client(core::Credentials credentials);

    std::optional<QByteArray> initialResponse() override { return {}; }
    core::Result<QByteArray> respond(const QByteArray &challenge) override;

private:
    core::Credentials m_credentials;
    bool m_answered = false;
};

/// The keyed digest both sides compute: HMAC-MD5 of the challenge in lower-case hexadecimal.
QByteArray cramMd5Digest(const QByteArray &challenge, const core::Secret &password);

} // namespace sasl
