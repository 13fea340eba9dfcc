// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/profile.h"
#include "diagnosis/causerow.h"
#include "diagnosis/words.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace diagnosis
{

/// Why an attempt ended as it did, and all that follows from it, by one row of the table. What a
/// server or certificate said stands in the texts only as core::inert leaves it; the texts are
/// plain text, never HTML.
struct Judgement
{
    QLatin1StringView id;
    QLatin1StringView causeClass;
    Whose whose = Whose::Nobody;
    Again again = Again::Never;
    Exit exit = Exit::Okay; // Okay for Outcome::Accepted only
    QString sentence;
    QString advice;
    QList<Remedy> remedies; // the best first; none where waiting or asking is all there is to do

    [[nodiscard]] int exitCode() const { return static_cast<int>(exit); }
};

/// The words of JSON.
QLatin1StringView whoseName(Whose whose);
QLatin1StringView againName(Again again);

/// There always is one. `profile` is what the attempt was made with; `now` this computer's time,
/// for certificates, which are shown in its zone.
Judgement judge(const core::SessionFacts &facts, const core::ServerProfile &profile,
                core::Goal goal, const QDateTime &now, const Translate &translate = {});

struct Case;
/// The same of a case, which may be somebody else's (explanation.h).
Judgement judged(const Case &c, const QDateTime &now, const Translate &translate);

} // namespace diagnosis
