// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"

#include <QDateTime>

namespace core
{

/// What is kept of an attempt, so that it can be told again later and in another language: what it
/// was for, when, with which settings, what was found.
struct AttemptRecord
{
    Goal goal = Goal::Check;
    QDateTime at;
    ServerProfile profile; // as used
    SessionFacts facts;

    bool operator==(const AttemptRecord &) const = default;
};

} // namespace core
