// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stage.h"
#include "texts/wording.h"

#include <QStringList>

#include <cstdint>
#include <optional>

namespace texts
{

/// What two texts can have in common, each once: words, pairs of words that follow each other,
/// codes, the hosts that are named, and the same together with the stage where that is known.
QStringList traitsOf(const Wording &wording, std::optional<core::Stage> stage);

/// A trait as a number: FNV-1a, 32 bits, of its UTF-8.
std::uint32_t numberOf(const QString &trait);

} // namespace texts
