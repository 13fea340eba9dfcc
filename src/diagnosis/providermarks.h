// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/causeclass.h"
#include "texts/wording.h"

#include <QList>
#include <QString>

namespace diagnosis
{

/// A provider's own code or help page in a reply, as it publishes them, and what it stands for.
struct ProviderMark
{
    CauseClass cause = CauseClass::Unknown;
    QString mark;
};

QList<ProviderMark> providerMarksIn(const texts::Wording &wording);

} // namespace diagnosis
