// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stage.h"

#include <QString>

#include <optional>

namespace texts
{

/// What was found in the log or error text of any program. A value.
struct Excerpt
{
    QString shown; // the text as it may be shown: what looks like a password or token is ●●●
    QString reply; // the server's last no in it, one line a line; empty where there is none
    QString words; // all that was said, without what only a log adds
    std::optional<int> code;          // where only the program tells it ("code: 535")
    std::optional<core::Stage> stage; // in which it was said, where the text tells
};

/// Finds the server's reply and its moment in a pasted text: a reply alone, log lines, a
/// transcript, an exception. Keeps nothing.
Excerpt excerptOf(const QString &text);

} // namespace texts
