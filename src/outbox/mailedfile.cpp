// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/mailedfile.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace outbox
{

QLatin1StringView wordOf(FileResult result)
{
    static constexpr QLatin1StringView words[]{
        "going"_L1, "sent"_L1, "partial"_L1, "failed"_L1, "unknown"_L1, "stopped"_L1, "old"_L1};
    return core::wordAt<FileResult::Old>(words, result);
}

} // namespace outbox
