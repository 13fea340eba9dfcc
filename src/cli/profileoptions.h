// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/usage.h"
#include "core/profilefields.h"
#include "service/following.h"

#include <QCommandLineParser>

#include <optional>

namespace cli
{

/// Puts what the options of core::profileFields() say into the settings; what is not given stays as
/// it is, or follows. "--host smtps://smtp.example.org:465/" is --host smtp.example.org --port 465
/// --security smtps, and refused where that contradicts what is given beside it. A file's name is
/// made absolute, so that a saved server finds it from every folder.
std::optional<UsageError> readFields(const QCommandLineParser &parser,
                                     service::Following &following);
/// Takes back what the options named by --unset have set.
std::optional<UsageError> readUnset(const QCommandLineParser &parser, core::ServerProfile &profile);
/// The first option given of a setting that a saved server has itself.
std::optional<QString> ownOption(const QCommandLineParser &parser);

/// What the field's option would say: empty for a flag that is not set, and for time limits or a
/// proxy that are as usual. Time limits that differ are named.
QString optionText(const core::ProfileField &field, const core::ServerProfile &profile);

struct Difference
{
    QStringList options;   // that make the other profile
    QStringList takenBack; // names: to be left out, or --unset
};
/// A port follows security and method where none is given, so it goes along with them. `moves`:
/// without that, hosts and ports are left alone.
Difference differenceBetween(const core::ServerProfile &before, const core::ServerProfile &after,
                             bool moves);

} // namespace cli
