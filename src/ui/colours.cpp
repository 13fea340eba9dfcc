// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colours.h"

#include <QApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui
{

QColor colour(Tone tone, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Good: return dark ? QColor(0x7f, 0xd1, 0x8b) : QColor(0x1b, 0x6e, 0x2d);
    case Tone::Bad: return dark ? QColor(0xff, 0x9b, 0x8f) : QColor(0xb0, 0x1e, 0x14);
    case Tone::Quiet: return dark ? QColor(0xb4, 0xb8, 0xbd) : QColor(0x55, 0x5b, 0x61);
    case Tone::Added: return dark ? QColor(0x20, 0x46, 0x2a) : QColor(0xdc, 0xf3, 0xe0);
    case Tone::Removed: return dark ? QColor(0x52, 0x2a, 0x28) : QColor(0xfb, 0xe3, 0xe1);
    }
    return palette.color(QPalette::WindowText);
}

void setColour(QWidget &widget, Tone tone)
{
    const QColor wanted = colour(tone, QApplication::palette());
    QPalette palette = widget.palette();
    if (palette.color(QPalette::WindowText) != wanted) {
        palette.setColor(QPalette::WindowText, wanted);
        widget.setPalette(palette);
    }
}

QIcon icon(const char *name)
{
    const QString wanted = QString::fromLatin1(name);
    return QIcon::fromTheme(wanted, QIcon(u":/icons/%1.svg"_s.arg(wanted)));
}

} // namespace ui
