// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/usage.h"
#include "core/serverentry.h"
#include "service/servers.h"

#include <QCommandLineParser>

namespace cli
{

/// What `server add` or `server edit` is to save.
struct ToSave
{
    core::ServerEntry entry;
    service::PasswordChanges passwords;
};

/// `before`: an empty entry (add) or the saved one (edit), of which what is not named stays. Every
/// field is checked as the window checks it. Where what is kept would go elsewhere, --keep-password
/// is the person's consent.
Parsed<ToSave> readToSave(const QCommandLineParser &parser, const Inputs &inputs,
                          const core::ServerEntry &before);

} // namespace cli
