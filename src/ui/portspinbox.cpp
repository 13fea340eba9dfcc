// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/portspinbox.h"

namespace ui
{

namespace
{

QString halfWidth(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

} // namespace

PortSpinBox::PortSpinBox(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(1, 65535);
    setButtonSymbols(QAbstractSpinBox::UpDownArrows);
    setKeyboardTracking(true);
    setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
}

QValidator::State PortSpinBox::validate(QString &input, int &position) const
{
    QString plain = halfWidth(input);
    int end = static_cast<int>(plain.size());
    const QValidator::State state = QSpinBox::validate(plain, end);
    Q_UNUSED(position)
    return state;
}

int PortSpinBox::valueFromText(const QString &text) const
{
    return halfWidth(text).toInt();
}

QString PortSpinBox::textFromValue(int value) const
{
    return QString::number(value); // no thousands separator
}

void PortSpinBox::fixup(QString &input) const
{
    input = halfWidth(input);
    QSpinBox::fixup(input);
}

} // namespace ui
