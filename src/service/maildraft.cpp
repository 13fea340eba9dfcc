// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/maildraft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

QStringList stringsOf(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

} // namespace

QByteArray bytesFromMail(const MailDraft &draft)
{
    const QJsonObject json{{u"server"_s, draft.server.toString(QUuid::WithoutBraces)},
                           {u"from"_s, draft.mail.from},
                           {u"to"_s, QJsonArray::fromStringList(draft.mail.to)},
                           {u"subject"_s, draft.mail.subject},
                           {u"text"_s, draft.mail.text},
                           {u"attachments"_s, QJsonArray::fromStringList(draft.mail.attachments)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<MailDraft> mailFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (!json[u"text"_s].isString()) {
        return {};
    }
    return MailDraft{QUuid::fromString(json[u"server"_s].toString()),
                     {json[u"from"_s].toString(), stringsOf(json[u"to"_s]),
                      json[u"subject"_s].toString(), json[u"text"_s].toString(),
                      stringsOf(json[u"attachments"_s])}};
}

} // namespace service
