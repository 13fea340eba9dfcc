// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

class QWidget;

namespace ui
{

enum class Tone
{
    Plain,
    Good,
    Bad,
    Quiet,
    Added,   // background
    Removed, // background
};

/// A colour that can be read on the palette's window colour, light or dark.
QColor colour(Tone tone, const QPalette &palette);
/// Gives a widget's text that colour, and leaves the widget alone where it has it already.
void setColour(QWidget &widget, Tone tone);

/// The desktop theme's icon of that name, or ours of resources/icons where it has none.
QIcon icon(const char *name);

} // namespace ui
