// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/portspinbox.h"

namespace ui
{

PortSpinBox::PortSpinBox(QWidget *parent)
    : NumberSpinBox(parent)
{
    setRange(1, 65535);
}

QString PortSpinBox::textFromValue(int value) const
{
    return QString::number(value); // no thousands separator
}

} // namespace ui
