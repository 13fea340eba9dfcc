// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/crammd5.h"

#include <QMessageAuthenticationCode>

#include <utility>

namespace sasl
{

QByteArray cramMd5Digest(const QByteArray &challenge, const core::Secret &password)
{
    return QMessageAuthenticationCode::hash(challenge, password.reveal(), QCryptographicHash::Md5)
        .toHex();
}

CramMd5Client::CramMd5Client(core::Credentials credentials)
    : m_credentials(std::move(credentials))
{}

core::Result<QByteArray> CramMd5Client::respond(const QByteArray &challenge)
{
    if (challenge.isEmpty() || std::exchange(m_answered, true)) {
        return core::Error{
            core::Failure::BadChallenge,
            QT_TRANSLATE_NOOP("core", "CRAM-MD5 needs one challenge, and not an empty one.")};
    }
    // RFC 2195 2: ID, a space, the digest. The digest is what follows the last space, so an ID may
    // have some.
    return m_credentials.userId.toUtf8() + ' ' + cramMd5Digest(challenge, m_credentials.password);
}

} // namespace sasl
