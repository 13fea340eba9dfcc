// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QLineEdit;

namespace ui
{

class FieldMessage;

/// Whether the one address in the field can be used; else says below it why not and gives it the
/// focus.
[[nodiscard]] bool checkAddress(QLineEdit &edit, FieldMessage &message);
/// The same for each of several; an empty field is all right.
[[nodiscard]] bool checkAddresses(QLineEdit &edit, FieldMessage &message);

/// Makes it a field of addresses, however many; offers the known ones while the last is typed.
void takeAddresses(QLineEdit &edit, const QStringList &addresses);

} // namespace ui
