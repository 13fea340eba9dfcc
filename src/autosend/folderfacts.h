// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/autosendrule.h"
#include "core/text.h"

#include <QList>
#include <QString>

namespace autosend
{

/// A folder as the system sees it.
struct FolderFacts
{
    QString path; // without links and dots; empty: it is not there
    bool isFolder = false;
    bool isOurs = false;
    bool mayOthersWrite = false; // without a sticky bit, too
};

[[nodiscard]] FolderFacts factsOf(const QString &folder);

/// Why no rule may watch that folder, a sentence; empty: one may. `others` are the other rules.
[[nodiscard]] core::Text objectionTo(const FolderFacts &folder, const QString &home,
                                     const QList<core::AutosendRule> &others);
/// Why somebody else's files may be mailed from there, a sentence; empty: only what the person
/// puts there.
[[nodiscard]] core::Text riskOf(const FolderFacts &folder);

} // namespace autosend
