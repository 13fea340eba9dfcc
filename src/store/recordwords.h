// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/names.h"
#include "core/words.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace store
{

/// The words state.db holds in place of numbers. They are stable: a new value gets a new word, and
/// none is ever renamed. Empty for what is no value of the enum.
QLatin1StringView wordOf(core::Goal goal);
QLatin1StringView wordOf(core::Outcome outcome);
QLatin1StringView wordOf(core::Failure failure);
QLatin1StringView wordOf(core::Stage stage);
// core has the words of these.
inline QLatin1StringView wordOf(core::Note note)
{
    return core::noteName(note);
}
inline QLatin1StringView wordOf(core::CertificateFault fault)
{
    return core::certificateFaultName(fault);
}
inline QLatin1StringView wordOf(core::Method method)
{
    return core::methodName(method);
}

/// The value with this word; nothing for a word of a newer version.
template <typename Enum> std::optional<Enum> valueOf(const QString &word)
{
    return core::valueOf<Enum>(word, wordOf);
}

} // namespace store
