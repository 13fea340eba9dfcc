// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui
{

/// What a person should know of logging in and encryption, in paragraphs.
QString helpText();

} // namespace ui
