// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace core
{

/// Text of a server (or any stranger) made harmless to show: control characters as U+2400 symbols,
/// bidi and other invisible controls as <U+202E>, bytes that are no UTF-8 as <FF>. Line ends are
/// controls too: the result is one line.
QString inert(QByteArrayView untrusted);
QString inert(const QByteArray &untrusted);
QString inert(const QString &untrusted);

} // namespace core
