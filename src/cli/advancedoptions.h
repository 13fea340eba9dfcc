// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "core/profile.h"

#include <QCommandLineParser>

#include <optional>

namespace cli
{

/// What the window has under Advanced: the certificates, old TLS, the way there. Each option that
/// is given goes into the profile; the rest stays as it is. A file's name is made absolute, so that
/// a saved server finds it from every folder.
std::optional<UsageError> readAdvanced(const QCommandLineParser &parser,
                                       core::ServerProfile &profile);

/// As --proxy takes it; empty without a proxy.
QString proxyText(const core::Proxy &proxy);

/// The first of readAdvanced()'s options that is given. A saved server has these itself.
std::optional<QString> advancedOption(const QCommandLineParser &parser);

/// Takes back what the options named by --unset have set.
std::optional<UsageError> readUnset(const QCommandLineParser &parser, core::ServerProfile &profile);

} // namespace cli
