// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/typing.h"

#include "core/tidy.h"
#include "ui/fieldmessage.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethod>
#include <QLineEdit>

namespace ui
{

namespace
{

void tidyOnLeavingBy(QLineEdit &edit, QString (*tidy)(const QString &))
{
    QObject::connect(&edit, &QLineEdit::editingFinished, &edit, [&edit, tidy] {
        if (const QString tidied = tidy(edit.text()); tidied != edit.text()) {
            edit.setText(tidied);
        }
    });
}

} // namespace

void tidyOnLeaving(QLineEdit &edit)
{
    tidyOnLeavingBy(edit, &core::tidied);
}

void tidyAddressOnLeaving(QLineEdit &edit)
{
    tidyOnLeavingBy(edit, &core::tidiedAddress);
}

void tidyIdOnLeaving(QLineEdit &edit, FieldMessage &message)
{
    QObject::connect(&edit, &QLineEdit::editingFinished, &message, [&edit, &message] {
        if (core::losesUnseen(edit.text())) {
            message.showHint(&edit,
                             QCoreApplication::translate(
                                 "ui::Words", "Spaces or invisible characters were left out."));
        }
    });
    QObject::connect(&edit, &QLineEdit::textEdited, &message,
                     [&edit, &message] { message.clearFor(&edit); });
    tidyOnLeaving(edit);
}

void nameClearButtons(const QWidget &fields)
{
    for (const QLineEdit *edit : fields.findChildren<QLineEdit *>()) {
        if (auto *button = edit->findChild<QAbstractButton *>()) {
            button->setAccessibleName(QCoreApplication::translate("ui::Words", "Clear this field"));
        }
    }
}

void commitTyping()
{
    QGuiApplication::inputMethod()->commit();
}

} // namespace ui
