// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/translate.h"

#include <QString>

namespace diagnosis
{

/// The words that our own modules put beside an Error ("The address has no @."), in the person's
/// language. What is not ours, such as a library's words, a path, or what was typed, stays as it
/// is. Without a translator: the detail itself.
QString detailText(const QString &detail, const Translate &translate);

} // namespace diagnosis
