// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/server.h"

#include "sasl/crammd5.h"
#include "sasl/gsaslsession.h"

#include <QByteArrayList>

#include <utility>

namespace sasl
{

namespace
{

Server::Step verdict(bool accepted)
{
    return {accepted ? Server::Verdict::Accepted : Server::Verdict::Rejected, {}};
}

Server::Step challengeWith(const QByteArray &challenge)
{
    return {Server::Verdict::Challenge, challenge};
}

class PlainServer final : public Server
{
public:
    explicit PlainServer(PasswordLookup passwords)
        : m_passwords(std::move(passwords))
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        if (!response) {
            return challengeWith({});
        }
        const QByteArrayList parts = response->split('\0');
        if (parts.size() != 3) {
            return verdict(false);
        }
        const std::optional<core::Secret> password = m_passwords(parts[1]);
        return verdict(password && password->reveal() == parts[2]);
    }

private:
    PasswordLookup m_passwords;
};

class LoginServer final : public Server
{
public:
    explicit LoginServer(PasswordLookup passwords)
        : m_passwords(std::move(passwords))
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        if (!response) {
            return challengeWith("Username:");
        }
        if (!m_id) {
            m_id = response;
            return challengeWith("Password:");
        }
        const std::optional<core::Secret> password = m_passwords(*m_id);
        return verdict(password && password->reveal() == *response);
    }

private:
    PasswordLookup m_passwords;
    std::optional<QByteArray> m_id;
};

class CramMd5Server final : public Server
{
public:
    CramMd5Server(PasswordLookup passwords, QByteArray challenge)
        : m_passwords(std::move(passwords))
        , m_challenge(std::move(challenge))
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        if (!response) {
            return challengeWith(m_challenge);
        }
        const qsizetype space = response->lastIndexOf(' ');
        const std::optional<core::Secret> password = m_passwords(response->left(space));
        return verdict(space > 0 && password &&
                       cramMd5Digest(m_challenge, *password) == response->mid(space + 1));
    }

private:
    PasswordLookup m_passwords;
    QByteArray m_challenge;
};

class ScramServer final : public Server
{
public:
    ScramServer(PasswordLookup passwords, unsigned rounds)
        : m_passwords(std::move(passwords))
        , m_rounds(rounds)
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        if (!response) {
            return challengeWith({});
        }
        if (m_proofSent) {
            return verdict(response->isEmpty());
        }
        if (!m_session) {
            const std::optional<core::Secret> password = m_passwords(idOf(*response));
            if (!password) {
                return verdict(false);
            }
            m_session = std::make_unique<GsaslSession>(GsaslSession::Side::Server, *password,
                                                       std::stop_token(), m_rounds);
        }
        QByteArray output;
        const int code = m_session->step(*response, output);
        // RFC 4954 4: the server's last message goes out as a challenge, the client answers it
        // empty.
        m_proofSent = code == GSASL_OK;
        return code == GSASL_OK || code == GSASL_NEEDS_MORE ? challengeWith(output)
                                                            : verdict(false);
    }

private:
    /// RFC 5802 5.1: "n,,n=ID,r=NONCE", with =2C and =3D for comma and equals sign.
    static QByteArray idOf(const QByteArray &clientFirst)
    {
        for (const QByteArray &attribute : clientFirst.split(',')) {
            if (attribute.startsWith("n=")) {
                return attribute.mid(2).replace("=2C", ",").replace("=3D", "=");
            }
        }
        return {};
    }

    PasswordLookup m_passwords;
    unsigned m_rounds;
    std::unique_ptr<GsaslSession> m_session;
    bool m_proofSent = false;
};

/// OAUTHBEARER and XOAUTH2; the token is the ID's password.
class TokenServer final : public Server
{
public:
    explicit TokenServer(PasswordLookup passwords)
        : m_passwords(std::move(passwords))
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        if (!response) {
            return challengeWith({});
        }
        QByteArray id;
        QByteArray token;
        for (const QByteArray &part : response->split('\x01')) {
            if (part.startsWith("n,a=") && part.endsWith(',')) {
                id = part.mid(4).chopped(1).replace("=2C", ",").replace("=3D", "=");
            } else if (part.startsWith("user=")) {
                id = part.mid(5);
            } else if (part.startsWith("auth=Bearer ")) {
                token = part.mid(12);
            }
        }
        const std::optional<core::Secret> known = m_passwords(id);
        if (known && known->reveal() == token) {
            return verdict(true);
        }
        // RFC 7628 3.2.2: the reason first; the refusal follows the client's next line.
        return std::exchange(m_refused, true)
                   ? verdict(false)
                   : challengeWith(R"({"status":"invalid_token","schemes":"bearer"})");
    }

private:
    PasswordLookup m_passwords;
    bool m_refused = false;
};

/// EXTERNAL; the lookup knows who the client's certificate is.
class ExternalServer final : public Server
{
public:
    explicit ExternalServer(PasswordLookup passwords)
        : m_passwords(std::move(passwords))
    {}
    Step onResponse(const std::optional<QByteArray> &response) override
    {
        return response ? verdict(m_passwords(*response).has_value()) : challengeWith({});
    }

private:
    PasswordLookup m_passwords;
};

} // namespace

std::unique_ptr<Server> makeServer(const QByteArray &mechanism, const PasswordLookup &passwords,
                                   const QByteArray &challenge, unsigned rounds)
{
    if (mechanism == "PLAIN") {
        return std::make_unique<PlainServer>(passwords);
    }
    if (mechanism == "LOGIN") {
        return std::make_unique<LoginServer>(passwords);
    }
    if (mechanism == "CRAM-MD5") {
        return std::make_unique<CramMd5Server>(passwords, challenge);
    }
    if (mechanism == "SCRAM-SHA-256") {
        return std::make_unique<ScramServer>(passwords, rounds);
    }
    if (mechanism == "OAUTHBEARER" || mechanism == "XOAUTH2") {
        return std::make_unique<TokenServer>(passwords);
    }
    if (mechanism == "EXTERNAL") {
        return std::make_unique<ExternalServer>(passwords);
    }
    return nullptr;
}

} // namespace sasl
