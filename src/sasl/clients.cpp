// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/clients.h"

#include "sasl/crammd5.h"
#include "sasl/external.h"
#include "sasl/login.h"
#include "sasl/plain.h"
#include "sasl/scram.h"
#include "sasl/token.h"

namespace sasl
{

namespace
{

core::Result<std::shared_ptr<core::SaslClient>>
makeTokenClient(const core::Credentials &credentials, TokenClient::Form form)
{
    // The separators of the message would part it differently, and a stray line end is a common
    // slip.
    if (!TokenClient::isToken(credentials.password.reveal()) ||
        credentials.userId.contains(QChar(u'\x01'))) {
        return core::badInput(QT_TRANSLATE_NOOP(
            "core", "The access token is empty or has a space, a line break or another "
                    "character that no token has."));
    }
    return std::shared_ptr<core::SaslClient>(std::make_shared<TokenClient>(credentials, form));
}

} // namespace

core::Result<std::shared_ptr<core::SaslClient>>
makeClient(core::Method method, const core::Credentials &credentials, const std::stop_token &stop)
{
    if (credentials.userId.contains(QChar(u'\0')) || credentials.password.reveal().contains('\0')) {
        return core::badInput(QT_TRANSLATE_NOOP(
            "core", "The ID or the password has a NUL character inside, which no login "
                    "method can carry."));
    }
    switch (method) {
    case core::Method::Plain1:
        return std::shared_ptr<core::SaslClient>(
            std::make_shared<PlainClient>(credentials, PlainClient::Form::InitialResponse));
    case core::Method::Plain2:
        return std::shared_ptr<core::SaslClient>(
            std::make_shared<PlainClient>(credentials, PlainClient::Form::AfterChallenge));
    case core::Method::Login:
        return std::shared_ptr<core::SaslClient>(std::make_shared<LoginClient>(credentials));
    case core::Method::CramMd5:
        return std::shared_ptr<core::SaslClient>(std::make_shared<CramMd5Client>(credentials));
    case core::Method::ScramSha256:
        return std::shared_ptr<core::SaslClient>(
            std::make_shared<ScramClient>(credentials, ScramClient::Spelling::Raw, stop));
    case core::Method::OAuthBearer:
        return makeTokenClient(credentials, TokenClient::Form::OAuthBearer);
    case core::Method::XOauth2: return makeTokenClient(credentials, TokenClient::Form::XOauth2);
    case core::Method::External:
        return std::shared_ptr<core::SaslClient>(
            std::make_shared<ExternalClient>(credentials.userId));
    case core::Method::None:
    case core::Method::PopBeforeSmtp: break;
    }
    return core::badInput(QT_TRANSLATE_NOOP("core", "There is no login method to use."));
}

} // namespace sasl
