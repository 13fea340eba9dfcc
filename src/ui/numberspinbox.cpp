// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numberspinbox.h"

namespace ui
{

namespace
{

QString halfWidth(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC);
}

} // namespace

NumberSpinBox::NumberSpinBox(QWidget *parent)
    : QSpinBox(parent)
{
    setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
}

QValidator::State NumberSpinBox::validate(QString &input, int &position) const
{
    Q_UNUSED(position)
    QString plain = halfWidth(input);
    int end = static_cast<int>(plain.size());
    return QSpinBox::validate(plain, end);
}

int NumberSpinBox::valueFromText(const QString &text) const
{
    return QSpinBox::valueFromText(halfWidth(text));
}

QString NumberSpinBox::textFromValue(int value) const
{
    return QString::number(value); // no thousands separator
}

void NumberSpinBox::fixup(QString &input) const
{
    input = halfWidth(input);
    QSpinBox::fixup(input);
}

} // namespace ui
