// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldmessage.h"

#include "ui/colours.h"

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
    show(field, sentence, true);
}

void FieldMessage::showHint(QWidget *field, const QString &sentence)
{
    show(field, sentence, false);
}

void FieldMessage::clearFor(QWidget *field)
{
    show(field, {}, false);
}

void FieldMessage::show(QWidget *field, const QString &sentence, bool error)
{
    m_error = error && !sentence.isEmpty();
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
    setColour(*this, m_error ? Tone::Bad : Tone::Quiet);
}

} // namespace ui
