// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/causeclass.h"
#include "diagnosis/words.h"

#include <QString>
#include <QStringList>

namespace diagnosis
{

/// Where at a known provider that is done which helps against a cause: a sentence with the page or
/// the setting. `hosts`: the server's, and the domain of the ID. Empty where nothing is known.
QString providerPage(const QStringList &hosts, CauseClass cause, const Translate &translate = {});

/// Whether a host lies in one of the domains "a.example|b.example".
bool liesIn(const QString &host, const char *domains);

} // namespace diagnosis
