// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace diagnosis
{

/// Puts a source sentence into the person's language. This module marks its sentences with
/// QT_TRANSLATE_NOOP("diagnosis", ...) and knows no translator; window and command line pass
/// theirs,
/// `[](const char *s) { return QCoreApplication::translate("diagnosis", s); }`. Without one:
/// English.
using Translate = std::function<QString(const char *source)>;

inline QString translated(const char *source, const Translate &translate)
{
    return translate ? translate(source) : QString::fromUtf8(source);
}

} // namespace diagnosis
