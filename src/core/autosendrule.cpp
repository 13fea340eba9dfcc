// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/autosendrule.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace core
{

QLatin1StringView wordOf(AutosendRule::Afterwards afterwards)
{
    static constexpr QLatin1StringView words[] = {"sent"_L1, "delete"_L1, "leave"_L1};
    return wordAt<AutosendRule::Afterwards::Leave>(words, afterwards);
}

} // namespace core
