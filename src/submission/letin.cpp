// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/letin.h"

#include <QCryptographicHash>

namespace submission
{

namespace
{

/// Shorter than what any server lets in for.
constexpr auto freshTime = std::chrono::seconds(60);

QByteArray digestOf(const PreparedPop &login)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const core::Credentials &credentials = login.settings.credentials;
    for (const QByteArray &part :
         {login.target.host.toUtf8(), QByteArray::number(login.target.port),
          credentials.userId.toUtf8(), credentials.password.reveal()}) {
        hash.addData(part);
        hash.addData(QByteArray(1, '\0'));
    }
    return hash.result();
}

} // namespace

bool LetIn::isFresh(const PreparedPop &login, Clock::time_point now) const
{
    const auto at = m_logins.constFind(digestOf(login));
    return at != m_logins.constEnd() && now - *at < freshTime;
}

void LetIn::remember(const PreparedPop &login, Clock::time_point now)
{
    m_logins.removeIf([&](QHash<QByteArray, Clock::time_point>::iterator old) {
        return now - *old >= freshTime;
    });
    m_logins.insert(digestOf(login), now);
}

void LetIn::forget(const PreparedPop &login)
{
    m_logins.remove(digestOf(login));
}

} // namespace submission
