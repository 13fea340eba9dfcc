// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "core/serverentry.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace cli
{

/// Standard input and the environment, handed in so that tests give their own.
struct Inputs
{
    std::function<std::optional<QByteArray>(const QString &name)> environment;
    /// The first line of standard input; nothing where the person pressed Ctrl+C.
    std::function<std::optional<QByteArray>()> passwordLine;
    /// A saved server by its name, and the names there are.
    std::function<std::optional<core::ServerEntry>(const QString &name)> savedServer;
    std::function<QStringList()> savedNames;
    /// What is known of an address's provider.
    std::function<std::optional<core::Provider>(const QString &address)> provider;
};

} // namespace cli
