// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rulestatus.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace service
{

QByteArray bytesFromStatus(const RuleStatus &status)
{
    const auto &[there, ready, octets, soon, empty, unreadable, braked, problem] = status;
    return QJsonDocument(QJsonObject{{u"folder"_s, there},
                                     {u"ready"_s, ready},
                                     {u"octets"_s, octets},
                                     {u"soon"_s, soon},
                                     {u"empty"_s, empty},
                                     {u"unreadable"_s, unreadable},
                                     {u"braked"_s, braked},
                                     {u"problem"_s, problem}})
        .toJson(QJsonDocument::Compact);
}

std::optional<RuleStatus> statusFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.isEmpty()) {
        return {};
    }
    return RuleStatus{json[u"folder"_s].toBool(),    json[u"ready"_s].toInt(),
                      json[u"octets"_s].toInteger(), json[u"soon"_s].toInt(),
                      json[u"empty"_s].toInt(),      json[u"unreadable"_s].toInt(),
                      json[u"braked"_s].toBool(),    json[u"problem"_s].toString()};
}

} // namespace service
