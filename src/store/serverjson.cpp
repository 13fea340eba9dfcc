// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/serverjson.h"

#include "core/profilefields.h"

#include <QJsonArray>
#include <QMap>
#include <QSet>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using core::ProfileField;

namespace store
{

namespace
{

/// Whether what stands under the key, if anything does, is of that type.
bool isOf(QJsonValue::Type type, const QJsonObject &json, QLatin1StringView key)
{
    const QJsonValue value = json.value(key);
    return value.isUndefined() || value.type() == type;
}

/// A missing key leaves the default.
bool readProfile(const QJsonObject &json, core::ServerProfile &profile)
{
    for (const ProfileField &field : core::profileFields()) {
        if (!field.group.isEmpty() && !isOf(QJsonValue::Object, json, field.group)) {
            return false;
        }
        const QJsonObject group = field.group.isEmpty() ? json : json.value(field.group).toObject();
        if (const QJsonValue value = group.value(field.key);
            !value.isUndefined() && !field.setJson(profile, value)) {
            return false;
        }
    }
    return true;
}

void setField(QJsonObject &json, const ProfileField &field, const core::ServerProfile &profile)
{
    const bool usual = field.isUsual(profile);
    if (usual && field.traits.testFlag(ProfileField::StoredIfUsed)) {
        json.remove(field.key);
    } else if (!usual || json.contains(field.key) ||
               field.traits.testFlag(ProfileField::AlwaysStored)) {
        json.insert(field.key, field.json(profile));
    }
}

/// What few servers need stands in the file only where it is used, or has stood there.
void setProfile(QJsonObject &json, const core::ServerProfile &profile)
{
    QMap<QLatin1StringView, QJsonObject> groups{{{}, json}};
    QSet<QLatin1StringView> used;
    for (const ProfileField &field : core::profileFields()) {
        if (!groups.contains(field.group)) {
            groups[field.group] = json.value(field.group).toObject();
        }
        setField(groups[field.group], field, profile);
        if (!field.isUsual(profile)) {
            used.insert(field.group);
        }
    }
    const QJsonObject before = std::exchange(json, groups.take({}));
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        if (used.contains(group.key()) || (before.contains(group.key()) && !group->isEmpty())) {
            json.insert(group.key(), *group);
        } else {
            json.remove(group.key());
        }
    }
}

struct IdentityText
{
    QLatin1StringView key;
    QString core::Identity::*member;
};

constexpr std::array identityTexts{IdentityText{"name"_L1, &core::Identity::name},
                                   IdentityText{"address"_L1, &core::Identity::address},
                                   IdentityText{"replyTo"_L1, &core::Identity::replyTo},
                                   IdentityText{"organisation"_L1, &core::Identity::organisation},
                                   IdentityText{"signature"_L1, &core::Identity::signature}};

} // namespace

std::optional<core::ServerEntry> entryFromJson(const QJsonObject &json)
{
    core::ServerEntry entry;
    entry.id = QUuid::fromString(json["id"_L1].toString());
    entry.address = json["address"_L1].toString();
    entry.enabled = json["enabled"_L1].toBool(entry.enabled);
    bool good = readProfile(json, entry.profile) && !entry.id.isNull() &&
                isOf(QJsonValue::String, json, "address"_L1) &&
                isOf(QJsonValue::Bool, json, "enabled"_L1) &&
                isOf(QJsonValue::Array, json, "passwordCommand"_L1);
    const QJsonArray command = json["passwordCommand"_L1].toArray();
    for (const QJsonValue word : command) {
        good = good && word.isString();
        entry.passwordCommand += word.toString();
    }
    return good ? std::optional(entry) : std::nullopt;
}

QJsonObject jsonFromEntry(const core::ServerEntry &entry, const QJsonObject &before)
{
    QJsonObject json = before;
    setProfile(json, entry.profile);
    json["id"_L1] = entry.id.toString(QUuid::WithoutBraces);
    json["address"_L1] = entry.address;
    json["enabled"_L1] = entry.enabled;
    json["passwordCommand"_L1] = QJsonArray::fromStringList(entry.passwordCommand);
    if (entry.passwordCommand.isEmpty()) {
        json.remove("passwordCommand"_L1);
    }
    return json;
}

std::optional<core::Identity> identityFromJson(const QJsonObject &json)
{
    core::Identity identity;
    identity.id = QUuid::fromString(json["id"_L1].toString());
    identity.server = QUuid::fromString(json["server"_L1].toString());
    identity.isDefault = json["default"_L1].toBool();
    bool good = !identity.id.isNull() && isOf(QJsonValue::Bool, json, "default"_L1);
    for (const IdentityText &text : identityTexts) {
        identity.*text.member = json[text.key].toString();
        good = good && isOf(QJsonValue::String, json, text.key);
    }
    return good ? std::optional(identity) : std::nullopt;
}

QJsonObject jsonFromIdentity(const core::Identity &identity, const QJsonObject &before)
{
    QJsonObject json = before;
    json["id"_L1] = identity.id.toString(QUuid::WithoutBraces);
    json["server"_L1] = identity.server.toString(QUuid::WithoutBraces);
    json["default"_L1] = identity.isDefault;
    for (const IdentityText &text : identityTexts) {
        json[text.key] = identity.*text.member;
    }
    return json;
}

} // namespace store
