// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/plain.h"

#include <utility>

namespace sasl
{

PlainClient::PlainClient(core::Credentials credentials, Form form)
    : m_credentials(std::move(credentials))
    , m_form(form)
{}

std::optional<QByteArray> PlainClient::initialResponse()
{
    if (m_form == Form::AfterChallenge) {
        return {};
    }
    return message();
}

core::Result<QByteArray> PlainClient::respond(const QByteArray &)
{
    // PLAIN1 comes here too: where the AUTH line would have been too long, the response waits for
    // the 334.
    if (std::exchange(m_answered, true)) {
        return core::Error{
            core::Failure::BadChallenge,
            QT_TRANSLATE_NOOP("core", "The server asks again after PLAIN's only response.")};
    }
    return message();
}

QByteArray PlainClient::message() const
{
    // RFC 4616 2: [authzid] NUL authcid NUL passwd, in UTF-8 as typed.
    return '\0' + m_credentials.userId.toUtf8() + '\0' + m_credentials.password.reveal();
}

} // namespace sasl
