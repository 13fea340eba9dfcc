// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/numberspinbox.h"

namespace ui
{

/// A port, 1 to 65535.
class PortSpinBox final : public NumberSpinBox
{
    Q_OBJECT

public:
    explicit PortSpinBox(QWidget *parent = nullptr);

protected:
    QString textFromValue(int value) const override;
};

} // namespace ui
