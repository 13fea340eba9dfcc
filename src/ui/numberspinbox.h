// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace ui
{

/// A number that may be typed in full-width digits too: a Japanese hand types ３０, and QSpinBox
/// would silently refuse it.
class NumberSpinBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit NumberSpinBox(QWidget *parent = nullptr);

protected:
    QValidator::State validate(QString &input, int &position) const override;
    int valueFromText(const QString &text) const override;
    QString textFromValue(int value) const override;
    void fixup(QString &input) const override;
};

} // namespace ui
