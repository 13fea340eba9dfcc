// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace core
{

/// Arguments and file names are octets to the system, and rarely some that are no UTF-8. In a
/// QString such an octet is a lone surrogate, U+DC80 to U+DCFF, which no valid text contains: so
/// nothing is lost on the way through, and what becomes of it is decided where its meaning is
/// known.
QString fromSystem(QByteArrayView octets);

/// The same octets again. To be used for every file name on its way to the system.
QByteArray toSystem(const QString &text);

/// Whether `text` holds octets that were no UTF-8.
bool hasForeignOctets(const QString &text);

} // namespace core
