// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile.h"

#include <QString>
#include <QStringList>
#include <QUuid>

namespace core
{

/// A saved server: how to reach it and what a person keeps with it. No password.
struct ServerEntry
{
    QUuid id;
    ServerProfile profile; // its name is the unique label
    QString address;       // the sender's, as typed
    bool enabled = true;
    QStringList passwordCommand; // argv, no shell; empty: the keychain

    bool operator==(const ServerEntry &) const = default;
};

} // namespace core
