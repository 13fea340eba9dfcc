// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provider.h"
#include "diagnosis/words.h"

#include <QString>
#include <QStringList>

namespace diagnosis
{

/// The head of a column of the table of what can be set: "SMTP-AUTH".
QString loginTitle(core::Login login, const Translate &translate = {});
/// The provider's remarks and how old the facts are, one sentence each.
QStringList providerRemarks(const core::Provider &provider, const Translate &translate = {});
/// "Gmail takes only SMTPs with SMTP-AUTH on 465, STARTTLS with SMTP-AUTH on 587."
QString takesOnlySentence(const core::Provider &provider, const Translate &translate = {});

} // namespace diagnosis
