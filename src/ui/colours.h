// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
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

} // namespace ui
