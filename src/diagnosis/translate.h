// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>

namespace diagnosis
{

using core::Translate;

/// This module marks its sentences with QT_TRANSLATE_NOOP("diagnosis", ...).
inline QString translated(const char *source, const Translate &translate)
{
    return translate ? translate("diagnosis", source) : QString::fromUtf8(source);
}

} // namespace diagnosis
