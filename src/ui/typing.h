// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QLineEdit;

namespace ui
{

/// Makes full-width letters and signs half width when the field is left: a Japanese hand types
/// ｓｍｔｐ．ｅｘａｍｐｌｅ．ｊｐ. Never for passwords.
void tidyOnLeaving(QLineEdit &edit);

/// Puts text that an input method is still composing into its field, so that it can be read.
void commitTyping();

/// A program and its arguments as one line, so that QProcess::splitCommand() reads them back.
QString commandLineOf(const QStringList &argv);

} // namespace ui
