// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing.h"

#include "service/fields.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QLineEdit>

namespace ui
{

void tidyOnLeaving(QLineEdit &edit)
{
    QObject::connect(&edit, &QLineEdit::editingFinished, &edit, [&edit] {
        if (const QString tidied = service::tidied(edit.text()); tidied != edit.text()) {
            edit.setText(tidied);
        }
    });
}

void commitTyping()
{
    QGuiApplication::inputMethod()->commit();
}

QString commandLineOf(const QStringList &argv)
{
    QStringList words;
    for (QString word : argv) {
        // A quotation mark itself is written three times.
        word.replace(u'"', QStringLiteral("\"\"\""));
        words.append(word.isEmpty() || word.contains(u' ') ? u'"' + word + u'"' : word);
    }
    return words.join(u' ');
}

} // namespace ui
