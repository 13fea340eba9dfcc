// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/login.h"

#include <utility>

namespace sasl
{

LoginClient::LoginClient(core::Credentials credentials)
    : m_credentials(std::move(credentials))
{}

core::Result<QByteArray> LoginClient::respond(const QByteArray &)
{
    switch (m_step++) {
    case 0: return m_credentials.userId.toUtf8();
    case 1: return QByteArray(m_credentials.password.reveal());
    default:
        return core::Error{
            core::Failure::BadChallenge,
            QT_TRANSLATE_NOOP("core", "The server asks a third question after ID and password.")};
    }
}

} // namespace sasl
