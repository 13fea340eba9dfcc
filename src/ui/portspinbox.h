// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace ui
{

/// A port, 1 to 65535, that takes full-width digits too: a Japanese hand types ５８７, and
/// QSpinBox would silently refuse it.
class PortSpinBox final : public QSpinBox
{
    Q_OBJECT

public:
    explicit PortSpinBox(QWidget *parent = nullptr);

protected:
    QValidator::State validate(QString &input, int &position) const override;
    int valueFromText(const QString &text) const override;
    QString textFromValue(int value) const override;
    void fixup(QString &input) const override;
};

} // namespace ui
