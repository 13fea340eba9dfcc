// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonwebtoken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace
{

/// RFC 7515 2
QByteArray base64Url(const QByteArray &octets)
{
    return octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray newTokenKey()
{
    QByteArray key(32, Qt::Uninitialized);
    for (char &octet : key) {
        octet = char(QRandomGenerator::system()->bounded(256));
    }
    return key;
}

QByteArray jsonWebToken(const QJsonObject &claims, const QByteArray &key)
{
    const QByteArray content = base64Url(jsonOf({{u"typ"_s, u"JWT"_s}, {u"alg"_s, u"HS256"_s}})) +
                               '.' + base64Url(jsonOf(claims));
    return content + '.' +
           base64Url(QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256));
}
