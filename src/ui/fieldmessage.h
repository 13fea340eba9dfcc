// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colours.h"

#include <QLabel>

namespace ui
{

/// The line under a field that says what is wrong with it, or hints at something. Hidden while
/// there is nothing to say. An error is the field's accessible description too.
class FieldMessage final : public QLabel
{
    Q_OBJECT

public:
    explicit FieldMessage(QWidget *parent = nullptr);

    /// Also of something that is allowed and still a risk.
    void showError(QWidget *field, const QString &sentence);
    void showHint(QWidget *field, const QString &sentence);
    void clearFor(QWidget *field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(QWidget *field, const QString &sentence, Tone tone);
    void colour();

    Tone m_tone = Tone::Quiet;
};

} // namespace ui
