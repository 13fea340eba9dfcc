// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/choices.h"
#include "cli/usage.h"
#include "core/attempt.h"
#include "service/report.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli
{

/// The elements of a list, each as `json` makes it.
template <typename List, typename Json> QJsonArray arrayOf(const List &list, Json json)
{
    QJsonArray array;
    for (const auto &one : list) {
        array.append(json(one));
    }
    return array;
}

/// An attempt as the one object that --json prints; the keys are documented in docs/cli.md. Server
/// text is inert. Holds no secret, as the report holds none.
QJsonObject jsonReport(const core::AttemptReport &report, const Tried &tried,
                       const service::Report &told);

/// The object for a command line that could not be understood.
QJsonObject jsonUsageError(const UsageError &error);

} // namespace cli
