// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/clients.h"

#include "sasl/crammd5.h"
#include "sasl/scram.h"
#include "sasl/token.h"

#include <utility>

namespace sasl
{

namespace
{

/// A mechanism whose responses do not depend on what the server asks: they go out by order.
class FixedClient final : public core::SaslClient
{
public:
    /// `end`: what to say when it asks for more.
    FixedClient(bool inCommand, QList<core::Secret> responses, core::Text end)
        : m_inCommand(inCommand)
        , m_responses(std::move(responses))
        , m_end(std::move(end))
    {}

    std::optional<QByteArray> initialResponse() override
    {
        return m_inCommand ? std::optional(m_responses.first().reveal()) : std::nullopt;
    }
    /// Where the AUTH line took nothing or would have been too long, the server asks, once, for
    /// what would have been in it.
    core::Result<QByteArray> respond(const QByteArray &) override
    {
        if (m_given == m_responses.size()) {
            return core::Error{core::Failure::BadChallenge, m_end};
        }
        return m_responses[m_given++].reveal();
    }

private:
    bool m_inCommand;
    QList<core::Secret> m_responses;
    core::Text m_end;
    qsizetype m_given = 0;
};

/// PLAIN (RFC 4616). The manual's PLAIN1 puts the response in the AUTH line, PLAIN2 waits for the
/// 334.
std::shared_ptr<core::SaslClient> makePlainClient(const core::Credentials &credentials,
                                                  bool inCommand)
{
    // RFC 4616 2: [authzid] NUL authcid NUL passwd, in UTF-8 as typed.
    const QByteArray message =
        '\0' + credentials.userId.toUtf8() + '\0' + credentials.password.reveal();
    return std::make_shared<FixedClient>(
        inCommand, QList{core::Secret(message)},
        QT_TRANSLATE_NOOP("core", "The server asks again after PLAIN's only response."));
}

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
    case core::Method::Plain1: return makePlainClient(credentials, true);
    case core::Method::Plain2: return makePlainClient(credentials, false);
    case core::Method::Login:
        // draft-murchison-sasl-login: ID, then password, whatever the prompts say.
        return std::shared_ptr<core::SaslClient>(std::make_shared<FixedClient>(
            false, QList{core::Secret(credentials.userId.toUtf8()), credentials.password},
            QT_TRANSLATE_NOOP("core", "The server asks a third question after ID and password.")));
    case core::Method::CramMd5:
        return std::shared_ptr<core::SaslClient>(std::make_shared<CramMd5Client>(credentials));
    case core::Method::ScramSha256:
        return std::shared_ptr<core::SaslClient>(
            std::make_shared<ScramClient>(credentials, ScramClient::Spelling::Raw, stop));
    case core::Method::OAuthBearer:
        return makeTokenClient(credentials, TokenClient::Form::OAuthBearer);
    case core::Method::XOauth2: return makeTokenClient(credentials, TokenClient::Form::XOauth2);
    case core::Method::External:
        // RFC 4422 appendix A: the client certificate of the TLS connection has said who it is; the
        // ID, where one is given, says as whom to act.
        return std::shared_ptr<core::SaslClient>(std::make_shared<FixedClient>(
            true, QList{core::Secret(credentials.userId.toUtf8())},
            QT_TRANSLATE_NOOP("core", "The server asks again after EXTERNAL's only response.")));
    case core::Method::None:
    case core::Method::PopBeforeSmtp: break;
    }
    return core::badInput(QT_TRANSLATE_NOOP("core", "There is no login method to use."));
}

} // namespace sasl
