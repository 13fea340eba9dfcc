// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/maildraft.h"

#include "core/systemtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr QLatin1StringView octetsKey = "octets"_L1;

QStringList stringsOf(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

/// A path is a string, or an object where JSON could not hold its octets.
QJsonValue jsonOfPath(const QString &path)
{
    if (!core::hasForeignOctets(path)) {
        return path;
    }
    const QByteArray base64 = core::toSystem(path).toBase64();
    return QJsonObject{{octetsKey, QString::fromLatin1(base64)}};
}

QJsonArray jsonOfPaths(const QStringList &paths)
{
    QJsonArray array;
    for (const QString &path : paths) {
        array.append(jsonOfPath(path));
    }
    return array;
}

QStringList pathsOf(const QJsonArray &array)
{
    QStringList paths;
    for (const auto &value : array) {
        const QByteArray base64 = value[octetsKey].toString().toLatin1();
        paths.append(value.isString() ? value.toString()
                                      : core::fromSystem(QByteArray::fromBase64(base64)));
    }
    return paths;
}

/// A word and the wish it stands for.
constexpr struct
{
    QLatin1StringView word;
    bool core::NotifyRequest::*wish;
} notifyWords[] = {{"never"_L1, &core::NotifyRequest::never},
                   {"success"_L1, &core::NotifyRequest::onSuccess},
                   {"failure"_L1, &core::NotifyRequest::onFailure},
                   {"delay"_L1, &core::NotifyRequest::onDelay}};

QStringList wordsOf(const core::NotifyRequest &notify)
{
    QStringList words;
    for (const auto &[word, wish] : notifyWords) {
        if (notify.*wish) {
            words.append(word);
        }
    }
    return words;
}

core::NotifyRequest notifyOf(const QStringList &words)
{
    core::NotifyRequest notify;
    for (const auto &[word, wish] : notifyWords) {
        notify.*wish = words.contains(word);
    }
    return notify;
}

} // namespace

QByteArray bytesFromMail(const MailDraft &draft)
{
    const QJsonObject json{
        {u"server"_s, draft.way.toString(QUuid::WithoutBraces)},
        {u"from"_s, draft.mail.from},
        {u"to"_s, QJsonArray::fromStringList(draft.mail.to)},
        {u"cc"_s, QJsonArray::fromStringList(draft.mail.cc)},
        {u"bcc"_s, QJsonArray::fromStringList(draft.mail.bcc)},
        {u"notBefore"_s, draft.notBefore.toString(Qt::ISODateWithMs)},
        {u"subject"_s, draft.mail.subject},
        {u"text"_s, draft.mail.text},
        {u"attachments"_s, jsonOfPaths(draft.mail.attachments)},
        {u"allOrNone"_s, draft.delivery.allOrNone},
        {u"notify"_s, QJsonArray::fromStringList(wordsOf(draft.delivery.notify))}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<MailDraft> mailFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (!json[u"text"_s].isString()) {
        return {};
    }
    core::Delivery delivery;
    delivery.allOrNone = json[u"allOrNone"_s].toBool();
    delivery.notify = notifyOf(stringsOf(json[u"notify"_s]));
    core::Draft mail{json[u"from"_s].toString(), stringsOf(json[u"to"_s]),
                     json[u"subject"_s].toString(), json[u"text"_s].toString(),
                     pathsOf(json[u"attachments"_s].toArray())};
    mail.cc = stringsOf(json[u"cc"_s]);
    mail.bcc = stringsOf(json[u"bcc"_s]);
    return MailDraft{QUuid::fromString(json[u"server"_s].toString()), mail, delivery,
                     QDateTime::fromString(json[u"notBefore"_s].toString(), Qt::ISODateWithMs)};
}

} // namespace service
