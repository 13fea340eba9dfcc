// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;
class QWidget;

namespace ui
{

class FieldMessage;

/// Tidies the field (core::tidied()) when it is left: a Japanese hand types
/// ｓｍｔｐ．ｅｘａｍｐｌｅ．ｊｐ, a clipboard brings invisible marks. Never for passwords.
void tidyOnLeaving(QLineEdit &edit);
/// The same for a mail address, whose name stays as it was typed.
void tidyAddressOnLeaving(QLineEdit &edit);
/// The same for an ID; says so below it where something went that nobody could see.
void tidyIdOnLeaving(QLineEdit &edit, FieldMessage &message);

/// Puts text that an input method is still composing into its field, so that it can be read.
void commitTyping();

/// Gives the crosses in the fields, which Qt leaves nameless, a name.
void nameClearButtons(const QWidget &fields);

} // namespace ui
