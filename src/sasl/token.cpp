// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/token.h"

#include "core/mask.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sasl
{

namespace
{

constexpr char separator = '\x01';
constexpr qsizetype longestReason = 300; // characters; it is a stranger's text

/// RFC 5801 4: a comma and an equals sign have a meaning in the header.
QByteArray saslName(const QString &id)
{
    return id.toUtf8().replace('=', "=3D").replace(',', "=2C");
}

} // namespace

TokenClient::TokenClient(core::Credentials credentials, Form form)
    : m_credentials(std::move(credentials))
    , m_form(form)
{}

bool TokenClient::isToken(const QByteArray &token)
{
    return !token.isEmpty() &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

core::Result<QByteArray> TokenClient::respond(const QByteArray &challenge)
{
    // An empty challenge asks for what was too long for the AUTH line.
    if (challenge.isEmpty() && !std::exchange(m_answered, true)) {
        return message();
    }
    if (!m_reason.isEmpty()) {
        return core::Error{
            core::Failure::BadChallenge,
            QT_TRANSLATE_NOOP("core", "The server asks again after it has refused the token.")};
    }
    m_reason = reasonIn(challenge);
    // RFC 7628 3.2.3: a lone separator; with XOAUTH2 an empty line.
    return m_form == Form::OAuthBearer ? QByteArray(1, separator) : QByteArray();
}

QByteArray TokenClient::message() const
{
    const QByteArray auth = "auth=Bearer " + m_credentials.password.reveal();
    if (m_form == Form::OAuthBearer) {
        // RFC 7628 3.1
        return "n,a=" + saslName(m_credentials.userId) + ',' + separator + auth + separator +
               separator;
    }
    return "user=" + m_credentials.userId.toUtf8() + separator + auth + separator + separator;
}

core::Text TokenClient::reasonIn(const QByteArray &json) const
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QStringList parts;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.value().isString()) {
            parts.append(it.key() + u": "_s + it.value().toString());
        }
    }
    if (parts.isEmpty()) {
        return QT_TRANSLATE_NOOP("core", "(no reason that can be read)");
    }
    // Some servers repeat what they got. Only now: JSON has other spellings for every letter.
    core::Mask mask;
    mask.add(m_credentials.password.reveal());
    const QString shown = QString::fromUtf8(mask.over(parts.join(u", "_s).toUtf8()));
    return shown.left(longestReason);
}

} // namespace sasl
