// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/stage.h"
#include "core/transcript.h"

#include <functional>
#include <variant>

namespace core
{

/// How far a message has gone.
struct BodyProgress
{
    qint64 octetsSent = 0;
    qint64 octetsTotal = 0;

    bool operator==(const BodyProgress &) const = default;
};

/// What an attempt tells while it goes, from the connection to whoever shows it. The report is the
/// last.
using AttemptEvent = std::variant<StageStarted, TranscriptLine, BodyProgress, AttemptReport>;

/// Hears them as they happen, in the thread where they do.
using Tell = std::function<void(const AttemptEvent &)>;

} // namespace core
