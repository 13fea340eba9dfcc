// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldmessage.h"

#include <QEvent>

namespace ui
{

FieldMessage::FieldMessage(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QLabel::hide();
}

void FieldMessage::showError(QWidget *field, const QString &sentence)
{
    show(field, sentence, Tone::Bad);
}

void FieldMessage::showHint(QWidget *field, const QString &sentence)
{
    show(field, sentence, Tone::Quiet);
}

void FieldMessage::clearFor(QWidget *field)
{
    show(field, {}, Tone::Quiet);
}

void FieldMessage::show(QWidget *field, const QString &sentence, Tone tone)
{
    m_tone = tone;
    setText(sentence);
    setVisible(!sentence.isEmpty());
    field->setAccessibleDescription(sentence);
    colour();
}

void FieldMessage::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
}

void FieldMessage::colour()
{
    setColour(*this, m_tone);
}

} // namespace ui
