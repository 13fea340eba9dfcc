// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

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

/// Where a password comes from: nowhere, memory, or a program.
using PasswordSource = std::variant<std::monostate, core::Secret, PasswordCommand>;

} // namespace service
