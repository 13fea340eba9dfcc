// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/evidence.h"

#include <QList>
#include <QString>
#include <QStringList>

/// One row of replies.tsv: what somebody's server or library said, and what it meant.
struct CorpusRow
{
    QString stageWord;
    QString text; // '\n' between lines
    QString cause;
    QStringList alsoRight;
    bool isSure = false; // stated in the source; otherwise a reading of it
    QString source;
    QString half; // "learn": rules may be made from it; "count": only counted, never looked at

    /// As `explain` reads it.
    [[nodiscard]] diagnosis::Reading reading() const;
    [[nodiscard]] bool fits(diagnosis::CauseClass judged) const;
};

/// All rows of the file; none if it cannot be read or a row has not all columns.
QList<CorpusRow> corpus(const QString &path);
