// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/content.h"

#include "core/names.h"
#include "core/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

/// Octets as Latin-1 text: nothing of what a server or a person wrote is lost.
QString text(const QByteArray &octets)
{
    return QString::fromLatin1(octets);
}

QByteArray octets(const QJsonValue &value)
{
    return value.toString().toLatin1();
}

QJsonObject jsonOf(const core::Reply &reply)
{
    return {{u"code"_s, reply.code}, {u"text"_s, text(reply.text.join('\n'))}};
}

core::Reply replyOf(const QJsonObject &json)
{
    core::Reply reply;
    reply.code = json["code"_L1].toInt();
    reply.text = octets(json["text"_L1]).split('\n');
    for (const QByteArray &line : std::as_const(reply.text)) {
        const char mark = reply.lines.size() + 1 < reply.text.size() ? '-' : ' ';
        reply.lines.append(QByteArray::number(reply.code) + mark + line);
    }
    reply.enhanced = core::enhancedCodeOf(reply.code, reply.text.constFirst());
    return reply;
}

QJsonObject jsonOf(const core::RecipientResult &recipient)
{
    QJsonObject json{{u"address"_s, text(recipient.address)},
                     {u"outcome"_s, core::wordOf(recipient.outcome)}};
    if (recipient.reply) {
        json[u"reply"_s] = jsonOf(*recipient.reply);
    }
    return json;
}

QJsonObject jsonOf(const core::Delivery &delivery)
{
    const core::NotifyRequest &notify = delivery.notify;
    return {{u"allOrNone"_s, delivery.allOrNone},    {u"breakSignature"_s, delivery.breakSignature},
            {u"notifyNever"_s, notify.never},        {u"notifySuccess"_s, notify.onSuccess},
            {u"notifyFailure"_s, notify.onFailure},  {u"notifyDelay"_s, notify.onDelay},
            {u"wholeMessage"_s, notify.wholeMessage}};
}

core::Delivery deliveryOf(const QJsonObject &json)
{
    core::Delivery delivery;
    delivery.allOrNone = json["allOrNone"_L1].toBool();
    delivery.breakSignature = json["breakSignature"_L1].toBool();
    delivery.notify = {json["notifyNever"_L1].toBool(), json["notifySuccess"_L1].toBool(),
                       json["notifyFailure"_L1].toBool(), json["notifyDelay"_L1].toBool(),
                       json["wholeMessage"_L1].toBool()};
    return delivery;
}

} // namespace

QByteArray contentOf(const Mail &mail)
{
    QJsonArray recipients;
    for (const core::RecipientResult &recipient : mail.recipients) {
        recipients.append(jsonOf(recipient));
    }
    const QJsonObject json{{u"from"_s, text(mail.envelope.from)},
                           {u"recipients"_s, recipients},
                           {u"delivery"_s, jsonOf(mail.delivery)},
                           {u"size"_s, mail.traits.size},
                           {u"eightBit"_s, mail.traits.eightBit},
                           {u"needsSmtpUtf8"_s, mail.traits.needsSmtpUtf8},
                           {u"longestLine"_s, mail.traits.longestLine},
                           {u"written"_s, mail.isWrittenHere}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool readContent(const QByteArray &bytes, Mail &mail)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QJsonArray recipients = json["recipients"_L1].toArray();
    mail.envelope = {octets(json["from"_L1]), {}};
    mail.recipients.clear();
    for (const QJsonValue value : recipients) {
        const QJsonObject one = value.toObject();
        const auto outcome = core::valueOf<core::Outcome>(one["outcome"_L1].toString());
        if (!outcome) {
            return false;
        }
        core::RecipientResult recipient{octets(one["address"_L1]), *outcome, {}};
        if (one.contains("reply"_L1)) {
            recipient.reply = replyOf(one["reply"_L1].toObject());
        }
        mail.envelope.to.append(recipient.address);
        mail.recipients.append(recipient);
    }
    mail.delivery = deliveryOf(json["delivery"_L1].toObject());
    mail.traits = {json["size"_L1].toInteger(), json["eightBit"_L1].toBool(),
                   json["needsSmtpUtf8"_L1].toBool(),
                   static_cast<qsizetype>(json["longestLine"_L1].toInteger())};
    mail.isWrittenHere = json["written"_L1].toBool();
    return !recipients.isEmpty();
}

} // namespace outbox
