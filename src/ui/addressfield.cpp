// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addressfield.h"

#include "core/inert.h"
#include "core/tidy.h"
#include "service/fields.h"
#include "ui/fieldmessage.h"
#include "ui/words.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui
{

namespace
{

struct AddressField
{
    Q_DECLARE_TR_FUNCTIONS(ui::AddressField)
};

/// Where the last of several addresses begins.
qsizetype lastBegin(const QString &typed)
{
    qsizetype begin = std::max(typed.lastIndexOf(u','), typed.lastIndexOf(u';')) + 1;
    while (begin < typed.size() && typed[begin].isSpace()) {
        ++begin;
    }
    return begin;
}

/// Completes the last address and leaves those before it.
class AddressCompleter final : public QCompleter
{
public:
    AddressCompleter(const QStringList &addresses, QLineEdit &edit)
        : QCompleter(addresses, &edit)
        , m_edit(edit)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
        setFilterMode(Qt::MatchContains);
    }

    [[nodiscard]] QStringList splitPath(const QString &typed) const override
    {
        return {typed.sliced(lastBegin(typed))};
    }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override
    {
        const QString typed = m_edit.text();
        return typed.first(lastBegin(typed)) + QCompleter::pathFromIndex(index);
    }

private:
    QLineEdit &m_edit;
};

bool showProblem(QLineEdit &edit, FieldMessage &message, const QString &sentence)
{
    message.showError(&edit, sentence);
    edit.setFocus();
    return false;
}

} // namespace

bool checkAddress(QLineEdit &edit, FieldMessage &message)
{
    const core::Text problem = service::addressProblem(core::tidiedAddress(edit.text()));
    if (!problem.isEmpty()) {
        return showProblem(edit, message, translatedDetail(problem));
    }
    message.clearFor(&edit);
    return true;
}

bool checkAddresses(QLineEdit &edit, FieldMessage &message)
{
    const QStringList addresses = service::splitAddresses(edit.text());
    for (const QString &address : addresses) {
        if (const core::Text problem = service::addressProblem(address); !problem.isEmpty()) {
            return showProblem(
                edit, message,
                AddressField::tr("%1: %2").arg(core::inert(address), translatedDetail(problem)));
        }
    }
    message.clearFor(&edit);
    return true;
}

void takeAddresses(QLineEdit &edit, const QStringList &addresses)
{
    edit.setMaxLength(std::numeric_limits<int>::max()); // else it cuts at 32,767
    edit.setCompleter(new AddressCompleter(addresses, edit));
}

} // namespace ui
