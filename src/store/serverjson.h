// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"
#include "core/serverentry.h"

#include <QJsonObject>

#include <optional>

namespace store
{

/// One server of servers.json as a value. Nothing if a key has a word or a type this version does
/// not know: guessing at a security word could send a password in clear.
std::optional<core::ServerEntry> entryFromJson(const QJsonObject &json);

/// `before` with the keys of `entry` set; keys we do not know stay as they are.
QJsonObject jsonFromEntry(const core::ServerEntry &entry, const QJsonObject &before);

/// The same for one identity.
std::optional<core::Identity> identityFromJson(const QJsonObject &json);
QJsonObject jsonFromIdentity(const core::Identity &identity, const QJsonObject &before);

} // namespace store
