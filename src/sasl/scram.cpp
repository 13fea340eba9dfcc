// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/scram.h"

#include "sasl/gsaslsession.h"

#include <utility>

namespace sasl
{

ScramClient::ScramClient(const core::Credentials &credentials, Spelling spelling,
                         std::stop_token stop)
    : m_credentials(credentials)
    , m_spelling(spelling)
    , m_stop(std::move(stop))
    , m_session(std::make_unique<GsaslSession>(
          GsaslSession::Side::Client,
          spelling == Spelling::Raw ? credentials.password
                                    : core::Secret(preparedPassword(credentials.password.reveal())),
          m_stop))
{
    if (m_session->session != nullptr) {
        gsasl_property_set(m_session->session, GSASL_AUTHID,
                           credentials.userId.toUtf8().constData());
    }
}

std::shared_ptr<core::SaslClient> ScramClient::otherSpelling() const
{
    const QByteArray &raw = m_credentials.password.reveal();
    if (m_spelling == Spelling::Prepared || preparedPassword(raw) == raw) {
        return nullptr;
    }
    return std::make_shared<ScramClient>(m_credentials, Spelling::Prepared, m_stop);
}

ScramClient::~ScramClient() = default;

std::optional<QByteArray> ScramClient::initialResponse()
{
    m_step = 1;
    if (m_session->step({}, m_first) != GSASL_NEEDS_MORE) {
        // An ID that SASLprep refuses; the empty response lets the server say no to it.
        m_first.clear();
    }
    return m_first;
}

core::Result<QByteArray> ScramClient::respond(const QByteArray &challenge)
{
    if (m_serverProved) {
        return core::Error{
            core::Failure::BadChallenge,
            QT_TRANSLATE_NOOP("core", "The server goes on after the end of the SCRAM exchange.")};
    }
    if (m_step == 1 && challenge.isEmpty()) {
        if (std::exchange(m_firstAsked, true)) {
            return core::Error{
                core::Failure::BadChallenge,
                QT_TRANSLATE_NOOP("core",
                                  "The server asks for SCRAM's first message again and again.")};
        }
        return m_first; // it did not fit into the AUTH line
    }
    const bool serverFinal = m_step == 2;
    ++m_step;
    QByteArray response;
    const int code = m_session->step(challenge, response);
    if (code == GSASL_OK) {
        m_serverProved = true;
        return response;
    }
    if (code == GSASL_NEEDS_MORE) {
        return response;
    }
    if (m_stop.stop_requested()) {
        return core::Error{core::Failure::Cancelled, {}};
    }
    if (m_session->rounds == GsaslSession::Rounds::TooFew) {
        return core::Error{core::Failure::TooFewRounds, {}};
    }
    if (m_session->rounds == GsaslSession::Rounds::TooMany) {
        // No BadChallenge: a weaker method is no answer to a server that asks for the moon.
        return core::Error{
            core::Failure::UnexpectedReply,
            QT_TRANSLATE_NOOP("core",
                              "The server asks for more rounds of hashing than are computed.")};
    }
    const core::Text why(QByteArray(gsasl_strerror(code)));
    if (serverFinal) {
        return core::Error{core::Failure::ServerProofWrong, why};
    }
    return core::Error{core::Failure::BadChallenge, why};
}

} // namespace sasl
