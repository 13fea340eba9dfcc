// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "store/keychain.h"

#include <QStringList>

#include <variant>

namespace service
{

/// A program whose first line of output is the password; argv, no shell.
struct PasswordCommand
{
    QStringList argv;

    bool operator==(const PasswordCommand &) const = default;
};

using store::PasswordKey;

/// The password that is kept for a saved server.
struct StoredPassword
{
    PasswordKey key;

    bool operator==(const StoredPassword &) const = default;
};

/// Where a password comes from: nowhere, memory, a program, or where the saved servers' are.
using PasswordSource = std::variant<std::monostate, core::Secret, PasswordCommand, StoredPassword>;

} // namespace service
