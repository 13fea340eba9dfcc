// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "diagnosis/translate.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace diagnosis
{

/// Why an attempt ended as it did, in words for people. `id` is stable English for scripts
/// ("certificate-expired"). What a server or certificate said stands in the texts only as
/// core::inert leaves it; the texts are plain text, never HTML.
struct Cause
{
    QLatin1StringView id;
    QString sentence; // what is wrong, or that nothing is
    QString advice;   // what to change or do

    bool operator==(const Cause &) const = default;
};

/// The first row of the table that fits; there always is one. `now` is this computer's time, for
/// certificates, which are shown in its zone.
Cause diagnose(const core::SessionFacts &facts, const core::ServerProfile &profile, core::Goal goal,
               const QDateTime &now, const Translate &translate = {});

/// Every id there is, in the table's order.
QList<QLatin1StringView> causeIds();

} // namespace diagnosis
